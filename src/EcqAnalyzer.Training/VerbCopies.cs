namespace EcqAnalyzer.Training;

/// <summary>Copies of training sentences with other verbs, or other forms of them: drafts tell of much that web pages and
/// speeches never do, in lines where nothing but the verb's form and place shows its tense.</summary>
internal static class VerbCopies
{
    /// <summary>A line without subject that opens with other verbs: one in the verb's place ("Oversaw the redesign"), or two
    /// before it ("Planned, tested and led the redesign"). Null where no past form opens the line.</summary>
    public static TaggingSample? WithOtherVerbs(TaggingSample line, VerbBank verbs, int number)
    {
        if (line.Gold[0] is not { Tag: "VBD", Pos: "VERB" })
            return null;
        if (number % 2 == 0)
            return line with { Forms = line.Forms.SetItem(0, Augmentation.Capitalized(verbs.Draw())) };
        var comma = new GoldTag("PUNCT", ",");
        var and = new GoldTag("CCONJ", "CC");
        var verb = line.Gold[0];
        var isLong = number % 4 == 1;
        string[] forms = isLong
            ? [Augmentation.Capitalized(verbs.Draw()), ",", verbs.Draw(), "and", Augmentation.Small(line.Forms[0])]
            : [Augmentation.Capitalized(verbs.Draw()), "and", Augmentation.Small(line.Forms[0])];
        return line with
        {
            Forms = [.. forms, .. line.Forms.RemoveAt(0)],
            Spaces = [.. isLong ? [false, false, true, true, true] : (bool[])[false, true, true], .. line.Spaces.RemoveAt(0)],
            Gold = [.. isLong ? [verb, comma, verb, and, verb] : (GoldTag[])[verb, and, verb], .. line.Gold.RemoveAt(0)],
        };
    }

    /// <summary>The sentence with other verbs where past forms are joined to one before ("He came, put up a tent and slept"):
    /// there a verb whose past looks like its base has nothing beside it to show its tense. Null where there are none.</summary>
    public static TaggingSample? WithOtherJoinedVerbs(TreebankSentence sentence, TaggingSample sample, VerbBank verbs)
    {
        var forms = sample.Forms;
        for (var i = 1; i < forms.Length; i++)
        {
            var word = sentence.Words[i];
            if (word is { Tag: "VBD", Pos: "VERB", Relation: "conj" } && word.Head > 0
                && sentence.Words[word.Head - 1].Tag == "VBD" && sample.Gold[i - 1].Tag is "," or "CC" or "RB")
            {
                forms = forms.SetItem(i, verbs.DrawJoined());
            }
        }

        return forms == sample.Forms ? null : sample with { Forms = forms };
    }

    /// <summary>Two lines without subject made one ("Led the redesign and set a date"), the second with another verb: far from
    /// the first verb only its tense tells that of the second. Null where either is long or opens with no past form.</summary>
    public static TaggingSample? Joined(TaggingSample line, TaggingSample other, VerbBank verbs, int number)
    {
        var (left, right) = (Augmentation.WithoutStop(line), other);
        if (left.Gold[0].Tag != "VBD" || right.Gold[0].Tag != "VBD" || left.Forms.Length > 16 || right.Forms.Length > 16
            || left.Gold[^1].Tag is "." or ":" or ",")
        {
            return null;
        }

        var isComma = number % 3 == 0;
        var verb = number % 4 == 0 ? Augmentation.Small(right.Forms[0]) : verbs.DrawJoined();
        return left with
        {
            Forms = [.. left.Forms, isComma ? "," : "and", verb, .. right.Forms.Skip(1)],
            Spaces = [.. left.Spaces, !isComma, true, .. right.Spaces.Skip(1)],
            Gold = [.. left.Gold, isComma ? new GoldTag("PUNCT", ",") : new GoldTag("CCONJ", "CC"), .. right.Gold],
        };
    }

    /// <summary>A sentence about the past with a verb whose past looks like its base ("I set up a table"): after a pronoun,
    /// prose that tells a story means the past. Null where no pronoun stands before a past form.</summary>
    public static TaggingSample? WithUnchangedVerb(TaggingSample sample, VerbBank verbs)
    {
        for (var i = 1; i < sample.Forms.Length; i++)
        {
            if (sample.Gold[i] is { Tag: "VBD", Pos: "VERB" } && sample.Gold[i - 1].Tag == "PRP")
                return sample with { Forms = sample.Forms.SetItem(i, verbs.DrawUnchanged()) };
        }

        return null;
    }

    /// <summary>The sentence with a participle before the plural noun that opens it ("Delayed payments hurt vendors"): there
    /// too an opening participle is no past form. Null where no such noun opens it.</summary>
    public static TaggingSample? WithOpeningParticiple(TreebankSentence sentence, TaggingSample sample, VerbBank verbs)
    {
        var word = sentence.Words[0];
        return word is { Tag: "NNS", Relation: "nsubj" or "nsubj:pass" } && sample.Forms.Length > 4
            ? sample with
            {
                Forms = sample.Forms.SetItem(0, Augmentation.Small(word.Form)).Insert(0, Augmentation.Capitalized(verbs.DrawRegular())),
                Spaces = sample.Spaces.SetItem(0, true).Insert(0, false),
                Gold = sample.Gold.Insert(0, new GoldTag("VERB", "VBN")),
            }
            : null;
    }

    /// <summary>A line without subject in another form of its only verb: "Managing a team" or "Manage a team". Null where the
    /// line has more verbs that would have to change with it, or the form is not known.</summary>
    public static TaggingSample? InOtherForm(TreebankSentence sentence, TaggingSample line, VerbBank verbs, string tag)
    {
        var verb = sentence.Words[sentence.Words.Length - LengthWithStop(sentence, line)];
        if (line.Gold[0] is not { Tag: "VBD" or "VBZ", Pos: "VERB" } || verb.Lemma is null
            || line.Gold.Skip(1).Any(gold => gold.Tag is "VBD" or "VBZ" or "VBP" or "MD"))
        {
            return null;
        }

        var form = tag == "VBG" ? verbs.FindIng(verb.Lemma) : verb.Lemma;
        return form is null
            ? null
            : line with
            {
                Forms = line.Forms.SetItem(0, Augmentation.Capitalized(form)),
                Gold = line.Gold.SetItem(0, new GoldTag("VERB", tag)),
            };
    }

    /// <summary>How many words the line had before it lost its full stop.</summary>
    private static int LengthWithStop(TreebankSentence sentence, TaggingSample line) =>
        sentence.Words[^1].Form == "." && line.Forms[^1] != "." ? line.Forms.Length + 1 : line.Forms.Length;
}
