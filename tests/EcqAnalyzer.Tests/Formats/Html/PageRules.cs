using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EcqAnalyzer.Tests.Formats.Html;

/// <summary>What holds of every page that the program writes, whatever it tells.</summary>
internal static class PageRules
{
    private static readonly HashSet<string> OurTags =
    [
        "html", "head", "meta", "title", "style", "script", "body", "a", "header", "nav", "main", "footer", "section", "aside", "div",
        "h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "dt", "dd", "details", "summary", "span", "b", "i", "q", "strong", "code",
        "svg", "rect", "label", "select", "option", "ins", "del", "input", "h4",
        "table", "caption", "thead", "tbody", "tr", "th", "td", "blockquote",
    ];

    private static readonly HashSet<string> OurAttributes =
    [
        "lang", "charset", "http-equiv", "content", "name", "class", "href", "id", "aria-label", "aria-labelledby", "aria-hidden",
        "tabindex", "dir", "viewBox", "preserveAspectRatio", "focusable", "x", "y", "width", "height", "rx", "data-name",
        "data-sentence", "data-side", "data-share", "data-fall", "start", "for", "value", "role", "hidden", "open", "type", "checked", "scope",
    ];

    /// <summary>Nothing of a draft has become markup, a link out of the page, or a sign that turns the direction of reading.</summary>
    public static void AssertHarmless(string page)
    {
        var withoutOurs = Regex.Replace(page, "<(?<ours>style|script)>.*?</\\k<ours>>", "", RegexOptions.Singleline);
        foreach (Match tag in Regex.Matches(withoutOurs, """<(?!!DOCTYPE)/?(?<tag>[^\s>]*)(?<attributes>(?:\s+[^\s="'>]+(?:="[^"]*")?)*)\s*/?>|<(?!!DOCTYPE)"""))
        {
            Assert.Contains(tag.Groups["tag"].Value, OurTags);
            foreach (Match attribute in Regex.Matches(tag.Groups["attributes"].Value, """\s+(?<name>[^\s="]+)(?:="[^"]*")?"""))
            {
                Assert.Contains(attribute.Groups["name"].Value, OurAttributes);
            }
        }

        Assert.DoesNotMatch("""href="(?!#)""", page);
        Assert.DoesNotMatch("[\u0000-\u0008\u000B-\u001F\u202A-\u202E\u2066-\u2069]", page);
    }

    /// <summary>Every link leads to a place, and no place has two of a name.</summary>
    public static void AssertLinksLead(string page)
    {
        var ids = Regex.Matches(page, """\sid="(?<id>[^"]*)""").Select(match => match.Groups["id"].Value).ToList();
        var links = Regex.Matches(page, """\s(?:href="#|for="|aria-labelledby=")(?<id>[^"]*)""").Select(match => match.Groups["id"].Value);

        Assert.Equal(ids.Distinct(), ids);
        Assert.Empty(links.Except(ids));
    }

    /// <summary>An accessibility checker finds nothing, all that is folded opened.</summary>
    public static async Task AssertAccessible(IPage page)
    {
        await page.EvaluateAsync("for (const details of document.querySelectorAll('details')) details.open = true");
        await page.WaitForTimeoutAsync(100);

        var found = await page.RunAxe();

        Assert.NotEmpty(found.Passes);
        Assert.Empty(found.Violations.Select(Tell));
    }

    private static string Tell(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help} {string.Join(" | ", violation.Nodes.Take(3).Select(node => $"{node.Html} {string.Join(' ', node.Any.Select(check => check.Message))}"))}";
}
