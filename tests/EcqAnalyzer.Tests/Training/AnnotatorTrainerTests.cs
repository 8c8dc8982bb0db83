using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Tests.Support;
using EcqAnalyzer.Training;
using EcqAnalyzer.Training.Words;

namespace EcqAnalyzer.Tests.Training;

public sealed class AnnotatorTrainerTests
{
    [Fact]
    public void The_same_sentences_give_the_same_bytes_and_a_model_that_knows_them()
    {
        var lines = Treebank.Load(Repository.Path("models", "annotator", "resume-lines.conllu"));
        var first = new AnnotatorTrainer(TextWriter.Null).Train(new TrainingTexts(lines, [], []), WordKnowledge.None);
        var second = new AnnotatorTrainer(TextWriter.Null).Train(new TrainingTexts(lines, [], []), WordKnowledge.None);
        Assert.Equal(first, second);
        var annotator = new Annotator(LanguageModel.Load(new MemoryStream(first)));
        Assert.InRange(AnnotatorEvaluation.Measure(annotator, "itself", lines).Tag, 95, 100);
    }
}
