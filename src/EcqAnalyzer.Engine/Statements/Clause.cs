using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Statements;

/// <summary>Who or what the main clause is about. Dropped: a line that opens with its verb.</summary>
public enum SubjectSort
{
    Dropped,
    I,
    We,
    You,
    Somebody,
    Thing,
}

public enum VerbForm
{
    None,
    Past,
    Perfect,
    PastPassive,
    PastOngoing,
    Present,
    PresentPassive,
    Ongoing,
    Modal,
    GerundLine,
    ParticipleLine,
}

/// <summary>The main clause of a sentence, as far as its tags tell: subject, and the form and lemma of its verb. The spans
/// of both are one where the subject is dropped; without a verb, <see cref="Verb"/> is null.</summary>
public sealed record Clause(SubjectSort Subject, int? SubjectAt, VerbForm Form, int? Verb, string Lemma)
{
    private static readonly Clause Verbless = new(SubjectSort.Thing, null, VerbForm.None, null, "");

    private static readonly ImmutableHashSet<string> Relative = ["which", "who", "whom", "whose", "that"];

    private static readonly ImmutableHashSet<string> Subordinators =
    [
        "when", "while", "because", "although", "though", "if", "after", "before", "as", "since", "until", "once", "whenever",
        "where", "whereas", "unless",
    ];

    /// <summary>What acts as "we" where it is called mine or ours: "my staff" does, "my duties" does not.</summary>
    private static readonly ImmutableHashSet<string> Groups =
    [
        "team", "staff", "group", "office", "unit", "division", "branch", "crew", "directorate", "section", "department", "people",
        "employee", "analyst", "supervisor", "manager", "deputy", "engineer", "colleague", "partner", "agency", "bureau",
    ];

    /// <summary>Lines of so few words, such as "Needed" over a column, are labels and no clauses without subject.</summary>
    private const int LabelWords = 2;

    public static Clause Read(ImmutableArray<Token> tokens, string text)
    {
        var start = SkipFronted(tokens, Next(tokens, 0));
        if (start >= tokens.Length)
        {
            return Verbless;
        }

        var dropped = tokens.Length - start <= LabelWords ? null : FindDropped(tokens, Adverbs(tokens, start));
        if (dropped is not null && dropped.Form is not (VerbForm.GerundLine or VerbForm.ParticipleLine))
        {
            return dropped;
        }

        // "Processing time fell" opens with an -ing form too: a finite verb after it makes it the subject.
        var full = FindFull(tokens, start, text);
        return dropped is null || full.Form != VerbForm.None ? full : dropped;
    }

    /// <summary>A line that opens with its verb, perhaps after an adverb.</summary>
    private static Clause? FindDropped(ImmutableArray<Token> tokens, int at)
    {
        if (at >= tokens.Length)
        {
            return null;
        }

        var next = at + 1 < tokens.Length ? tokens[at + 1].Lemma : "";
        VerbForm? form = tokens[at].Tag switch
        {
            "VBD" => VerbForm.Past,
            "VBN" when next is "by" or "as" or "for" or "in" or "to" or "from" => VerbForm.ParticipleLine,
            "VBN" => VerbForm.Past,
            "VB" or "VBP" or "VBZ" when tokens[at].Pos != "AUX" => VerbForm.Present,
            "VBG" => VerbForm.GerundLine,
            _ => null,
        };
        return form is { } found ? new Clause(SubjectSort.Dropped, at, found, at, tokens[at].Lemma) : null;
    }

    private static Clause FindFull(ImmutableArray<Token> tokens, int start, string text)
    {
        // "When a problem is brought to me I gather the facts": no comma ends the first clause, so its verb is passed over.
        var opensWithSubordinate = tokens[start].Tag == "WRB" || (tokens[start].Pos == "SCONJ" && Subordinators.Contains(tokens[start].Lemma));
        var isTwoClauses = opensWithSubordinate && tokens.Count(token => token.Tag is "VBD" or "VBP" or "VBZ" or "MD") > 1;
        var (subject, subjectAt, skip) = (SubjectSort.Thing, (int?)null, isTwoClauses ? 1 : 0);
        for (var i = start; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (i > start && subjectAt is not null && (Relative.Contains(token.Lemma) && token.Tag is "WDT" or "WP" or "WP$" or "IN"
                || token.Tag == "WRB" || (token.Pos == "SCONJ" && Subordinators.Contains(token.Lemma))))
            {
                skip++;
            }
            else if (subjectAt is null && SubjectOf(tokens, i, text) is { } found)
            {
                (subject, subjectAt) = (found, i);
            }
            else if (token.Tag is "VBD" or "VBP" or "VBZ" or "MD")
            {
                if (skip > 0)
                {
                    skip--;
                    continue;
                }

                // A pronoun close before the verb is the subject, whatever stood in front of it.
                var near = NearPronoun(tokens, i, start, text);
                return WithVerb(tokens, near ?? subject, near is null ? subjectAt : i - 1, i);
            }
        }

        return Verbless;
    }

    private static SubjectSort? NearPronoun(ImmutableArray<Token> tokens, int verb, int start, string text)
    {
        for (var i = verb - 1; i >= Math.Max(start, verb - 3); i--)
        {
            if (tokens[i].Tag == "PRP")
            {
                return SubjectOf(tokens, i, text);
            }

            if (tokens[i].Pos != "ADV")
            {
                return null;
            }
        }

        return null;
    }

    private static SubjectSort? SubjectOf(ImmutableArray<Token> tokens, int i, string text)
    {
        var token = tokens[i];
        if (token.Tag == "PRP")
        {
            return text.AsSpan(token.Span.Start, token.Span.Length) switch
            {
                "I" or "i" => SubjectSort.I,
                "we" or "We" => SubjectSort.We,
                "you" or "You" => SubjectSort.You,
                "he" or "He" or "she" or "She" or "they" or "They" => SubjectSort.Somebody,
                "it" or "It" => SubjectSort.Thing,
                _ => null,
            };
        }

        if (token.Tag is not ("NN" or "NNS" or "NNP" or "NNPS" or "EX"))
        {
            return null;
        }

        var isOurs = Enumerable.Range(Math.Max(0, i - 3), Math.Min(3, i)).Any(j => tokens[j].Tag == "PRP$"
            && tokens[j].Span.Of(text) is "my" or "My" or "our" or "Our");
        return isOurs && Groups.Contains(token.Lemma) ? SubjectSort.We : token.Tag == "NNP" ? SubjectSort.Somebody : SubjectSort.Thing;
    }

    private static Clause WithVerb(ImmutableArray<Token> tokens, SubjectSort subject, int? subjectAt, int at)
    {
        var main = Adverbs(tokens, at + 1);
        var next = main < tokens.Length ? tokens[main] : default;
        var isPast = tokens[at].Tag == "VBD";
        var (form, verb) = (tokens[at].Lemma, next.Tag) switch
        {
            ("be", "VBN") => (isPast ? VerbForm.PastPassive : VerbForm.PresentPassive, main),
            ("be", "VBG") => (isPast ? VerbForm.PastOngoing : VerbForm.Ongoing, main),
            ("have", "VBN") => Perfect(tokens, main),
            ("do", "VB") => (isPast ? VerbForm.Past : VerbForm.Present, main),
            _ when tokens[at].Tag == "MD" => (VerbForm.Modal, main < tokens.Length ? main : at),
            _ => (isPast ? VerbForm.Past : VerbForm.Present, at),
        };
        return new Clause(subject, subjectAt, form, verb, tokens[verb].Lemma);
    }

    private static (VerbForm, int) Perfect(ImmutableArray<Token> tokens, int main)
    {
        var after = Adverbs(tokens, main + 1);
        return tokens[main].Lemma == "be" && after < tokens.Length && tokens[after].Tag is "VBN"
            ? (VerbForm.PastPassive, after)
            : (VerbForm.Perfect, main);
    }

    /// <summary>Skips what stands before the main clause and ends with a comma: "In 2019, ...", "When the audit failed, ...".</summary>
    private static int SkipFronted(ImmutableArray<Token> tokens, int start)
    {
        for (var round = 0; round < 3 && start < tokens.Length && IsFronted(tokens[start]); round++)
        {
            var comma = start + 1;
            while (comma < tokens.Length && tokens[comma].Tag != ",")
            {
                comma++;
            }

            var next = Adverbs(tokens, Next(tokens, comma));
            if (next >= tokens.Length || !(BeginsClause(tokens, next) || IsFronted(tokens[next])))
            {
                return start;
            }

            start = next;
        }

        return start;
    }

    private static bool IsFronted(Token token) =>
        token.Tag is "IN" or "WRB" or "TO" or "VBG" or "VBN" or "RB" or "CC" or "JJ" || token.Pos is "SCONJ" or "ADP";

    private static bool BeginsClause(ImmutableArray<Token> tokens, int i) =>
        tokens[i].Tag is "PRP" or "NN" or "NNS" or "NNP" or "NNPS" or "DT" or "PRP$" or "CD" or "EX" or "JJ"
        && Enumerable.Range(i, tokens.Length - i).Any(j => tokens[j].Tag is "VBD" or "VBP" or "VBZ" or "MD");

    private static int Next(ImmutableArray<Token> tokens, int i)
    {
        while (i < tokens.Length && (tokens[i].Pos is "PUNCT" or "SYM" || tokens[i].Tag is "CC" or "LS"))
        {
            i++;
        }

        return i;
    }

    private static int Adverbs(ImmutableArray<Token> tokens, int i)
    {
        while (i < tokens.Length && tokens[i].Tag is "RB" or "RBR" or "RBS")
        {
            i++;
        }

        return i;
    }
}
