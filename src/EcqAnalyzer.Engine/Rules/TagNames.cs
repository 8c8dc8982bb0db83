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

    private static readonly Dictionary<string, int> UniversalPlaces = Places(Universal);
    private static readonly Dictionary<string, int> PennPlaces = Places(Penn);

    /// <summary>The tags that a pattern can name: those of letters.</summary>
    public static IReadOnlyList<string> Writable { get; } =
        [.. Universal.Concat(Penn).Where(tag => char.IsAsciiLetterUpper(tag[0]) && tag.Length > 1).Distinct()];

    /// <summary>The bit of a universal part of speech; 0 for one that is not known.</summary>
    public static ulong UniversalBit(string pos) => UniversalPlaces.TryGetValue(pos, out var place) ? 1UL << place : 0;

    public static ulong PennBit(string tag) => PennPlaces.TryGetValue(tag, out var place) ? 1UL << place : 0;

    public static bool IsKnown(string tag) => UniversalPlaces.ContainsKey(tag) || PennPlaces.ContainsKey(tag);

    private static Dictionary<string, int> Places(string[] tags)
    {
        var places = new Dictionary<string, int>(tags.Length);
        for (var i = 0; i < tags.Length; i++)
        {
            places.Add(tags[i], i);
        }

        return places;
    }
}
