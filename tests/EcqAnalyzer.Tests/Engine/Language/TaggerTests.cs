using EcqAnalyzer.Tests.Support;
using EcqAnalyzer.Training;

namespace EcqAnalyzer.Tests.Engine.Language;

public sealed class TaggerTests
{
    [Theory]
    [InlineData("Led the redesign of the intake process", "Led/VBD the/DT redesign/NN of/IN the/DT intake/NN process/NN")]
    [InlineData("Built, tested and deployed a system", "Built/VBD ,/, tested/VBD and/CC deployed/VBD a/DT system/NN")]
    [InlineData("I cut costs", "I/PRP cut/VBD costs/NNS")]
    [InlineData("MANAGED A TEAM OF ANALYSTS", "MANAGED/VBD A/DT TEAM/NN OF/IN ANALYSTS/NNS")]
    public void Lines_of_drafts_are_tagged_as_they_are_meant(string text, string tagged)
    {
        Assert.Equal(tagged, Annotators.Tokens(text, (form, token) => $"{form}/{token.Tag}"));
    }

    [Fact]
    public void Past_tense_verbs_are_found_in_lines_without_a_subject()
    {
        var lines = Treebank.Load(Repository.Path("models", "annotator", "resume-lines.conllu"));
        var figures = AnnotatorEvaluation.MeasurePastTense(Annotators.Committed, lines);
        Assert.InRange(figures.Recall, 96, 100);
        Assert.InRange(figures.Precision, 94, 100);
    }

    [Fact]
    public void The_committed_model_is_as_good_as_its_card_says()
    {
        var folder = new TreebankFolder(Repository.Shared("treebank"));
        foreach (var (name, sentences) in folder.Tests())
        {
            var figures = AnnotatorEvaluation.Measure(Annotators.Committed, name, sentences);
            Assert.True(figures is { Pos: > 96, Tag: > 95.4, Lemma: > 98.8, SentenceF1: > 89.4, WordF1: > 98.6 }, figures.ToString());
        }
    }
}
