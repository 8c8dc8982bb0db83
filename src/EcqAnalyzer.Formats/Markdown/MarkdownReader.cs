using EcqAnalyzer.Formats.PlainText;
using EcqAnalyzer.Model;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace EcqAnalyzer.Formats.Markdown;

/// <summary>
/// Reads Markdown: Markdig finds the structure and the place of every piece of text, <see cref="MarkdownBlocks"/> makes
/// blocks of it. Two rules of Markdown are off, since people who write drafts in it do not know them: indented lines
/// are prose, not code, and "[Challenge]: understaffed" is a sentence, not the target of a link.
/// </summary>
public sealed class MarkdownReader : IDraftReader
{
    private static readonly MarkdownPipeline _pipeline = CreatePipeline();

    public DraftFormat Format => DraftFormat.Markdown;

    public Draft Read(DraftSource source, CancellationToken cancellation)
    {
        var decoded = PlainTextReader.Decode(source);
        var settings = TomlFrontMatter.Length(decoded.Text);
        if (Parse(Blank(decoded.Text, settings)) is not { } document)
        {
            return ReadAsText(source, cancellation);
        }

        var builder = new DraftBuilder();
        foreach (var note in decoded.Notes)
        {
            builder.Note(note.What, note.Grade, note.Count, note.Message);
        }

        new MarkdownBlocks(decoded.Text, builder).Add(document, decoded.Text[..settings].Trim('+', '\r', '\n'), cancellation);
        PlainTextReader.NoteControls(builder, decoded.Text);
        return builder.Build(source, DraftFormat.Markdown, pages: null);
    }

    /// <summary>Empty lines in place of the beginning, so that all else stays where it is.</summary>
    private static string Blank(string text, int length) => length == 0 ? text : new string('\n', length) + text[length..];

    /// <summary>Null where the markup is beyond what a person writes: too long, too many links, too deeply
    /// nested.</summary>
    private static MarkdownDocument? Parse(string text)
    {
        if (text.Length > ReadingLimits.MarkdownLength || text.AsSpan().Count('[') > ReadingLimits.MarkdownLinks)
        {
            return null;
        }

        try
        {
            return Markdig.Markdown.Parse(text, _pipeline);
        }
        catch (ArgumentException)
        {
            return null; // Markdig's own limit of nesting.
        }
    }

    private static Draft ReadAsText(DraftSource source, CancellationToken cancellation)
    {
        var draft = new PlainTextReader().Read(source, cancellation);
        const string message = "The Markdown is too long or too deeply nested to follow; " +
            "the file was read as plain text, signs and all.";
        var note = new ExtractionNote("markdown-as-text", ExtractionGrade.Doubtful, 1, message, []);
        return draft with { Extraction = draft.Extraction with { Notes = draft.Extraction.Notes.Insert(0, note) } };
    }

    private static MarkdownPipeline CreatePipeline()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .UseYamlFrontMatter()
            .UsePipeTables()
            .UseFootnotes()
            .UseTaskLists()
            .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough);
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        return builder.Build();
    }
}
