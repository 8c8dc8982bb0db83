using EcqAnalyzer.Engine.Language;

namespace EcqAnalyzer.Training;

/// <summary>
/// Makes the annotator's model from the treebanks: tag set and lexicon from counts, lemma exceptions from the words that the
/// rules miss, tagging weights by the perceptron over the sentences and their augmented copies. Same folder, same bytes.
/// </summary>
public sealed class AnnotatorTrainer(TextWriter progress)
{
    private const double Scale = 2.5;
    private const double EndScale = 2.5;
    private const int Least = 2;

    public byte[] Train(TreebankFolder treebanks) => Train(treebanks.Train(), treebanks.TrainTagsOnly());

    /// <summary>A model from sentences with every column and sentences with tags only.</summary>
    public byte[] Train(IReadOnlyList<TreebankSentence> full, IReadOnlyList<TreebankSentence> tagsOnly)
    {
        var samples = Samples(full, tagsOnly);
        var tags = LexiconBuilder.TagsOf(samples);
        var right = samples.ConvertAll(sample => RightTags(sample, tags));
        var builder = new LexiconBuilder();
        for (var i = 0; i < samples.Count; i++)
        {
            builder.Add(samples[i].WordsWith(Lexicon.Empty), right[i]);
        }

        var lexicon = builder.Build();
        progress.WriteLine($"  {samples.Count} sentences, {tags.Count} tag pairs, {lexicon.Table.Length} word classes");
        var learnable = samples.Select((sample, i) => (sample.WordsWith(lexicon), right[i])).ToList();
        var perceptron = new TaggerTrainer(tags, lexicon, progress).Train(learnable);
        var lemmas = LemmaTrainer.Train(full);
        progress.WriteLine($"  {lemmas.Offsets.Length - 1} lemma exceptions");
        var ends = new SegmenterTrainer(lexicon, progress).Train(full);
        return LanguageModelWriter.Write(
            tags,
            lexicon,
            lemmas,
            LanguageModelWriter.Pack(perceptron, Scale, Least, bits: 16),
            LanguageModelWriter.Pack(ends, EndScale, Least, bits: 12));
    }

    /// <summary>Sentences as they are, then what <see cref="Augmentation"/> makes of some.</summary>
    private static List<TaggingSample> Samples(
        IReadOnlyList<TreebankSentence> full, IReadOnlyList<TreebankSentence> tagsOnly)
    {
        var samples = new List<TaggingSample>();
        var added = new List<TaggingSample>();
        samples.AddRange(full.Select(sentence => TaggingSample.Of(sentence, Spacing.Recorded)));
        samples.AddRange(tagsOnly.Select(sentence => TaggingSample.Of(sentence, Spacing.Guessed)));
        var verbs = new VerbBank(samples);
        var number = 0;
        foreach (var sentence in full.Concat(tagsOnly))
        {
            var sample = samples[number++];
            if (Augmentation.WithoutSubject(sentence, sample) is { } stripped)
            {
                var line = number % 2 == 0 ? stripped : Augmentation.WithoutStop(stripped);
                added.Add(line);
                if (Augmentation.WithOtherVerbs(line, verbs, number) is { } varied)
                    added.Add(varied);
            }

            if (number % 4 == 0 && Augmentation.WithUnchangedVerb(sample, verbs) is { } unchanged)
                added.Add(unchanged);
            if (number % 25 == 0 && sample.Forms.Length is > 2 and < 15)
                added.Add(Augmentation.InCapitals(Augmentation.WithoutStop(sample)));
        }

        samples.AddRange(added);
        return samples;
    }

    private static byte[][] RightTags(TaggingSample sample, TagSet tags)
    {
        var right = new byte[sample.Gold.Length][];
        for (var i = 0; i < right.Length; i++)
        {
            var gold = sample.Gold[i];
            var exact = Ids(tags, pair => pair.Tag == gold.Tag && pair.Pos == gold.Pos);
            var same = exact.Length > 0 ? exact : Ids(tags, pair => pair.Tag == gold.Tag);
            right[i] = same.Length > 0 ? same : [0];
        }

        return right;
    }

    private static byte[] Ids(TagSet tags, Func<TagPair, bool> fits) =>
        [.. Enumerable.Range(0, tags.Count).Where(id => fits(tags[id])).Select(id => (byte)id)];
}
