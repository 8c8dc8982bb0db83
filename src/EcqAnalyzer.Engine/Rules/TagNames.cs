namespace EcqAnalyzer.Engine.Rules;

/// <summary>The tags that patterns may name: universal parts of speech and Penn's, as the treebanks use them. They are few enough
/// for a set of them to be the bits of one number, so that a token is tested with one operation; <c>SYM</c>, a tag of both
/// kinds, is one bit.</summary>
public static class TagNames
{
    private static readonly string[] Names =
    [
        "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
        "SCONJ", "SYM", "VERB", "X", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT", "POS", "PRP",
        "PRP$", "RB", "RBR", "RBS", "RP", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB",
        "HYPH", "NFP", "ADD", "AFX", "GW", "XX",
    ];

    private const int SlotMask = 255;

    /// <summary>Places among the names plus one, by <see cref="SlotOf"/> and the slots after it; 0 ends a search.</summary>
    private static readonly byte[] Slots = MakeSlots();

    /// <summary>All of them, in no order that matters.</summary>
    public static IReadOnlyList<string> Writable => Names;

    /// <summary>One more than the places of all tags.</summary>
    internal static int Count => Names.Length + 1;

    /// <summary>The bit of a tag; 0 for those that no pattern can name, such as punctuation's.</summary>
    public static ulong BitOf(string tag) => BitAt(PlaceOf(tag));

    /// <summary>The bit of the tag at a place.</summary>
    internal static ulong BitAt(int place) => place == 0 ? 0 : 1UL << (place - 1);

    /// <summary>The place of a tag, from 1; 0 for those that no pattern can name.</summary>
    internal static int PlaceOf(string tag)
    {
        for (var slot = SlotOf(tag); Slots[slot] is > 0 and var place; slot = (slot + 1) & SlotMask)
        {
            if (Names[place - 1] == tag)
            {
                return place;
            }
        }

        return 0;
    }

    private static int SlotOf(string tag) => tag.Length < 2 ? 0 : ((tag[0] * 7) + (tag[1] * 31) + (tag[^1] * 3) + (tag.Length * 61)) & SlotMask;

    private static byte[] MakeSlots()
    {
        var slots = new byte[SlotMask + 1];
        for (var i = 0; i < Names.Length; i++)
        {
            var slot = SlotOf(Names[i]);
            while (slots[slot] > 0)
            {
                slot = (slot + 1) & SlotMask;
            }

            slots[slot] = (byte)(i + 1);
        }

        return slots;
    }
}
