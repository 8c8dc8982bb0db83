"""Words to pieces, as WordPieces.cs does."""
import unicodedata

MOST = 128
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


def fnv(text, bits):
    """FNV-1a of 32 or 64 bits over the code units of UTF-16."""
    h, factor = (2166136261, 16777619) if bits == 32 else (14695981039346656037, 1099511628211)
    raw = text.encode("utf-16-le")
    for unit in memoryview(raw).cast("H"):
        h = ((h ^ unit) * factor) & ((1 << bits) - 1)
    return h
