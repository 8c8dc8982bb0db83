namespace EcqAnalyzer.Engine.Encoders;

/// <summary>
/// Where a sentence that ends by telling a number can be cut: "Rebuilt the permit register" in "Rebuilt the permit register, cutting
/// the wait by half". It is cut at the last joint with a number behind it, and what stands before is cut in the same way. So it
/// lies in the words alone where a text is cut, and a beginning by itself is cut where it is cut in the whole.
/// </summary>
internal static class Joints
{
    /// <summary>Whether a word or sign can join what came of a deed to the deed.</summary>
    public static bool Is(ReadOnlySpan<char> word) => word is "," or ";" or ":" or "–" or "—" or "--" or "-" or "("
        or "and" or "which" or "that" or "resulting" or "leading" or "so";

    /// <summary>Whether what follows a word tells no result of the deed before: it limits, times or denies it.</summary>
    public static bool IsTurn(ReadOnlySpan<char> word) => word is "but" or "although" or "though" or "while" or "when" or "where" or "if"
        or "unless" or "because" or "since" or "as" or "after" or "before" or "until" or "despite" or "or" or "nor" or "yet"
        or "however" or "than";

    /// <summary>How many pieces stand before each cut, from the first to the last, and how many there are in all.</summary>
    /// <param name="pieces">Of the text, after the one that stands before every sentence.</param>
    /// <param name="text">What they stand for.</param>
    public static List<int> FindEnds(PieceList pieces, ReadOnlySpan<char> text)
    {
        var words = new PiecedWords(pieces, text);
        var ends = new List<int> { pieces.Count };
        var isNumberBehind = false;
        for (var i = words.Count - 1; i >= 2; i--)
        {
            if (isNumberBehind && words.IsJoint(i) && !IsTurn(words[i + 1]))
            {
                for (; i > 2 && words.IsJoint(i - 1); i--)
                {
                    // ", and", ", so that": one joint of several words.
                }

                ends.Insert(0, words.FirstPieceOf(i));
                isNumberBehind = false;
            }
            else
            {
                isNumberBehind |= TellsNumber(words[i]);
            }
        }

        return ends;
    }

    private static bool TellsNumber(ReadOnlySpan<char> word) => char.IsAsciiDigit(word[0])
        || word is "half" or "third" or "thirds" or "quarter" or "quarters" or "twice" or "double" or "doubled" or "doubling"
        or "triple" or "tripled" or "tripling" or "halve" or "halved" or "halving" or "one" or "two" or "three" or "four" or "five"
        or "six" or "seven" or "eight" or "nine" or "ten" or "eleven" or "twelve" or "fifteen" or "twenty" or "thirty" or "forty"
        or "fifty" or "sixty" or "dozen" or "hundred" or "thousand" or "million" or "billion";

    /// <summary>The words that pieces make up.</summary>
    private readonly ref struct PiecedWords
    {
        private readonly PieceList _pieces;
        private readonly ReadOnlySpan<char> _text;
        private readonly List<int> _firsts = [];

        public PiecedWords(PieceList pieces, ReadOnlySpan<char> text)
        {
            _pieces = pieces;
            _text = text;
            for (var piece = 1; piece < pieces.Count; piece++)
            {
                if (pieces.WordOf(piece) != pieces.WordOf(piece - 1))
                {
                    _firsts.Add(piece);
                }
            }
        }

        public int Count => _firsts.Count;

        public ReadOnlySpan<char> this[int word]
        {
            get
            {
                var (from, to) = _pieces.WordOf(_firsts[word]);
                return _text[from..to];
            }
        }

        public int FirstPieceOf(int word) => _firsts[word];

        /// <summary>Signs join where a gap is beside them: not in "on-time", "1,200" or "2019–2023".</summary>
        public bool IsJoint(int word)
        {
            var (from, to) = _pieces.WordOf(_firsts[word]);
            return Is(_text[from..to]) && _text[from] switch
            {
                '—' => true,
                '-' or '–' or '(' => char.IsWhiteSpace(_text[from - 1]),
                _ => to == _text.Length || char.IsWhiteSpace(_text[to]),
            };
        }
    }
}
