using EcqAnalyzer.Engine.Planning;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Planning;

/// <summary>The words of a plan: every competency has some, and whoever changes them is told of every fault.</summary>
public sealed class RehearsalTests
{
    [Theory]
    [InlineData("opm-2006")]
    [InlineData("opm-2025")]
    public void Every_competency_has_questions_of_its_own(string framework)
    {
        var found = Plans.FrameworkOf(framework).Competencies.Select(competency => Plans.Rehearsal.Find(competency.Id)).ToList();

        Assert.All(found, each => Assert.InRange(each!.Questions.Length, 3, 5));
        Assert.Equal(found.Count, found.Distinct().Count());
    }

    [Fact]
    public void Every_competency_has_a_practice_and_an_assignment_of_its_own()
    {
        var found = new[] { "opm-2006", "opm-2025" }.SelectMany(id => Plans.FrameworkOf(id).Competencies).Select(competency => Plans.Rehearsal.Find(competency.Id)!).ToList();

        Assert.Equal(found.Count, found.Select(each => each.Practice).Distinct().Count());
        Assert.Equal(found.Count, found.Select(each => each.Assignment).Distinct().Count());
        Assert.All(found.SelectMany(each => (string[])[each.Practice, each.Assignment]), words => Assert.DoesNotMatch(@"\b(I|my|me|mine|we|our|us)\b|[.?!]$", words));
    }

    [Fact]
    public void No_question_is_asked_twice()
    {
        var questions = new[] { "opm-2006", "opm-2025" }.SelectMany(id => Plans.FrameworkOf(id).Competencies).SelectMany(competency => Plans.Rehearsal.Find(competency.Id)!.Questions).ToList();

        Assert.Equal(questions.Count, questions.Distinct().Count());
    }

    [Theory]
    [InlineData("opm-1997", 27)]
    [InlineData("canada-klc-2015", 6)]
    [InlineData("leadership-journey", 28)]
    public void Competencies_of_other_frameworks_take_those_of_what_they_continue(string framework, int count) =>
        Assert.Equal(count, Plans.FrameworkOf(framework).Competencies.Count(competency => Plans.Rehearsal.Find(competency.Id) is not null));

    [Theory]
    [InlineData("opm-2006/visoin", "'How so?', 'And then?'", "did you mean 'opm-2006/vision'?")]
    [InlineData("opm-2006/vision", "'How so?'", "'ask' has 2 questions at least")]
    [InlineData("opm-2006/vision", "'How so?', 'Tell me.'", "ends in a question mark")]
    public void Faults_are_told_with_their_place(string id, string ask, string message)
    {
        var faults = new Faults();

        Rehearsal.Load(Written.Files((Rehearsal.FileName, $"competencies:\n  {id}:\n    evidence: a deed\n    practice: do it\n    assignment: a post\n    ask: [{ask}]\n")), Plans.Frameworks, faults);

        var fault = Assert.Single(faults.Found);
        Assert.Contains(message, fault.Message);
        Assert.Equal(3, fault.Line);
    }

    [Fact]
    public void A_hole_that_nothing_fills_is_a_fault()
    {
        var yaml = File.ReadAllText(Repository.Path("rules", "uses", "plan.yaml")).Replace("It is named and not shown: {quote}.", "It is named and not shown: {qoute}.", StringComparison.Ordinal);
        var faults = new Faults();

        PlanPolicy.Load(Written.Files((PlanPolicy.FileName, yaml)), faults);

        Assert.Contains("there is nothing to put into '{qoute}'; did you mean 'quote'?", Assert.Single(faults.Found).Message);
    }

    [Fact]
    public void The_formula_is_told_with_the_numbers_in_force() =>
        Assert.Contains("times 0.3 for a fundamental competency, times 1.5 where nothing of its ECQ is shown by a deed, times 1.25 on", Plans.Policy.Formula);
}
