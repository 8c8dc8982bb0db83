namespace EcqAnalyzer.Engine.Rules;

/// <summary>The tags that patterns may name: universal parts of speech and Penn's, as the treebanks use them. A set of tags is a
/// pair of bit masks, so that a token is tested with one operation each.</summary>
public static class TagNames
{
    private static readonly string[] Universal =
    [
        "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
        "VERB", "X",
    ];

    private static readonly string[] Penn =
    [
        "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT", "POS", "PRP",
        "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB",
        "HYPH", "NFP", "ADD", "AFX", "GW", "XX", "-LRB-", "-RRB-", ",", ".", ":", "``", "''", "$", "#",
    ];

    private static readonly Dictionary<string, ulong> UniversalBits = Bits(Universal);
    private static readonly Dictionary<string, ulong> PennBits = Bits(Penn);

    /// <summary>The tags that a pattern can name: those of letters.</summary>
    public static IReadOnlyList<string> Writable { get; } =
        [.. Universal.Concat(Penn).Where(tag => char.IsAsciiLetterUpper(tag[0]) && tag.Length > 1).Distinct()];

    /// <summary>The bit of a universal part of speech; 0 for one that is not known.</summary>
    public static ulong UniversalBit(string pos) => UniversalBits.GetValueOrDefault(pos);

    public static ulong PennBit(string tag) => PennBits.GetValueOrDefault(tag);

    public static bool IsKnown(string tag) => UniversalBits.ContainsKey(tag) || PennBits.ContainsKey(tag);

    private static Dictionary<string, ulong> Bits(string[] tags)
    {
        var bits = new Dictionary<string, ulong>(tags.Length);
        for (var i = 0; i < tags.Length; i++)
        {
            bits.Add(tags[i], 1UL << i);
        }

        return bits;
    }
}
