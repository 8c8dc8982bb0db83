using EcqAnalyzer.Engine;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Suggestions;

public sealed class SuggestionFinderTests
{
    private static readonly Analysis Mixed = TestEngine.Analyze(
        new AnalysisOptions("opm-2006", DraftKind.Narrative),
        "Leading People",
        "I coached two new supervisors through their first appraisal cycle.",
        "We settled a dispute between two division chiefs over overtime, and both signed the agreement.",
        "I oversee the annual audit and hold supervisors accountable for their reports.",
        "I believe in leveraging diversity and I am a proven team builder who inspires others every day.");

    [Fact]
    public void Each_points_at_a_sentence_or_names_what_is_absent() =>
        Assert.All(Mixed.Suggestions, suggestion => Assert.True(suggestion.Sentence is not null || suggestion.Competency is not null));

    [Fact]
    public void The_most_worthwhile_come_first() =>
        Assert.Equal(Mixed.Suggestions.OrderByDescending(suggestion => suggestion.Priority), Mixed.Suggestions);

    [Fact]
    public void They_differ_and_ask_about_no_sentence_twice()
    {
        Assert.True(Mixed.Suggestions.Length >= 4);
        Assert.Equal(Mixed.Suggestions.Length, Mixed.Suggestions.Select(suggestion => suggestion.Question).Distinct().Count());
        var sentences = Mixed.Suggestions.Select(suggestion => suggestion.Sentence).OfType<int>().ToArray();
        Assert.Equal(sentences.Length, sentences.Distinct().Count());
    }

    [Fact]
    public void Each_asks_and_speaks_of_no_board()
    {
        Assert.All(Mixed.Suggestions, suggestion => Assert.EndsWith("?", suggestion.Question));
        Assert.All(Mixed.Suggestions, suggestion => Assert.DoesNotContain("board", suggestion.Problem + suggestion.Question, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_group_s_deed_asks_for_the_writer_s_part() =>
        Assert.Contains(Mixed.Suggestions, suggestion => suggestion.Sentence == 2 && suggestion.Problem.Contains("\u201cWe settled a dispute"));

    [Fact]
    public void Long_quotations_are_cut_between_words() =>
        Assert.Equal(
            "\u201cWe settled a dispute between two division chiefs over overtime, and …\u201d",
            EcqAnalyzer.Engine.Suggestions.Quote.Of(Mixed.Document.Draft.Text, Mixed.Document.Sentences[2].Span));
}
