using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Grading;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Grading;

/// <summary>Names go, and what only looks like one stays.</summary>
public sealed class AnonymousTests
{
    [Theory]
    [InlineData("I rewrote the contract files under FAR Part 15 for 20 buyers.", "FAR")]
    [InlineData("I prepared the annual A-123 statement with a GS-15 and two FTEs.", "A-123", "GS-15", "FTEs")]
    [InlineData("I settled it with the OIG, DoD and the R&D staff of the U.S. ports.", "OIG", "DoD", "R&D", "U.S.")]
    [InlineData("I chaired it every Friday from March 2019 and ended it in June.", "every Friday", "March 2019", "in June")]
    [InlineData("I told the staff: The wait has to fall.", "staff: The wait")]
    public void Acronyms_dates_and_first_words_stay(string sentence, params string[] words) =>
        Assert.All(words, word => Assert.Contains(word, Shown(sentence), StringComparison.Ordinal));

    [Theory]
    [InlineData("I met Maria Santos of the Omaha office.", "Maria", "Santos", "Omaha")]
    [InlineData("I met JANE ROE and Dr. WU at noon.", "JANE", "ROE", "WU")]
    [InlineData("I met Ann LEE at noon.", "LEE")]
    [InlineData("I met June Miller and J.R. Smith at noon.", "June", "Miller", "Smith", "J.R.")]
    public void Names_of_persons_go(string sentence, params string[] names) =>
        Assert.All(names, name => Assert.DoesNotContain(name, Shown(sentence), StringComparison.Ordinal));

    [Fact]
    public void The_writers_own_name_goes_though_it_stands_by_itself_in_capitals() =>
        Assert.Equal("The board asked [name] to lead the audit.", Shown("The board asked ROE to lead the audit.", "JANE ROE"));

    [Fact]
    public void What_has_an_article_somewhere_is_no_person() =>
        Assert.Equal("I closed the DHS OIG audit.", Shown("I closed the DHS OIG audit.", "I called the OIG.", "I called the DHS."));

    /// <summary>The last sentence, in a draft of all that are given.</summary>
    private static string Shown(string last, params string[] before)
    {
        var document = TestEngine.Analyze(new AnalysisOptions("opm-2006", DraftKind.Story, "leading-people"), [.. before, last]).Document;
        return Anonymous.Of(document, document.Sentences[^1]);
    }
}
