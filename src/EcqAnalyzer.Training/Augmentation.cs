using System.Collections.Immutable;

namespace EcqAnalyzer.Training;

/// <summary>Copies of training sentences in the forms that drafts have and treebanks lack: lines that drop their subject
/// ("Led the redesign"), as most lines of a resume do, or their articles, and headings in capitals.</summary>
internal static class Augmentation
{
    /// <summary>The sentence without its subject where the subject opens it and a finite verb follows; null elsewhere.</summary>
    public static TaggingSample? WithoutSubject(TreebankSentence sentence, TaggingSample sample)
    {
        var verb = FindVerbAfterSubject(sentence.Words);
        if (verb <= 0 || sentence.Words.Length - verb < 4)
            return null;
        return Cut(sample, verb);
    }

    /// <summary>The same without the full stop at the end: half of all list items have none.</summary>
    public static TaggingSample WithoutStop(TaggingSample sample)
    {
        var last = sample.Forms.Length - 1;
        return sample.Forms[last] == "." && last > 2
            ? sample with
            {
                Forms = sample.Forms.RemoveAt(last),
                Spaces = sample.Spaces.RemoveAt(last),
                Gold = sample.Gold.RemoveAt(last),
            }
            : sample;
    }

    public static TaggingSample InCapitals(TaggingSample sample) =>
        sample with { Forms = [.. sample.Forms.Select(form => form.ToUpperInvariant())] };

    /// <summary>The sentence without subject and auxiliary where a passive opens it ("Elected by her peers"): a participle that
    /// opens a line is not always a past form. Null elsewhere.</summary>
    public static TaggingSample? WithoutPassiveSubject(TreebankSentence sentence, TaggingSample sample)
    {
        var words = sentence.Words;
        for (var i = 2; i < words.Length && i < 12; i++)
        {
            if (words[i].Tag is "VBD" or "VBZ" or "VBP" or "MD" && words[i].Pos != "AUX")
                return null;
            if (words[i] is not { Tag: "VBN", Pos: "VERB" } || words[i - 1].Relation != "aux:pass" || words[i - 1].Tag is "VB" or "VBN")
                continue;
            return IsSubject(words, i - 1, i, "nsubj:pass") && words.Length - i > 3 && words[i + 1].Tag is "IN" or "TO" or "RB"
                ? Cut(sample, i)
                : null;
        }

        return null;
    }

    /// <summary>The sentence without its subject where something with a comma stands before ("In March, took charge").</summary>
    public static TaggingSample? WithoutInnerSubject(TreebankSentence sentence, TaggingSample sample)
    {
        var words = sentence.Words;
        var comma = 0;
        for (var i = 1; i < words.Length && i < 20; i++)
        {
            if (words[i].Tag == ",")
                comma = i;
            if (comma == 0 || words[i] is not { Tag: "VBD", Pos: "VERB" } || i == comma + 1)
                continue;
            var isPronoun = i == comma + 2 && words[i - 1] is { Tag: "PRP", Relation: "nsubj" };
            return isPronoun && words.Length - i > 3
                ? sample with
                {
                    Forms = sample.Forms.RemoveAt(i - 1),
                    Spaces = sample.Spaces.RemoveAt(i - 1),
                    Gold = sample.Gold.RemoveAt(i - 1),
                }
                : null;
        }

        return null;
    }

    /// <summary>A line without the article behind its verb, as resumes have it ("Directed audits"). Null where there is none.</summary>
    public static TaggingSample? WithoutArticle(TaggingSample line) =>
        line.Gold.Length > 5 && line.Gold[0].Tag == "VBD" && line.Gold[1].Tag == "DT" && line.Forms[1] is "the" or "a" or "an"
            && line.Gold[2].Tag is "NN" or "NNS" or "JJ"
            ? line with { Forms = line.Forms.RemoveAt(1), Spaces = line.Spaces.RemoveAt(1), Gold = line.Gold.RemoveAt(1) }
            : null;

    /// <summary>The sentence without the pronoun of a relative clause about the past ("The plan I wrote was read"). Null where
    /// there is none.</summary>
    public static TaggingSample? WithoutRelative(TaggingSample sample)
    {
        for (var i = 1; i + 2 < sample.Forms.Length; i++)
        {
            if (sample.Gold[i].Tag == "WDT" && sample.Gold[i - 1].Tag is "NN" or "NNS"
                && sample.Gold[i + 1].Tag is "PRP" or "NNS" or "NNP" && sample.Gold[i + 2] is { Tag: "VBD", Pos: "VERB" })
            {
                return sample with
                {
                    Forms = sample.Forms.RemoveAt(i),
                    Spaces = sample.Spaces.RemoveAt(i),
                    Gold = sample.Gold.RemoveAt(i),
                };
            }
        }

        return null;
    }

    private static TaggingSample Cut(TaggingSample sample, int start)
    {
        var forms = sample.Forms.RemoveRange(0, start);
        return sample with
        {
            Forms = forms.SetItem(0, Capitalized(forms[0])),
            Spaces = sample.Spaces.RemoveRange(0, start).SetItem(0, false),
            Gold = sample.Gold.RemoveRange(0, start),
        };
    }

    public static string Capitalized(string form) => char.ToUpperInvariant(form[0]) + form[1..];

    public static string Small(string form) => char.ToLowerInvariant(form[0]) + form[1..];

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

    private static bool IsSubject(ImmutableArray<TreebankWord> words, int end, int verb, string relation = "nsubj")
    {
        if (end == 1)
            return words[0].Tag == "PRP";
        // A longer subject needs the tree: every word before the verb hangs on the subject.
        var subject = -1;
        for (var i = 0; i < end; i++)
        {
            if (words[i].Relation == relation && words[i].Head == verb + 1)
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
