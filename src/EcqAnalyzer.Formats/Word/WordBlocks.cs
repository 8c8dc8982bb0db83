using EcqAnalyzer.Formats.PlainText;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Word;

/// <summary>Turns the paragraphs of a document into the blocks of a draft: the body with its boxes, then the notes that the
/// body refers to, in the order in which it does.</summary>
internal sealed class WordBlocks
{
    private readonly DraftSource _source;
    private readonly DraftBuilder _builder;
    private readonly WordStyles _styles;
    private readonly WordNumbering _numbering;
    private readonly NumberLabels _labels;
    private readonly bool _hasPages;
    private readonly List<string> _hidden = [];
    private string _noteLabel = "";

    private WordBlocks(DraftBuilder builder, WordDocument document)
    {
        (_builder, _styles, _numbering) = (builder, document.Styles, document.Numbering);
        _source = document.Source;
        _labels = new NumberLabels(document.Numbering, document.Styles);
        _hasPages = document.Body.Tally.RenderedBreaks > 0 || document.Pages == 1;
    }

    /// <summary>Writes the blocks and returns the hidden text that was left out, paragraph by paragraph.</summary>
    public static List<string> Write(DraftBuilder builder, WordDocument document)
    {
        var blocks = new WordBlocks(builder, document);
        blocks.WriteAll(document.Body.Paragraphs);
        blocks.WriteNotes(document.Footnotes, document.Body.Tally.Footnotes, "decimal");
        blocks.WriteNotes(document.Endnotes, document.Body.Tally.Endnotes, "lowerRoman");
        return blocks._hidden;
    }

    /// <summary>Paragraphs in reading order: each with what is anchored in it behind it.</summary>
    public static IEnumerable<WordParagraph> InOrder(List<WordParagraph> paragraphs)
    {
        var pending = new Stack<(List<WordParagraph> List, int Next)>();
        pending.Push((paragraphs, 0));
        while (pending.Count > 0)
        {
            var (list, next) = pending.Pop();
            if (next == list.Count)
            {
                continue;
            }

            pending.Push((list, next + 1));
            yield return list[next];
            if (list[next].After is { } after)
            {
                pending.Push((after, 0));
            }
        }
    }

    private void WriteNotes(WordStory? story, List<(string Id, bool IsNumbered)> references, string format)
    {
        if (story is null)
        {
            return;
        }

        var notes = new Dictionary<string, List<WordParagraph>>();
        foreach (var (id, paragraphs) in story.Notes)
        {
            notes.TryAdd(id, paragraphs);
        }

        var number = 0;
        foreach (var (id, isNumbered) in references)
        {
            number += isNumbered ? 1 : 0;
            if (notes.Remove(id, out var paragraphs))
            {
                _noteLabel = isNumbered ? NumberLabels.Numeral(number, format) + ". " : "";
                WriteAll(paragraphs);
            }
        }
    }

    private void WriteAll(List<WordParagraph> paragraphs)
    {
        foreach (var paragraph in InOrder(paragraphs))
        {
            var block = Classify(paragraph);
            if (_noteLabel.Length > 0 && paragraph.HasText)
            {
                block = block with { Label = _noteLabel };
                _noteLabel = "";
            }

            paragraph.WriteTo(_builder, block, _hasPages && block.Kind != BlockKind.Note ? paragraph.Page : null);
            if (_builder.Length > ReadingLimits.TextLength)
            {
                throw WordFaults.IsTooLarge(_source, $"{ReadingLimits.TextLength >> 20} million characters");
            }

            if (_builder.BlockCount > ReadingLimits.Paragraphs)
            {
                throw WordFaults.IsTooLarge(_source, $"{ReadingLimits.Paragraphs:N0} paragraphs and lines");
            }

            if (paragraph.Hidden is { Length: > 0 } hidden && !string.IsNullOrWhiteSpace(hidden))
            {
                _hidden.Add(hidden);
            }
        }
    }

    /// <summary>What a paragraph is goes before where it stands: templates put headings and lists into tables and boxes. A
    /// note stays a note.</summary>
    private WordBlock Classify(WordParagraph paragraph)
    {
        var style = paragraph.Style ?? _styles.DefaultParagraphStyle;
        var (label, listLevel) = Number(paragraph, style);
        var heading = paragraph.Outline is { } outline ? (outline is >= 0 and < 9 ? outline + 1 : null) : _styles.HeadingLevel(style);
        return paragraph.Place switch
        {
            BlockKind.Note => new(BlockKind.Note, 0, label),
            _ when heading is { } depth => new(BlockKind.Heading, depth, label),
            _ when listLevel is { } depth => new(BlockKind.ListItem, depth, label),
            BlockKind.TableCell when HasBullet(paragraph) && Typed(paragraph, BlockKind.TableCell) is { Kind: BlockKind.ListItem } item => item,
            BlockKind.TableCell => new(BlockKind.TableCell, paragraph.Row, label),
            var place => Typed(paragraph, place),
        };
    }

    /// <summary>A list item whose bullet or number is typed. As in plain text, the bullet is layout and the number is text.</summary>
    private static WordBlock Typed(WordParagraph paragraph, BlockKind place)
    {
        if (!paragraph.HasText)
        {
            return new(place, 0, "");
        }

        var text = paragraph.Text;
        var indent = text.Length - text.AsSpan().TrimStart().Length;
        if (LineKinds.FindListSign(text.AsSpan(indent)) is not { } sign)
        {
            return new(place, 0, "");
        }

        var rest = text.AsSpan(indent + sign.Length).TrimStart();
        return rest.IsEmpty
            ? new(place, 0, "")
            : new(BlockKind.ListItem, 0, "", sign.IsDropped ? text.Length - rest.Length : 0);
    }

    /// <summary>In a table a dash may mean nothing and "●●○" how well: only a sign that is a bullet, with white space behind it, is one.</summary>
    private static bool HasBullet(WordParagraph paragraph) =>
        paragraph.HasText && paragraph.Text.AsSpan().TrimStart() is [var sign, var next, ..] && LineKinds.IsBullet(sign) && char.IsWhiteSpace(next);

    /// <summary>The number of a list item and its level; null where the paragraph is no list item.</summary>
    private (string Label, int? Level) Number(WordParagraph paragraph, string? style)
    {
        var ofStyle = _styles.Numbering(style);
        var number = paragraph.Number ?? ofStyle?.Number ?? 0;
        if (number <= 0)
        {
            return ("", null);
        }

        var level = paragraph.NumberLevel
            ?? (paragraph.Number is null && ofStyle is { } from
                ? _numbering.LevelOfStyle(number, from.Style, _styles) ?? from.Level
                : null)
            ?? 0;
        level = Math.Clamp(level, 0, WordNumbering.Levels - 1);
        return (_labels.Next(number, level), level);
    }
}
