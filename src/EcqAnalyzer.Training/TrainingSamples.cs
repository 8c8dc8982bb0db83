namespace EcqAnalyzer.Training;

/// <summary>What tagging is learned from: the sentences of the treebanks, and the copies that <see cref="Augmentation"/> and
/// <see cref="VerbCopies"/> make of them in the forms that drafts have.</summary>
internal sealed class TrainingSamples
{
    /// <summary>So many copies of a line open with another verb each: the place must tell the tense, not the word.</summary>
    private const int VariedCopies = 3;

    private readonly List<TaggingSample> _samples = [];
    private readonly List<TaggingSample> _copies = [];
    private readonly VerbBank _verbs;
    private TaggingSample? _lineBefore;

    private TrainingSamples(IReadOnlyList<TreebankSentence> full, IReadOnlyList<TreebankSentence> tagsOnly)
    {
        foreach (var sentence in full)
        {
            _samples.Add(TaggingSample.Of(sentence, Spacing.Recorded) with { Source = _samples.Count });
        }

        foreach (var sentence in tagsOnly)
        {
            _samples.Add(TaggingSample.Of(sentence, Spacing.Guessed) with { Source = _samples.Count });
        }

        _verbs = new VerbBank(_samples, full);
    }

    /// <summary>Sentences as they are, formal ones once more, then the copies, and the silver ones, of which no copies are made.</summary>
    public static List<TaggingSample> Of(TrainingTexts texts)
    {
        var (full, tagsOnly) = (texts.Full, texts.TagsOnly);
        var training = new TrainingSamples(full, tagsOnly);
        var number = 0;
        foreach (var sentence in full.Concat(tagsOnly))
        {
            training.AddCopies(sentence, training._samples[number], number + 1);
            number++;
        }

        return
        [
            .. training._samples,
            .. training._samples.Where((sample, i) => i < full.Count && full[i].IsFormal),
            .. training._copies,
            .. texts.Silver.Select((sentence, i) => TaggingSample.Of(sentence, Spacing.Recorded) with { Source = number + i }),
        ];
    }

    private void AddCopies(TreebankSentence sentence, TaggingSample sample, int number)
    {
        if (Augmentation.WithoutSubject(sentence, sample) is { } stripped)
            AddLines(sentence, stripped, number);
        if (number % 6 == 0)
            Add(Augmentation.WithoutPassiveSubject(sentence, sample));
        if (number % 5 == 0)
            Add(VerbCopies.WithOpeningParticiple(sentence, sample, _verbs));
        Add(Augmentation.WithoutInnerSubject(sentence, sample));
        Add(Augmentation.WithoutRelative(sample));
        if (VerbCopies.WithOtherJoinedVerbs(sentence, sample, _verbs) is { } joined)
        {
            _copies.Add(joined);
            Add(Augmentation.WithoutSubject(sentence, joined));
        }

        if (number % 4 == 0)
            Add(VerbCopies.WithUnchangedVerb(sample, _verbs));
        if (number % 25 == 0 && sample.Forms.Length is > 2 and < 15)
            _copies.Add(Augmentation.InCapitals(Augmentation.WithoutStop(sample)));
    }

    /// <summary>A sentence that has lost its subject, and lines like it: with other verbs, without article, with the line
    /// before, in other forms of the verb.</summary>
    private void AddLines(TreebankSentence sentence, TaggingSample stripped, int number)
    {
        var line = number % 2 == 0 ? stripped : Augmentation.WithoutStop(stripped);
        _copies.Add(line);
        AddWithOtherVerbs(line, number);
        Add(VerbCopies.WithOtherVerbs(line, _verbs, number + 1));
        if (_lineBefore is not null)
            Add(VerbCopies.Joined(line, _lineBefore, _verbs, number));
        _lineBefore = stripped;
        if (Augmentation.WithoutArticle(line) is { } bare)
        {
            _copies.Add(bare);
            AddWithOtherVerbs(bare, number);
        }

        if (number % 2 == 0)
            Add(VerbCopies.InOtherForm(sentence, line, _verbs, "VBG"));
        if (number % 4 == 1)
            Add(VerbCopies.InOtherForm(sentence, line, _verbs, "VBP"));
    }

    private void AddWithOtherVerbs(TaggingSample line, int number)
    {
        Add(VerbCopies.WithOtherVerbs(line, _verbs, number));
        for (var i = 0; i < VariedCopies; i++)
        {
            Add(VerbCopies.WithOtherVerbs(line, _verbs, 0));
        }
    }

    private void Add(TaggingSample? copy)
    {
        if (copy is not null)
            _copies.Add(copy);
    }
}
