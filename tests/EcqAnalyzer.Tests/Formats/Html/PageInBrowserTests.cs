using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace EcqAnalyzer.Tests.Formats.Html;

/// <summary>The page as a person has it: in a browser, by mouse and by keyboard, on a phone, on paper, without the script, and as
/// an accessibility checker sees it.</summary>
public sealed class PageInBrowserTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private static readonly ViewportSize Phone = new() { Width = 360, Height = 740 };
    private static readonly ViewportSize Desk = new() { Width = 1280, Height = 900 };

    private readonly string _folder = Directory.CreateTempSubdirectory("ecq-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Other colours and another width are the same page again: one draft shows all that can differ.</summary>
    [Theory]
    [InlineData(ColorScheme.Light, 1280, 3)]
    [InlineData(ColorScheme.Dark, 1280, 1)]
    [InlineData(ColorScheme.Light, 360, 1)]
    public async Task An_accessibility_checker_finds_nothing(ColorScheme scheme, int width, int drafts)
    {
        foreach (var analysis in Rendering.Samples().Take(drafts))
        {
            var page = await browser.Open(Write(analysis), new()
            {
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = 900 },
                BypassCSP = true,
            });
            await PageRules.AssertAccessible(page);
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Opening_a_competency_by_keyboard_lights_its_sentences_with_their_shares()
    {
        var page = await browser.Open(Write(SampleAnalysis.Create()), new() { ViewportSize = Desk });
        var faults = Listen(page);

        await page.Locator("#c-team-building > summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions(page.Locator(".s.lit"), 2);
        Assert.Equal("+46.5 · without: 71 → 35", await page.Locator("#s2 + .badge").InnerTextAsync());
        Assert.Equal("2 sentences lit", await page.Locator("#lit").InnerTextAsync());
        Assert.Equal("c-team-building", await page.Locator("#light").InputValueAsync());

        await page.Locator("#light").SelectOptionAsync("c-developing-others");
        await Assertions(page.Locator(".s.lit"), 1);
        Assert.Equal("+54 duty · without: 54 → 0", await page.Locator("#s4 + .badge").InnerTextAsync());

        await page.Locator("#light").SelectOptionAsync("");
        await Assertions(page.Locator(".s.lit, .badge"), 0);
        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_sentence_says_why_under_the_mouse_and_stays_pinned_until_escape()
    {
        var page = await browser.Open(Write(SampleAnalysis.Create()), new() { ViewportSize = Desk });
        var inspector = page.Locator("#inspector");

        await page.Locator("#s2").HoverAsync();
        Assert.Contains("Team Building", await inspector.InnerTextAsync());

        await page.Locator("#s4").ClickAsync();
        await page.Locator("#s2").HoverAsync();
        Assert.Contains("Developing Others", await inspector.InnerTextAsync());

        await page.Keyboard.PressAsync("Escape");
        Assert.False(await inspector.IsVisibleAsync());
        Assert.Equal("s4", await page.EvaluateAsync<string>("document.activeElement.id"));

        await page.Keyboard.PressAsync("Tab");
        Assert.Contains("claims", await inspector.InnerTextAsync());
    }

    [Fact]
    public async Task A_link_leads_from_advice_to_its_sentence()
    {
        var page = await browser.Open(Write(SampleAnalysis.Create()), new() { ViewportSize = Desk });

        await page.Locator(".advice a.place").First.ClickAsync();

        Assert.EndsWith("#s4", page.Url);
        await page.WaitForFunctionAsync(
            "() => { const place = document.getElementById('s4').getBoundingClientRect(); return place.top > 40 && place.bottom < innerHeight; }");
    }

    [Fact]
    public async Task A_phone_shows_the_whole_width_and_the_reasons_over_the_text()
    {
        var page = await browser.Open(Write(Rendering.Hostile()), new() { ViewportSize = Phone });

        Assert.True(await page.EvaluateAsync<bool>("document.scrollingElement.scrollWidth <= innerWidth"));

        await page.Locator("a.s").First.ClickAsync();
        await page.Locator("#inspector button").ClickAsync();
        Assert.False(await page.Locator("#inspector").IsVisibleAsync());
    }

    [Fact]
    public async Task A_hostile_draft_runs_nothing_and_asks_for_nothing()
    {
        var page = await browser.Open(Write(Rendering.Hostile()));
        var faults = Listen(page);

        await page.ReloadAsync();
        await page.EvaluateAsync("for (const details of document.querySelectorAll('details')) details.open = true");
        await page.Locator("a.s").First.ClickAsync();

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Without_the_script_it_opens_and_explains_all_the_same()
    {
        var page = await browser.Open(Write(SampleAnalysis.Create()), new() { JavaScriptEnabled = false, ViewportSize = Desk });

        await page.Locator("#c-team-building > summary").ClickAsync();
        Assert.True(await page.GetByText("without this sentence: 71 → 35").First.IsVisibleAsync());
        Assert.False(await page.Locator("#light").IsVisibleAsync());

        await page.Locator("#s2").ClickAsync();
        Assert.True(await page.Locator("#why-2 .verdict").IsVisibleAsync());
    }

    [Fact]
    public async Task Paper_shows_what_is_folded_on_the_screen()
    {
        var page = await browser.Open(Write(SampleAnalysis.Create()));

        using var pdf = PdfDocument.Open(await page.PdfAsync(new() { Format = "Letter", PrintBackground = true }));
        var text = string.Concat(pdf.GetPages().Select(each => string.Concat(each.Letters.Select(letter => letter.Value)))).Replace(" ", "", StringComparison.Ordinal);

        Assert.Contains("withoutthissentence:71→35", text);
        Assert.InRange(pdf.NumberOfPages, 2, 8);
        Assert.Equal(0, await page.Locator(".competency[open]").CountAsync());
    }

    /// <summary>A page of the report for each half page of the draft would not be printed twice.</summary>
    [Fact]
    public async Task A_resume_of_two_pages_prints_on_a_few_sheets_and_nothing_runs_off_them()
    {
        var page = await browser.Open(Write(TestEngine.AnalyzeSample("strong-resume.docx")));
        using var pdf = PdfDocument.Open(await page.PdfAsync(new() { Format = "Letter", PrintBackground = true }));

        Assert.InRange(pdf.NumberOfPages, 3, 7);
        Assert.All(pdf.GetPages(), sheet => Assert.All(sheet.Letters, letter => Assert.InRange(letter.BoundingBox.Right, 0, sheet.Width - 40)));
    }

    private static Task Assertions(ILocator locator, int count) => Microsoft.Playwright.Assertions.Expect(locator).ToHaveCountAsync(count);

    /// <summary>What must not happen: a fault of the script, a refusal of the policy, a dialog, a request for another file.</summary>
    private static List<string> Listen(IPage page)
    {
        var faults = new List<string>();
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, message) => faults.Add(message.Text);
        page.Request += (_, request) => { if (!request.IsNavigationRequest) { faults.Add(request.Url); } };
        page.Dialog += (_, dialog) =>
        {
            faults.Add(dialog.Message);
            _ = dialog.DismissAsync();
        };
        return faults;
    }

    private string Write(Analysis analysis)
    {
        var path = Path.Combine(_folder, "report.html");
        File.WriteAllBytes(path, Rendering.Bytes("html", analysis));
        return path;
    }
}
