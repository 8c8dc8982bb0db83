using System.Collections.Immutable;

namespace EcqAnalyzer.Model;

/// <summary>
/// A draft as read from a file. <see cref="Text"/> is what the author wrote, in reading order, never altered afterwards;
/// <see cref="Blocks"/> are in order and without overlap; between two blocks stands exactly one line feed, which the
/// reader added and which has no source run. Line breaks within a block are line feeds too.
/// </summary>
public sealed record Draft(
    DraftFile File, string Text, ImmutableArray<Block> Blocks, SourceMap Source, Extraction Extraction)
{
    /// <summary>Words of the text, but for what repeats on its pages.</summary>
    public int CountWords()
    {
        var words = 0;
        foreach (var block in Blocks)
        {
            words += block.Kind == BlockKind.PageFurniture ? 0 : WordCount.Of(block.Span.Of(Text));
        }

        return words;
    }

    /// <summary>A draft of sentences that are given as such, one in each block, and that stand in no file.</summary>
    public static Draft OfSentences(string name, ImmutableArray<string> sentences)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>(sentences.Length);
        var start = 0;
        foreach (var sentence in sentences)
        {
            blocks.Add(new Block(new TextSpan(start, start + sentence.Length), BlockKind.Sentence));
            start += sentence.Length + 1;
        }

        return new Draft(
            new DraftFile(name, "", DraftFormat.Given), string.Join('\n', sentences), blocks.MoveToImmutable(), SourceMap.Empty, new Extraction(null, []));
    }
}

/// <summary>Where a draft came from: the file's name without folders, the hash of its bytes, and the format that its content
/// has, whatever its name says.</summary>
public sealed record DraftFile(string Name, ContentHash Hash, DraftFormat Format);

public enum DraftFormat
{
    Text,
    Markdown,
    Word,
    Pdf,

    /// <summary>Sentences or text handed over by another program, as in <c>ecq tag</c>.</summary>
    Given,
}

/// <summary>A paragraph-level unit as laid out. <see cref="Level"/> is the depth of a heading (1 is the highest) or of a
/// list item (0 is the outermost), the row (from 0) of a table cell, and 0 otherwise. <see cref="Page"/> counts from 1 and is
/// null where the format has no pages or does not tell.</summary>
public readonly record struct Block(TextSpan Span, BlockKind Kind, int Level = 0, int? Page = null);

public enum BlockKind
{
    Paragraph,
    Heading,
    ListItem,
    TableCell,

    /// <summary>A text box, side bar or call-out.</summary>
    Box,

    /// <summary>The text of a footnote or endnote; stands after the body.</summary>
    Note,

    /// <summary>A sentence given as such, not to be split: <c>ecq tag</c>.</summary>
    Sentence,

    /// <summary>A repeated header, footer or page number on a PDF page: in the text, never in a sentence.</summary>
    PageFurniture,
}

/// <summary>The way back from the text to the file. <see cref="Runs"/> are sorted by start and do not overlap; every character
/// that the author wrote lies in one; what a reader added lies in none.</summary>
public sealed record SourceMap(ImmutableArray<SourceRun> Runs)
{
    public static SourceMap Empty { get; } = new([]);

    /// <summary>The runs that overlap <paramref name="span"/>, in order.</summary>
    public IEnumerable<SourceRun> Over(TextSpan span)
    {
        for (var i = FirstEndingAfter(span.Start); i < Runs.Length && Runs[i].Span.Start < span.End; i++)
        {
            yield return Runs[i];
        }
    }

    private int FirstEndingAfter(int position)
    {
        var (low, high) = (0, Runs.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Runs[middle].Span.End <= position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>A stretch of text and where it stands in the file.</summary>
public readonly record struct SourceRun(TextSpan Span, SourceAnchor Anchor);

/// <summary>A place in a file, in that format's own terms.</summary>
public abstract record SourceAnchor;

/// <summary>A place in a Word package: the part's path, the ordinal (from 0) of the run (<c>w:r</c>, or the <c>r</c> of an
/// equation or drawing) among all runs of that part in document order, and the offset of the stretch's first character among the characters of that run.</summary>
public sealed record WordAnchor(string Part, int Run, int Offset) : SourceAnchor;

/// <summary>A box on a PDF page: page from 1; points (1/72 inch) from the page's top left as it is displayed.</summary>
public sealed record PageAnchor(int Page, double Left, double Top, double Right, double Bottom) : SourceAnchor;

/// <summary>A place in a text file: line and column from 1, column in UTF-16 units.</summary>
public sealed record LineAnchor(int Line, int Column) : SourceAnchor;

/// <summary>What was read, what was kept apart and what is doubtful. <see cref="Pages"/> is null where the format does not
/// tell. A draft with an <see cref="ExtractionGrade.Untrusted"/> note is not gradable.</summary>
public sealed record Extraction(int? Pages, ImmutableArray<ExtractionNote> Notes)
{
    /// <summary>Null where the format has no pages.</summary>
    public PageSetup? Setup { get; init; }

    /// <summary>Pictures in the file, whatever they show.</summary>
    public int Pictures { get; init; }

    public bool CanBeTrusted => !Notes.Any(note => note.Grade == ExtractionGrade.Untrusted);
}

/// <summary>One remark of a reader. <see cref="What"/> is a stable id such as <c>tracked-insertions</c> or
/// <c>pages-without-text</c>; <see cref="Count"/> how many; <see cref="Message"/> a plain sentence for the writer of the draft;
/// <see cref="Apart"/> the text that was kept apart, one entry each, where there is any.</summary>
public sealed record ExtractionNote(
    string What, ExtractionGrade Grade, int Count, string Message, ImmutableArray<string> Apart);

public enum ExtractionGrade
{
    /// <summary>Read, and worth saying: tables, text boxes, tracked changes.</summary>
    Read,

    /// <summary>Seen and kept apart from the sentences: comments, headers, hidden text.</summary>
    Apart,

    /// <summary>Not read, or perhaps not as the author sees it; the rest can be trusted.</summary>
    Doubtful,

    /// <summary>The text as a whole cannot be trusted.</summary>
    Untrusted,
}
