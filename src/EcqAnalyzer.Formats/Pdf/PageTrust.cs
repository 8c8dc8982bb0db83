namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Counts over a page's letters that tell whether its text is what a reader sees: a font without a character map gives
/// signs of its own choosing, a scan gives what a machine made of a picture.</summary>
internal sealed class PageTrust
{
    /// <summary>The part of a page's letters that may be unknown before its text counts for nothing.</summary>
    private const double MostUnknown = 0.15;

    /// <summary>Below this many letters no proportion means anything.</summary>
    private const int Enough = 40;

    /// <summary>Vowels make 0.37 to 0.50 of the letters of any language written in Latin ones; a shifted code far fewer.</summary>
    private const double FewestVowels = 0.24;

    private const double MostVowels = 0.62;

    private const string Vowels = "aeiouyAEIOUYàáâãäåèéêëìíîïòóôõöùúûüÀÁÂÃÄÅÈÉÊËÌÍÎÏÒÓÔÕÖÙÚÛÜ";

    private int _unknown;
    private int _invisible;
    private int _latin;
    private int _vowels;
    private int _signs;

    public PageTrust(IEnumerable<Glyph> glyphs)
    {
        foreach (var glyph in glyphs.Where(glyph => !glyph.IsBlank))
        {
            Count(glyph);
        }
    }

    public int Letters { get; private set; }

    /// <summary>The page is a picture with a text layer that somebody's text recognition made.</summary>
    public bool IsScan => Letters > 0 && _invisible > 0.8 * Letters;

    public bool CanBeTrusted =>
        _unknown <= MostUnknown * Letters + 1
        && (_latin < 3 * Enough || (_vowels > FewestVowels * _latin && _vowels < MostVowels * _latin))
        && (Letters < 3 * Enough || _signs < 0.5 * Letters);

    private void Count(Glyph glyph)
    {
        Letters++;
        _unknown += IsUnknown(glyph) ? 1 : 0;
        _invisible += glyph.Is(GlyphTraits.Invisible) ? 1 : 0;
        foreach (var letter in glyph.Text)
        {
            if (char.IsLetter(letter) && letter < '\u0250')
            {
                _latin++;
                _vowels += Vowels.Contains(letter) ? 1 : 0;
            }
        }

        // Marks that prose uses a few of: a page of nothing else is a font read by the wrong code.
        _signs += glyph.Text.Length == 1 && !char.IsLetterOrDigit(glyph.Text[0]) && glyph.Text[0] < '\u2000'
            && !glyph.Is(GlyphTraits.Symbol) && glyph.Text[0] is not ('.' or '_' or '-' or ',') ? 1 : 0;
    }

    private static bool IsUnknown(Glyph glyph) =>
        glyph.Is(GlyphTraits.Unmapped)
        || (!glyph.Is(GlyphTraits.Symbol) && glyph.Text.Any(letter => letter is '\ufffd' or (>= '\ue000' and <= '\uf8ff')));
}
