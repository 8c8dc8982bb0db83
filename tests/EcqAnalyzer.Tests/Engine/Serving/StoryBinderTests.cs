using EcqAnalyzer.Engine.Serving;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Serving;

public sealed class StoryBinderTests
{
    private static readonly StoryBook Book = StoryBooks.Bind(StoryBooks.Permit, StoryBooks.Retold);

    [Fact]
    public void Every_story_of_every_draft_is_told_with_its_place() =>
        Assert.Equal(["0 leading-people", "0 results-driven", "1 leading-change", "1 leading-change"], Book.Stories.Select(story => $"{story.Draft} {story.Under?.Name}"));

    [Fact]
    public void A_story_has_its_parts_its_measures_its_year_and_its_reach()
    {
        var story = Book.Stories[0];

        Assert.Equal([0, 0, 1, 1], story.Parts.Select(part => part.Type == StatementType.Context || part.Type == StatementType.Challenge ? 0 : Math.Min(1, part.Sentences.Length)));
        Assert.Contains(story.Measured, result => result.Numbers.Any(span => span.Of(Book.Drafts[0].Document.Draft.Text).Contains("31", StringComparison.Ordinal)));
        Assert.Equal(2021, story.Year);
        Assert.Equal(2011, Book.Stories[3].Year);
    }

    [Fact]
    public void Age_counts_from_the_newest_year_of_all_drafts_or_the_day_named()
    {
        Assert.Equal(2021, Book.Today);
        Assert.Equal(2026, StoryBooks.Bind(new StoriesAsked(new DateOnly(2026, 3, 1)), "opm-2006", StoryBooks.Permit).Today);
    }

    /// <summary>What a story shows by itself is what a draft shows that tells only this story.</summary>
    [Fact]
    public void A_story_shows_what_a_draft_of_it_alone_shows()
    {
        var alone = StoryBooks.Bind(StoryBooks.Permit[..2]);

        Assert.Equal(Shown(alone.Stories[0]), Shown(Book.Stories[0]));
        Assert.All(alone.Stories[0].Shows, shown =>
        {
            var score = alone.Drafts[0].Competencies.First(each => each.Competency == shown.Competency);
            Assert.Equal((score.Rung, score.Accomplishment), (shown.Rung, shown.Strength));
        });
    }

    [Fact]
    public void A_deed_told_in_other_words_in_another_draft_is_one() =>
        Assert.Equal(["0 2"], Book.Same.Select(same => $"{same.First} {same.Second}"));

    /// <summary>Versions of one draft share all words; none of them is common to most stories of a draft.</summary>
    [Fact]
    public void Many_versions_of_a_draft_tell_the_same_stories()
    {
        var book = StoryBooks.Bind(StoryBooks.Permit, StoryBooks.Permit, StoryBooks.Permit, StoryBooks.Permit, StoryBooks.Permit);

        Assert.Equal(2 * 5 * 4 / 2, book.Same.Length);
        Assert.All(book.Same, same => Assert.Equal(1, same.Shared));
        Assert.All(book.Same, same => Assert.Equal(same.First % 2, same.Second % 2));
    }

    [Theory]
    [InlineData("the wait fell from 61 to 19 days", "")]
    [InlineData("the wait fell from 60 to 19 days", "from 61 to 19 days / from 60 to 19 days")]
    [InlineData("the wait fell to 19 days", "")]
    [InlineData("the wait fell from 61 to 19 days and saved $40,000", "")]
    public void Two_tellings_of_a_deed_with_other_numbers_of_one_unit_are_named(string outcome, string differ)
    {
        const string Setting = "In 2020, the permit office of the harbor had unread claims and an angry council. I moved the senior examiners to the intake desk and let the clerks decide plain cases, and ";
        string[] other = ["# Results Driven", $"{Setting}{outcome}.", "I met the union each Friday and settled their grievances over the new schedule with its chief steward."];
        string[] draft = ["# Leading People", $"{Setting}the wait fell from 61 to 19 days.", "I met the union each Friday and settled their grievances over the new schedule with its chief steward."];

        var book = StoryBooks.Bind(draft, other);

        var same = Assert.Single(book.Same);
        Assert.Equal(differ, string.Join("; ", same.Numbers.Select(pair =>
            $"{pair.First.Of(book.Drafts[0].Document.Draft.Text)} / {pair.Second.Of(book.Drafts[1].Document.Draft.Text)}")));
    }

    [Fact]
    public void A_plan_tells_no_story_and_no_deed_twice_and_at_most_two_for_an_ecq()
    {
        var plan = Book.Plan!;
        var told = plan.Ecqs.SelectMany(ecq => ecq.Stories).Select(serving => serving.Story).ToList();

        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.DoesNotContain(Book.Same, same => told.Contains(same.First) && told.Contains(same.Second));
        Assert.All(plan.Ecqs, ecq => Assert.InRange(ecq.Stories.Length, 0, plan.MostPerEcq));
        Assert.Equal(Enumerable.Range(0, Book.Stories.Length), told.Concat(plan.LeftOut.Select(left => left.Story)).Order());
    }

    /// <summary>Every plan of one story or two for each ECQ, counted from what the stories show by themselves: none serves more ECQs,
    /// and of those that serve as many none has more points.</summary>
    [Fact]
    public void No_other_plan_serves_more_ecqs_or_shows_more()
    {
        var plan = Book.Plan!;
        var best = AllPlans(Book, 0, []).MaxBy(each => (each.Served, each.Points));

        Assert.Equal(best.Served, plan.Ecqs.Count(ecq => !ecq.Stories.IsEmpty));
        Assert.True(plan.Points >= best.Points, $"{plan.Points} < {best.Points}");
        Assert.True(plan.Unbound >= plan.Points);
    }

    [Fact]
    public void The_price_of_a_story_is_what_the_best_plan_without_it_or_with_it_has_less()
    {
        foreach (var serving in Book.Plan!.Ecqs.SelectMany(ecq => ecq.Stories))
        {
            var without = Book with { Stories = Book.Stories.RemoveAt(serving.Story), Same = [.. Moved(Book.Same, serving.Story)] };
            var points = StoryPlannerOf(without)?.Points ?? 0;

            Assert.Equal(Book.Plan.Points - points, serving.Price.Points);
            Assert.Equal(serving.Price.Points, serving.Price.Moves.Sum(move => move.Lost));
        }

        var twin = Assert.Single(Book.Plan.LeftOut, left => left.SameAs is not null);
        Assert.True(twin.Price is null or { Points: >= 0 } or { Ecqs: > 0 });
    }

    [Fact]
    public void Competencies_that_no_story_shows_have_nobody_to_show_them() => Assert.All(
        Book.Plan!.Ecqs.SelectMany(ecq => ecq.Competencies), planned => Assert.Equal(
            Enumerable.Range(0, Book.Stories.Length).Where(story => Book.Stories[story].Find(planned.Competency) is not null).Order(), planned.ShownBy.Order()));

    [Fact]
    public void A_draft_without_a_score_gives_no_story()
    {
        var book = StoryBooks.Bind(StoryBooks.Permit, ["I led a team."]);

        Assert.All(book.Stories, story => Assert.Equal(0, story.Draft));
        Assert.Equal(2, book.Drafts.Length);
    }

    [Fact]
    public void Drafts_for_several_frameworks_are_judged_by_the_one_in_force()
    {
        var frameworks = new EcqAnalyzer.Cli.Workbench().Frameworks;
        var old = TestEngine.Analyze(new(), StoryBooks.Permit);
        var current = TestEngine.Analyze(new(), "# Driving Efficiency", "I cut the cost of an inspection from $412 to $287 in two years.", "# Merit and Competence", "I solved the shortage.");

        Assert.Equal("opm-2006", StoryBinder.Agree([old], frameworks).Value.Id);
        Assert.Equal("opm-2006", StoryBinder.Agree([old, TestEngine.Analyze(new(), StoryBooks.Resume)], frameworks).Value.Id);
        var agreed = StoryBinder.Agree([old, current], frameworks);
        Assert.Equal(("opm-2025", 0), (agreed.Value.Id, agreed.Confidence));
        Assert.Contains("test.txt for opm-2006", agreed.Reason);
    }

    private static IEnumerable<(int Served, double Points)> AllPlans(StoryBook book, int ecq, int[] told)
    {
        var ecqs = book.Plan!.Ecqs;
        if (ecq == ecqs.Length)
        {
            yield return (0, 0);
            yield break;
        }

        foreach (var story in Enumerable.Range(-1, book.Stories.Length + 1))
        {
            if (story >= 0 && (told.Contains(story) || book.Same.Any(same => (same.First == story && told.Contains(same.Second)) || (same.Second == story && told.Contains(same.First)))))
            {
                continue;
            }

            var points = story < 0 ? 0 : ecqs[ecq].Competencies.Sum(each => book.Stories[story].Find(each.Competency)?.Strength ?? 0);
            foreach (var rest in AllPlans(book, ecq + 1, story < 0 ? told : [.. told, story]))
            {
                yield return (rest.Served + (points > 0 ? 1 : 0), rest.Points + points);
            }
        }
    }

    private static StoryPlan? StoryPlannerOf(StoryBook book) => StoryPlanner.Plan(book, Support.Scoring.Policy, StoryBooks.Policy.MostPerEcq);

    private static IEnumerable<SameStory> Moved(IEnumerable<SameStory> same, int without) => same
        .Where(each => each.First != without && each.Second != without)
        .Select(each => each with { First = each.First - (each.First > without ? 1 : 0), Second = each.Second - (each.Second > without ? 1 : 0) });

    private static IEnumerable<string> Shown(ToldStory story) => story.Shows.Select(shown => $"{shown.Competency} {shown.Rung} {shown.Strength}");
}
