using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Tells headings by what sets them off: larger letters, bold, capitals; never a full sentence.</summary>
internal static class Headings
{
    private const int MostWords = 14;
    private const int MostLines = 3;
    private const double Larger = 1.12;

    public static void Mark(List<Paragraph> paragraphs)
    {
        var (size, isBold) = Body(paragraphs);
        var found = new List<Found>();
        foreach (var paragraph in paragraphs.Where(paragraph => paragraph.Kind == BlockKind.Paragraph && IsShort(paragraph)))
        {
            var isLarge = paragraph.First.Size > size * Larger;
            var isSetOff = (paragraph.First.IsBold && !isBold) || IsCapitals(paragraph.Text);
            if (isLarge || (isSetOff && paragraph.First.Size > size * 0.9))
            {
                found.Add(new Found(paragraph, isLarge ? HalfPoints(paragraph.First) : 0));
            }
        }

        var levels = Numbers.Distinct(found, heading => heading.Size);
        levels.Sort((a, b) => b.CompareTo(a));
        foreach (var (paragraph, halfPoints) in found)
        {
            paragraph.Kind = BlockKind.Heading;
            paragraph.Level = Math.Min(levels.IndexOf(halfPoints) + 1, 6);
        }
    }

    /// <summary>Size and weight of most letters.</summary>
    private static (double Size, bool IsBold) Body(List<Paragraph> paragraphs)
    {
        var letters = new Dictionary<int, int>();
        var most = 0;
        foreach (var (_, line) in paragraphs.SelectMany(paragraph => paragraph.Lines))
        {
            var key = (2 * HalfPoints(line)) + (line.IsBold ? 1 : 0);
            letters[key] = letters.GetValueOrDefault(key) + Numbers.Sum(line.Words, word => word.Text.Length);
            most = letters[key] > letters.GetValueOrDefault(most) ? key : most;
        }

        return (most / 2 / 2.0, most % 2 == 1);
    }

    private static int HalfPoints(TextLine line) => (int)Math.Round(line.Size * 2);

    private static bool IsShort(Paragraph paragraph)
    {
        var text = paragraph.Text;
        return paragraph.Lines.Count <= MostLines
            && Numbers.Sum(paragraph.Lines, line => line.Line.Words.Count) <= MostWords
            && text.Any(char.IsLetter)
            && text[^1] is not ('.' or ';' or ',');
    }

    private static bool IsCapitals(string text)
    {
        var letters = text.Count(char.IsLetter);
        return letters >= 5 && text.Count(char.IsUpper) == letters && letters * 2 > text.Length;
    }

    /// <summary>A heading, and its size in half points; 0 where it is set off by other means.</summary>
    private sealed record Found(Paragraph Paragraph, int Size);
}
