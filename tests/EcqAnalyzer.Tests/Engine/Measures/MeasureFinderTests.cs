using System.Globalization;
using CsCheck;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Clauses;
using EcqAnalyzer.Engine.Measures;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Measures;

public sealed class MeasureFinderTests
{
    [Theory]
    [InlineData("twelve/CD crews/NNS", "Number 12 crew")]
    [InlineData("3,400/CD crews/NNS", "Number 3400 crew")]
    [InlineData("3,400/CD new/JJ field/NN crews/NNS", "Number 3400 crew")]
    [InlineData("twenty/CD -/HYPH two/CD crews/NNS", "Number 22 crew")]
    [InlineData("a/DT hundred/CD and/CC five/CD crews/NNS", "Number 105 crew")]
    [InlineData("a/DT dozen/CD crews/NNS", "Number 12 crew")]
    [InlineData("two/CD hundred/CD thousand/CD crews/NNS", "Number 200000 crew")]
    [InlineData("nearly/RB 1.2/CD million/CD dollars/NNS", "Money 1200000 dollar")]
    [InlineData("$/$ 1.2/CD million/CD", "Money 1200000 dollar")]
    [InlineData("$/$ 40M/CD/40m", "Money 40000000 dollar")]
    [InlineData("$/$ 250K/CD/250k", "Money 250000 dollar")]
    [InlineData("€/$ 300,000/CD", "Money 300000 euro")]
    [InlineData("40/CD %/NN", "Percent 40 percent")]
    [InlineData("forty/CD percent/NN", "Percent 40 percent")]
    [InlineData("9/CD percentage/NN points/NNS", "Percent 9 percent")]
    [InlineData("one/CD -/HYPH third/NN", "Share 0.333 share")]
    [InlineData("two/CD thirds/NNS", "Share 0.667 share")]
    [InlineData("a/DT third/NN of/IN it/PRP", "Share 0.333 share")]
    [InlineData("half/NN of/IN it/PRP", "Share 0.5 share")]
    [InlineData("17/CD of/IN the/DT 24/CD graduates/NNS", "Share 0.708 share")]
    [InlineData("nine/CD out/IN of/IN ten/CD crews/NNS", "Share 0.9 share")]
    [InlineData("one/CD in/IN seven/CD crews/NNS", "Share 0.143 share")]
    [InlineData("half/PDT an/DT hour/NN", "Duration 0.5 hour")]
    [InlineData("two/CD and/CC a/DT half/NN days/NNS", "Duration 2.5 day")]
    [InlineData("4/CD ½/NN days/NNS", "Duration 4.5 day")]
    [InlineData("a/DT 6/CD -/HYPH month/NN delay/NN", "Duration 6 month")]
    [InlineData("40/CD employees/NNS", "Headcount 40 employee")]
    [InlineData("2.5x/NN growth/NN", "Factor 2.5 factor")]
    [InlineData("3/CD -/HYPH fold/NN", "Factor 3 factor")]
    [InlineData("in/IN 2019/CD", "Date 2019 year")]
    [InlineData("FY2019/NN", "Date 2019 year")]
    [InlineData("FY98/NN", "Date 1998 year")]
    [InlineData("May/NNP 3/CD ,/, 2019/CD", "Date 2019 year")]
    [InlineData("2000/CD employees/NNS", "Headcount 2000 employee")]
    [InlineData("ranked/VBD 3rd/JJ of/IN them/PRP", "Rank 3 rank")]
    public void Numbers_in_figures_and_words_come_to_a_value_and_a_unit(string words, string measure) =>
        Assert.Equal(measure, Shown(words).FirstOrDefault());

    [Fact]
    public void The_number_of_a_report_counts_nothing() => Assert.Empty(
        TestEngine.AnalyzeGiven(AnalysisOptions.Auto, "GAO cited the practice in GAO-23-105.").Document.Sentences[0].Measures);

    [Theory]
    [InlineData("Title/NNP 5/CD")]
    [InlineData("GS/NNP -/HYPH 15/CD")]
    [InlineData("at/IN 9:20/CD")]
    [InlineData("one/CD of/IN them/PRP")]
    [InlineData("one/PRP never/RB knows/VBZ")]
    [InlineData("a/DT few/JJ hundred/CD")]
    [InlineData("hundreds/NNS/hundred of/IN crews/NNS")]
    [InlineData("the/DT third/JJ quarter/NN")]
    [InlineData("the/DT first/JJ clerk/NN")]
    [InlineData("24_7/CD")]
    [InlineData("1/LS ./. Crews/NNS")]
    public void Names_and_vague_words_are_no_measures(string words) => Assert.Empty(Shown(words));

    [Theory]
    [InlineData("The/DT wait/NN fell/VBD/fall from/IN 61/CD days/NNS to/IN 19/CD", "Duration 61→19 day Change Down")]
    [InlineData("Complaints/NNS fell/VBD/fall from/IN 120/CD a/DT month/NN to/IN 14/CD", "Number 120→14  Change Down")]
    [InlineData("Cut/VBD it/PRP from/IN three/CD weeks/NNS to/IN two/CD days/NNS", "Duration 21→2 day Change Down")]
    [InlineData("Turnover/NN went/VBD/go from/IN 22/CD percent/NN to/IN 9/CD", "Percent 22→9 percent Change Down")]
    [InlineData("Income/NN rose/VBD/rise to/IN $/$ 9/CD million/CD", "Money 9000000 dollar Change Up")]
    [InlineData("Reduced/VBD/reduce errors/NNS by/IN 40/CD percent/NN", "Percent 40 percent Change Down by")]
    [InlineData("Complaints/NNS fell/VBD/fall by/IN half/NN", "Share 0.5 share Change Down by")]
    [InlineData("Output/NN doubled/VBD/double", "Factor 2 factor Change Up")]
    [InlineData("We/PRP halved/VBD/halve the/DT wait/NN", "Factor 0.5 factor Change Down")]
    [InlineData("It/PRP took/VBD/take 12/CD fewer/JJR/few people/NNS/people", "Headcount 12 people Change Down by")]
    [InlineData("a/DT 40/CD %/NN drop/NN", "Percent 40 percent Change Down by")]
    [InlineData("We/PRP saved/VBD/save $/$ 1.2/CD million/CD", "Money 1200000 dollar Saving")]
    [InlineData("We/PRP recovered/VBD/recover nine/CD boats/NNS", "Number 9 boat Saving")]
    [InlineData("savings/NNS/saving of/IN 40/CD hours/NNS", "Duration 40 hour Saving")]
    [InlineData("Managed/VBD/manage a/DT $/$ 40/CD million/CD budget/NN", "Money 40000000 dollar Budget")]
    [InlineData("I/PRP had/VBD/have a/DT budget/NN of/IN $/$ 40/CD million/CD", "Money 40000000 dollar Budget")]
    [InlineData("Managed/VBD/manage 40/CD staff/NN", "Headcount 40 staff Size")]
    [InlineData("I/PRP rebuilt/VBD a/DT 12/CD -/HYPH person/NN office/NN", "Headcount 12 person Size")]
    [InlineData("We/PRP trained/VBD 40/CD clerks/NNS", "Headcount 40 clerk Reached")]
    [InlineData("Our/PRP$ goal/NN was/VBD 10/CD days/NNS", "Duration 10 day Aim")]
    [InlineData("The/DT goal/NN was/VBD to/TO cut/VB it/PRP from/IN 61/CD days/NNS to/IN 19/CD", "Duration 61→19 day Aim Down")]
    [InlineData("We/PRP moved/VBD it/PRP in/IN nine/CD days/NNS", "Duration 9 day Time")]
    public void The_words_around_tell_a_change_from_a_saving_a_budget_and_a_size(string sentence, string measure) =>
        Assert.Equal(measure, Told(sentence)[0]);

    [Theory]
    [InlineData("5/CD to/IN 10/CD clerks/NNS", "Headcount 10 clerk")]
    [InlineData("5/CD -/SYM 10/CD clerks/NNS", "Headcount 10 clerk")]
    [InlineData("between/IN 5/CD and/CC 10/CD clerks/NNS", "Headcount 10 clerk")]
    public void A_range_is_one_measure_up_to_its_upper_end(string words, string measure) => Assert.Equal([measure], Shown(words));

    [Fact]
    public void A_measure_takes_the_words_that_qualify_it()
    {
        var document = DocumentBuilder.From("We/PRP saved/VBD/save nearly/RB $/$ 1.2/CD million/CD and/CC more/JJR than/IN nine/CD boats/NNS");
        Assert.Equal(
            ["nearly $ 1.2 million", "more than nine boats"],
            document.Sentences[0].Measures.Select(measure => measure.Span.Of(document.Draft.Text).ToString()));
    }

    [Fact]
    public void Any_tokens_give_measures_inside_the_sentence_in_order_and_apart() => TokenSoup.Gen.Sample(soup =>
    {
        var end = 0;
        foreach (var measure in MeasureFinder.Find(soup.Tokens, soup.Text, ClauseFinder.Find(soup.Tokens, soup.Text)))
        {
            Assert.InRange(measure.Span.Start, end, soup.Text.Length);
            Assert.InRange(measure.Span.End, measure.Span.Start + 1, soup.Text.Length);
            Assert.True(double.IsFinite(measure.Value) && double.IsFinite(measure.From ?? 0));
            end = measure.Span.End;
        }
    });

    private static string[] Shown(string words) =>
        [.. DocumentBuilder.From(words).Sentences[0].Measures.Select(measure => $"{measure.Kind} {Value(measure.Value)} {measure.Unit}")];

    private static string[] Told(string sentence) =>
    [
        .. DocumentBuilder.From(sentence).Sentences[0].Measures.Select(measure =>
            $"{measure.Kind} {(measure.From is { } from ? Value(from) + "→" : "")}{Value(measure.Value)} {measure.Unit} {measure.Sense}"
            + (measure.Direction == Direction.None ? "" : $" {measure.Direction}") + (measure.IsDifference ? " by" : "")),
    ];

    private static string Value(double value) => Math.Round(value, 3).ToString(CultureInfo.InvariantCulture);
}
