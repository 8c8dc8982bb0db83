#!/usr/bin/env python3
"""Writes texts that nobody labelled, for train.py --unlabelled: stretches of up to 25 sentences, a JSON list in each line.

usage: python3 models/encoder/unlabelled.py FOLDER TREEBANK.conllu.gz... > unlabelled.jsonl

FOLDER has a speech in each .txt file, named by its year first; those before 1880 are left out, whose language is too far from ours.
"""
import glob, gzip, json, os, random, re, sys

TOGETHER, FEW, FIRST_YEAR = 25, 8, 1880


def stretches(sentences):
    return [sentences[at:at + TOGETHER] for at in range(0, len(sentences), TOGETHER)]


def read_speech(path):
    with open(path, encoding="utf8") as file:
        sentences = re.split(r'(?<=[.!?])["”’)]?\s+(?=["“(]?[A-Z0-9])', file.read())
    return [part for part in stretches([s.strip() for s in sentences if 2 < len(s.split()) <= 70]) if len(part) > FEW]


def read_treebank(path):
    documents = [[]]
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                documents.append([])
            elif line.startswith("# text = ") and len(line.split()) > 5:
                documents[-1].append(line[9:].strip())
    return [part for document in documents for part in stretches(document)]


def main(folder, *treebanks):
    texts = [text for path in sorted(glob.glob(os.path.join(folder, "*.txt"))) if int(os.path.basename(path)[:4]) >= FIRST_YEAR for text in read_speech(path)]
    texts += [text for path in treebanks for text in read_treebank(path)]
    random.Random(11).shuffle(texts)
    for text in texts:
        print(json.dumps(text, ensure_ascii=False))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
