"""What is learned from: the corpus, public texts, the examples of rules, and words in no order."""
import collections, glob, html, json, os, random, re
import numpy as np, torch, yaml
from pieces import fnv

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
TYPES = ["challenge", "context", "action", "result", "duty", "other"]
FRAMEWORKS = ["opm-2006", "opm-2025"]


def part_of(narrative, fixed):
    """As CorpusParts.cs: by name where the list says so, else by a hash of the id."""
    if narrative in fixed:
        return fixed[narrative]
    h = fnv(narrative, 32)
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
            readings = [reading_of(r, looked_for) for r, looked_for in ((s, asked), (s.get("second"), FRAMEWORKS), (s.get("settled"), asked)) if r]
            rows.append(dict(text=s["text"], **(readings[-1] if "settled" in s else readings[0]), readings=readings, part=part, draft=narrative["id"]))
    return rows


def reading_of(said, asked):
    shown = [f"{f}/{c}" for f, key in zip(FRAMEWORKS, ("competencies", "competencies_2025")) for c in said.get(key) or []]
    return dict(type=TYPES.index(said["type"]), shown=shown, asked=asked)


def words_of(text):
    """The words of a text in Markdown, HTML, TeX or YAML, without its markup, and the clean text that they stand in."""
    text = re.sub(r"<[^<>]*>|!?\[([^\[\]]*)\]\([^()]*\)", lambda m: m[1] or " ", text)
    text = html.unescape(re.sub(r"\\[A-Za-z]+\*?|[*`{}\\]|(?<!\w)_|_(?!\w)|^\s*[>#+-]+", " ", text, flags=re.M))
    text = re.sub(r"\s+([,.;:?!)])", r"\1", " ".join(text.split()))
    return list(re.finditer(r"\w+", text)), text


def hash_of(words):
    return fnv(" ".join(words).lower(), 32)


def read_real(folder):
    """Stretches of public texts, labelled by readers: the texts lie in the folder, real.jsonl has of each sentence the number of its words, a
    hash of them, and of one reader or two the type and the competencies. A sentence that is not found is left out, and all without a folder."""
    rows, lost = [], 0
    if folder is None:
        return rows
    with open(os.path.join(HERE, "real.jsonl"), encoding="utf8") as lines:
        for line in lines:
            draft = json.loads(line)
            with open(os.path.join(folder, draft["repository"], draft["path"]), encoding="utf8") as file:
                words, text = words_of(file.read())
            names, at = [w[0] for w in words], 0
            for count, wanted, *labels in draft["sentences"]:
                found = next((i for i in [*range(at, len(words) - count + 1), *range(at)] if hash_of(names[i:i + count]) == wanted), None)
                if found is None:
                    lost += 1
                    continue
                at = found + count
                end = re.compile(r"[.?!:;)\"”’]*").match(text, words[at - 1].end()).end()
                readings = [reading_of(dict(type=kind, competencies=shown), FRAMEWORKS[:1]) for kind, shown in zip(labels[::2], labels[1::2])]
                rows.append(dict(text=text[words[found].start():end], **readings[0], readings=readings, part="train",
                                 draft=f"real-{draft['repository']}:{draft['path']}:{draft['id']}"))
    if lost:
        print(f"{lost} sentences of public texts were not found where they should be")
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


def make_cuts(rows, count):
    """Pieces of sentences, and ends of some on beginnings of others: what the narrow network is to say of them, the wide one knows."""
    rng, sentences, cuts = random.Random(5), [r["text"].split() for r in rows if r["draft"]], []
    for i in range(count):
        words, others = rng.choice(sentences), rng.choice(sentences)
        if i % 2:
            words = words[:rng.randrange(len(words) + 1)] + others[-rng.randrange(1, len(others) + 1):]
        else:
            length = max(3, rng.randrange(1, len(words) + 1))
            words = words[:length] if rng.random() < 0.5 else words[-length:]
        cuts.append(dict(text=" ".join(words[:60]), type=-1, known={}, part="train", draft=None))
    return cuts


def read_unlabelled(path):
    """Sentences that nobody labelled, of which the narrow network learns what the wide one says."""
    if path is None:
        return []
    with open(path, encoding="utf8") as lines:
        return [dict(text=text, type=-1, known={}, part="train", draft=f"unlabelled-{i}") for i, line in enumerate(lines) for text in json.loads(line)]


def read_competencies():
    """Of each competency what it means."""
    return {f"{f}/{c['id']}": f"{c['name']}. {c['definition']} {c['question']}"
            for f in FRAMEWORKS for ecq in load(os.path.join(ROOT, "rules", "frameworks", f + ".yaml"))["ecqs"] for c in ecq["competencies"]}


def gold(rows, competencies):
    """Of each sentence and competency the share of readers who see it, and whether any looked."""
    number = {c: i for i, c in enumerate(competencies)}
    said, asked = np.zeros((len(rows), len(number)), "f4"), np.zeros((len(rows), len(number)), "f4")
    for i, row in enumerate(rows):
        for c, value in row.get("known", {}).items():
            said[i, number[c]], asked[i, number[c]] = value, 1
        for reading in row.get("readings", [row]):
            for c, j in number.items():
                if c.split("/")[0] in reading.get("asked", []):
                    asked[i, j] += 1
                    said[i, j] += c in reading["shown"]
    return torch.tensor(said / np.maximum(asked, 1)), torch.tensor(np.minimum(asked, 1))


def gold_types(rows):
    """Of each sentence and type the share of readers who say it; nothing for an example, whose type nobody said."""
    said = np.zeros((len(rows), 6), "f4")
    for i, row in enumerate(rows):
        for reading in row.get("readings", [row]):
            if reading["type"] >= 0:
                said[i, reading["type"]] += 1
    return torch.tensor(said / np.maximum(said.sum(1, keepdims=True), 1))


def drafts_of(rows):
    """Rows of a draft together; examples, which stand in no draft, each by itself."""
    drafts, last = [], None
    for i, row in enumerate(rows):
        if row["draft"] is None or row["draft"] != last:
            drafts.append([])
        drafts[-1].append(i)
        last = row["draft"]
    return drafts


def half_of(rows):
    """Parts the hands that wrote the corpus (the letters of an id before its hyphen) in two halves of like size. Public texts, and rows
    without a draft, are learned from by both."""
    hands = [r["draft"].split("-")[0] if r["draft"] and not r["draft"].startswith("real-") else None for r in rows]
    sizes, half, halves = collections.Counter(h for h in hands if h), {}, [0, 0]
    for hand, size in sorted(sizes.items(), key=lambda each: (-each[1], each[0])):
        half[hand] = halves.index(min(halves))
        halves[half[hand]] += size
    return [half[h] if h else None for h in hands]
