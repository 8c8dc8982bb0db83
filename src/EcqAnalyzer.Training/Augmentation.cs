using System.Collections.Immutable;

namespace EcqAnalyzer.Training;

/// <summary>Copies of training sentences in the forms that drafts have and treebanks lack: lines that drop their subject
/// ("Led the redesign"), as most lines of a resume do, and headings in capitals.</summary>
internal static class Augmentation
{
    /// <summary>The sentence without its subject where the subject opens it and a finite verb follows; null elsewhere.</summary>
    public static TaggingSample? WithoutSubject(TreebankSentence sentence, TaggingSample sample)
    {
        var verb = FindVerbAfterSubject(sentence.Words);
        if (verb <= 0 || sentence.Words.Length - verb < 4)
            return null;
        var forms = sample.Forms.RemoveRange(0, verb);
        forms = forms.SetItem(0, Capitalized(forms[0]));
        var spaces = sample.Spaces.RemoveRange(0, verb).SetItem(0, false);
        return new TaggingSample(forms, spaces, sample.Gold.RemoveRange(0, verb));
    }

    /// <summary>The same without the full stop at the end: half of all list items have none.</summary>
    public static TaggingSample WithoutStop(TaggingSample sample)
    {
        var last = sample.Forms.Length - 1;
        return sample.Forms[last] == "." && last > 2
            ? new TaggingSample(sample.Forms.RemoveAt(last), sample.Spaces.RemoveAt(last), sample.Gold.RemoveAt(last))
            : sample;
    }

    public static TaggingSample InCapitals(TaggingSample sample) =>
        sample with { Forms = [.. sample.Forms.Select(form => form.ToUpperInvariant())] };

    /// <summary>A line without subject that opens with other verbs: one in the verb's place ("Oversaw the redesign"), or two
    /// before it ("Planned, tested and led the redesign"). Null where no past form opens the line.</summary>
    public static TaggingSample? WithOtherVerbs(TaggingSample line, VerbBank verbs, int number)
    {
        if (line.Gold[0] is not { Tag: "VBD", Pos: "VERB" })
            return null;
        if (number % 2 == 0)
            return line with { Forms = line.Forms.SetItem(0, Capitalized(verbs.Draw())) };
        var comma = new GoldTag("PUNCT", ",");
        var and = new GoldTag("CCONJ", "CC");
        var verb = line.Gold[0];
        var isLong = number % 4 == 1;
        string[] forms = isLong
            ? [Capitalized(verbs.Draw()), ",", verbs.Draw(), "and", Small(line.Forms[0])]
            : [Capitalized(verbs.Draw()), "and", Small(line.Forms[0])];
        return new TaggingSample(
            [.. forms, .. line.Forms.RemoveAt(0)],
            [.. isLong ? [false, false, true, true, true] : (bool[])[false, true, true], .. line.Spaces.RemoveAt(0)],
            [.. isLong ? [verb, comma, verb, and, verb] : (GoldTag[])[verb, and, verb], .. line.Gold.RemoveAt(0)]);
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

    private static string Capitalized(string form) => char.ToUpperInvariant(form[0]) + form[1..];

    private static string Small(string form) => char.ToLowerInvariant(form[0]) + form[1..];

    /// <summary>Where the finite verb stands (or the adverb before it) that directly follows the subject opening the
    /// sentence; 0 where there is none.</summary>
    private static int FindVerbAfterSubject(ImmutableArray<TreebankWord> words)
    {
        for (var i = 1; i < words.Length && i < 12; i++)
        {
            if (words[i].Tag is not ("VBD" or "VBP" or "VBZ") || words[i].Pos is "AUX")
                continue;
            var start = words[i - 1].Tag == "RB" && i > 1 ? i - 1 : i;
            return IsSubject(words, start, i) ? start : 0;
        }

        return 0;
    }

    private static bool IsSubject(ImmutableArray<TreebankWord> words, int end, int verb)
    {
        if (end == 1)
            return words[0].Tag == "PRP";
        // A longer subject needs the tree: every word before the verb hangs on the subject.
        var subject = -1;
        for (var i = 0; i < end; i++)
        {
            if (words[i].Relation == "nsubj" && words[i].Head == verb + 1)
                subject = i;
        }

        if (subject < 0)
            return false;
        for (var i = 0; i < end; i++)
        {
            var top = i;
            for (var steps = 0; top >= 0 && top < end && top != subject && steps < 12; steps++)
            {
                top = words[top].Head - 1;
            }

            if (top != subject)
                return false;
        }

        return true;
    }
}
