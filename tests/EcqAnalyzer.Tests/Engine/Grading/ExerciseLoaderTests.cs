using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Grading;

/// <summary>Exercises as trainers write them, and what is said of their faults.</summary>
public sealed class ExerciseLoaderTests
{
    [Fact]
    public void The_least_exercise_asks_an_ECQ_and_gets_the_products_rubric()
    {
        var exercise = Exercises.Default;

        Assert.Equal(("One story", "opm-2006", DraftKind.Story), (exercise.Title, exercise.Framework.Id, exercise.Kind));
        Assert.Equal(["conflict-management", "leveraging-diversity", "developing-others", "team-building"], exercise.Task.Competencies.Select(each => each.Id.Name));
        Assert.Equal([StatementType.Challenge, StatementType.Context, StatementType.Action, StatementType.Result], exercise.Task.Parts);
        Assert.Equal(
            ["evidence/conflict-management", "evidence/leveraging-diversity", "evidence/developing-others", "evidence/team-building", "story", "form"],
            exercise.Rubric.Criteria.Select(criterion => criterion.Id));
        Assert.All(exercise.Rubric.Criteria, criterion => Assert.Equal(5, criterion.Levels.Length));
    }

    /// <summary>Of the product's own rubric: a need without a reason is a number out of the air.</summary>
    [Fact]
    public void Every_need_of_the_products_rubric_has_its_reason()
    {
        var rubric = File.ReadAllText(Repository.Path("rules", "rubrics", "narrative.yaml"));

        Assert.Equal(12, rubric.Split(" needs: ").Length - 1);
        Assert.Equal(12, rubric.Split(" reason: ").Length - 1);
    }

    [Fact]
    public void Competencies_words_stories_weights_and_markers_may_be_named()
    {
        var exercise = Exercises.Read("""
            title: "Two"
            framework: opm-2025
            asks:
              competencies: [accountability, developing-others]
              parts: [challenge, action, result]
              stories: 2
              words: {least: 100, most: 200}
            weights: {story: 3}
            markers: [Ann, Ben]
            """);

        Assert.Equal(["accountability", "developing-others"], exercise.Task.Competencies.Select(each => each.Id.Name));
        Assert.Equal((2, 100, 200), (exercise.Task.Stories, exercise.Task.LeastWords, exercise.Task.MostWords));
        Assert.Equal(3, exercise.Task.Parts.Length);
        Assert.Equal(3, exercise.Rubric.Criteria.Single(criterion => criterion.Id == "story").Weight);
        Assert.Equal(["Ann", "Ben"], exercise.Markers);
        Assert.Null(exercise.Kind);
    }

    [Fact]
    public void A_trainer_may_write_a_rubric()
    {
        var exercise = Exercises.Read(Exercises.Yaml + """

            rubric:
              criteria:
                - id: numbers
                  of: draft
                  name: Numbers
                  levels:
                    - {name: none, means: "No number."}
                    - name: some
                      means: "One measured result."
                      needs: {measured-results: 1}
            """);

        var criterion = Assert.Single(exercise.Rubric.Criteria);
        Assert.Equal(("numbers", 2, 1), (criterion.Id, criterion.Levels.Length, exercise.Rubric.Highest));
    }

    [Fact]
    public void Every_fault_is_told_in_one_run_with_its_place()
    {
        var faults = Exercises.FaultsOf("""
            titel: "One story"
            framework: opm-2060
            kind: storry
            asks:
              ecq: leading-peple
              parts: [challenge, acton]
              stories: 0
              words: {least: 300, most: 200}
            rubric: narative
            """);

        Assert.Equal(9, faults.Length);
        Assert.Contains("exercise.yaml(1,1): error ECQ101: unknown key 'titel'; did you mean 'title'?", faults);
        Assert.Contains("exercise.yaml(1,1): error ECQ103: 'title' is missing here", faults);
        Assert.Contains(faults, fault => fault.StartsWith("exercise.yaml(2,12): error ECQ460: there is no framework 'opm-2060' to grade by; did you mean 'opm-2006'?", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("exercise.yaml(3,7): error ECQ105: 'kind' cannot be 'storry'; did you mean 'story'?", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("exercise.yaml(5,8): error ECQ461:", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("exercise.yaml(6,22): error ECQ105: 'acton' is no part of a story; did you mean 'action'?", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("exercise.yaml(7,12): error ECQ467: 'stories' is from 1 to 20", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("exercise.yaml(8,10): error ECQ467: 'least' is 300 and 'most' is 200", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("exercise.yaml(9,9): error ECQ466: there is no rubric 'narative'; did you mean 'narrative'?", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("title: \"x\"\nframework: opm-2006\nasks: {stories: 1}", "ECQ464")]
    [InlineData("title: \"x\"\nframework: opm-2006\nasks:\n  competencies: [team-bilding]", "did you mean 'team-building'?")]
    [InlineData("title: \"x\"\nframework: opm-2006", "'asks' is missing here")]
    [InlineData("title: \"x\"\nframework: opm-2006\nasks: {ecq: leading-people}\nweights: {stori: 2}", "did you mean 'story'?")]
    [InlineData("title: \"x\"\nframework: opm-2006\nasks: {ecq: leading-people}\nweights: {story: 0}", "a weight is above 0")]
    [InlineData("- a\n- b", "an exercise is written as keys")]
    public void A_fault_says_what_to_do(string yaml, string expected) => Assert.Contains(Exercises.FaultsOf(yaml), fault => fault.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void Faults_of_a_rubric_have_their_places_too()
    {
        var faults = Exercises.FaultsOf(Exercises.Yaml + """

            rubric:
              criteria:
                - id: numbers
                  of: draft
                  name: Numbers
                  weight: -1
                  levels:
                    - {name: none, means: "No number.", needs: {rung: 1}}
                    - {name: some, means: "One."}
                - id: numbers
                  of: draft
                  name: Again
                  levels:
                    - {name: none, means: "No number."}
            """);

        Assert.Contains(faults, fault => fault.Contains("a weight is above 0 and at most 100", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("there is no fact 'rung' here", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("the first level is level 0", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("level 1 needs a fact that tells it from the one below", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("there is a criterion 'numbers' already", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("a criterion has 2 to 10 levels, from 0 up, and this has 1", StringComparison.Ordinal));
    }
}
