using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Word;

/// <summary>Says what was read, what was kept apart and what is doubtful, in the words of the draft's writer.</summary>
internal static class WordRemarks
{
    public static void Write(DraftBuilder builder, WordDocument document, List<string> hidden)
    {
        WriteRead(builder, document);
        WriteApart(builder, document, hidden);
        WriteDoubtful(builder, document);
    }

    private static void WriteRead(DraftBuilder builder, WordDocument document)
    {
        var tally = document.Body.Tally;
        Say(builder, "tables", ExtractionGrade.Read, tally.Tables, "table", "was read row by row", "were read row by row");
        Say(builder, "text-boxes", ExtractionGrade.Read, tally.Boxes, "text box",
            "was read after the paragraph it belongs to", "were read after the paragraphs they belong to");
        Say(builder, "diagrams", ExtractionGrade.Read, document.DiagramsRead, "diagram",
            "was read after the paragraph it belongs to", "were read after the paragraphs they belong to");
        Say(builder, "footnotes", ExtractionGrade.Read, tally.Footnotes.Count, "footnote",
            "was read after the text", "were read after the text");
        Say(builder, "endnotes", ExtractionGrade.Read, tally.Endnotes.Count, "endnote",
            "was read after the text", "were read after the text");
        Say(builder, "tracked-insertions", ExtractionGrade.Read, tally.Insertions, "tracked insertion",
            "is read as part of the text", "are read as part of the text");
        Say(builder, "tracked-deletions", ExtractionGrade.Read, tally.Deletions, "tracked deletion",
            "is left out of the text", "are left out of the text");
        Say(builder, "tracked-moves", ExtractionGrade.Read, tally.Moves, "moved passage",
            "is read at its new place", "are read at their new places");
        Say(builder, "placeholders", ExtractionGrade.Read, tally.Placeholders, "form field",
            "still shows its prompt, which is read as text", "still show their prompts, which are read as text");
    }

    private static void WriteApart(DraftBuilder builder, WordDocument document, List<string> hidden)
    {
        Say(builder, "hidden-text", ExtractionGrade.Apart, [.. hidden], "passage of hidden text", "was", "were");
        var comments = ImmutableArray.CreateBuilder<string>();
        foreach (var (_, paragraphs) in document.Comments?.Notes ?? [])
        {
            AddText(comments, paragraphs);
        }

        Say(builder, "comments", ExtractionGrade.Apart, comments.ToImmutable(), "comment", "was", "were");
        foreach (var (kind, what) in (ReadOnlySpan<(string, string)>)[("header", "headers"), ("footer", "footers")])
        {
            var texts = ImmutableArray.CreateBuilder<string>();
            foreach (var (of, story) in document.HeadersAndFooters)
            {
                if (of == kind)
                {
                    AddText(texts, story.Paragraphs);
                }
            }

            Say(builder, what, ExtractionGrade.Apart, texts.ToImmutable(), kind, "was", "were");
        }
    }

    private static void WriteDoubtful(DraftBuilder builder, WordDocument document)
    {
        var tally = document.Body.Tally;
        if (tally.ChunkCount > 0)
        {
            var types = new SortedSet<string>(tally.Chunks.Select(document.ChunkType), StringComparer.Ordinal);
            builder.Note("embedded-documents", ExtractionGrade.Doubtful, tally.ChunkCount,
                $"{Counted(tally.ChunkCount, "embedded document")} ({string.Join(", ", types.Take(5))}) "
                + $"{(tally.ChunkCount == 1 ? "was" : "were")} not read. Open the draft in Word and save it again: Word then takes the text in.");
        }

        Say(builder, "linked-documents", ExtractionGrade.Doubtful, tally.SubDocuments, "linked document",
            "lies in another file and was not read", "lie in other files and were not read");
        Say(builder, "embedded-objects", ExtractionGrade.Doubtful, tally.Objects, "embedded object",
            "was not read; if it holds text of the draft, write that as text", "were not read; if they hold text of the draft, write that as text");
        Say(builder, "charts", ExtractionGrade.Doubtful, tally.Charts, "chart",
            "was not read", "were not read");
        Say(builder, "pictures", ExtractionGrade.Doubtful, Math.Max(0, tally.Pictures - tally.Objects), "picture",
            "was not read; if it shows text, write that as text", "were not read; if they show text, write that as text");
        Say(builder, "diagrams-unread", ExtractionGrade.Doubtful, tally.DiagramCount - document.DiagramsRead, "diagram",
            "was not read", "were not read");
        Say(builder, "control-characters", ExtractionGrade.Doubtful, tally.ControlCharacters, "control character",
            "that no page can show was left out", "that no page can show were left out");
        if (document.FaultyParts.Count > 0)
        {
            builder.Note("damaged-parts", ExtractionGrade.Doubtful, document.FaultyParts.Count,
                $"Damaged and not wholly read: {string.Join(", ", document.FaultyParts)}.");
        }

        WriteDamage(builder, document);
    }

    private static void WriteDamage(DraftBuilder builder, WordDocument document)
    {
        if (document.Body.Fault is not null)
        {
            builder.Note("damaged-text", ExtractionGrade.Untrusted, 1,
                "The file is damaged: the text was read up to the damage, and what follows is lost. Open the draft in Word, let it "
                + "repair the file, and save it under a new name.");
        }
        else if (document.IsRecovered)
        {
            builder.Note("damaged-archive", ExtractionGrade.Doubtful, 1,
                "The file's list of contents is damaged. The text was found without it and is whole; footnotes or comments may "
                + "be lost. Open the draft in Word and save it under a new name.");
        }
    }

    private static void AddText(ImmutableArray<string>.Builder texts, List<WordParagraph> paragraphs)
    {
        var text = string.Join('\n', WordBlocks.InOrder(paragraphs).Where(one => one.HasText).Select(one => one.Text));
        // First page, odd and even pages often have the same header.
        if (text.Length > 0 && (texts.Count > ReadingLimits.HeadersAndFooters || !texts.Contains(text)))
        {
            texts.Add(text);
        }
    }

    private static void Say(
        DraftBuilder builder, string what, ExtractionGrade grade, ImmutableArray<string> apart, string noun, string one, string many)
    {
        if (apart.Length > 0)
        {
            builder.Note(what, grade, apart.Length,
                $"{Counted(apart.Length, noun)} {(apart.Length == 1 ? one : many)} kept apart from the text.", apart);
        }
    }

    private static void Say(
        DraftBuilder builder, string what, ExtractionGrade grade, int count, string noun, string one, string many)
    {
        if (count > 0)
        {
            builder.Note(what, grade, count, $"{Counted(count, noun)} {(count == 1 ? one : many)}.");
        }
    }

    private static string Counted(int count, string noun) => count == 1
        ? $"1 {noun}"
        : noun.StartsWith("passage ", StringComparison.Ordinal)
            ? $"{count} passages{noun["passage".Length..]}"
            : noun.EndsWith('x') ? $"{count} {noun}es" : $"{count} {noun}s";
}
