using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Statements;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Statements;

public sealed class DoersTests
{
    [Theory]
    [InlineData("The governor's staff negotiated the compact, and I attended the signing.", "I attended", Person.Other)]
    [InlineData("She designed the training program; I signed it.", "I signed", Person.Other)]
    [InlineData("The board drafted the rule, but we wrote the guide.", "we wrote", Person.Other)]
    [InlineData("My deputy built the model; I secured the money.", "I secured", Person.We)]
    public void What_stands_before_the_writer_comes_in_is_told_of_others(string line, string writer, Person before)
    {
        var sentence = Read(line).Document.Sentences.Single();

        Assert.Equal((line.IndexOf(writer, StringComparison.Ordinal), before), Doers.FindOthers(sentence, line));
    }

    [Theory]
    [InlineData("I drafted the rule, and the board adopted it.")]
    [InlineData("I secured the money; my deputy built the model.")]
    [InlineData("Wait times had doubled, and I moved two crews.")]
    [InlineData("The board negotiated the compact.")]
    [InlineData("Led two crews; I also ran the yard.")]
    public void What_follows_the_writer_s_deed_may_have_come_of_it(string line) =>
        Assert.Null(Doers.FindOthers(Read(line).Document.Sentences.Single(), line));

    [Fact]
    public void A_deed_of_others_counts_as_one_whatever_the_writer_did_beside_it()
    {
        const string Negotiated = "influencing-negotiating";
        var others = Score("The governor's staff negotiated the compact with nine counties, and I attended the signing.", Negotiated);
        var own = Score("I attended the signing, and I negotiated the compact with nine counties.", Negotiated);

        Assert.Contains("told of others", others.Shares.Single().Why);
        Assert.Contains("your own part", own.Shares.Single().Why);
        Assert.True(others.Accomplishment < own.Accomplishment);
    }

    [Fact]
    public void A_measured_deed_of_others_is_no_executive_result_of_the_writer_s()
    {
        const string Line = "The state's staff negotiated a compact that saved $40 million in nine counties, and I attended the signing.";

        Assert.True(Score(Line, "influencing-negotiating").Rung < Rung.ExecutiveResult);
    }

    private static CompetencyScore Score(string line, string competency) => TestEngine
        .Analyze(
            new AnalysisOptions("opm-2006", DraftKind.Story),
            "The river rose in March 2019 and stayed above the levees for eleven weeks.",
            "Forty bridges were closed, and the ferries could carry no more than a third of those who had to cross.",
            line)
        .Competencies.Single(score => score.Competency.Name == competency);

    private static Analysis Read(string line) => TestEngine.Analyze(new AnalysisOptions("opm-2006", DraftKind.Story), line);
}
