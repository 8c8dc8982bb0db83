using System.Collections.Immutable;
using EcqAnalyzer.Engine.Sections;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Vacancies;

/// <summary>A phrase in the notation of rules, made of a qualification's own words. <see cref="Verb"/> is in dictionary form and
/// null for a phrase that only names a thing; <see cref="Thing"/> is in the words of the qualification; <see cref="Last"/> is its
/// last word.</summary>
public sealed record Proposal(string Id, string Pattern, string? Verb, string Thing, string Last);

/// <summary>Proposes phrases for a qualification: names of things, of two or three words, and deeds done to them, a verb with
/// its object. General words of such texts ("experience", "program") make no phrase by themselves.</summary>
public sealed class PhraseProposer(AnnouncementWords words, ILanguageAnnotator annotator)
{
    private const int MostWords = 3;
    private const int MostPhrases = 14;

    /// <summary>How far an object may stand from its verb.</summary>
    private const int Reach = 5;

    public ImmutableArray<Proposal> Propose(string text)
    {
        var found = new List<Proposal>();
        foreach (var sentence in annotator.Annotate(Rules.RuleTester.DraftOf(text)))
        {
            Propose(new Words(text, sentence.Tokens), found);
        }

        return [.. found.DistinctBy(each => each.Pattern).DistinctBy(each => each.Id).Take(MostPhrases)];
    }

    private void Propose(Words of, List<Proposal> found)
    {
        var things = FindThings(of);
        foreach (var thing in things)
        {
            if (thing.Words >= 2)
            {
                found.Add(NameOf(of, thing));
            }
        }

        for (var i = 0; i < of.Count; i++)
        {
            if (IsDeed(of, i) && !words.GeneralVerbs.Contains(of.Lemma(i))
                && things.Find(thing => thing.Start > i && thing.Start <= i + Reach && !HasBreak(of, i + 1, thing.Start)) is { } thing)
            {
                found.Add(DeedOf(of, i, thing));
            }
        }
    }

    private static Proposal NameOf(Words of, Thing thing)
    {
        var pattern = of.PatternOf(thing.Start, thing.End);
        return new Proposal(Kebab(pattern), pattern, null, of.TextOf(thing.Start, thing.End), of.TextOf(thing.End - 1, thing.End));
    }

    private static Proposal DeedOf(Words of, int verb, Thing thing)
    {
        var pattern = $"{of.Lemma(verb)} ..4 {of.PatternOf(thing.Start, thing.End)}";
        return new Proposal(
            Kebab($"{of.Lemma(verb)} {of.PatternOf(thing.Start, thing.End)}"),
            pattern,
            of.Lemma(verb),
            of.TextOf(thing.Start, thing.End),
            of.TextOf(thing.End - 1, thing.End));
    }

    /// <summary>Runs of nouns and what describes them, without general words at their ends, the last three words at most.</summary>
    private List<Thing> FindThings(Words of)
    {
        var things = new List<Thing>();
        for (var i = 0; i < of.Count; i++)
        {
            var end = i;
            while (end < of.Count && IsOfThing(of, end))
            {
                end++;
            }

            if (end > i)
            {
                if (Trim(of, i, end) is { } thing)
                {
                    things.Add(thing);
                }

                i = end;
            }
        }

        return things;
    }

    /// <summary>Participles stand before a thing as adjectives do: "elected officials", "risk-based monitoring".</summary>
    private static bool IsOfThing(Words of, int at) =>
        of.IsHyphen(at)
        || (of.IsPlain(at) && (of[at].Pos is "NOUN" or "PROPN" or "ADJ"
            || of.IsHyphen(at - 1)
            || (of[at].Tag == "VBN" && !IsDeed(of, at) && at + 1 < of.Count && of[at + 1].Pos is "NOUN" or "ADJ")));

    /// <summary>A verb that somebody does: a past participle only after a form of to have.</summary>
    private static bool IsDeed(Words of, int at) =>
        of[at].Pos == "VERB" && of.IsPlain(at) && !of.IsHyphen(at - 1) && !of.IsHyphen(at + 1)
        && (of[at].Tag != "VBN" || (at > 0 && of.Lemma(at - 1) == "have"));

    private Thing? Trim(Words of, int start, int end)
    {
        while (end > start && (of.IsHyphen(end - 1) || of[end - 1].Pos == "ADJ" || words.General.Contains(of.Lemma(end - 1))))
        {
            end--;
        }

        while (start < end && (of.IsHyphen(start) || words.General.Contains(of.Lemma(start))))
        {
            start++;
        }

        var count = 0;
        for (var at = end - 1; at >= start; at--)
        {
            count += of.IsHyphen(at) || of.IsHyphen(at + 1) ? 0 : 1;
            if (count > MostWords)
            {
                start = at + 1;
                count = MostWords;
            }
        }

        return end > start ? new Thing(start, end, of.CountWords(start, end)) : null;
    }

    /// <summary>A comma, a conjunction or another verb parts a verb from what stands behind.</summary>
    private static bool HasBreak(Words of, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (of[at].Pos is "VERB" or "ADP" or "CCONJ" or "SCONJ" or "PUNCT" && !of.IsHyphen(at))
            {
                return true;
            }
        }

        return false;
    }

    private static string Kebab(string pattern) => LineWords.Plain(pattern).Replace(' ', '-');

    private sealed record Thing(int Start, int End, int Words);

    private sealed class Words(string text, ImmutableArray<Token> tokens)
    {
        public int Count => tokens.Length;

        public Token this[int at] => tokens[at];

        public string Lemma(int at) => tokens[at].Lemma.ToLowerInvariant();

        public bool IsHyphen(int at) => at > 0 && at < tokens.Length - 1 && TextOf(at, at + 1) == "-"
            && tokens[at - 1].Span.End == tokens[at].Span.Start && tokens[at].Span.End == tokens[at + 1].Span.Start;

        /// <summary>A word of letters: what else there is would have to be escaped in a pattern.</summary>
        public bool IsPlain(int at) => TextOf(at, at + 1).All(char.IsAsciiLetter) && Lemma(at).All(char.IsAsciiLetter);

        public string TextOf(int start, int end) => text[tokens[start].Span.Start..tokens[end - 1].Span.End];

        public int CountWords(int start, int end)
        {
            var count = 0;
            for (var at = start; at < end; at++)
            {
                count += IsHyphen(at) ? 0 : 1;
            }

            return count;
        }

        /// <summary>Dictionary forms, so that every form fits; capitals that would be taken for a tag as they are.</summary>
        public string PatternOf(int start, int end)
        {
            var pattern = "";
            for (var at = start; at < end; at++)
            {
                var word = TextOf(at, at + 1);
                pattern += at > start && tokens[at].Span.Start > tokens[at - 1].Span.End ? " " : "";
                pattern += word.Length > 1 && word.All(char.IsAsciiLetterUpper) ? $"=={word}" : IsHyphen(at) ? "-" : Lemma(at);
            }

            return pattern;
        }
    }
}
