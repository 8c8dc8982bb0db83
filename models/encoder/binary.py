"""The files that the program reads: EncoderModel.cs and CrossedReadings.cs say what stands where."""
import struct
import numpy as np
from network import HEADS, KEPT, LARGEST, TOLD, WIDTH, integers
from pieces import FOLDED, MOST, Pieces, fnv, fold

MAGIC, CROSSED, VERSION, SLOTS = 0x45514345, 0x52435145, 3, 1 << 16


def write(state, words, competencies):
    get = lambda name: state[name].numpy().astype("<f4")
    text = lambda s: bytes([len(s.encode())]) + s.encode()

    def matrix(*names):
        # Blocks of sixteen rows: of each row four columns, then the next four, as the program multiplies them.
        scales, rounded = integers(np.concatenate([get(n + ".weight") for n in names]), LARGEST)
        sums, blocks = scales * rounded.sum(1, dtype="i4"), rounded.reshape(len(scales) // 16, 16, -1, 4).transpose(0, 2, 1, 3)
        return scales.tobytes() + np.concatenate([get(n + ".bias") for n in names]).tobytes() + sums.astype("<f4").tobytes() + blocks.tobytes()

    layers = sum(name.endswith("norm1.weight") for name in state)
    norm = lambda name: get(name + ".weight").tobytes() + get(name + ".bias").tobytes()
    splitter = Pieces(words)
    out = [struct.pack("<Ii5i", MAGIC, VERSION, WIDTH, HEADS, len(state["layers.0.widen.bias"]), MOST, layers), struct.pack("<i", len(competencies))]
    out += [text(part) for c in competencies for part in c.split("/")]
    out.append(struct.pack("<ii", splitter.unknown, splitter.first))
    out.append(np.array([ord(fold(chr(c)) or "\0") for c in range(FOLDED)], "<u2").tobytes())
    hashes, numbers = np.zeros(SLOTS, "<u8"), np.zeros(SLOTS, "<u2")
    for number, word in enumerate(words):
        h = fnv(word, 64)
        slot = (h >> 32) & (SLOTS - 1)
        while hashes[slot]:
            slot = (slot + 1) & (SLOTS - 1)
        hashes[slot], numbers[slot] = h, number
    out.append(struct.pack("<i", SLOTS) + hashes.tobytes() + numbers.tobytes())
    scales, rounded = integers(get("words.weight"), 127)
    out.append(struct.pack("<i", len(words)) + scales.tobytes() + rounded.tobytes())
    out.append(get("places.weight").tobytes() + norm("norm"))
    for i in range(layers):
        p = f"layers.{i}."
        out += [matrix(p + "q", p + "k", p + "v"), matrix(p + "o"), norm(p + "norm1"), matrix(p + "widen"), matrix(p + "narrow"), norm(p + "norm2")]
    out.append(get("head.weight").tobytes() + get("head.bias").tobytes())
    out.append(struct.pack("<ii", TOLD, KEPT) + get("tell.weight").tobytes() + get("tell.bias").tobytes())
    for way in ("l0", "l0_reverse"):
        out += [get(f"follow.{part}_{way}").tobytes() for part in ("weight_ih", "bias_ih", "weight_hh", "bias_hh")]
    out.append(get("around.weight").tobytes() + get("around.bias").tobytes())
    return b"".join(out)


def write_crossed(said, classes):
    """What the encoders of the two halves say of the sentences that they were not taught with, by a hash of draft and sentence."""
    by_hash = sorted((fnv(draft + "\n" + text, 64), numbers) for (draft, text), numbers in said.items())
    hashes, numbers = zip(*by_hash)
    return struct.pack("<Iii", CROSSED, len(by_hash), classes + 6) + np.array(hashes, "<u8").tobytes() + np.stack(numbers).astype("<f2").tobytes()
