using System.Text.RegularExpressions;
using EcqAnalyzer.Tests.Support;
using Markdig;

namespace EcqAnalyzer.Tests.Formats.Markdown;

public sealed class MarkdownReporterTests
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmphasisExtras().Build();

    [Fact]
    public void The_report_of_a_draft() => Snapshot.Match("reports/sample.md", Rendering.Text("md", SampleAnalysis.Create()));

    [Fact]
    public void A_hostile_draft_makes_no_markup_no_link_and_no_cell()
    {
        var html = Markdig.Markdown.ToHtml(Rendering.Text("md", Rendering.Hostile()), GitHub);
        var tags = Regex.Matches(html, "</?(?<tag>[a-zA-Z0-9]+)").Select(match => match.Groups["tag"].Value).Distinct();

        Assert.Empty(tags.Except(["h1", "h2", "p", "ul", "ol", "li", "strong", "em", "code", "table", "thead", "tbody", "tr", "th", "td", "hr"]));
        Assert.DoesNotMatch("[\u0000-\u0008\u202A-\u202E\u2066-\u2069]", html);
        Assert.Contains("&lt;script&gt;alert(8)", html);
    }

    [Fact]
    public void Every_row_of_a_table_has_the_cells_of_its_header()
    {
        foreach (var analysis in Rendering.Samples())
        {
            var cells = 0;
            foreach (var line in Rendering.Text("md", analysis).Split('\n'))
            {
                var here = line.StartsWith('|') ? Regex.Count(line, @"(?<!\\)\|") : 0;
                Assert.True(here == 0 || cells == 0 || here == cells, line);
                cells = here;
            }
        }
    }
}
