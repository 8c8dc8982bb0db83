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
        var sizes = new List<double>();
        var found = new List<Paragraph>();
        foreach (var paragraph in paragraphs.Where(paragraph => paragraph.Kind == BlockKind.Paragraph && IsShort(paragraph)))
        {
            var isLarge = paragraph.First.Size > size * Larger;
            var isSetOff = (paragraph.First.IsBold && !isBold) || IsCapitals(paragraph.Text);
            if (isLarge || (isSetOff && paragraph.First.Size > size * 0.9))
            {
                found.Add(paragraph);
                sizes.Add(isLarge ? Math.Round(paragraph.First.Size * 2) / 2 : 0);
            }
        }

        var levels = sizes.Distinct().OrderDescending().ToList();
        for (var i = 0; i < found.Count; i++)
        {
            found[i].Kind = BlockKind.Heading;
            found[i].Level = Math.Min(levels.IndexOf(sizes[i]) + 1, 6);
        }
    }

    /// <summary>Size and weight of most letters.</summary>
    private static (double Size, bool IsBold) Body(List<Paragraph> paragraphs)
    {
        var letters = new Dictionary<(double, bool), int>();
        foreach (var (_, line) in paragraphs.SelectMany(paragraph => paragraph.Lines))
        {
            var key = (Math.Round(line.Size * 2) / 2, line.IsBold);
            letters[key] = letters.GetValueOrDefault(key) + line.Words.Sum(word => word.Text.Length);
        }

        return letters.Count == 0 ? (0, false) : letters.OrderByDescending(entry => entry.Value).First().Key;
    }

    private static bool IsShort(Paragraph paragraph)
    {
        var text = paragraph.Text;
        return paragraph.Lines.Count <= MostLines
            && paragraph.Lines.Sum(line => line.Line.Words.Count) <= MostWords
            && text.Any(char.IsLetter)
            && text[^1] is not ('.' or ';' or ',');
    }

    private static bool IsCapitals(string text)
    {
        var letters = text.Count(char.IsLetter);
        return letters >= 5 && text.Count(char.IsUpper) == letters && letters * 2 > text.Length;
    }
}
