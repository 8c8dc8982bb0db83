using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Formats.Html;
using EcqAnalyzer.Tests.Formats.Word;
using EcqAnalyzer.Tests.Formats.Word.Writing;
using EcqAnalyzer.Tests.Support;
using Microsoft.Playwright;
using NJsonSchema;
using Level = EcqAnalyzer.Model.Level;

namespace EcqAnalyzer.Tests.Formats.Planning;

/// <summary>The plan in each of its formats.</summary>
public sealed class PlanReportTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ecq-test-").FullName;

    public static TheoryData<string> Formats => [.. ReportsOf.Plan.Select(format => format.Id)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_plan_of_a_draft() => Snapshot.Match("reports/plan.txt", Text("text", Plans.Sample()));

    [Fact]
    public void The_plan_in_ascii_on_a_narrow_terminal() =>
        Snapshot.Match("reports/plan-narrow.txt", Text("text", Plans.Sample(), new ReportStyle(48, HasColor: false, HasUnicode: false, ReportParts.Main)));

    [Fact]
    public void The_plan_as_markdown() => Snapshot.Match("reports/plan.md", Text("md", Plans.Sample()));

    [Fact]
    public async Task The_json_is_what_the_schema_says()
    {
        var schema = await JsonSchema.FromFileAsync(Repository.Path("schemas", "plan.schema.json"), TestContext.Current.CancellationToken);

        Assert.All(Samples(), plan => Assert.Empty(schema.Validate(Text("json", plan))));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_plan_gives_the_same_bytes(string format) =>
        Assert.Equal(Bytes(format, Plans.Sample(), ReportStyle.Plain), Bytes(format, Plans.Sample(), ReportStyle.Plain));

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_draft_without_a_score_says_why(string format)
    {
        var bytes = Bytes(format, Plans.Of(SampleAnalysis.Ungradable()), ReportStyle.Plain);
        var text = format == "docx" ? WordFile.Read(bytes).Text : Encoding.UTF8.GetString(bytes);

        Assert.Contains("It has 7 sentences, and 8 are needed.", text);
    }

    [Fact]
    public void What_no_rules_look_for_is_neither_shown_nor_a_gap()
    {
        var plan = Plans.Of(SampleAnalysis.Create());

        Assert.DoesNotContain(plan.Gaps, gap => gap.Competency.Id.Name == "accountability");
        Assert.Contains("Not looked for, as there are no rules for them yet: Accountability, Building Coalitions (all 2).", Text("html", plan));
        Assert.Contains("No rules look for the competencies of", Text("text", Plans.Of(SampleAnalysis.Create() with { Competencies = [], Ecqs = [] })));
    }

    [Fact]
    public void A_draft_without_gaps_says_so()
    {
        var all = Plans.FrameworkOf("opm-2025").Competencies.Select(competency => (competency.Id.Name, Rung.ExecutiveResult, (Level?)Level.Organization)).ToArray();
        var plan = Plans.Of(Plans.Scored("opm-2025", DraftKind.Resume, all));

        Assert.Empty(plan.Gaps);
        Assert.Contains("keep the evidence fresh", Text("html", plan));
    }

    [Fact]
    public void A_hostile_draft_and_catalog_never_become_markup()
    {
        PageRules.AssertHarmless(Text("html", Hostile()));
        PageRules.AssertLinksLead(Text("html", Hostile()));
        Assert.Contains("alert(9)", Text("html", Hostile()));
        Assert.DoesNotMatch(@"(?<!\\)<img", Text("md", Hostile()));
        Assert.Empty(Handouts.Faults(Bytes("docx", Hostile(), ReportStyle.Plain)));
    }

    [Fact]
    public void The_document_has_the_journey_and_room_to_write_for_every_objective()
    {
        var plan = Plans.Sample();
        using var document = WordprocessingDocument.Open(new MemoryStream(Bytes("docx", plan, ReportStyle.Plain)), isEditable: false);
        var tables = document.MainDocumentPart!.Document!.Body!.Elements<Table>().ToList();

        Assert.Equal(plan.Journey.Length, tables[0].Elements<TableRow>().Count() - 1);
        Assert.All(tables.Skip(1).Take(plan.Gaps.Count(gap => !gap.Objectives.IsEmpty)), table =>
        {
            Assert.Equal(4, table.Elements<TableRow>().Count());
            Assert.All(table.Elements<TableRow>().Skip(1), row => Assert.Equal("", row.Elements<TableCell>().ElementAt(2).InnerText));
        });
        Assert.All(Samples(), each => Assert.Empty(Handouts.Faults(Bytes("docx", each, ReportStyle.Plain))));
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task An_accessibility_checker_finds_nothing(ColorScheme scheme, int width)
    {
        var page = await browser.Open(Write(Plans.Sample()), new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, BypassCSP = true });

        await PageRules.AssertAccessible(page);
        Assert.True(await page.EvaluateAsync<bool>("document.scrollingElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task On_a_phone_the_whole_journey_is_in_sight()
    {
        var page = await browser.Open(Write(Plans.Sample()), new() { ViewportSize = new() { Width = 360, Height = 740 } });

        Assert.True(await page.Locator(".wide").EvaluateAsync<bool>("wide => wide.scrollWidth <= wide.clientWidth"));
    }

    private static List<ImprovementPlan> Samples() =>
        [Plans.Sample(), Plans.Of(SampleAnalysis.Ungradable()), Hostile(), Plans.Of(Plans.Scored("opm-2006", DraftKind.Narrative).Headed("leading-people"))];

    private static ImprovementPlan Hostile()
    {
        var analysis = Rendering.Hostile();
        return Plans.Of(analysis, new Catalog(
            "<i>.csv", [.. analysis.Competencies.Select(score => new CatalogEntry(score.Competency, "<img src=x onerror=alert(9)>", "\u202E& co", null, null, 2))], 0), 28);
    }

    private static string Text(string format, ImprovementPlan plan, ReportStyle? style = null) =>
        new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Bytes(format, plan, style ?? ReportStyle.Plain));

    private static byte[] Bytes(string format, ImprovementPlan plan, ReportStyle style)
    {
        using var stream = new MemoryStream();
        ReportsOf.Plan.First(each => each.Id == format).Write(plan, style, stream);
        return stream.ToArray();
    }

    private string Write(ImprovementPlan plan)
    {
        var path = Path.Combine(_folder, "plan.html");
        File.WriteAllBytes(path, Bytes("html", plan, ReportStyle.Plain));
        return path;
    }
}
