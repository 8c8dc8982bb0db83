using System.Collections.Immutable;
using System.Text.Json;
using EcqAnalyzer.Formats.Json;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Grading;

/// <summary>A graded class as one JSON object, as <c>schemas/grade.schema.json</c> says: proposals with their facts and
/// sentences, all grades, agreement, and the summary.</summary>
public static class ClassJson
{
    private const int SchemaVersion = 1;

    public static void Write(GradedClass graded, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(graded);
        ArgumentNullException.ThrowIfNull(stream);
        using (var json = new Utf8JsonWriter(stream, JsonReporter.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            if (graded.Provenance is { } provenance)
            {
                JsonReporter.WriteEngine(json, provenance);
            }

            WriteExercise(json, graded.Exercise);
            json.WriteObjects("drafts", graded.Drafts, draft => WriteDraft(json, graded, draft));
            json.WriteObjects("grades", graded.Book.All, grade => WriteGrade(json, graded, grade));
            json.WriteObjects("nearIdentical", graded.NearIdentical, pair => WritePair(json, graded, pair));
            json.WriteObjects("proposalsWithTrainer", graded.MachineWithTrainer, study => WriteStudy(json, study));
            json.WriteObjects("markers", graded.AmongMarkers, study => WriteStudy(json, study));
            WriteSummary(json, graded.Summary);
            json.WriteObjects("learned", graded.Learned?.Sorts ?? ImmutableArray<LearnedSort>.Empty, sort => WriteLearned(json, sort));
            json.WriteTexts("failed", graded.Failed.Select(fault => fault.File));
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteExercise(Utf8JsonWriter json, Exercise exercise)
    {
        json.WriteStartObject("exercise");
        json.WriteString("id", exercise.Id);
        json.WriteString("title", exercise.Title);
        json.WriteString("framework", exercise.Framework.Id);
        json.WriteString("rubric", exercise.Rubric.Id);
        json.WriteObjects("criteria", exercise.Rubric.Criteria, criterion =>
        {
            json.WriteString("id", criterion.Id);
            json.WriteString("name", criterion.Name);
            json.WriteNumber("weight", Rounding.Value(criterion.Weight));
            json.WriteTexts("levels", criterion.Levels.Select(level => level.Name));
        });
        json.WriteEndObject();
    }

    private static void WriteDraft(Utf8JsonWriter json, GradedClass graded, GradedDraft draft)
    {
        json.WriteString("participant", graded.Show(draft.Participant));
        json.WriteNumber("words", draft.Words);
        json.WriteTexts("partsTold", draft.PartsTold.Select(Wording.Id));
        WriteNumber(json, "proposedTotal", GradeBook.WeightedMean(draft, proposal => proposal.Level));
        WriteNumber(json, "total", graded.Book.TotalOf(draft));
        json.WriteObjects("proposals", draft.Proposals, proposal =>
        {
            json.WriteString("criterion", proposal.Criterion.Id);
            WriteLevel(json, "level", proposal.Level);
            WriteLevel(json, "byRubric", proposal.ByRubric);
            json.WriteBoolean("needsReader", proposal.NeedsReader);
            json.WriteString("because", proposal.Because);
            json.WriteObjects("support", proposal.Support, quotation =>
            {
                json.WriteNumber("sentence", quotation.Sentence);
                json.WriteString("text", quotation.Words);
            });
            json.WriteTexts("raise", proposal.Raise);
            json.WriteStartObject("facts");
            foreach (var fact in proposal.Facts)
            {
                json.WriteNumber(fact.Id, Rounding.Value(fact.Value));
            }

            json.WriteEndObject();
            WriteLevel(json, "stands", graded.Book.FindStanding(draft.Participant, proposal.Criterion.Id)?.Level);
        });
    }

    private static void WriteGrade(Utf8JsonWriter json, GradedClass graded, Grade grade)
    {
        json.WriteString("participant", graded.Show(grade.Participant));
        json.WriteString("criterion", grade.Criterion);
        json.WriteString("marker", grade.Marker);
        WriteLevel(json, "level", grade.Level);
        json.WriteString("reason", grade.Reason);
    }

    private static void WritePair(Utf8JsonWriter json, GradedClass graded, NearIdentical pair)
    {
        json.WriteString("one", graded.Show(pair.One));
        json.WriteString("other", graded.Show(pair.Other));
        json.WriteNumber("share", Rounding.Probability(pair.Share));
        json.WriteNumber("sameSentences", pair.SameSentences);
        json.WriteNumber("sentences", pair.Sentences);
    }

    private static void WriteStudy(Utf8JsonWriter json, AgreementStudy study)
    {
        json.WriteString("name", study.Name);
        json.WriteTexts("markers", study.Markers);
        json.WriteNumber("units", study.Units);
        json.WriteString("says", study.Says);
        WriteFigures(json, study.Figures);
        json.WriteObjects("pairs", study.Pairs, pair =>
        {
            json.WriteString("one", pair.One);
            json.WriteString("other", pair.Other);
            json.WriteNumber("units", pair.Units);
            json.WriteString("says", pair.Says);
            WriteFigures(json, pair.Differences is { } limits ? [.. pair.Figures, limits.Bias, limits.Low, limits.High] : pair.Figures);
        });
        json.WriteObjects("habits", study.Habits, habit =>
        {
            json.WriteString("marker", habit.Marker);
            json.WriteNumber("units", habit.Units);
            json.WriteString("says", habit.Says);
            WriteFigures(json, [habit.Severity, habit.Drift]);
        });
    }

    private static void WriteSummary(Utf8JsonWriter json, ClassSummary summary)
    {
        json.WriteStartObject("summary");
        json.WriteObjects("levels", summary.Criteria, spread =>
        {
            json.WriteString("criterion", spread.Criterion.Id);
            json.WriteNumbers("proposed", spread.Proposed);
            json.WriteNumbers("decided", spread.Decided);
        });
        json.WriteObjects("parts", summary.Parts, part =>
        {
            json.WriteString("part", Wording.Id(part.Part));
            json.WriteNumber("told", part.Told);
            json.WriteNumber("of", part.Of);
        });
        json.WriteObjects("competencies", summary.Competencies, count =>
        {
            json.WriteString("competency", count.Competency.Id.Name);
            json.WriteNumber("evident", count.Evident);
            json.WriteNumber("of", count.Of);
        });
        json.WriteEndObject();
    }

    private static void WriteLearned(Utf8JsonWriter json, LearnedSort sort)
    {
        json.WriteString("sort", sort.Sort);
        json.WriteBoolean("used", sort.IsUsed);
        json.WriteNumber("grades", sort.Grades);
        json.WriteNumber("participants", sort.Participants);
        json.WriteString("says", sort.Says);
        WriteFigures(json, [sort.Gain]);
    }

    private static void WriteFigures(Utf8JsonWriter json, ImmutableArray<Figure> figures)
    {
        json.WriteStartObject("figures");
        foreach (var figure in figures)
        {
            json.WriteStartObject(figure.Id);
            WriteNumber(json, "value", figure.Value);
            WriteNumber(json, "low", figure.Low);
            WriteNumber(json, "high", figure.High);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string key, double? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(key, Rounding.Value(known));
            return;
        }

        json.WriteNull(key);
    }

    private static void WriteLevel(Utf8JsonWriter json, string key, int? level) => WriteNumber(json, key, level);
}
