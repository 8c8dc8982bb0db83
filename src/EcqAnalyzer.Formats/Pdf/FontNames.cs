namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Tells the family of a font from the name in a file: "ABCDEF+TimesNewRomanPS-BoldMT" is "TimesNewRoman".</summary>
internal static class FontNames
{
    private const int SubsetTag = 6;
    private static readonly string[] Endings = ["PSMT", "PS", "MT", "-Roman", "Regular"];

    public static string FamilyOf(string name)
    {
        name = name.Length > SubsetTag && name[SubsetTag] == '+' ? name[(SubsetTag + 1)..] : name;
        var family = name;
        foreach (var sign in (ReadOnlySpan<char>)['-', ','])
        {
            var cut = family.IndexOf(sign);
            family = cut > 0 ? family[..cut] : family;
        }

        foreach (var ending in Endings)
        {
            if (family.Length > ending.Length && family.EndsWith(ending, StringComparison.Ordinal))
            {
                family = family[..^ending.Length];
                break;
            }
        }

        return family.Length > 0 ? family : "unnamed";
    }
}
