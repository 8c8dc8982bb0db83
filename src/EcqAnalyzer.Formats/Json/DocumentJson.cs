using System.Collections.Immutable;
using System.Text.Json;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Json;

/// <summary>What was read: sections, stories and the notes of the reader.</summary>
internal static class DocumentJson
{
    public static void WriteSections(Utf8JsonWriter json, Document document)
    {
        json.WriteObjects("sections", document.Sections, section =>
        {
            WriteSpan(json, section.Span);
            json.WriteString("kind", Wording.Id(section.Kind));
            json.WriteString("heading", section.Heading);
            WriteNullable(json, "ecq", section.Ecq?.Name);
            if (section.Post is { } post)
            {
                WritePost(json, post, document.Draft.Text);
            }

            json.WriteNumbers("sentences", section.Sentences.Select(sentence => sentence.Index));
        });
    }

    public static void WriteStories(Utf8JsonWriter json, ImmutableArray<Story> stories)
    {
        json.WriteObjects("stories", stories, story =>
        {
            WriteSpan(json, story.Span);
            json.WriteNumbers("sentences", story.Statements);
        });
    }

    /// <summary>The numbers of a sentence. Where nothing is told of a change, its keys are left out.</summary>
    public static void WriteMeasures(Utf8JsonWriter json, ImmutableArray<Measure> measures)
    {
        json.WriteStartArray("measures");
        foreach (var measure in measures)
        {
            json.WriteStartObject();
            WriteSpan(json, measure.Span);
            json.WriteString("kind", Wording.Id(measure.Kind));
            json.WriteNumber("value", Rounding.Value(measure.Value));
            json.WriteString("unit", measure.Unit);
            json.WriteString("tells", Wording.Id(measure.Sense));
            if (measure.From is { } from)
            {
                json.WriteNumber("from", Rounding.Value(from));
            }

            if (measure.Direction != Direction.None)
            {
                json.WriteString("direction", measure.Direction == Direction.Up ? "up" : "down");
            }

            if (measure.IsDifference)
            {
                json.WriteBoolean("isDifference", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteExtraction(Utf8JsonWriter json, Draft draft)
    {
        json.WriteStartObject("extraction");
        json.WriteString("format", Wording.Id(draft.File.Format));
        WriteNullable(json, "pages", draft.Extraction.Pages);
        json.WriteNumber("paragraphs", draft.Blocks.Count(block => block.Kind != BlockKind.PageFurniture));
        json.WriteBoolean("canBeTrusted", draft.Extraction.CanBeTrusted);
        WritePage(json, draft.Extraction.Setup);
        json.WriteNumber("pictures", draft.Extraction.Pictures);
        json.WriteObjects("notes", draft.Extraction.Notes, note =>
        {
            json.WriteString("what", note.What);
            json.WriteString("grade", Wording.Id(note.Grade));
            json.WriteNumber("count", note.Count);
            json.WriteString("message", note.Message);
            json.WriteTexts("apart", note.Apart);
        });
        json.WriteEndObject();
    }

    /// <summary>Null where the format has no pages.</summary>
    private static void WritePage(Utf8JsonWriter json, PageSetup? setup)
    {
        if (setup is null)
        {
            json.WriteNull("page");
            return;
        }

        json.WriteStartObject("page");
        if (setup.Size is { } size)
        {
            json.WriteNumber("width", size.Width);
            json.WriteNumber("height", size.Height);
        }

        if (setup.Margins is { } margins)
        {
            json.WriteStartObject("margins");
            json.WriteNumber("left", margins.Left);
            json.WriteNumber("top", margins.Top);
            json.WriteNumber("right", margins.Right);
            json.WriteNumber("bottom", margins.Bottom);
            json.WriteEndObject();
        }

        json.WriteObjects("fonts", setup.Fonts, font =>
        {
            json.WriteString("name", font.Name);
            json.WriteNumber("size", font.Size);
            json.WriteNumber("characters", font.Characters);
        });
        json.WriteEndObject();
    }

    public static void WriteSpan(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("length", span.Length);
    }

    public static void WriteNullable(Utf8JsonWriter json, string key, int? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(key, known);
        }
        else
        {
            json.WriteNull(key);
        }
    }

    public static void WriteNullable(Utf8JsonWriter json, string key, string? text)
    {
        if (text is null)
        {
            json.WriteNull(key);
        }
        else
        {
            json.WriteString(key, text);
        }
    }

    private static void WritePost(Utf8JsonWriter json, Post post, string text)
    {
        json.WriteStartObject("post");
        WriteNullable(json, "employer", post.Employer?.Of(text).ToString());
        WriteNullable(json, "role", post.Role?.Of(text).ToString());
        WriteNullable(json, "dates", post.Dates?.Of(text).ToString());
        WriteNullable(json, "fromYear", post.FromYear);
        WriteNullable(json, "toYear", post.ToYear);
        json.WriteBoolean("current", post.IsCurrent);
        json.WriteEndObject();
    }
}
