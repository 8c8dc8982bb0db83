using EcqAnalyzer.Formats.PlainText;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Markdown;

/// <summary>
/// Finds what the author of a paragraph meant by its line ends, where Markdown takes all of them for spaces: items behind signs that
/// open no list in Markdown ("•", "(1)"), and headings in capitals.
/// </summary>
internal static class LooseLines
{
    /// <summary>The lines at which a block begins, from the top; none where Markdown says it all.</summary>
    /// <param name="text">Of the file.</param>
    /// <param name="paragraph">Where it stands in the file.</param>
    /// <param name="outer">What the paragraph is to Markdown; the sign of an item is none of its text.</param>
    public static List<LooseBlock> Find(string text, TextSpan paragraph, LooseBlock outer)
    {
        var lines = Lines(text, paragraph);
        var sign = SharedSign(text, lines);
        var mayHead = lines.Count(line => IsHeading(line.Of(text))) * 2 <= lines.Count + 1;
        var blocks = new List<LooseBlock>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var words = line.Of(text);
            if (i == 0 && outer.Kind == BlockKind.ListItem)
            {
                continue;
            }

            if (LineKinds.FindListSign(words) is { } found && (words[0] == sign || LineKinds.IsBullet(words[0]) || LineKinds.IsLetterO(words)))
            {
                var level = outer.Kind == BlockKind.ListItem ? outer.Level + 1 : 0;
                blocks.Add(new LooseBlock(BlockKind.ListItem, level, line.Start, line.Start + (found.IsDropped ? found.Length : 0)));
            }
            else if (mayHead && IsHeading(words))
            {
                blocks.Add(new LooseBlock(BlockKind.Heading, 1, line.Start, line.Start));
            }
            else if (blocks is [.., { Kind: BlockKind.Heading }])
            {
                blocks.Add(new LooseBlock(BlockKind.Paragraph, 0, line.Start, line.Start));
            }
        }

        return blocks;
    }

    private static bool IsHeading(ReadOnlySpan<char> words) => LineKinds.MayBeHeading(words) && LineKinds.IsInCapitals(words);

    /// <summary>What opens the first line and another: a dash alone may be one in a sentence.</summary>
    private static char? SharedSign(string text, List<TextSpan> lines)
    {
        if (lines.Count == 0)
        {
            return null;
        }

        var sign = text[lines[0].Start];
        return lines.Count(line => text[line.Start] == sign && LineKinds.FindListSign(line.Of(text)) is not null) > 1 ? sign : null;
    }

    /// <summary>Without white space at either end, and without the signs of a quotation.</summary>
    private static List<TextSpan> Lines(string text, TextSpan paragraph)
    {
        var lines = new List<TextSpan>();
        for (var start = paragraph.Start; start < paragraph.End;)
        {
            var length = text.AsSpan(start, paragraph.End - start).IndexOfAny('\r', '\n');
            var end = length < 0 ? paragraph.End : start + length;
            var line = text.AsSpan(start, end - start).TrimEnd().Length;
            var words = text.AsSpan(start, line).TrimStart(" \t>").Length;
            if (words > 0)
            {
                lines.Add(new TextSpan(start + line - words, start + line));
            }

            start = end + 1;
        }

        return lines;
    }
}

/// <summary>A block that begins with a line of the file: where the line begins, and where its text does, behind a bullet.</summary>
internal sealed record LooseBlock(BlockKind Kind, int Level, int Start, int TextStart);
