using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Stories;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Stories;

public sealed class StoryGrouperTests
{
    [Fact]
    public void A_new_setting_after_a_deed_begins_a_story() =>
        Assert.Equal("0,1,2 | 3,4", Group(BlockKind.Paragraph, "When/WRB CX", "I/PRP led/VBD AC", "It/PRP fell/VBD RE", "In/IN CX", "I/PRP led/VBD AC"));

    [Fact]
    public void A_remark_in_the_middle_does_not_part_a_story() =>
        Assert.Equal("0,1,2,3", Group(BlockKind.Paragraph, "When/WRB CX", "I/PRP led/VBD AC", "The/DT CH", "It/PRP fell/VBD RE"));

    [Fact]
    public void List_items_tell_an_instance_each() =>
        Assert.Equal("0 | 1", Group(BlockKind.ListItem, "Led/VBD AC", "Built/VBD AC"));

    [Fact]
    public void Labels_decide_where_they_stand() =>
        Assert.Equal(
            "0,1,2 | 3,4,5",
            Group(BlockKind.Paragraph, "Challenge/NN :/: waits/NNS CH", "Action/NN :/: led/VBD AC", "Result/NN :/: gains/NNS RE", "Challenge/NN :/: waits/NNS CH", "Action/NN :/: led/VBD AC", "Result/NN :/: gains/NNS RE"));

    [Theory]
    [InlineData("# {0}")]
    [InlineData("{0}")]
    [InlineData("{0}:")]
    [InlineData("# 1. {0}")]
    public void A_label_on_a_line_of_its_own_parts_nothing_however_it_is_laid_out(string line)
    {
        var analysis = TestEngine.Analyze(Narrative, [.. Labelled("# Leading Change", line), .. Labelled("# A second example", line)]);

        Assert.Equal(
            [string.Join('|', Told), string.Join('|', Told)],
            analysis.Stories.Select(story => string.Join('|', story.Of(analysis.Statements).Select(told => told.Sentence.Span.Of(analysis.Document.Draft.Text).ToString()))));
        Assert.Contains(analysis.Competencies, score => score.Rung >= Rung.Result);
        Assert.DoesNotContain(analysis.Suggestions, suggestion => suggestion.Sort == "action-without-result");
    }

    [Fact]
    public void Labels_part_one_story_from_the_next_without_a_title_between() =>
        Assert.Equal(2, TestEngine.Analyze(Narrative, [.. Labelled("# Leading Change", "# {0}"), .. Labelled("# Leading Change", "# {0}")[1..]]).Stories.Length);

    [Theory]
    [InlineData("{0}")]
    [InlineData("{0}.")]
    [InlineData("# {0}")]
    public void Labels_in_plain_words_part_nothing_either(string line)
    {
        string[] labels = ["The problem", "What I did", "What happened"];
        var analysis = TestEngine.Analyze(Narrative, ["# Leading Change", .. labels.Zip(Told).SelectMany(pair => new[] { string.Format(CultureInfo.InvariantCulture, line, pair.First), pair.Second })]);

        Assert.Equal([2, 4, 6], Assert.Single(analysis.Stories).Statements);
    }

    [Fact]
    public void A_line_after_a_labelled_result_tells_another_story_in_a_resume()
    {
        string[] lines =
        [
            "# Experience", "Regional Director, Claims Service — Tampa, FL (Mar 2018 – Present)", "Challenge: Claims took 214 days.", "Action: Moved 60 staff to rating.",
            "Result: 98 days by 2020.", "Recovered $3.1 million in overpaid rent.", "Assistant Director — Columbia, SC (2013 – 2018)", "Wrote the manual.",
        ];
        var analysis = TestEngine.Analyze(new AnalysisOptions("opm-2025", DraftKind.Resume), lines);

        Assert.Equal(["2,3,4", "5"], analysis.Stories.Take(2).Select(story => string.Join(',', story.Statements)));
    }

    [Theory]
    [InlineData("# Step 2")]
    [InlineData("Step 2")]
    [InlineData("# Phase 2: the vote")]
    [InlineData("Phase 2 – the vote")]
    public void A_step_goes_on_with_its_story(string line)
    {
        var analysis = TestEngine.Analyze(Narrative, "# Leading Change", Told[0], Told[1], line, Told[2]);

        Assert.Equal([1, 2, 4], Assert.Single(analysis.Stories).Statements);
    }

    [Theory]
    [InlineData("# Example 2 – Merging two audit teams")]
    [InlineData("Example 2 – Merging two audit teams")]
    [InlineData("Story 2: the merger")]
    public void The_title_of_a_story_is_a_heading_however_it_is_laid_out(string line)
    {
        var analysis = TestEngine.Analyze(Narrative, ["# Leading Change", .. Told, line, .. Told]);

        Assert.Equal(2, analysis.Stories.Length);
        Assert.True(analysis.Statements[4].IsHeading);
        Assert.Single(analysis.Document.Sections);
    }

    [Fact]
    public void A_story_told_on_the_line_of_its_label_is_none_that_it_heads() =>
        Assert.False(TestEngine.Analyze(Narrative, ["# Leading Change", .. Told, "Example 2 – I merged two audit teams"]).Statements[4].IsHeading);

    [Fact]
    public void Two_labels_may_share_a_line() =>
        Assert.Single(TestEngine.Analyze(Narrative, "# Leading Change", "# Challenge/Context", Told[0], "# Actions and Results", Told[1], Told[2]).Stories);

    [Theory]
    [InlineData("# Results")]
    [InlineData("Results:")]
    public void A_lone_label_heads_a_list_of_instances(string heading) =>
        Assert.Equal(2, TestEngine.Analyze(
            new AnalysisOptions("opm-2006", DraftKind.Resume), "# Experience", heading, "- Rebuilt the ferry schedule in two months.", "- Trained 40 pilots on the new radar.").Stories.Length);

    [Fact]
    public void What_accomplishes_nothing_is_no_story() =>
        Assert.Equal("", Group(BlockKind.Paragraph, "When/WRB CX", "The/DT CH", "I/PRP OT"));

    [Fact]
    public void A_figure_without_a_verb_is_no_story() =>
        Assert.Equal("1", Group(BlockKind.TableCell, "$/$ 212/CD million/CD RE", "Led/VBD crews/NNS AC", "40/CD %/NN RE"));

    [Fact]
    public void A_label_with_its_figure_beside_the_text_is_no_story()
    {
        Assert.Equal("", Group(BlockKind.Box, "Operating/VBG budget/NN :/: $/$ 61/CD million/CD RE"));
        Assert.Equal("0", Group(BlockKind.ListItem, "Leading/VBG crews/NNS through/IN a/DT flood/NN AC"));
    }

    /// <summary>In prose a bare outcome ends the story of its deed, verb or none.</summary>
    [Fact]
    public void A_bare_outcome_stays_with_its_deed() =>
        Assert.Equal("0,1", Group(BlockKind.Paragraph, "I/PRP led/VBD crews/NNS AC", "Forty/CD fewer/JJR complaints/NNS RE"));

    [Fact]
    public void A_further_accomplishment_never_parts_a_deed_from_its_result() =>
        Gen.Select(OneOf("When/WRB", "I/PRP led/VBD", "In/IN", "The/DT wait/NN fell/VBD", "The/DT").Array[6], OneOf("CX", "CH", "AC", "RE", "OT").Array[6], Gen.Int[0, 6], OneOf("AC", "RE"))
            .Sample((words, types, place, further) =>
            {
                var lines = words.Zip(types, (word, type) => $"{word} {type}").ToList();
                var before = StoryOf(lines);
                lines.Insert(place, $"I/PRP led/VBD {further}");
                var after = StoryOf(lines);
                int Moved(int i) => i < place ? i : i + 1;
                for (var i = 0; i < 6; i++)
                {
                    for (var j = i; j < 6; j++)
                    {
                        if (types[i] is "AC" or "RE" && types[j] is "AC" or "RE" && before[i] == before[j] && before[i] > 0)
                        {
                            Assert.Equal(after[Moved(i)], after[Moved(j)]);
                        }
                    }
                }
            });

    private static readonly AnalysisOptions Narrative = new("opm-2006", DraftKind.Narrative);

    private static readonly string[] Told =
    [
        "When I took over the depot, 600 repair orders were waiting and two earlier plans had failed.",
        "I persuaded the mechanics to try a second shift.",
        "The backlog fell by 80 percent within one year.",
    ];

    private static string[] Labelled(string title, string line) =>
        [title, string.Format(line, "Challenge"), Told[0], string.Format(line, "Action"), Told[1], string.Format(line, "Result"), Told[2]];

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static int[] StoryOf(List<string> lines)
    {
        var of = new int[lines.Count];
        var stories = Stories(BlockKind.Sentence, [.. lines]);
        for (var s = 0; s < stories.Length; s++)
        {
            foreach (var i in stories[s].Statements)
            {
                of[i] = s + 1;
            }
        }

        return of;
    }

    private static string Group(BlockKind kind, params string[] lines) =>
        string.Join(" | ", Stories(kind, lines).Select(story => string.Join(',', story.Statements)));

    /// <summary>Each line is tagged words and, last, the type of its statement.</summary>
    private static ImmutableArray<Story> Stories(BlockKind kind, string[] lines)
    {
        var document = DocumentBuilder.From(kind, [.. lines.Select(line => line[..^3])]);
        var statements = lines.Select((line, i) => new Sketch("x", TypeOf(line[^2..]), 0.9, 0.9, Person.I, false, null).ToStatement(i));
        return StoryGrouper.Group(document, DraftKind.Narrative, [.. statements]);
    }

    private static StatementType TypeOf(string written) => written switch
    {
        "CH" => StatementType.Challenge,
        "CX" => StatementType.Context,
        "AC" => StatementType.Action,
        "RE" => StatementType.Result,
        "DU" => StatementType.Duty,
        _ => StatementType.Other,
    };
}
