using System.Collections.Immutable;
using EcqAnalyzer.Model;
using EcqAnalyzer.Training.Evaluation;

namespace EcqAnalyzer.Tests.Training.Evaluation;

public sealed class EvaluationTests
{
    private static readonly Framework Framework = new EcqAnalyzer.Cli.Workbench().Frameworks.First(framework => framework.Id == "opm-2006");

    /// <summary>Two documents by two readers, with what a program said of them. The figures are those of an independent script
    /// that reads the same rows.</summary>
    private const string Gold = """
        {"doc":"d1","kind":"bio","n":1,"text":"One.","type":"action","competencies":["Team Building","Vision"],"second":{"type":"action","competencies":["team-building"]}}
        {"doc":"d1","kind":"bio","n":2,"text":"Two.","type":"result","competencies":[],"second":{"type":"action","competencies":[]}}
        {"doc":"d2","kind":"story","n":1,"text":"Three.","type":"duty","competencies":["Integrity/Honesty"],"second":{"type":"duty","competencies":["integrity-honesty"]}}
        {"doc":"d2","kind":"story","n":2,"text":"Four.","type":"context","competencies":[],"second":{"type":"context","competencies":["vision"]}}
        {"doc":"d2","kind":"story","n":3,"text":"Five.","type":"action","competencies":[],"second":{"type":"action","competencies":[]}}
        """;

    private static readonly (StatementType Type, double Probability, string[] Shown)[] Said =
    [
        (StatementType.Action, 0.8, ["team-building", "vision"]),
        (StatementType.Action, 0.62, ["vision"]),
        (StatementType.Duty, 0.9, []),
        (StatementType.Other, 0.3, ["vision"]),
        (StatementType.Action, 0.7, []),
    ];

    [Theory]
    [InlineData("type-macro-f1", 0.45)]
    [InlineData("type-kappa", 0.444)]
    [InlineData("type-accuracy", 0.6)]
    [InlineData("type-macro-f1-agreed", 0.667)]
    [InlineData("three-way-accuracy", 1.0)]
    [InlineData("f1-accomplishment", 1.0)]
    [InlineData("f1-duty", 1.0)]
    [InlineData("competency-precision-agreed", 0.5)]
    [InlineData("competency-recall-agreed", 0.5)]
    [InlineData("competency-f1-agreed", 0.5)]
    [InlineData("competency-f1-every-label", 0.571)]
    [InlineData("ece", 0.304)]
    public void A_figure_against_two_readers(string id, double expected)
    {
        var tally = TallyFigures.Sum(Judged().Select(text => Tally.Of(text, Framework)));
        var figure = FigureKind.OfTypes.Concat(FigureKind.OfCompetencies).First(kind => kind.Id == id);

        Assert.Equal(expected, Math.Round(figure.Of(tally)!.Value, 3));
    }

    [Fact]
    public void A_claim_is_right_where_the_label_says_it_and_unknown_where_nobody_looked()
    {
        var text = Judged()[0];
        CompetencyId[] ids = [.. Framework.Competencies.Take(3).Select(competency => competency.Id)];
        var marks = new ReadMarks([ids[0], ids[1]], Person.I, false, null);
        var sentence = text.Sentences[0] with { Claimed = [ids[1], ids[2]] };
        var read = sentence with { Gold = sentence.Gold with { Label = sentence.Gold.Label with { Marks = marks } } };

        var counts = new ClaimCounts();
        foreach (var each in (JudgedSentence[])[sentence, read, read with { Claimed = null }])
        {
            counts.Add(Tally.Of(text with { Sentences = [each] }, Framework).Claims);
        }

        Assert.Equal((1, 1, 1, 0.5, 0.5), (counts.Right, counts.Wrong, counts.Missed, counts.Precision, counts.Recall));
    }

    [Fact]
    public void Intervals_are_the_same_on_every_run_and_hold_the_figure()
    {
        Tally[] tallies = [.. Judged().Select(text => Tally.Of(text, Framework))];

        var (first, again) = (TallyFigures.Of(tallies, FigureKind.OfTypes), TallyFigures.Of(tallies, FigureKind.OfTypes));

        Assert.Equal(first, again);
        Assert.All(first, figure => Assert.True(figure.Low <= figure.Value && figure.Value <= figure.High));
    }

    [Fact]
    public void Whole_texts_are_drawn_and_never_single_sentences()
    {
        // Of two texts, one wholly right and one wholly wrong, a draw is right by 0, by half or by all.
        Tally[] tallies = [.. Judged().Select(text => Tally.Of(text, Framework))];
        var seen = new HashSet<int>();
        TallyFigures.Of(tallies, [new FigureKind("sentences", "sentences", tally => { seen.Add(tally.Sentences); return 1; })]);

        Assert.Equal([4, 5, 6], seen.Order());
    }

    [Fact]
    public void A_competency_that_nobody_looked_for_is_not_counted()
    {
        var text = Judged()[0];
        var unknown = text with { Gold = text.Gold with { Labelled = ["opm-2025"] } };

        var found = FigureKind.All(Tally.Of(unknown, Framework));

        Assert.Equal((0, 0, 0), (found.Right, found.Wrong, found.Missed));
    }

    [Theory]
    [InlineData("not json", "a line is one JSON object")]
    [InlineData("""{"doc":"d1","n":1,"text":"One.","type":"deed","competencies":[]}""", "'deed' is no type")]
    [InlineData("""{"doc":"d1","n":1,"text":"One.","type":"action","competencies":["team-bilding"]}""", "did you mean")]
    [InlineData("""{"doc":"d1","n":1,"text":" ","type":"action","competencies":[]}""", "no words")]
    [InlineData("""{"doc":"d1","n":1,"text":"One.","type":"action"}""", "a line is one JSON object")]
    public void A_fault_in_a_gold_file_is_told_with_its_line(string line, string says)
    {
        var fault = Assert.Throws<FaultyFilesException>(() => new GoldFile(Framework).Read(new StringReader($"\n{line}\n"), "gold.jsonl"));

        Assert.StartsWith("gold.jsonl(2,1): error ECQ330", fault.Diagnostics[0].ToString(), StringComparison.Ordinal);
        Assert.Contains(says, fault.Diagnostics[0].Message);
    }

    /// <summary>The gold rows as if a program had said <see cref="Said"/> of them.</summary>
    private static ImmutableArray<JudgedText> Judged()
    {
        var next = 0;
        return
        [
            .. new GoldFile(Framework).Read(new StringReader(Gold), "gold.jsonl").Select(text => new JudgedText(
                text,
                [
                    .. text.Sentences.Select(sentence =>
                    {
                        var (type, probability, shown) = Said[next++];
                        return new JudgedSentence(
                            sentence, type, probability, [.. shown.Select(id => new Shown(new CompetencyId("opm-2006", id), 0.9, []))]);
                    }),
                ],
                [])),
        ];
    }
}
