using System.Collections.Immutable;
using System.Text.Json;
using EcqAnalyzer.Model;
using static EcqAnalyzer.Formats.Json.SavedReportReader;

namespace EcqAnalyzer.Formats.Json;

/// <summary>
/// A draft out of a saved report. Its text is whole; of its blocks the report holds what its sentences tell: a line is a block
/// of the kind of the sentence that begins in it, lines that one sentence joins are one block, and a line without a sentence
/// was a header or footer. Reports of earlier versions do not say the kind: a section's heading is a heading there, the rest
/// paragraphs.
/// </summary>
internal static class SavedDraft
{
    public static Draft Rebuild(JsonElement report)
    {
        var text = Text(report, "text");
        var sentences = All(report.GetProperty("sentences"), sentence => new Line(
            Span(sentence),
            sentence.TryGetProperty("block", out var block) ? Wording.FindBlock(block.GetString()) : null,
            sentence.GetProperty("page") is { ValueKind: JsonValueKind.Number } page ? page.GetInt32() : null));
        if (sentences.Any(sentence => sentence.Span.End > text.Length))
        {
            throw new FormatException("a sentence lies outside the text");
        }

        var headings = report.GetProperty("sections").EnumerateArray()
            .Where(section => Text(section, "heading").Length > 0)
            .Select(section => section.GetProperty("start").GetInt32())
            .ToHashSet();
        return new Draft(ReadFile(report), text, Blocks(text, sentences, headings), SourceMap.Empty, ReadExtraction(report.GetProperty("extraction")));
    }

    private static ImmutableArray<Block> Blocks(string text, ImmutableArray<Line> sentences, HashSet<int> headings)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var next = 0;
        for (var start = 0; start < text.Length;)
        {
            var first = next;
            var end = EndOfLine(text, start);
            for (; next < sentences.Length && sentences[next].Span.Start < end; next++)
            {
                end = sentences[next].Span.End > end ? EndOfLine(text, sentences[next].Span.End) : end;
            }

            if (end > start)
            {
                blocks.Add(BlockOf(new TextSpan(start, end), next > first ? sentences[first] : null, headings));
            }

            start = end + 1;
        }

        return blocks.ToImmutable();
    }

    private static Block BlockOf(TextSpan span, Line? first, HashSet<int> headings)
    {
        var kind = first is null ? BlockKind.PageFurniture
            : first.Kind ?? (headings.Contains(span.Start) ? BlockKind.Heading : BlockKind.Paragraph);
        return new Block(span, kind, kind == BlockKind.Heading ? 1 : 0, first?.Page);
    }

    private static int EndOfLine(string text, int from) => text.IndexOf('\n', from) is >= 0 and var end ? end : text.Length;

    private static DraftFile ReadFile(JsonElement report)
    {
        var format = report.GetProperty("extraction").GetProperty("format").GetString();
        var file = report.GetProperty("file");
        return new DraftFile(
            Text(file, "name"), Text(file, "sha256"), Enum.GetValues<DraftFormat>().FirstOrDefault(each => Wording.Id(each) == format, DraftFormat.Given));
    }

    /// <summary>With what checks of the page ask for; notes are the reader's own and are not repeated.</summary>
    private static Extraction ReadExtraction(JsonElement extraction) => new(
        extraction.GetProperty("pages") is { ValueKind: JsonValueKind.Number } pages ? pages.GetInt32() : null, [])
    {
        Pictures = extraction.TryGetProperty("pictures", out var pictures) ? pictures.GetInt32() : 0,
        Setup = extraction.TryGetProperty("page", out var page) && page.ValueKind == JsonValueKind.Object ? ReadSetup(page) : null,
    };

    private static PageSetup ReadSetup(JsonElement page) => new(
        page.TryGetProperty("width", out var width) ? new PageSize(width.GetDouble(), Number(page, "height")) : null,
        page.TryGetProperty("margins", out var margins)
            ? new Margins(Number(margins, "left"), Number(margins, "top"), Number(margins, "right"), Number(margins, "bottom"))
            : null,
        All(page.GetProperty("fonts"), font => new FontUse(Text(font, "name"), Number(font, "size"), font.GetProperty("characters").GetInt32())));

    private static double Number(JsonElement holder, string key) => holder.GetProperty(key).GetDouble();

    private sealed record Line(TextSpan Span, BlockKind? Kind, int? Page);
}
