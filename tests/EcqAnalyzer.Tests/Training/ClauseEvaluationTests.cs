using System.Collections.Immutable;
using EcqAnalyzer.Tests.Support;
using EcqAnalyzer.Training;

namespace EcqAnalyzer.Tests.Training;

public sealed class ClauseEvaluationTests
{
    private const string Led = """
        1	I	I	PRON	PRP	_	2	nsubj	_	_
        2	led	lead	VERB	VBD	Mood=Ind|Tense=Past|VerbForm=Fin	0	root	_	_
        3	it	it	PRON	PRP	_	2	obj	_	SpaceAfter=No
        4	.	.	PUNCT	.	_	2	punct	_	_
        """;

    private const string WasLed = """
        1	It	it	PRON	PRP	_	3	nsubj:pass	_	_
        2	was	be	AUX	VBD	Mood=Ind|Tense=Past|VerbForm=Fin	3	aux:pass	_	_
        3	led	lead	VERB	VBN	Tense=Past|VerbForm=Part	0	root	_	SpaceAfter=No
        4	.	.	PUNCT	.	_	3	punct	_	_
        """;

    [Theory]
    [InlineData(Led, "led")]
    [InlineData(WasLed, null)]
    public void Gold_is_the_root_that_is_past_and_not_passive(string conllu, string? root)
    {
        var (text, span) = ClauseEvaluation.TextOf(Read(conllu)[0]);
        Assert.Equal(root, span?.Of(text).ToString());
    }

    [Fact]
    public void A_verb_is_right_where_it_is_the_very_word()
    {
        var figures = ClauseEvaluation.Measure(Annotators.Committed, "two", [.. Read(Led), .. Read(WasLed)]);
        Assert.Equal("1 100 100", $"{figures.Verbs} {figures.Precision} {figures.Recall}");
    }

    private static ImmutableArray<TreebankSentence> Read(string conllu)
    {
        using var reader = new StringReader(conllu);
        return [.. Treebank.Read(reader)];
    }
}
