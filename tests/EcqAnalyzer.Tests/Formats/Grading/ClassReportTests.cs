using System.Text;
using EcqAnalyzer.Engine.Grading;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Formats.Grading;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Engine.Grading;
using EcqAnalyzer.Tests.Formats.Html;
using EcqAnalyzer.Tests.Formats.Word.Writing;
using EcqAnalyzer.Tests.Support;
using Microsoft.Playwright;
using NJsonSchema;

namespace EcqAnalyzer.Tests.Formats.Grading;

/// <summary>A graded class as a page, as JSON, as feedback and as the next exercise.</summary>
public sealed class ClassReportTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private const string Hostile = "<script>alert(1)</script>\u202Efdp.\u0007";

    private static readonly GradedClass Graded = Whole();

    private readonly string _folder = Directory.CreateTempSubdirectory("ecq-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_hostile_name_or_draft_never_becomes_markup()
    {
        string[] lines = [.. Exercises.Strong, $"I met {Hostile} and cut 40 claims to 9 within one year."];
        var graded = Exercises.Summarizer.Summarize(
            Exercises.Default with { Title = Hostile },
            [Exercises.Propose(Hostile, lines), Exercises.Propose("b", lines)],
            [Exercises.Grade(Hostile, "story", 1, Hostile), Exercises.Grade(Hostile, "story", 2)]);
        var hostile = graded with { Failed = [new Diagnostic("ECQ202", Hostile, null, null, Hostile)] };

        PageRules.AssertHarmless(Text(stream => ClassPage.Write(hostile, stream)));
    }

    [Fact]
    public void Every_link_of_the_page_leads_to_a_place() => PageRules.AssertLinksLead(Text(stream => ClassPage.Write(Graded, stream)));

    [Fact]
    public void The_page_says_what_the_class_misses_and_what_is_left_to_do()
    {
        var page = Text(stream => ClassPage.Write(Graded, stream));

        Assert.Contains("8 of 8 have a grade for every criterion.", page);
        Assert.Contains("still need their reason.", page);
        var least = Graded.Summary.Competencies[0];
        Assert.InRange(least.Evident, 0, 7);
        Assert.Contains($"<b>{least.Competency.Name}</b>", page);
        Assert.Contains($"evident in {least.Evident} of 8", page);
        Assert.Contains("Tell one story whose last third says what came of it", page);
        Assert.Contains("Markers among each other", page);
        Assert.Contains("<b dir=\"auto\">drafts/gone.pdf</b>: there is no such file; check the name and the folder", page);
        Assert.Contains("EcqAnalyzer 0.1.0", page);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task An_accessibility_checker_finds_nothing(ColorScheme scheme, int width)
    {
        var path = Path.Combine(_folder, "class.html");
        File.WriteAllText(path, Text(stream => ClassPage.Write(Graded, stream)));
        var page = await browser.Open(path, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, BypassCSP = true });

        await PageRules.AssertAccessible(page);
    }

    [Fact]
    public async Task The_page_fits_a_phone()
    {
        var path = Path.Combine(_folder, "class.html");
        File.WriteAllText(path, Text(stream => ClassPage.Write(Graded, stream)));
        var page = await browser.Open(path, new() { ViewportSize = new() { Width = 360, Height = 740 } });

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 360"));
    }

    [Fact]
    public async Task The_JSON_is_as_its_schema_says()
    {
        var schema = await JsonSchema.FromFileAsync(Repository.Path("schemas", "grade.schema.json"));

        Assert.Empty(schema.Validate(Text(stream => ClassJson.Write(Graded, stream))).Select(fault => fault.ToString()));
    }

    [Fact]
    public void Names_stand_nowhere_where_they_are_blinded()
    {
        var blind = Graded with { Codes = Blinding.CodesOf("exercise", Graded.Drafts.Select(draft => draft.Participant)) };

        Assert.DoesNotMatch(@"\bp0\d\b", Text(stream => ClassPage.Write(blind, stream)));
        Assert.DoesNotMatch(@"\bp0\d\b", Text(stream => ClassJson.Write(blind, stream)));
        Assert.All(GradeSheet.Of(blind).Rows, row => Assert.DoesNotMatch(@"p0\d", row[0].ToString()));
    }

    [Fact]
    public void Feedback_is_a_sound_Word_document_with_level_reason_own_words_and_questions()
    {
        var draft = Graded.Drafts[1];
        using var stream = new MemoryStream();
        FeedbackHandout.Write(Graded, draft, stream);

        Assert.Empty(Handouts.Faults(stream.ToArray()));
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(stream, isEditable: false);
        var text = document.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.Contains("Feedback on your draft", text, StringComparison.Ordinal);
        Assert.Contains("Your trainer: Read it twice.", text, StringComparison.Ordinal);
        Assert.Contains(Exercises.Strong[2], text, StringComparison.Ordinal);
        Assert.Contains("To aim for: ", text, StringComparison.Ordinal);
        var questions = draft.Proposals.Select(proposal => proposal.RaiseFrom[Graded.Book.FindStanding("p01", proposal.Criterion.Id)!.Level!.Value]);
        Assert.All(questions.SelectMany(each => each), question => Assert.Contains(question, text, StringComparison.Ordinal));
        Assert.Contains(questions, each => !each.IsEmpty);
    }

    [Fact]
    public void The_next_exercise_is_one_that_can_be_read()
    {
        var faults = new Faults();
        var next = Exercises.Read(Text(stream => ExerciseYaml.Write(ExerciseYaml.NextOf(Graded), stream)), faults);

        Assert.Empty(faults.Found);
        Assert.Equal(Graded.Summary.Competencies.Take(2).Select(count => count.Competency.Id), next!.Task.Competencies.Select(competency => competency.Id));
        Assert.StartsWith("Tell one story", next.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_class_gives_the_same_bytes()
    {
        Assert.Equal(Text(stream => ClassPage.Write(Graded, stream)), Text(stream => ClassPage.Write(Whole(), stream)));
        Assert.Equal(Text(stream => ClassJson.Write(Graded, stream)), Text(stream => ClassJson.Write(Whole(), stream)));
    }

    [Fact]
    public void An_empty_class_is_told_so()
    {
        var empty = Exercises.Summarizer.Summarize(Exercises.Default, [], []);

        Assert.Contains("No draft could be read.", Text(stream => ClassPage.Write(empty, stream)));
        Assert.Empty(Text(stream => ClassText.Write(empty, EcqAnalyzer.Formats.ReportStyle.Plain, stream)).Split("NaN").Skip(1));
    }

    /// <summary>Eight drafts, a strict trainer who gives one reason, a second marker, a file that was not read, and what was learned.</summary>
    private static GradedClass Whole()
    {
        var graded = Exercises.Class(8, (proposal, i) => Math.Max(0, proposal.Level!.Value - i % 2));
        var summed = Exercises.Summarizer.Summarize(
            Exercises.Default,
            graded.Drafts,
            [
                .. graded.Book.All.Select(grade => grade is { Participant: "p01", Criterion: "story" } ? grade with { Reason = "Read it twice." } : grade),
                .. graded.Book.All.Where(grade => grade.Participant != "p03").Select(grade => grade with { Marker = "Ann", Level = Math.Min(4, grade.Level!.Value + 1) }),
            ]);
        return summed with
        {
            Failed = [new Diagnostic("ECQ200", "drafts/gone.pdf", null, null, "there is no such file; check the name and the folder")],
            Provenance = new Provenance("0.1.0", [new Hashed("rules/scoring.yaml", new ContentHash("x"u8.ToArray()))]),
            Learned = new RubricLearner(Exercises.Policy).Learn(summed, "exercise.learned.yaml"),
        };
    }

    private static string Text(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
