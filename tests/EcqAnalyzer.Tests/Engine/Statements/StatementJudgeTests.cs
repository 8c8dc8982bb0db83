using CsCheck;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Statements;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;
using Judging = EcqAnalyzer.Tests.Support.Scoring;

namespace EcqAnalyzer.Tests.Engine.Statements;

public sealed class StatementJudgeTests
{
    private static readonly Document One = DocumentBuilder.From("I/PRP led/VBD the/DT team/NN");

    private static readonly Gen<Evidence> TypeEvidence =
        from type in Gen.Enum<StatementType>()
        from weight in Gen.Double[0.1, 0.9]
        from rule in Gen.Int[0, 20]
        select Of(new TypeLabel(type), weight, $"rule.{rule}");

    [Fact]
    public void Types_add_up_to_one() => TypeEvidence.Array[0, 6].Sample(evidence =>
    {
        var types = Judge(evidence).Types;
        Assert.Equal(1, Enum.GetValues<StatementType>().Sum(type => types[type]), 1e-9);
    });

    [Fact]
    public void Silence_keeps_a_wide_spread() =>
        Assert.All(Enum.GetValues<StatementType>(), type => Assert.InRange(Judge().Types[type], 0.02, 0.5));

    [Fact]
    public void Further_evidence_of_a_deed_never_lowers_accomplishment() =>
        Gen.Select(TypeEvidence.Array[0, 5], TypeEvidence).Sample((evidence, further) =>
        {
            var deed = further with { Label = new TypeLabel(StatementType.Action), Origin = new RuleOrigin("further") };
            Assert.True(Judge([.. evidence, deed]).Types.Accomplishment >= Judge(evidence).Types.Accomplishment - 1e-12);
        });

    [Fact]
    public void Further_evidence_of_a_duty_never_raises_accomplishment() =>
        Gen.Select(TypeEvidence.Array[0, 5], TypeEvidence).Sample((evidence, further) =>
        {
            var duty = further with { Label = new TypeLabel(StatementType.Duty), Origin = new RuleOrigin("further") };
            Assert.True(Judge([.. evidence, duty]).Types.Accomplishment <= Judge(evidence).Types.Accomplishment + 1e-12);
        });

    [Fact]
    public void An_origin_that_speaks_twice_counts_once()
    {
        var once = Judge(Shows(0.2, "a"));
        var twice = Judge(Shows(0.2, "a"), Shows(0.2, "a"));
        var two = Judge(Shows(0.2, "a"), Shows(0.2, "b"), Of(new TypeLabel(StatementType.Action), 0.8, "t"));

        Assert.Empty(once.Shown);
        Assert.Empty(twice.Shown);
        Assert.Equal(0.36, two.Shown.Single().Probability, 1e-9);
        Assert.Equal(["a", "b"], two.Shown.Single().Rules);
    }

    [Theory]
    [InlineData("Operating/NN systems/NNS :/: Windows/NNP ,/, Linux/NNP", true)]
    [InlineData("Builder/NN of/IN teams/NNS", false)]
    public void A_labelled_list_claims_nothing_by_a_phrase_that_fits_in_it(string line, bool isList)
    {
        var statement = JudgeLine(BlockKind.ListItem, line, Shows(0.9, "a"), Of(new TypeLabel(StatementType.Other), 0.95, "t"));

        Assert.Equal(StatementType.Other, statement.Type);
        Assert.Equal(isList, statement.Claimed.IsEmpty);
    }

    [Theory]
    [InlineData(BlockKind.TableCell, "38/CD ports/NNS of/IN entry/NN", StatementType.Other)]
    [InlineData(BlockKind.TableCell, "1,200/CD officers/NNS", StatementType.Other)]
    [InlineData(BlockKind.TableCell, "40/CD percent/NN fewer/JJR complaints/NNS", StatementType.Result)]
    [InlineData(BlockKind.TableCell, "4,200/CD acres/NNS ,/, protected/VBN in/IN every/DT year/NN", StatementType.Result)]
    [InlineData(BlockKind.ListItem, "38/CD ports/NNS of/IN entry/NN", StatementType.Result)]
    public void A_number_in_a_cell_and_what_it_counts_is_no_result(BlockKind block, string line, StatementType type) =>
        Assert.Equal(type, JudgeLine(block, line, Of(new TypeLabel(StatementType.Result), 0.95, "t")).Type);

    private static Statement JudgeLine(BlockKind block, string line, params Evidence[] evidence)
    {
        var document = DocumentBuilder.From(block, line);
        return new StatementJudge(Judging.Policy).JudgeAlone(document, Places.Of(document, DraftKind.Narrative), [.. evidence]).Single();
    }

    [Fact]
    public void What_a_heading_names_is_neither_claimed_nor_shown()
    {
        var document = DocumentBuilder.From(BlockKind.Heading, "Building/VBG teams/NNS");
        var statement = new StatementJudge(Judging.Policy)
            .JudgeAlone(document, Places.Of(document, DraftKind.Narrative), [Shows(0.9, "a"), Of(new TypeLabel(StatementType.Action), 0.95, "t")]).Single();

        Assert.Equal(StatementType.Other, statement.Type);
        Assert.Empty(statement.Shown);
        Assert.Empty(statement.Claimed);
    }

    [Theory]
    [InlineData("Tell me about a time when you used your initiative to resolve a complex problem.")]
    [InlineData("What did you do to hold your staff accountable and to resolve a complex problem?")]
    [InlineData("Obtained secret security clearance.")]
    public void A_prompt_and_a_credential_neither_show_nor_claim(string line)
    {
        var statement = TestEngine.AnalyzeGiven(new AnalysisOptions("opm-2025"), line, "I rebuilt the permit register of two offices.").Statements[0];

        Assert.Empty(statement.Shown);
        Assert.Empty(statement.Claimed);
    }

    [Fact]
    public void A_field_of_a_form_measures_nothing_and_a_result_does()
    {
        var statements = TestEngine.AnalyzeGiven(
            AnalysisOptions.Auto, "TOTAL CHARACTERS: 1,482", "$212 million", "I rebuilt the permit desk, and the wait fell from 61 days to 19.").Statements;

        Assert.Equal([false, false, true], statements.Select(statement => statement.Measured));
    }

    [Fact]
    public void The_highest_level_that_is_said_is_the_level() =>
        Assert.Equal(Level.Programs, Judge(
            Of(new LevelLabel(Level.Programs), 0.6, "p"), Of(new LevelLabel(Level.People), 0.9, "q"), Of(new LevelLabel(Level.Organization), 0.35, "o")).Level);

    [Fact]
    public void The_strongest_mark_tells_the_person() =>
        Assert.Equal(Person.We, Judge(Of(new MarkLabel(Marks.PersonWe), 0.7, "w"), Of(new MarkLabel(Marks.PersonI), 0.4, "i")).Person);

    [Theory]
    [InlineData("Managed/VBD/manage 40/CD staff/NN ./.", StatementType.Duty, false)]
    [InlineData("Managed/VBD/manage 40/CD staff/NN ./.", StatementType.Action, false)]
    [InlineData("The/DT wait/NN fell/VBD/fall from/IN 61/CD days/NNS to/IN 19/CD ./.", StatementType.Result, true)]
    [InlineData("The/DT wait/NN rose/VBD/rise from/IN 19/CD days/NNS to/IN 61/CD ./.", StatementType.Challenge, false)]
    [InlineData("I/PRP cut/VBD the/DT wait/NN from/IN 61/CD days/NNS to/IN 19/CD ./.", StatementType.Action, true)]
    [InlineData("The/DT goal/NN was/VBD 10/CD days/NNS ./.", StatementType.Result, false)]
    [InlineData("We/PRP trained/VBD 40/CD clerks/NNS ./.", StatementType.Result, true)]
    public void A_number_measures_where_it_tells_what_came_of_it(string sentence, StatementType type, bool isMeasured)
    {
        var document = DocumentBuilder.From(sentence);
        var evidence = new MeasureReader(Judging.Policy.Signs).Find(document).Append(Of(new TypeLabel(type), 0.9, "t"));

        Assert.Equal(isMeasured, new StatementJudge(Judging.Policy).JudgeAlone(document, Places.Of(document, DraftKind.Narrative), [.. evidence]).Single().Measured);
    }

    private static Evidence Shows(double weight, string rule) => Of(new CompetencyLabel(Judging.Competency), weight, rule);

    private static Evidence Of(Label label, double weight, string rule) =>
        new(label, 0, new TextSpan(0, 1), new RuleOrigin(rule), weight, "");

    private static Statement Judge(params Evidence[] evidence) =>
        new StatementJudge(Judging.Policy).JudgeAlone(One, Places.Of(One, DraftKind.Narrative), [.. evidence]).Single();

    [Theory]
    [InlineData("# Selected publications", false)]
    [InlineData("# Selected results", true)]
    public void Volumes_and_pages_of_what_the_writer_published_are_no_results(string heading, bool isAccomplishment)
    {
        var analysis = TestEngine.Analyze(
            new AnalysisOptions("opm-2025", DraftKind.Resume), "# Experience", "Cut the wait from 61 to 19 days.", heading, "J. Atmos. Sci., 79, 1123–1140.", "Waiting time cut by 40 percent.");

        Assert.Equal(isAccomplishment, analysis.Statements[^1].Type is StatementType.Action or StatementType.Result);
    }
}
