using EcqAnalyzer.Tests.Support;
using EcqAnalyzer.Training;

namespace EcqAnalyzer.Tests.Training;

public sealed class TreebankTests
{
    private const string Contraction = """
        # newpar
        # text = I don't.
        1	I	I	PRON	PRP	_	3	nsubj	_	_
        2-3	don't	_	_	_	_	_	_	_	SpaceAfter=No
        2	do	do	AUX	VBP	_	0	root	_	_
        3	n't	not	PART	RB	_	2	advmod	_	_
        3.1	go	go	VERB	VB	_	_	_	_	_
        4	.	.	PUNCT	.	_	2	punct	_	_


        """;

    [Fact]
    public void A_range_line_is_one_surface_token_of_its_words()
    {
        var sentence = Assert.Single(Treebank.Read(new StringReader(Contraction)));
        Assert.Equal(["I", "do", "n't", "."], sentence.Words.Select(word => word.Form));
        Assert.Equal(["I", "don't", "."], sentence.Surface.Select(token => token.Form));
        Assert.True(sentence.OpensParagraph);
    }

    [Fact]
    public void What_is_tagged_keeps_its_comments_ranges_and_spacing()
    {
        var sentence = Assert.Single(Treebank.Read(new StringReader(Contraction)));
        using var output = new StringWriter { NewLine = "\n" };
        ConlluWriter.Write(output, sentence, AnnotatorEvaluation.TagGold(Annotators.Committed, sentence));
        Assert.Equal(
            """
            # newpar
            # text = I don't.
            1	I	i	PRON	PRP	_	_	_	_	_
            2-3	don't	_	_	_	_	_	_	_	SpaceAfter=No
            2	do	do	AUX	VBP	_	_	_	_	_
            3	n't	not	PART	RB	_	_	_	_	_
            4	.	.	PUNCT	.	_	_	_	_	_


            """.ReplaceLineEndings("\n"),
            output.ToString());
    }
}
