using System.Text.RegularExpressions;
using CsCheck;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Formats;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Planning;

public sealed class PlanMakerTests
{
    /// <summary>Resumes with any of the competencies of 2025 on any rung, at any level or none.</summary>
    private static readonly Gen<Analysis> Drafts = Gen.Select(
        Gen.Int[0, 5].Array[15], Gen.Int[-1, 4], (rungs, level) => Plans.Scored(
            "opm-2025", DraftKind.Resume,
            [.. Plans.FrameworkOf("opm-2025").Competencies.Select((competency, i) => (competency.Id.Name, (Rung)rungs[i], level < 0 ? (Level?)null : (Level)level))]));

    [Fact]
    public void A_weight_is_the_product_of_its_factors_and_the_weightiest_stand_first() => Drafts.Sample(draft =>
    {
        var plan = Plans.Of(draft);

        Assert.All(plan.Gaps, gap => Assert.Equal(Math.Round(gap.Factors.Aggregate(1.0, (product, factor) => product * factor.Value), 2, MidpointRounding.AwayFromZero), gap.Weight));
        Assert.All(plan.Gaps, gap => Assert.True(gap.Weight > 0));
        Assert.Equal(plan.Gaps.OrderByDescending(gap => gap.Weight), plan.Gaps);
    });

    /// <summary>All else equal, more evidence never makes a gap weigh more.</summary>
    [Fact]
    public void A_higher_rung_never_weighs_more() => Gen.Select(Drafts, Gen.Int[0, 14], Gen.Int[1, 5]).Sample((draft, which, rung) =>
    {
        var id = draft.Competencies[which].Competency;
        double WeightOn(int on) => Plans.Of(draft with { Competencies = draft.Competencies.SetItem(which, draft.Competencies[which] with { Rung = (Rung)on }) })
            .Gaps.FirstOrDefault(gap => gap.Competency.Id == id)?.Weight ?? 0;

        Assert.True(WeightOn(rung) <= WeightOn(rung - 1));
    });

    [Fact]
    public void Every_competency_below_the_highest_rung_is_a_gap_once() => Drafts.Sample(draft =>
    {
        var gaps = Plans.Of(draft).Gaps.Where(gap => gap.Sort != GapSort.Level).Select(gap => gap.Competency.Id.Name).Order();

        Assert.Equal(draft.Competencies.Where(score => score.Rung < Rung.ExecutiveResult).Select(score => score.Competency.Name).Order(), gaps);
    });

    [Fact]
    public void The_first_gaps_have_an_objective_for_each_term_and_the_others_none() => Drafts.Sample(draft =>
    {
        var plan = Plans.Of(draft, planned: 3);

        Assert.All(plan.Gaps.Take(3), gap => Assert.Equal([Term.Short, Term.Medium, Term.Longer], gap.Objectives.Select(each => each.Term)));
        Assert.All(plan.Gaps.Take(3), gap => Assert.NotEmpty(gap.Evidence));
        Assert.All(plan.Gaps.Skip(3), gap => Assert.Empty(gap.Objectives));
    });

    [Fact]
    public void No_hole_of_a_template_stays_open() => Drafts.Sample(draft => Assert.All(
        Plans.Of(draft, planned: 15).Gaps, gap => Assert.DoesNotContain('{', gap.Says + string.Concat(gap.Objectives.Select(each => each.Text)) + string.Concat(gap.Factors.Select(factor => factor.Why)))));

    [Fact]
    public void The_aim_is_above_what_is_shown_where_there_is_anything_above() => Drafts.Sample(draft =>
    {
        var plan = Plans.Of(draft);

        Assert.All(plan.Gaps, gap =>
        {
            var place = plan.Journey.First(each => each.Competency == gap.Competency);
            Assert.True(gap.Aim > place.Shown || place.Shown is null or Level.Organization);
            Assert.True(place.Map.IsEmpty || gap.Aim >= place.Map[0]);
        });
    });

    [Theory]
    [InlineData(Rung.Absent, GapSort.Absent, 1.88)]
    [InlineData(Rung.Claimed, GapSort.Claimed, 1.69)]
    [InlineData(Rung.Duty, GapSort.Duty, 1.5)]
    [InlineData(Rung.Action, GapSort.Action, 0.63)]
    [InlineData(Rung.Result, GapSort.Result, 0.25)]
    public void A_gap_is_what_its_rung_lacks(Rung rung, GapSort sort, double weight)
    {
        var gap = Plans.Of(Plans.Scored("opm-2025", DraftKind.Resume, ("strategic-thinking", rung, null))).Gaps.First(each => each.Competency.Id.Name == "strategic-thinking");

        Assert.Equal((sort, weight), (gap.Sort, gap.Weight));
    }

    [Fact]
    public void Whole_evidence_is_a_gap_only_below_the_level_of_the_map()
    {
        var below = Plans.Of(Plans.Scored("opm-2025", DraftKind.Resume, ("strategic-thinking", Rung.ExecutiveResult, Level.Programs)));
        var there = Plans.Of(Plans.Scored("opm-2025", DraftKind.Resume, ("strategic-thinking", Rung.ExecutiveResult, Level.Organization)));

        var gap = below.Gaps.First(each => each.Competency.Id.Name == "strategic-thinking");
        Assert.Equal((GapSort.Level, Level.Organization, 2), (gap.Sort, gap.Aim, gap.Sentence));
        Assert.Contains("reaches several teams or a program; the map of levels puts the competency at the whole organization and beyond", gap.Says);
        Assert.DoesNotContain(there.Gaps, each => each.Competency.Id.Name == "strategic-thinking");
    }

    [Fact]
    public void What_a_narrative_does_not_set_out_to_tell_is_no_gap()
    {
        var plan = Plans.Of(Plans.Scored("opm-2006", DraftKind.Narrative, ("vision", Rung.Action, null)).Headed("building-coalitions"));

        Assert.Equal(["leading-change", "leading-people", "results-driven", "business-acumen"], plan.OutsideDraft.Select(ecq => ecq.Id.Name));
        Assert.All(plan.Gaps, gap => Assert.Contains(gap.Ecq.Id.Name, (string[])["building-coalitions", "fundamental-competencies"]));
        Assert.Contains(plan.Journey, place => place.Competency.Id.Name == "vision");
        Assert.DoesNotContain(plan.Journey, place => place.Competency.Id.Name == "resilience");
    }

    [Fact]
    public void A_resume_owes_every_ecq_and_a_story_those_it_shows()
    {
        Assert.Empty(Plans.Of(Plans.Scored("opm-2025", DraftKind.Resume).Headed("rule-of-law")).OutsideDraft);
        Assert.Equal(
            ["leading-people"],
            Plans.Of(Plans.Scored("opm-2025", DraftKind.Story, ("accountability", Rung.Action, null))).Gaps.Select(gap => gap.Ecq.Id.Name).Distinct());
    }

    [Fact]
    public void Fundamental_competencies_weigh_less()
    {
        var plan = Plans.Of(Plans.Scored("opm-2006", DraftKind.Narrative));
        double Weight(string id) => plan.Gaps.First(gap => gap.Competency.Id.Name == id).Weight;

        Assert.Equal(0.3, Weight("written-communication"));
        Assert.Equal(1.5, Weight("team-building"));
    }

    [Fact]
    public void Courses_at_the_level_aimed_at_come_first_then_the_shorter_ones()
    {
        var draft = Plans.Scored("opm-2025", DraftKind.Resume, ("innovation", Rung.Duty, null));
        var id = draft.Competencies.First(score => score.Competency.Name == "innovation").Competency;
        CatalogEntry Course(string title, Level? level, double? hours, int line) => new(id, title, "", level, hours, line);
        var catalog = new Catalog("c.csv", [Course("other", Level.Self, 1, 2), Course("any", null, 1, 3), Course("long", Level.Programs, 40, 4), Course("short", Level.Programs, 8, 5), Course("unknown", Level.Programs, null, 6)], 0);

        var gap = Plans.Of(draft, catalog, 15).Gaps.First(each => each.Competency.Id == id);

        Assert.Equal(Level.Programs, gap.Aim);
        Assert.Equal(["short", "long", "unknown"], gap.Courses.Select(course => course.Title));
        Assert.All(Plans.Of(draft, catalog, 15).Gaps.Where(each => each.Competency.Id != id), each => Assert.Empty(each.Courses));
    }

    [Fact]
    public void Questions_are_asked_where_evidence_is_thin_and_nowhere_else()
    {
        var plan = Plans.Of(Plans.Scored("opm-2025", DraftKind.Resume, ("innovation", Rung.Result, Level.Programs), ("accountability", Rung.Action, null)), planned: 15);

        Assert.Empty(plan.Gaps.First(gap => gap.Competency.Id.Name == "innovation").Questions);
        Assert.Equal(3, plan.Gaps.First(gap => gap.Competency.Id.Name == "accountability").Questions.Length);
    }

    [Fact]
    public void Objectives_are_of_the_competency_and_of_its_gap() => Drafts.Sample(draft =>
    {
        var gaps = Plans.Of(draft, planned: 15).Gaps;
        var texts = gaps.SelectMany(gap => gap.Objectives).Select(objective => objective.Text).ToList();

        Assert.Equal(texts.Count, texts.Distinct().Count());
        Assert.All(gaps, gap => Assert.Contains(Plans.Rehearsal.Find(gap.Competency.Id)!.Practice, gap.Objectives[1].Text));
        Assert.All(gaps, gap => Assert.Contains(Plans.Rehearsal.Find(gap.Competency.Id)!.Assignment, gap.Objectives[2].Text));
    });

    [Fact]
    public void Another_gap_of_a_competency_has_other_objectives()
    {
        var texts = Enum.GetValues<Rung>().SkipLast(1)
            .Select(rung => Plans.Of(Plans.Scored("opm-2025", DraftKind.Resume, ("innovation", rung, null)), planned: 15).Gaps.First(gap => gap.Competency.Id.Name == "innovation"))
            .SelectMany(gap => gap.Objectives).Select(objective => objective.Text).ToList();

        Assert.Equal(5 * 3, texts.Distinct().Count());
    }

    /// <summary>Some competencies of other frameworks have no question, or nothing that they continue.</summary>
    [Theory]
    [InlineData("opm-1997")]
    [InlineData("opm-2024")]
    [InlineData("canada-klc-2015")]
    [InlineData("ontario-olf")]
    [InlineData("leadership-journey")]
    public void Objectives_of_any_framework_are_whole(string framework) => Assert.All(
        Plans.Of(Plans.Scored(framework, DraftKind.Resume), planned: 50).Gaps.SelectMany(gap => gap.Objectives),
        objective => Assert.DoesNotMatch(@"\{|: *$|:  |^\s|  ", objective.Text));

    [Fact]
    public void A_draft_without_a_score_has_no_plan()
    {
        var plan = Plans.Of(SampleAnalysis.Ungradable());

        Assert.Empty(plan.Gaps);
        Assert.Empty(plan.Journey);
    }

    /// <summary>The program never writes the candidate's text: objectives speak to the writer and never as the writer.</summary>
    [Fact]
    public void No_template_speaks_as_the_writer() => Assert.All(
        Plans.Policy.Objectives.SelectMany(words => words.ByTerm.SelectMany(each => each).Append(words.Says)),
        text => Assert.DoesNotMatch(new Regex(@"\b(I|my|me|mine|we|our|us)\b"), text));
}
