"""Words to pieces, as WordPieces.cs does."""
import unicodedata

MOST = 128

FEWEST = 2  # words of a beginning

# A sentence is read clause by clause where what comes last tells a number: see ends_of.
JOINTS = {",", ";", ":", "–", "—", "-", "(", "and", "which", "that", "resulting", "leading", "so"}
TURNS = {"but", "although", "though", "while", "when", "where", "if", "unless", "because", "since", "as", "after", "before", "until", "despite", "or", "nor", "yet", "however", "than"}
NUMBERS = {"half", "third", "thirds", "quarter", "quarters", "twice", "double", "doubled", "doubling", "triple", "tripled", "tripling", "halve", "halved", "halving", "one", "two", "three", "four",
           "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "dozen", "hundred", "thousand", "million", "billion"}
WRITER = {w: s for s, ws in {"i": ["we", "We", "WE"], "my": ["our", "Our", "OUR"], "me": ["us"], "mine": ["ours"], "myself": ["ourselves"]}.items() for w in ws}
FOLDED = 0x250


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
        self.unknown, self.first = self.ids["[UNK]"], self.ids["[CLS]"]

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
        """The pieces of a sentence without its full stop, after one that stands before every sentence; and where its clauses end."""
        words, start = [], None
        for at, sign in enumerate(text + " "):
            if sign.isspace() or unicodedata.category(sign) == "Cc" or is_sign(sign):
                words += ([(text[start:at], start)] if start is not None else []) + ([(sign, at)] if is_sign(sign) else [])
                start = None
            elif start is None:
                start = at
        pieces, firsts, words = [self.first], [], [w for w in words if self.of_word(w[0])]
        for word, _ in words:
            firsts += [len(pieces)] if len(pieces) < MOST else []
            pieces += self.of_word(word)
        pieces = pieces[:MOST]
        if firsts and words[len(firsts) - 1][0] == ".":
            del pieces[firsts.pop():]
        return pieces, [*(firsts[i] for i in ends_of(words[:len(firsts)], text)), len(pieces)]


def ends_of(words, text):
    """Before which words clauses end that a number is told after: from the last joint of a sentence that has a number behind it, and so on
    in what stands before. A clause is read without those after it, so that it says the same as when they were not written."""
    ends, number, i = [], False, len(words) - 1
    while i >= FEWEST:
        if number and is_joint(words, text, i) and words[i + 1][0] not in TURNS:
            while i > FEWEST and is_joint(words, text, i - 1):
                i -= 1
            ends.insert(0, i)
            number = False
        else:
            number = number or tells_number(words[i][0])
        i -= 1
    return ends


def tells_number(word):
    return "0" <= word[0] <= "9" or word in NUMBERS


def is_joint(words, text, i):
    """Signs join clauses where a gap is beside them: not in "on-time", "1,200" or "2019–2023"."""
    word, at = words[i]
    if word not in JOINTS:
        return False
    before, after = text[at - 1:at].isspace(), (text + " ")[at + len(word)].isspace()
    return word == "—" or (before if word in "-–(" else after)


def fnv(text, bits):
    """FNV-1a of 32 or 64 bits over the code units of UTF-16."""
    h, factor = (2166136261, 16777619) if bits == 32 else (14695981039346656037, 1099511628211)
    raw = text.encode("utf-16-le")
    for unit in memoryview(raw).cast("H"):
        h = ((h ^ unit) * factor) & ((1 << bits) - 1)
    return h
