using System.Text.RegularExpressions;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Formats.Html;
using EcqAnalyzer.Tests.Support;
using Microsoft.Playwright;

namespace EcqAnalyzer.Tests.Formats.Comparing;

/// <summary>A comparison as a page: what it says, and how it serves in a browser.</summary>
public sealed class ComparisonPageTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ecq-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_hostile_draft_never_becomes_markup()
    {
        var page = Compared.Text("html", Compared.Hostile());

        PageRules.AssertHarmless(page);
        Assert.Contains("alert(2)", page);
    }

    [Fact]
    public void Every_change_has_its_place_and_every_link_leads_to_one()
    {
        var comparison = Compared.Known();
        var page = Compared.Text("html", comparison);

        PageRules.AssertLinksLead(page);
        Assert.Equal(comparison.Changes.Count(change => !change.IsSame), Regex.Count(page, "id=\"change-[0-9]+\""));
    }

    [Fact]
    public void Gone_and_new_words_are_marked_and_said()
    {
        var page = Compared.Text("html", Compared.Known());

        Assert.Contains("<ins><span class=\"unseen\">new: </span>240</ins>", page);
        Assert.Matches("<del><span class=\"unseen\">gone: </span>[^<]+</del>", page);
    }

    [Fact]
    public void What_other_rules_did_stands_in_a_part_of_its_own()
    {
        var page = Compared.Text("html", Compared.Known());
        var mine = page[page.IndexOf("id=\"did\"", StringComparison.Ordinal)..page.IndexOf("id=\"version\"", StringComparison.Ordinal)];

        Assert.DoesNotContain("rules/scoring.yaml", mine);
        Assert.Contains("rung 2 → 1, accomplishments 1.5 → 0, duties 20 → 0", page);
        Assert.Contains("1 sentence is taken for another type.", page);
        Assert.DoesNotContain("id=\"version\"", Compared.Text("html", Compared.Known() with { Version = null }));
    }

    [Fact]
    public void A_version_without_a_score_says_why_and_shows_no_strengths()
    {
        var comparison = Compared.Known();
        var page = Compared.Text("html", comparison with { New = comparison.New with { Gradable = new(GradableStatus.TooShort, "It has 7 sentences, and 8 are needed.") } });

        Assert.Contains("The new version has no score. It has 7 sentences", page);
        Assert.DoesNotContain("id=\"did\"", page);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task An_accessibility_checker_finds_nothing(ColorScheme scheme, int width)
    {
        var page = await browser.Open(Write(Compared.Known()), new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, BypassCSP = true });

        await PageRules.AssertAccessible(page);
        Assert.True(await page.EvaluateAsync<bool>("document.scrollingElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task The_keyboard_sets_the_versions_one_below_the_other()
    {
        var page = await browser.Open(Write(Compared.Known()), new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var pair = page.Locator(".change-edited .pair").First;

        Assert.True(await IsBeside(pair));
        await page.Locator("#side-by-side").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.False(await IsBeside(pair));
    }

    private static Task<bool> IsBeside(ILocator pair) => pair.EvaluateAsync<bool>(
        "pair => pair.querySelector('.was').getBoundingClientRect().right <= pair.querySelector('.now').getBoundingClientRect().left");

    private string Write(Comparison comparison)
    {
        var path = Path.Combine(_folder, "compare.html");
        File.WriteAllBytes(path, Compared.Bytes("html", comparison));
        return path;
    }
}
