using EcqAnalyzer.Formats.PlainText;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Word;

/// <summary>
/// Lines that were broken by hand within a paragraph (Shift+Enter). Word wraps by itself, so such a line is one that the writer
/// wanted: an item of a list, a post, its dates. Each becomes a block, but for those that plainly go on with the line before, or
/// were broken because the next word did not fit, as text pasted from a mail is.
/// </summary>
internal static class SoftLines
{
    /// <summary>What the paragraph becomes: itself where it has one line.</summary>
    /// <param name="text">Of the paragraph.</param>
    /// <param name="whole">What the paragraph is; its label and its bullet are those of the first line.</param>
    public static IEnumerable<WordBlock> Split(string text, WordBlock whole)
    {
        if (whole.Kind is BlockKind.Heading or BlockKind.Note || text.AsSpan().Trim().IndexOf('\n') < 0)
        {
            return [whole];
        }

        var lines = TextLines.Split(text).FindAll(line => !line.IsBlank);
        var (width, blocks) = (WrapWidth.Find(text, lines), new List<WordBlock> { whole with { To = lines[0].End } });
        for (var i = 1; i < lines.Count; i++)
        {
            var line = lines[i];
            if (LineKinds.FindListSign(line.Of(text)) is { IsDropped: true } sign && LineKinds.Skip(line, text, sign.Length) is { IsBlank: false } item)
            {
                blocks.Add(new WordBlock(BlockKind.ListItem, 0, "", item.Start, line.End));
            }
            else if (GoesOn(text, lines[i - 1], line, width) || IsNumbered(whole))
            {
                blocks[^1] = blocks[^1] with { To = line.End };
            }
            else
            {
                var plain = whole.Kind == BlockKind.ListItem ? new WordBlock(BlockKind.Paragraph, 0, "") : whole with { Label = "" };
                blocks.Add(plain with { From = line.Start, To = line.End });
            }
        }

        return blocks;
    }

    /// <summary>An item that Word itself numbers, or gives its bullet: what stands below its first line belongs to it.</summary>
    private static bool IsNumbered(WordBlock whole) => whole.Kind == BlockKind.ListItem && whole.From == 0;

    private static bool GoesOn(string text, TextLine last, TextLine line, int width) =>
        (char.IsLower(text[line.Start]) && !LineKinds.EndsSentence(last.Of(text)))
        || WrapWidth.IsBrokenAt(width, last, line.FirstWordLength(text));
}
