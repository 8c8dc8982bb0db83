using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Formats.Html;

public sealed class HtmlReporterTests
{
    [Fact]
    public void A_hostile_draft_never_becomes_markup()
    {
        var page = Rendering.Text("html", Rendering.Hostile());

        PageRules.AssertHarmless(page);
        Assert.Contains("alert(1)", page);
    }

    [Fact]
    public void Escaped_text_is_never_markup_and_keeps_every_letter() => Gen.String.Sample(text =>
    {
        var escaped = EcqAnalyzer.Formats.Html.Markup.Of($"{text}").ToString();

        Assert.DoesNotMatch("[<>\"']", escaped);
        Assert.Equal(Letters(text), Letters(WebUtility.HtmlDecode(escaped)));
    });

    [Fact]
    public void The_policy_lets_in_our_style_and_script_and_nothing_else()
    {
        var page = Rendering.Text("html", SampleAnalysis.Create());
        var policy = Regex.Match(page, "Content-Security-Policy\" content=\"(?<policy>[^\"]*)\"").Groups["policy"].Value;

        Assert.StartsWith("default-src &#39;none&#39;; ", policy);
        foreach (var tag in new[] { "style", "script" })
        {
            var content = Regex.Match(page, $"<{tag}>(?<content>.*?)</{tag}>", RegexOptions.Singleline).Groups["content"].Value;
            Assert.Contains($"{tag}-src &#39;sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}&#39;", policy);
        }

        Assert.DoesNotMatch("""\sstyle="|\ssrc=|@import|url\(|https?://""", page);
    }

    [Fact]
    public void Every_character_of_the_draft_stands_on_the_page_in_its_order()
    {
        foreach (var analysis in Rendering.Samples())
        {
            var paper = Between(Rendering.Text("html", analysis), "<div class=\"paper\">", "<div class=\"side\">");
            paper = Regex.Replace(paper, """<span class="type">[a-z]+</span>|<a class="story-mark"[^>]*>[^<]*</a>""", "");
            var text = WebUtility.HtmlDecode(Regex.Replace(paper, "<[^>]*>", " "));

            Assert.Equal(Letters(analysis.Document.Draft.Text), Letters(text));
        }
    }

    [Fact]
    public void Every_link_leads_to_a_place_and_no_place_has_two_of_a_name()
    {
        foreach (var analysis in Rendering.Samples())
        {
            PageRules.AssertLinksLead(Rendering.Text("html", analysis));
        }
    }

    [Fact]
    public void A_share_tells_what_the_strength_would_be_without_its_sentence()
    {
        var page = Rendering.Text("html", SampleAnalysis.Create());

        Assert.Contains("without this sentence: 71 → 35", page);
        Assert.Contains("without this sentence: 71 → 47", page);
        Assert.Contains("+24.75", page);
    }

    [Fact]
    public void A_range_stands_in_place_of_a_number_that_needs_a_reader()
    {
        var row = Between(Rendering.Text("html", SampleAnalysis.Create()), "id=\"c-conflict-management\"", "</summary>");

        Assert.Contains("look yourself", row);
        Assert.Contains("8–52", row);
        Assert.DoesNotContain(">26<", row);
    }

    [Fact]
    public void The_picture_says_in_words_what_it_draws()
    {
        var row = Between(Rendering.Text("html", SampleAnalysis.Create()), "id=\"c-team-building\"", "</summary>");
        var words = Regex.Replace(Regex.Replace(row[(row.IndexOf('>') + 1)..], "<[^>]*>", ""), @"\s+", " ").Trim();

        Assert.Equal("Team Building Accomplishments 71 of 100, probably 60 to 80; duties 0 of 100; rung 5 executive result", words);
        Assert.Contains("<rect class=\"fill-did\" x=\"0\" y=\"1\" width=\"71.25\"", row);
    }

    [Fact]
    public void A_line_of_a_resume_owes_no_setting_and_a_measured_deed_has_its_result()
    {
        var analysis = TestEngine.Analyze(
            new AnalysisOptions("opm-2025", DraftKind.Resume), "# Experience", "- Merged two desks and cut the costs of 12 offices by 40 percent.", "- Coached three supervisors every week.");
        var stories = Between(Rendering.Text("html", analysis), "<ol class=\"stories\">", "</ol>");

        Assert.DoesNotContain("no challenge", stories);
        var measured = stories.Split("</li>\n<li id").First(story => story.Contains("12 offices") || story.Contains("Merged two desks"));
        Assert.Contains("</span> measured result", measured);
        Assert.DoesNotContain("no result", measured[..measured.IndexOf("measured result", StringComparison.Ordinal)]);
    }

    [Fact]
    public void A_draft_without_a_score_says_why_and_shows_no_numbers()
    {
        var page = Rendering.Text("html", SampleAnalysis.Ungradable());

        Assert.Contains("It has 7 sentences, and 8 are needed.", page);
        Assert.DoesNotContain("id=\"picture\"", page);
        Assert.DoesNotContain("id=\"journey\"", page);
        Assert.Contains("I rebuilt the team of 10", page);
    }

    [Fact]
    public void What_was_not_looked_for_is_never_called_not_found()
    {
        var page = Rendering.Text("html", SampleAnalysis.Create());

        Assert.Contains("Building Coalitions (all 2)", page);
        Assert.DoesNotMatch("Nothing found:</b>[^<]*Accountability", page);
    }

    [Fact]
    public void A_sentence_says_by_which_words_and_rules_it_was_read()
    {
        var sample = SampleAnalysis.Create();
        var evidence = new Evidence(
            new CompetencyLabel(sample.Competencies[0].Competency), 2, new TextSpan(sample.Document.Sentences[2].Span.Start, sample.Document.Sentences[2].Span.Start + 9),
            new RuleOrigin("people.team.rebuilt"), 0.85, "The writer rebuilt a team.");
        var why = Between(Rendering.Text("html", sample with { Evidence = [evidence] }), "id=\"why-2\"", "id=\"why-3\"");

        Assert.Contains("<q dir=\"auto\">I rebuilt</q> The writer rebuilt a team.", why);
        Assert.Contains("rule people.team.rebuilt, 85 %", why);
    }

    private static string Between(string page, string from, string to)
    {
        var start = page.IndexOf(from, StringComparison.Ordinal);
        Assert.True(start >= 0, from);
        return page[start..page.IndexOf(to, start, StringComparison.Ordinal)];
    }

    private static string Letters(string text) =>
        string.Concat(text.EnumerateRunes().Where(Rune.IsLetterOrDigit).Select(rune => rune.ToString()));
}
