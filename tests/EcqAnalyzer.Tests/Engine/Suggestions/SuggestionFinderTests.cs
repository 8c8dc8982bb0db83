using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Suggestions;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Suggestions;

public sealed class SuggestionFinderTests
{
    private static readonly Analysis Mixed = TestEngine.Analyze(
        new AnalysisOptions("opm-2006", DraftKind.Narrative),
        "Leading People",
        "I coached two new supervisors through their first appraisal cycle.",
        "We settled a dispute between two division chiefs over overtime, and both signed the agreement.",
        "I oversee the annual audit and hold supervisors accountable for their reports.",
        "I believe in leveraging diversity and I am a proven team builder who inspires others every day.");

    [Fact]
    public void Each_points_at_a_sentence_or_names_what_is_absent() =>
        Assert.All(Mixed.Suggestions, suggestion => Assert.True(suggestion.Sentence is not null || suggestion.Competency is not null));

    [Fact]
    public void The_most_worthwhile_come_first() =>
        Assert.Equal(Mixed.Suggestions.OrderByDescending(suggestion => suggestion.Priority), Mixed.Suggestions);

    [Fact]
    public void They_differ_and_ask_about_no_sentence_twice()
    {
        Assert.True(Mixed.Suggestions.Length >= 4);
        Assert.Equal(Mixed.Suggestions.Length, Mixed.Suggestions.Select(suggestion => suggestion.Question).Distinct().Count());
        var sentences = Mixed.Suggestions.Select(suggestion => suggestion.Sentence).OfType<int>().ToArray();
        Assert.Equal(sentences.Length, sentences.Distinct().Count());
    }

    [Fact]
    public void Each_asks_and_speaks_of_no_board()
    {
        Assert.All(Mixed.Suggestions, suggestion => Assert.EndsWith("?", suggestion.Question));
        Assert.All(Mixed.Suggestions, suggestion => Assert.DoesNotContain("board", suggestion.Problem + suggestion.Question, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_group_s_deed_asks_for_the_writer_s_part() =>
        Assert.Contains(Mixed.Suggestions, suggestion => suggestion.Sentence == 2 && suggestion.Problem.Contains("\u201cWe settled a dispute"));

    [Theory]
    [InlineData("Wrote a ten-year plan for the harbor; the council funded three of its projects.")]
    [InlineData("Drafted a new tariff with the shippers, and the commission adopted it.")]
    [InlineData("Drew up a ferry schedule, of which the board took over nine routes.")]
    [InlineData("Published a fishing rule that survived two suits.")]
    [InlineData("Replaced the radar contract, which saved $4 million.")]
    [InlineData("Coached 15 pilots; nine are now captains.")]
    [InlineData("Coached 15 pilots, nine of whom are now captains.")]
    [InlineData("Lent the radar to two ports: both kept it.")]
    [InlineData("Designed a risk score that ranks boats, and is in use at every port.")]
    [InlineData("Designed a risk score; it finds two boats in three.")]
    [InlineData("Saved hundreds of hours by sharing one repair desk.")]
    [InlineData("Rebuilt the parts store, cutting the wait to two days.")]
    [InlineData("Sent each chief to sea for a week; the 31 changes that they brought home include one log for all boats.")]
    [InlineData("Merged three yards, closing 14 duplicate desks and saving $9 million a year.")]
    [InlineData("Wrote the first policy on drones, with the counsel and the union; adopted department-wide in 2019.")]
    [InlineData("Authored the ferry concept; briefed the governor; adopted into the state manual.")]
    [InlineData("Drafted the model lease, later approved by nine states.")]
    [InlineData("Wrote the standard; adopted nationwide.")]
    [InlineData("Opened a course to junior clerks; of 160 graduates 71 have been promoted.")]
    [InlineData("Rebuilt the lending desk after the flood; processed 3,300 loans in 10 weeks, against a norm of 30.")]
    [InlineData("Taught a clerk who now leads the harbor office.")]
    [InlineData("Wrote a lending standard, which nine states adopted.")]
    [InlineData("Drafted the code, which the guild has since published.")]
    [InlineData("Moved the archive to the new vault with no loss of records.")]
    [InlineData("Rewrote the muster list; 90 medics sent within two days.")]
    public void A_clause_after_the_deed_tells_what_came_of_it(string sentence) => Assert.NotNull(AftermathOf(sentence));

    [Theory]
    [InlineData("Led the talks on a data agreement; it had been stalled since 2015.")]
    [InlineData("Replaced a register that lost one file in ten.")]
    [InlineData("Took over the yard; morale was low.")]
    [InlineData("Wrote the plan, trained 40 clerks, and opened two offices.")]
    [InlineData("Wrote a plan for the harbor; I then briefed the council.")]
    [InlineData("Began by meeting every crew.")]
    [InlineData("Led a yard, coaching crews and mentoring deputies.")]
    [InlineData("Drafted the rule, and when the council met I presented it.")]
    [InlineData("Met the nine mayors; adopted two stray dogs.")]
    [InlineData("Merged two yards; approved a new rota.")]
    [InlineData("Wrote the rule with nine mayors, against the wish of the board.")]
    [InlineData("Drafted the code, which I then published.")]
    [InlineData("Ran the yard with no budget for repairs.")]
    [InlineData("Wrote the code, which nine states had asked for.")]
    public void What_was_there_before_or_done_next_is_no_outcome(string sentence) => Assert.Null(AftermathOf(sentence));

    [Theory]
    [InlineData("Wrote a ten-year plan for the harbor; the council funded three of its projects.", true)]
    [InlineData("Published a fishing rule that survived every suit.", false)]
    public void An_outcome_may_be_told_with_a_figure(string sentence, bool hasFigure) =>
        Assert.Equal(hasFigure, AftermathOf(sentence)!.Value.HasFigure(SentenceOf(sentence)));

    [Fact]
    public void What_is_said_of_a_sentence_s_end_quotes_its_end()
    {
        var analysis = TestEngine.Analyze(
            new AnalysisOptions("opm-2006", DraftKind.Narrative),
            "Leading People",
            "When the two division chiefs fell out over the overtime rules of the harbor, I mediated between them every Friday.",
            "I coached my deputy on his speeches.");

        var open = Assert.Single(analysis.Suggestions, suggestion => suggestion.Sort == "action-without-result" && suggestion.Sentence == 1);
        Assert.Contains("\u201c… ", open.Problem);
        Assert.Contains("I mediated between them every Friday\u201d", open.Problem);
    }

    [Theory]
    [InlineData("Reorganized the budget of the harbor, which cut costs by $4 million.", false)]
    [InlineData("Reorganized the budget of the harbor, which cut costs by 40 percent in 12 offices.", false)]
    [InlineData("Reorganized the budget of the harbor, which cut costs by 40 percent.", true)]
    [InlineData("Reorganized the budget of the harbor, which cut costs by 40 percent and is in use at every port.", false)]
    [InlineData("Reorganized the budget of the harbor, and the council adopted it.", false)]
    public void How_far_it_reached_is_not_asked_where_money_or_numbers_tell(string sentence, bool isAsked)
    {
        var analysis = Analyze(
            "opm-2025", DraftKind.Resume, "# Experience", $"- {sentence}", "- Coached three supervisors every week and mentored two of them into director posts.",
            "- Led a team of 12 analysts through the merger of two offices.");

        Assert.Contains(analysis.Competencies, score => score.Shares.Any(share => share.Sentence == 1));
        Assert.Equal(isAsked, GapFinder.Find(analysis, new RungJudge(Support.Scoring.Policy.Thresholds)).Any(gap => gap is { Sort: "scope", Sentence: 1 }));
    }

    [Fact]
    public void A_result_without_a_deed_asks_for_the_writers_part()
    {
        var bare = Analyze("opm-2025", DraftKind.Resume, "# Experience", "- $14 million saved.", "- Coached three supervisors every week and mentored two of them into director posts.", "- Led a team of 12 analysts through the merger of two offices.");
        var told = Analyze("opm-2025", DraftKind.Resume, "# Experience", "- Cancelled three contracts. $14 million saved.", "- Coached three supervisors every week and mentored two of them into director posts.", "- Led a team of 12 analysts through the merger of two offices.");

        Assert.Contains(bare.Suggestions, suggestion => suggestion is { Sort: "own-part", Sentence: 1 });
        Assert.DoesNotContain(told.Suggestions, suggestion => suggestion.Sort == "own-part");
    }

    [Fact]
    public void A_resume_owes_every_ecq()
    {
        string[] lines =
        [
            "# Experience", "- Coached three supervisors every week and mentored two of them into director posts.",
            "- Led a team of 12 analysts through the merger of two offices.",
        ];

        var resume = Analyze("opm-2025", DraftKind.Resume, lines);
        var absent = resume.Suggestions.Where(suggestion => suggestion.Sort == "ecq-absent").ToList();
        Assert.Equal(2, absent.Count);
        Assert.Contains(resume.Suggestions.Take(5), suggestion => suggestion.Sort == "ecq-absent" && suggestion.Problem.Contains(": no ", StringComparison.Ordinal));
        Assert.DoesNotContain(Analyze("opm-2025", DraftKind.Narrative, lines).Suggestions, suggestion => suggestion.Sort == "ecq-absent");
    }

    [Fact]
    public void An_ecq_that_is_called_like_its_competency_is_not_named_beside_it()
    {
        var framework = Analyze("opm-2025", DraftKind.Resume, "# Experience", "- Led a team of 12.").Framework.Value;
        var ecq = framework.Ecqs.Single(each => each.Id.Name == "rule-of-law");
        var competency = ecq.Competencies.First(each => each.Id.Name == "commitment-to-the-rule-of-law");

        var (problem, _) = SuggestionWords.For(new Gap(GapFinder.OwedAbsent, 1, null, competency, ecq), Mixed, 0);
        Assert.Equal("Nothing in the draft shows Commitment to the Rule of Law.", problem);
    }

    /// <summary>In a resume each line is a story of its own.</summary>
    [Theory]
    [InlineData("- Refunds now reach pilots in 9 days instead of 52.")]
    [InlineData("- Zero groundings in the 31 months that followed.")]
    public void A_line_that_tells_what_came_of_the_one_before_answers_the_question(string next)
    {
        string[] lines = ["# Experience", "Harbor Master, Port of Duluth, 2015 - 2020", "- I replaced the paper register of pilots with one that every berth could read."];
        Assert.True(AsksWhatCameOfIt(lines));
        Assert.False(AsksWhatCameOfIt([.. lines, next]));

        static bool AsksWhatCameOfIt(string[] lines) => GapFinder
            .Find(Analyze("opm-2006", DraftKind.Resume, lines), new RungJudge(Support.Scoring.Policy.Thresholds))
            .Any(gap => gap.Sort == GapFinder.ActionWithoutResult);
    }

    [Fact]
    public void Deeds_under_a_heading_that_show_nothing_of_it_are_not_denied()
    {
        var draft = Analyze("opm-2025", DraftKind.Narrative, "# Driving Efficiency", "I walked nine lost dogs home through the snow.", "I fed them, and all nine slept until noon.");
        var ecq = draft.Framework.Value.Ecqs.Single(each => each.Id.Name == "driving-efficiency");

        var (problem, _) = SuggestionWords.For(new Gap(GapFinder.EcqAbsent, 1, null, ecq.Competencies[0], ecq), draft, 0);
        Assert.StartsWith("Deeds stand under Driving Efficiency, and none was recognized as showing it", problem, StringComparison.Ordinal);
    }

    private static Analysis Analyze(string framework, DraftKind kind, params string[] lines) =>
        TestEngine.Analyze(new AnalysisOptions(framework, kind), lines);

    private static Sentence SentenceOf(string sentence) =>
        Analyze("opm-2006", DraftKind.Narrative, sentence).Document.Sentences[0];

    private static Aftermath? AftermathOf(string sentence) => Aftermath.Find(SentenceOf(sentence));

    [Fact]
    public void Long_quotations_are_cut_between_words() =>
        Assert.Equal(
            "\u201cWe settled a dispute between two division chiefs over overtime, and …\u201d",
            EcqAnalyzer.Engine.Suggestions.Quote.Of(Mixed.Document.Draft.Text, Mixed.Document.Sentences[2].Span));
}
