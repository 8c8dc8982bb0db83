using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Training.Words;

namespace EcqAnalyzer.Training;

/// <summary>
/// Makes the annotator's model from treebanks and word lists: tag set and lexicon from counts, lemma exceptions from the words
/// that the rules miss, tagging weights by perceptrons over the sentences and their copies. Same folders, same bytes.
/// </summary>
public sealed class AnnotatorTrainer(TextWriter progress)
{
    private const double EndScale = 4;
    private const int Least = 1;

    /// <summary>Several runs report at once.</summary>
    private readonly TextWriter _progress = TextWriter.Synchronized(progress);

    /// <summary>A model from sentences and what word lists say. Sentence ends and lemmas are learned from the ones with every
    /// column.</summary>
    public byte[] Train(TrainingTexts texts, WordKnowledge words)
    {
        var list = new WordList(words.List, 0);
        var samples = TrainingSamples.Of(texts);
        var tags = LexiconBuilder.TagsOf(samples);
        var right = samples.ConvertAll(sample => RightTags(sample, tags));
        var builder = new LexiconBuilder();
        for (var i = 0; i < samples.Count; i++)
        {
            builder.Add(samples[i].WordsWith(Lexicon.Empty, list), right[i]);
        }

        var lexicon = builder.Build();
        _progress.WriteLine($"  {samples.Count} sentences, {tags.Count} tag pairs, {lexicon.Table.Length} word classes");
        var learnable = samples.Select((sample, i) => new LearnableSentence(
            sample.WordsWith(lexicon, list), right[i], sample.Source)).ToList();
        var (first, second) = new TaggerTrainer(tags, lexicon, _progress).Train(learnable);
        var lemmas = LemmaTrainer.Train(texts.Full, words.Forms);
        _progress.WriteLine($"  {lemmas.Offsets.Length - 1} lemma exceptions");
        var ends = new SegmenterTrainer(lexicon, list, _progress).Train(texts.Full);
        return LanguageModelWriter.Write(
            tags,
            lexicon,
            lemmas,
            words.List,
            first,
            second,
            LanguageModelWriter.Pack(ends, EndScale, Least, bits: 14));
    }

    /// <summary>The tags that are right for each word; all where nobody is sure.</summary>
    private static byte[][] RightTags(TaggingSample sample, TagSet tags)
    {
        var right = new byte[sample.Gold.Length][];
        for (var i = 0; i < right.Length; i++)
        {
            var gold = sample.Gold[i];
            var isUnsure = gold.Tag == TrainingTexts.Unsure;
            var exact = Ids(tags, pair => pair.Tag == gold.Tag && pair.Pos == gold.Pos);
            var same = exact.Length > 0 ? exact : Ids(tags, pair => isUnsure || pair.Tag == gold.Tag);
            right[i] = same.Length > 0 ? same : [0];
        }

        return right;
    }

    private static byte[] Ids(TagSet tags, Func<TagPair, bool> fits) =>
        [.. Enumerable.Range(0, tags.Count).Where(id => fits(tags[id])).Select(id => (byte)id)];
}
