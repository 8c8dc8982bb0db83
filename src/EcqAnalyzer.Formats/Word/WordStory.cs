using EcqAnalyzer.Formats.Word.Comments;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Word;

/// <summary>What a walk over one part needs to know: whose bytes they are, the document's styles, and the kind of block that
/// a plain paragraph of the part makes.</summary>
internal sealed record WordWalkSettings(DraftSource Source, WordStyles Styles, BlockKind Place)
{
    /// <summary>Told of every place in the XML, where somebody asks; null when a draft is read.</summary>
    public WordTrace? Trace { get; init; }
}

/// <summary>What a walk over one part found.</summary>
internal sealed class WordStory(string part)
{
    public string Part { get; } = part;

    /// <summary>The local name of the root element; "" where it belongs to no vocabulary of Word, null where there is none.</summary>
    public string? Root { get; set; }

    public List<WordParagraph> Paragraphs { get; } = [];

    /// <summary>Notes and comments by their id; separators and the like are left out.</summary>
    public List<(string Id, List<WordParagraph> Paragraphs)> Notes { get; } = [];

    public WordTally Tally { get; } = new();

    /// <summary>What ended the walk before the part's end, if anything did.</summary>
    public Exception? Fault { get; set; }
}
