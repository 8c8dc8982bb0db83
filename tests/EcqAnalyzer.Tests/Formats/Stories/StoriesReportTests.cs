using System.Text;
using Deque.AxeCore.Playwright;
using EcqAnalyzer.Engine.Serving;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;
using Microsoft.Playwright;

namespace EcqAnalyzer.Tests.Formats.Stories;

/// <summary>The reports of stories, of drafts that mean harm too, and the page in a browser.</summary>
public sealed class StoriesReportTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private static readonly Lazy<StoryBook> Book = new(() => StoryBooks.Bind(new StoriesAsked(Pages: 1), "opm-2006", StoryBooks.Permit, StoryBooks.Retold));

    private readonly string _folder = Directory.CreateTempSubdirectory("ecq-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task An_accessibility_checker_finds_nothing(ColorScheme scheme, int width)
    {
        foreach (var book in new[] { Long(), Hostile() })
        {
            var page = await browser.Open(Write(book), new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, BypassCSP = true });
            await page.EvaluateAsync("for (const details of document.querySelectorAll('details')) details.open = true");

            var found = await page.RunAxe();

            Assert.NotEmpty(found.Passes);
            Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {violation.Help} {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
            Assert.True(await page.EvaluateAsync<bool>("document.scrollingElement.scrollWidth <= innerWidth"));
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task A_story_of_the_plan_leads_to_its_words()
    {
        var page = await browser.Open(Write(Book.Value), new() { ViewportSize = new() { Width = 1280, Height = 900 } });

        await page.Locator(".serving a").First.ClickAsync();
        var id = new Uri(page.Url).Fragment;
        Assert.StartsWith("#story-", id);
        await page.Locator($"{id} summary").ClickAsync();

        Assert.True(await page.Locator($"{id} .words").IsVisibleAsync());
        Assert.Equal(await page.Locator(".matrix tbody tr").CountAsync(), Book.Value.Stories.Length);
    }

    [Fact]
    public async Task A_hostile_draft_runs_nothing_and_asks_for_nothing()
    {
        var page = await browser.Open(Write(Hostile()));
        var faults = new List<string>();
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, message) => faults.Add(message.Text);
        page.Request += (_, request) => { if (!request.IsNavigationRequest) { faults.Add(request.Url); } };

        await page.ReloadAsync();
        await page.EvaluateAsync("for (const details of document.querySelectorAll('details')) details.open = true");

        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("md")]
    [InlineData("csv")]
    [InlineData("html")]
    public void Nothing_of_a_hostile_draft_acts(string format)
    {
        var report = Encoding.UTF8.GetString(Bytes(format, Hostile()));

        Assert.DoesNotContain('\u202E', report);
        Assert.DoesNotContain('\u001b', report);
        Assert.DoesNotContain("<script>alert", report);
        if (format == "csv")
        {
            Assert.DoesNotContain(report.Split("\r\n"), line => line.StartsWith('='));
        }
    }

    [Fact]
    public void A_terminal_that_is_narrow_or_old_still_shows_all()
    {
        var report = Encoding.UTF8.GetString(Bytes("text", Book.Value, new ReportStyle(40, HasColor: false, HasUnicode: false, ReportParts.Main)));

        Assert.All(report.Split('\n'), line => Assert.InRange(line.Length, 0, 40));
        Assert.All(report.Where(character => character != '\n'), character => Assert.InRange(character, ' ', '~'));
        Assert.Contains("FC  1 Interpersonal Skills", report);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("md")]
    [InlineData("html")]
    public void Tellings_of_one_deed_with_other_numbers_are_asked_about(string format)
    {
        var other = StoryBooks.Permit.Select(line => line.Replace("from 31 to 8", "from 35 to 8", StringComparison.Ordinal)).ToArray();

        var report = Encoding.UTF8.GetString(Bytes(format, StoryBooks.Bind(StoryBooks.Permit, other)));

        Assert.Contains("A1 says from 31 to 8 percent, B1 says from 35 to 8 percent: is it the same count?", string.Join(' ', report.Replace("\\", "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void What_no_story_shows_is_called_unrecognized_and_never_absent()
    {
        var report = Encoding.UTF8.GetString(Bytes("text", Book.Value));

        Assert.Contains("Recognized in no story:", report);
        Assert.DoesNotContain("absent", report);
    }

    /// <summary>All samples and lines of a resume that is too long, so that every table has rows.</summary>
    private static StoryBook Long() => StoryBooks.Bind(
        new StoriesAsked(Pages: 1), "opm-2006", StoryBooks.Permit, StoryBooks.Retold,
        [.. StoryBooks.Resume.SelectMany(line => line.StartsWith("- ") ? Enumerable.Range(2, 12).Select(i => $"{line} Part {i}.") : [line])]);

    private static StoryBook Hostile()
    {
        var analysis = Rendering.Hostile();
        return StoryBooks.Binder.Bind([analysis, analysis], analysis.Framework, new StoriesAsked(Pages: 1));
    }

    private string Write(StoryBook book)
    {
        var path = Path.Combine(_folder, "stories.html");
        File.WriteAllBytes(path, Bytes("html", book));
        return path;
    }

    private static byte[] Bytes(string format, StoryBook book, ReportStyle? style = null)
    {
        using var stream = new MemoryStream();
        ReportsOf.Stories.First(each => each.Id == format).Write(book, style ?? ReportStyle.Plain, stream);
        return stream.ToArray();
    }
}
