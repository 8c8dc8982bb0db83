using System.Collections.Immutable;
using EcqAnalyzer.Engine.Encoders;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Suggestions;

/// <summary>
/// Words in which a sentence tells what came of its deed, whatever the judge makes of the whole: "Wrote the plan; the council
/// funded it", "a rule that survived two suits", "Saved 900 hours by sharing desks". Questions alone go by it, not rungs and
/// strengths: a question too few costs less than one that the sentence answers.
/// </summary>
/// <param name="First">The first token of the words.</param>
/// <param name="End">The token after their last.</param>
internal readonly record struct Aftermath(int First, int End)
{
    /// <summary>What comes of a deed. Other verbs after "that" tell as often what was there before: "a form that nobody read".</summary>
    private static readonly HashSet<string> Effects =
    [
        "allow", "avert", "avoid", "bring", "cut", "double", "earn", "enable", "end", "free", "halve", "improve", "increase",
        "last", "lower", "make", "outlast", "prevent", "produce", "raise", "recover", "reduce", "remain", "result", "save",
        "speed", "stop", "survive", "triple", "win", "yield",
    ];

    /// <summary>"Began by meeting every crew" attains nothing yet.</summary>
    private static readonly HashSet<string> Openings = ["begin", "start", "open", "respond", "react", "reply", "answer"];

    private static readonly HashSet<string> Lasting = ["now", "still", "today", "since"];

    /// <summary>Of which "no" is an outcome.</summary>
    private static readonly HashSet<string> Losses =
    [
        "accident", "backlog", "breach", "complaint", "death", "defect", "delay", "disruption", "downtime", "error", "failure", "fatality",
        "finding", "incident", "injury", "interruption", "lapse", "layoff", "loss", "outage", "protest", "stoppage", "violation",
    ];

    /// <summary>What others do with what somebody made.</summary>
    private static readonly HashSet<string> Receptions =
        ["accept", "adopt", "approve", "cite", "codify", "copy", "enact", "endorse", "fund", "incorporate", "publish", "ratify", "replicate"];

    /// <summary>Null where no such words follow the main verb.</summary>
    public static Aftermath? Find(Sentence sentence)
    {
        if (sentence.Clause.Verb is not { } verb)
        {
            return null;
        }

        var tokens = sentence.Tokens;
        for (var i = verb + 1; i < tokens.Length - 1; i++)
        {
            if (Begins(tokens, i))
            {
                return new Aftermath(i, tokens.Length);
            }

            if (IsMeans(sentence.Clause, tokens, i))
            {
                return new Aftermath(verb, i);
            }
        }

        return null;
    }

    /// <summary>Whether a number stands in the words, other than a date.</summary>
    public bool HasFigure(Sentence sentence)
    {
        var span = new TextSpan(sentence.Tokens[First].Span.Start, sentence.Tokens[End - 1].Span.End);
        foreach (var measure in sentence.Measures)
        {
            if (span.Contains(measure.Span) && measure.Sense != MeasureSense.Moment)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Begins(ImmutableArray<Token> tokens, int i)
    {
        var isAfterComma = tokens[i - 1].Lemma == ",";
        var next = AfterAdverbs(tokens, i + 1);
        return tokens[i].Lemma switch
        {
            ";" or ":" or "–" or "—" or "--" => IsReceived(tokens, next) || TellsOfOthers(tokens, i + 1, hasSubject: false) || IsHeadline(tokens, i + 1),
            "and" when next < tokens.Length && tokens[next].Tag == "VBG" => Effects.Contains(tokens[next].Lemma) && FollowsParticiple(tokens, i),
            "and" => isAfterComma && (tokens[i + 1] is { Lemma: "be", Tag: "VBZ" } || TellsOfOthers(tokens, i + 1, hasSubject: false)),
            "who" or "which" or "that" when Lasting.Contains(tokens[i + 1].Lemma) => true,
            "which" or "whom" when tokens[i - 1].Pos == "ADP" => TellsOfOthers(tokens, i + 1, hasSubject: tokens[i - 2].Lemma != ","),
            "which" when isAfterComma => (next < tokens.Length && tokens[next].Tag == "VBD" && IsEvent(tokens, next)) || OthersReceive(tokens, i + 1),
            "which" or "that" => next < tokens.Length && tokens[next].Tag == "VBD" && Effects.Contains(tokens[next].Lemma),
            "with" => i + 2 < tokens.Length && tokens[i + 1].Lemma is "no" or "zero" && Losses.Contains(tokens[i + 2].Lemma),
            "against" or "versus" or "compare" => isAfterComma && HasNumber(tokens, i + 1),
            "," => IsReceived(tokens, next) || (next < tokens.Length && tokens[next].Tag == "VBG" && Effects.Contains(tokens[next].Lemma)),
            _ => false,
        };
    }

    /// <summary>", against a norm of 30": what was done is measured by what was usual.</summary>
    private static bool HasNumber(ImmutableArray<Token> tokens, int from)
    {
        while (from < tokens.Length && tokens[from].Pos != "NUM")
        {
            from++;
        }

        return from < tokens.Length;
    }

    /// <summary>"; adopted into the field manual", "; later enacted nationwide". With an object the writer did it: "; adopted two dogs".</summary>
    private static bool IsReceived(ImmutableArray<Token> tokens, int i) =>
        i < tokens.Length
        && tokens[i].Tag is "VBN" or "VBD"
        && Receptions.Contains(tokens[i].Lemma)
        && (i + 1 == tokens.Length || tokens[i + 1].Pos is "ADP" or "PUNCT" or "ADV" || IsReach(tokens, i + 1));

    /// <summary>", which 12 agencies adopted", ", which the board has since funded".</summary>
    private static bool OthersReceive(ImmutableArray<Token> tokens, int from)
    {
        var hasSubject = false;
        for (var i = from; i < tokens.Length && tokens[i].Lemma is not ("i" or "we") && tokens[i].Pos != "PUNCT"; i++)
        {
            if (hasSubject && tokens[i].Tag is "VBD" or "VBN")
            {
                return Receptions.Contains(tokens[i].Lemma) && tokens[i - 1].Lemma != "be";
            }

            hasSubject |= tokens[i].Pos is "NOUN" or "PROPN" or "PRON";
        }

        return false;
    }

    /// <summary>"; 340 staff deployed within 72 hours": so many things to which something was done, as headlines say it.</summary>
    private static bool IsHeadline(ImmutableArray<Token> tokens, int i)
    {
        if (i >= tokens.Length || tokens[i].Pos != "NUM")
        {
            return false;
        }

        for (i++; i < tokens.Length && tokens[i].Pos is "NOUN" or "PROPN" or "ADJ" or "NUM"; i++)
        {
            // "340 emergency staff"
        }

        return i < tokens.Length && tokens[i].Tag is "VBN" or "VBD";
    }

    /// <summary>"agency-wide", "nationwide": read as adjectives as often as not.</summary>
    private static bool IsReach(ImmutableArray<Token> tokens, int i) =>
        tokens[i].Lemma.EndsWith("wide", StringComparison.Ordinal)
        || (i + 2 < tokens.Length && tokens[i + 1].Lemma == "-" && tokens[i + 2].Lemma == "wide");

    /// <summary>"Merged three offices, closing two of them and saving ...".</summary>
    private static bool FollowsParticiple(ImmutableArray<Token> tokens, int i)
    {
        while (--i > 0)
        {
            if (tokens[i].Tag == "VBG" && tokens[i - 1].Lemma == ",")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"by sharing desks", after a deed that is done: what stands before it is what was attained.</summary>
    private static bool IsMeans(Clause clause, ImmutableArray<Token> tokens, int i)
    {
        var next = AfterAdverbs(tokens, i + 1);
        return tokens[i].Lemma == "by"
            && i > clause.Verb + 1
            && clause.IsPastActive
            && !Openings.Contains(tokens[clause.Verb!.Value].Lemma)
            && next < tokens.Length
            && tokens[next].Tag == "VBG";
    }

    /// <summary>Whether from here on a clause has another subject than the writer, and tells what happened or what is so now.</summary>
    private static bool TellsOfOthers(ImmutableArray<Token> tokens, int from, bool hasSubject)
    {
        var isLasting = tokens[from].Lemma == "it";
        for (var i = from; i < tokens.Length; i++)
        {
            var token = tokens[i];
            isLasting |= Lasting.Contains(token.Lemma);
            switch (token.Tag)
            {
                case "VBD":
                    return hasSubject && IsEvent(tokens, i);
                case "VBP" or "VBZ" when IsPerfect(tokens, i):
                    return hasSubject;
                case "VBZ" or "VBP":
                    return hasSubject && (isLasting || (i + 1 < tokens.Length && Lasting.Contains(tokens[i + 1].Lemma)));
                case "WP" or "WDT" when tokens[i - 1].Pos is "NOUN" or "PROPN":
                    // "31 changes that they brought home include ..."
                    break;
                case "WP" or "WDT" or "WRB" or "TO" or "MD" or "VB" or "VBG":
                    return false;
                case var _ when token.Lemma is "i" or "we" || (Joints.IsTurn(token.Lemma) && !IsAsResult(tokens, i)):
                    return false;
                case "PRP" or "EX" or "CD" or "DT":
                    hasSubject = true;
                    break;
                default:
                    hasSubject |= token.Pos is "NOUN" or "PROPN";
                    break;
            }
        }

        return false;
    }

    /// <summary>"71 have been promoted", "none has since failed".</summary>
    private static bool IsPerfect(ImmutableArray<Token> tokens, int i)
    {
        var next = AfterAdverbs(tokens, i + 1);
        return tokens[i].Lemma == "have" && next < tokens.Length && tokens[next].Tag is "VBN" or "VBD";
    }

    /// <summary>"As a result".</summary>
    private static bool IsAsResult(ImmutableArray<Token> tokens, int i) =>
        tokens[i].Lemma == "as" && i + 2 < tokens.Length && tokens[i + 1].Lemma == "a" && tokens[i + 2].Lemma == "result";

    /// <summary>Something that happened, and not how it was before: "had stalled", "was low".</summary>
    private static bool IsEvent(ImmutableArray<Token> tokens, int verb)
    {
        if (tokens[verb].Lemma != "be")
        {
            return tokens[verb].Lemma != "have";
        }

        var next = AfterAdverbs(tokens, verb + 1);
        return next < tokens.Length && tokens[next].Tag is "VBN" or "CD";
    }

    private static int AfterAdverbs(ImmutableArray<Token> tokens, int i)
    {
        while (i < tokens.Length && tokens[i].Pos == "ADV")
        {
            i++;
        }

        return i;
    }
}
