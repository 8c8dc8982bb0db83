using EcqAnalyzer.Engine.Statements;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;
using Judging = EcqAnalyzer.Tests.Support.Scoring;

namespace EcqAnalyzer.Tests.Engine.Statements;

public sealed class ClauseReaderTests
{
    [Theory]
    [InlineData("I/PRP led/VBD the/DT merger/NN", "clause.deed-i", "person.i")]
    [InlineData("Led/VBD the/DT merger/NN", "clause.deed-dropped-subject", "person.i")]
    [InlineData("Successfully/RB led/VBD the/DT merger/NN", "clause.deed-dropped-subject", "person.i")]
    [InlineData("We/PRP rebuilt/VBD the/DT ledger/NN", "clause.deed-we", "person.we")]
    [InlineData("My/PRP$ staff/NN rebuilt/VBD the/DT ledger/NN", "clause.deed-we", "person.we")]
    [InlineData("My/PRP$ duties/NNS include/VBP travel/NN", "clause.standing-they", "")]
    [InlineData("I/PRP manage/VBP the/DT budget/NN", "clause.standing-i", "person.i")]
    [InlineData("Manages/VBZ the/DT budget/NN", "clause.standing-dropped-subject", "")]
    [InlineData("The/DT incumbent/NN manages/VBZ the/DT budget/NN", "clause.standing-post", "person.other")]
    [InlineData("In/IN 2019/CD ,/, when/WRB the/DT audit/NN failed/VBD ,/, I/PRP led/VBD the/DT repair/NN", "clause.deed-i", "person.i")]
    [InlineData("The/DT backlog/NN fell/VBD/fall by/IN half/NN", "clause.change", "")]
    [InlineData("Processing/VBG time/NN fell/VBD/fall by/IN half/NN", "clause.change", "")]
    [InlineData("I/PRP believe/VBP in/IN people/NNS", "clause.opinion", "person.i")]
    [InlineData("I/PRP served/VBD/serve as/IN deputy/NN", "clause.role", "person.i")]
    [InlineData("I/PRP was/VBD asked/VBN/ask to/TO merge/VB two/CD offices/NNS", "clause.needed", "person.i")]
    [InlineData("Managing/VBG a/DT staff/NN of/IN nine/CD", "clause.ongoing-line", "")]
    [InlineData("Budget/NN and/CC finance/NN", "clause.no-verb", "")]
    [InlineData("The/DT plan/NN that/WDT we/PRP wrote/VBD was/VBD adopted/VBN", "clause.passive-past", "")]
    public void The_form_of_the_clause_tells(string sentence, string type, string person)
    {
        var found = new ClauseReader(Judging.Policy.Signs).Find(DocumentBuilder.From(sentence)).ToArray();

        Assert.Contains(found, evidence => evidence.Origin.Id == type);
        Assert.Equal(
            person,
            found.Where(evidence => evidence.Label is MarkLabel && evidence.Weight > 0.5).Select(evidence => evidence.Origin.Id).SingleOrDefault(""));
    }

    [Fact]
    public void It_says_why_in_words()
    {
        var found = new ClauseReader(Judging.Policy.Signs).Find(DocumentBuilder.From("Led/VBD the/DT merger/NN")).First();

        Assert.Equal("opens with the past-tense verb 'lead': tells a deed (before the first deed told)", found.Why);
    }

    [Fact]
    public void A_deed_told_before_never_makes_an_accomplishment_less_likely()
    {
        var prior = Judging.Policy.Types.PriorIn(EcqAnalyzer.Engine.Scoring.Place.Body);
        double Accomplishment(IEnumerable<EcqAnalyzer.Engine.Scoring.Says> says)
        {
            double Odds(EcqAnalyzer.Engine.Scoring.Says each) => each.Weight / (1 - each.Weight);
            var all = says.Where(each => each.Label is TypeLabel).ToArray();
            var deeds = all.Where(each => each.Label is TypeLabel { Type: StatementType.Action or StatementType.Result }).Sum(Odds);
            return (prior.Accomplishment + deeds) / (1 + all.Sum(Odds));
        }

        Assert.All(
            Judging.Policy.Signs.ById.Values,
            sign => Assert.True(Accomplishment(sign.AfterDeed) >= Accomplishment(sign.BeforeDeed), sign.Id));
    }

    [Fact]
    public void An_outcome_in_a_participle_is_seen()
    {
        var found = new ClauseReader(Judging.Policy.Signs)
            .Find(DocumentBuilder.From("I/PRP redesigned/VBD intake/NN ,/, cutting/VBG/cut the/DT wait/NN by/IN 40/CD percent/NN"));

        Assert.Contains(found, evidence => evidence.Origin.Id == "clause.outcome-participle");
        Assert.Contains(found, evidence => evidence.Origin.Id == "clause.measure");
    }
}
