using System.Collections.Immutable;
using System.Text.Json;
using EcqAnalyzer.Formats.Json;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Stories;

/// <summary>The stories as one JSON object, as <c>schemas/stories.schema.json</c> says.</summary>
internal sealed class StoriesJson(StoryBook book, Utf8JsonWriter json)
{
    private const int SchemaVersion = 1;

    private readonly StoriesView _view = new(book);

    public static void Write(StoryBook book, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, JsonReporter.Options))
        {
            new StoriesJson(book, json).Write();
        }

        stream.WriteByte((byte)'\n');
    }

    private void Write()
    {
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        JsonReporter.WriteEngine(json, book.Drafts[0].Provenance);
        JsonReporter.WriteChoice(json, "framework", book.Framework.Value.Id, book.Framework);
        DocumentJson.WriteNullable(json, "today", book.Today);
        json.WriteObjects("drafts", book.Drafts, WriteDraft);
        json.WriteObjects("stories", book.Stories, WriteStory);
        json.WriteObjects("same", book.Same, same =>
        {
            json.WriteNumber("first", same.First);
            json.WriteNumber("second", same.Second);
            json.WriteNumber("shared", Rounding.Probability(same.Shared));
            json.WriteObjects("otherNumbers", same.Numbers, pair =>
            {
                WriteNumber("first", _view.DraftOf(book.Stories[same.First]), pair.First);
                WriteNumber("second", _view.DraftOf(book.Stories[same.Second]), pair.Second);
            });
        });
        WritePlan(book.Plan);
        json.WriteObjects("fits", book.Fits, WriteFit);
        json.WriteEndObject();
    }

    private void WriteDraft(Analysis draft)
    {
        JsonReporter.WriteFile(json, draft.Document.Draft.File);
        JsonReporter.WriteChoice(json, "kind", Wording.Id(draft.Kind.Value), draft.Kind);
        JudgementJson.WriteGradable(json, draft.Gradable);
    }

    private void WriteStory(ToldStory story)
    {
        json.WriteString("label", _view.Label(book.Stories.IndexOf(story)));
        json.WriteNumber("draft", story.Draft);
        DocumentJson.WriteSpan(json, story.Story.Span);
        json.WriteString("text", story.Story.Span.Of(_view.DraftOf(story).Text));
        json.WriteString("place", _view.PlaceOf(story.Draft, story.Story.Span));
        DocumentJson.WriteNullable(json, "ecq", story.Under?.Name);
        json.WriteNumber("words", story.Words);
        DocumentJson.WriteNullable(json, "level", story.Level is { } level ? Wording.Id(level) : null);
        DocumentJson.WriteNullable(json, "year", story.Year);
        DocumentJson.WriteNullable(json, "age", book.Today - story.Year);
        json.WriteNumbers("sentences", story.Story.Statements);
        json.WriteStartObject("parts");
        foreach (var part in story.Parts)
        {
            json.WriteNumbers(Wording.Id(part.Type), part.Sentences);
        }

        json.WriteEndObject();
        json.WriteObjects("measured", story.Measured, result =>
        {
            json.WriteNumber("sentence", result.Sentence);
            json.WriteObjects("numbers", result.Numbers, span =>
            {
                json.WriteString("text", span.Of(_view.DraftOf(story).Text));
                DocumentJson.WriteSpan(json, span);
            });
        });
        json.WriteObjects("shows", story.Shows, shown => WriteShown(shown.Competency, shown.Rung, shown.Strength));
    }

    private void WriteNumber(string key, Draft draft, TextSpan span)
    {
        json.WriteStartObject(key);
        json.WriteString("text", span.Of(draft.Text));
        DocumentJson.WriteSpan(json, span);
        json.WriteEndObject();
    }

    private void WriteShown(CompetencyId competency, Rung rung, double strength)
    {
        json.WriteString("competency", competency.Name);
        json.WriteNumber("rung", (int)rung);
        json.WriteNumber("strength", Rounding.Strength(strength));
    }

    private void WritePlan(StoryPlan? plan)
    {
        if (plan is null)
        {
            json.WriteNull("plan");
            return;
        }

        json.WriteStartObject("plan");
        json.WriteNumber("mostPerEcq", plan.MostPerEcq);
        json.WriteNumber("points", Rounding.Strength(plan.Points));
        json.WriteNumber("unbound", Rounding.Strength(plan.Unbound));
        json.WriteNumber("most", plan.Most);
        json.WriteObjects("ecqs", plan.Ecqs, ecq =>
        {
            json.WriteString("ecq", ecq.Ecq.Name);
            json.WriteNumber("points", Rounding.Strength(ecq.Points));
            json.WriteNumber("unbound", Rounding.Strength(ecq.Unbound));
            json.WriteNumbers("alone", ecq.Alone);
            json.WriteObjects("stories", ecq.Stories, serving =>
            {
                json.WriteNumber("story", serving.Story);
                WritePrice(serving.Price);
            });
            json.WriteObjects("competencies", ecq.Competencies, WritePlanned);
        });
        json.WriteObjects("fundamental", plan.Fundamental, WritePlanned);
        json.WriteObjects("leftOut", plan.LeftOut, left =>
        {
            json.WriteNumber("story", left.Story);
            DocumentJson.WriteNullable(json, "sameAs", left.SameAs);
            WritePrice(left.Price);
        });
        json.WriteEndObject();
    }

    private void WritePlanned(PlannedCompetency planned)
    {
        WriteShown(planned.Competency, planned.Rung, planned.Strength);
        json.WriteNumbers("shownBy", planned.ShownBy);
    }

    private void WritePrice(PlanPrice? price)
    {
        if (price is null)
        {
            json.WriteNull("price");
            return;
        }

        json.WriteStartObject("price");
        json.WriteNumber("points", Rounding.Strength(price.Points));
        json.WriteNumber("ecqs", price.Ecqs);
        WriteMoves("moves", price.Moves);
        json.WriteEndObject();
    }

    private void WriteMoves(string key, ImmutableArray<StrengthMove> moves) => json.WriteObjects(key, moves, move =>
    {
        json.WriteString("competency", move.Competency.Name);
        json.WriteNumber("from", Rounding.Strength(move.From));
        json.WriteNumber("to", Rounding.Strength(move.To));
    });

    private void WriteFit(PageFit fit)
    {
        json.WriteNumber("draft", fit.Draft);
        json.WriteNumber("pages", fit.Pages);
        json.WriteStartObject("page");
        json.WriteNumber("rows", fit.Room.Rows);
        json.WriteNumber("characters", fit.Room.Characters);
        json.WriteString("reason", fit.Room.Reason);
        json.WriteEndObject();
        json.WriteNumber("needed", fit.Needed);
        json.WriteNumber("fixed", fit.Fixed);
        json.WriteNumber("allowed", fit.Allowed);
        json.WriteNumber("kept", fit.Kept);
        json.WriteNumber("doubt", Rounding.Strength(fit.Doubt));
        json.WriteObjects("lines", fit.Lines, line =>
        {
            json.WriteString("text", line.Span.Of(book.Drafts[fit.Draft].Document.Draft.Text));
            DocumentJson.WriteSpan(json, line.Span);
            json.WriteNumbers("sentences", line.Sentences);
            json.WriteNumber("size", line.Size);
            json.WriteBoolean("kept", line.IsKept);
            json.WriteNumber("points", Rounding.Strength(line.Points));
            WriteMoves("falls", line.Falls);
            json.WriteObjects("steps", line.Steps, step =>
            {
                json.WriteString("competency", step.Competency.Name);
                json.WriteNumber("from", (int)step.From);
                json.WriteNumber("to", (int)step.To);
            });
        });
        json.WriteObjects("competencies", fit.Competencies, each =>
        {
            json.WriteString("competency", each.Competency.Name);
            json.WriteNumber("wholeRung", (int)each.WholeRung);
            json.WriteNumber("wholeStrength", Rounding.Strength(each.WholeStrength));
            json.WriteNumber("keptRung", (int)each.KeptRung);
            json.WriteNumber("keptStrength", Rounding.Strength(each.KeptStrength));
        });
    }
}
