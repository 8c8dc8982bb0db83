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

    [Fact]
    public void Sentences_of_another_tagger_are_learned_from_and_nothing_from_words_it_was_not_sure_of()
    {
        var lines = Treebank.Load(Repository.Path("models", "annotator", "resume-lines.conllu"));
        var (taught, silver) = (lines[..^100], lines[^100..]);
        var misled = silver.Select(line => line with { Words = [.. line.Words.Select(word => word with { Pos = "X", Tag = "FW" })] });
        var unsure = silver.Select(line => line with { Words = [.. line.Words.Select(word => word with { Pos = null, Tag = TrainingTexts.Unsure })] });
        var alone = TagOf(silver, new TrainingTexts(taught, [], []));
        Assert.InRange(TagOf(silver, new TrainingTexts(taught, [], silver)), 95, 100);
        Assert.InRange(TagOf(silver, new TrainingTexts(taught, [], [.. misled])), 0, 50);
        Assert.InRange(TagOf(silver, new TrainingTexts(taught, [], [.. unsure])), alone - 4, alone + 4);
    }

    private static double TagOf(IReadOnlyList<TreebankSentence> lines, TrainingTexts texts)
    {
        var model = new AnnotatorTrainer(TextWriter.Null).Train(texts, WordKnowledge.None);
        return AnnotatorEvaluation.Measure(new Annotator(LanguageModel.Load(model)), "lines", lines).Tag;
    }
}
