using Deque.AxeCore.Playwright;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using EcqAnalyzer.Formats.Screening;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;
using Microsoft.Playwright;
using static EcqAnalyzer.Tests.Support.Cohorts;

namespace EcqAnalyzer.Tests.Formats.Screening;

/// <summary>The overview as a page in a browser and as a workbook.</summary>
public sealed class OverviewPageTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private const string Hostile = "<img src=x onerror=alert(1)>\"'&\u202e";

    private readonly string _folder = Directory.CreateTempSubdirectory("ecq-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task An_accessibility_checker_finds_nothing(ColorScheme scheme, int width)
    {
        var page = await Open(Sample(), new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, BypassCSP = true });
        await page.EvaluateAsync("for (const details of document.querySelectorAll('details')) details.open = true");

        var found = await page.RunAxe();

        Assert.NotEmpty(found.Passes);
        Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
    }

    [Fact]
    public async Task A_click_on_a_heading_sorts_and_another_turns_it_round()
    {
        var page = await Open(Sample());
        var people = page.GetByRole(AriaRole.Button, new() { Name = "Leading People" });
        Assert.Equal(["bert", "cara", "anna"], await ClientsOf(page));

        await people.ClickAsync();
        Assert.Equal(["cara", "bert", "anna"], await ClientsOf(page));
        await people.PressAsync("Enter");
        Assert.Equal(["anna", "bert", "cara"], await ClientsOf(page));
        Assert.Equal("descending", await page.GetByRole(AriaRole.Columnheader, new() { Name = "Leading People" }).GetAttributeAsync("aria-sort"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Client" }).First.ClickAsync();
        Assert.Equal(["anna", "bert", "cara"], await ClientsOf(page));
    }

    [Fact]
    public async Task Words_and_signs_filter_the_clients()
    {
        var page = await Open(Sample());

        await page.GetByLabel("Find").FillAsync("BERT draft");
        Assert.Equal(["bert"], await ClientsOf(page));
        Assert.Equal("1 of 5 clients", await page.Locator("#found").InnerTextAsync());

        await page.GetByLabel("Find").FillAsync("");
        await page.Locator("#sign").SelectOptionAsync("nothing");
        Assert.Equal(["cara"], await ClientsOf(page));
    }

    [Fact]
    public async Task Names_of_files_and_clients_never_become_markup()
    {
        var page = await Open(Build(Draft($"{Hostile}/{Hostile}.docx", Digest("5500")), NotRead($"b{Hostile}/x.pdf", Hostile)));

        Assert.Equal(0, await page.Locator("main script, main img").CountAsync());
        Assert.Contains("<img src=x onerror=alert(1)>\"'&", await page.Locator("#clients").InnerTextAsync());
    }

    [Fact]
    public async Task Without_its_script_the_page_says_all()
    {
        var page = await Open(Sample(), new() { JavaScriptEnabled = false });

        Assert.Equal(["bert", "cara", "anna"], await ClientsOf(page));
        Assert.False(await page.GetByLabel("Find").IsVisibleAsync());
        Assert.Contains("this file is empty", await page.Locator("#not-read").InnerTextAsync());
    }

    [Fact]
    public void The_workbook_is_valid_by_the_rules_of_its_format()
    {
        using var stream = new MemoryStream();
        OverviewReports.WriteWorkbook(Sample(), [Cohorts.Framework], stream);
        using var book = SpreadsheetDocument.Open(stream, isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(book).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        Assert.Equal(
            ["Open first", "Rungs sample-2020", "Drafts", "Gaps", "Checks", "Not read", "About"],
            book.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value!));
    }

    private static Overview Sample()
    {
        var message = new CheckDigest("voice.claims", Severity.Weakens, 2, "Nothing near it shows it.");
        return Build(
            Draft("anna/draft 1.docx", Digest("5201")),
            Draft("anna/draft 2.docx", Digest("5544") with { Checks = [message] }) with { Reports = [new StoredPath("html", "reports/anna/draft 2.docx.html")] },
            Draft("bert/draft.docx", Digest("3232") with { Checks = [message with { Severity = Severity.Blocks, Check = "format.pages" }] }),
            Draft("cara/people.docx", Digest("0010")),
            Draft("dora/short.txt", WithoutScore("It has 12 words.")),
            NotRead("emil/zero.docx", "this file is empty; check that it was saved"));
    }

    private static async Task<IReadOnlyList<string>> ClientsOf(IPage page) =>
        await page.Locator("[aria-labelledby=map-sample-2020] tbody tr:visible summary").AllInnerTextsAsync();

    private async Task<IPage> Open(Overview overview, BrowserNewContextOptions? options = null)
    {
        var path = Path.Combine(_folder, "overview.html");
        await using (var stream = File.Create(path))
        {
            OverviewReports.WritePage(overview, [Cohorts.Framework], stream);
        }

        return await browser.Open(path, options);
    }
}
