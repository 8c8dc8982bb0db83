using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Writes paragraphs into a draft: a run for each word, one space that the reader adds between words and lines, hyphens at
/// line ends resolved.</summary>
internal sealed class PdfDraftWriter(DraftBuilder draft, Hyphenation hyphenation)
{
    public void Write(Paragraph paragraph)
    {
        draft.BeginBlock(paragraph.Kind, paragraph.Level, paragraph.Page);
        string? last = null;
        for (var i = 0; i < paragraph.Lines.Count; i++)
        {
            var (page, line) = paragraph.Lines[i];
            var words = i == 0 && paragraph.HasBullet ? line.Words.Skip(1).ToList() : line.Words;
            if (words.Count == 0)
            {
                continue;
            }

            if (last is not null)
            {
                JoinLines(last, words[0].Text);
            }

            var next = i + 1 < paragraph.Lines.Count ? paragraph.Lines[i + 1].Line.Words[0].Text : null;
            last = Write(page, line.Frame, words, next);
        }

        draft.EndBlock();
    }

    private void JoinLines(string before, string after)
    {
        if (hyphenation.Decide(before, after) == Join.Space)
        {
            draft.Append(" ", null);
        }
    }

    private string Write(int page, Frame frame, List<Word> words, string? nextLine)
    {
        var solid = words[0].Text;
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0)
            {
                var space = TextLine.IsSpaceBetween(words[i - 1], words[i]);
                solid = space ? words[i].Text : solid + words[i].Text;
                draft.Append(space ? " " : "", null);
            }

            var text = words[i].Text;
            if (i == words.Count - 1 && nextLine is not null && hyphenation.Decide(solid, nextLine) == Join.DropHyphen)
            {
                text = text[..^1];
            }

            draft.Append(text, Anchor(page, frame.ToPage(words[i].Box)));
        }

        return solid;
    }

    private static PageAnchor Anchor(int page, Box box) =>
        new(page, Round(box.Left), Round(box.Top), Round(box.Right), Round(box.Bottom));

    /// <summary>A hundredth of a point is finer than any eye or printer.</summary>
    private static double Round(double points) => Math.Round(points, 2);
}
