using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>
/// Sentences whose main clause is built in a certain way: who acts, in which tense and voice, by which verb. With
/// <c>share-above</c> reported once, where that share of the sentences of the types under <c>types</c> is built so, and at
/// least <c>at-least</c> of them; else each.
/// </summary>
public sealed class ClauseKind(ClauseShape shape, int types, double? shareAbove, int atLeast) : ICheckKind
{
    private static readonly string[] Types = ["challenge", "context", "action", "result", "duty", "other"];

    public static ICheckKind Read(CheckSettings settings)
    {
        var keys = settings.Keys;
        var types = 0;
        foreach (var type in keys.FindTexts("types"))
        {
            types |= Array.IndexOf(Types, type) is >= 0 and var at ? 1 << at : 0;
        }

        return new ClauseKind(
            ClauseShape.Read(keys),
            types == 0 ? -1 : types,
            keys.Find("share-above") is null ? null : settings.RequireShare("share-above"),
            keys.FindWhole("at-least") ?? 1);
    }

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        var (all, fit, first) = (0, 0, (CheckHit?)null);
        foreach (var sentence in draft.Document.Sentences)
        {
            if (draft.IsHeading(sentence.Index) || (types & (1 << (int)draft.StatementAt(sentence.Index).Type)) == 0)
            {
                continue;
            }

            all++;
            if (shape.FindIn(sentence) is { } span)
            {
                fit++;
                var hit = new CheckHit(span, $"'{Words.FirstOf(span.Of(draft.Text))}'");
                if (shareAbove is null)
                {
                    yield return hit;
                }

                first ??= hit;
            }
        }

        if (first is not null && fit >= atLeast && fit > shareAbove * all)
        {
            yield return first with { Words = $"{fit} of {all} sentences, first {first.Words}" };
        }
    }
}

/// <summary>How a main clause must be built; what is not said may be any.</summary>
public sealed record ClauseShape(int Subjects, Tense? Tense, Voice? Voice, HashSet<string> Verbs, HashSet<string> OtherVerbs)
{
    private static readonly string[] SubjectNames =
        ["none", "dropped", "i", "we", "you", "person", "group", "thing", "there"];

    private static readonly string[] Tenses = ["none", "past", "present", "future"];
    private static readonly string[] Voices = ["active", "passive"];

    internal static ClauseShape Read(Yaml.YamlKeys keys)
    {
        var subjects = 0;
        foreach (var subject in keys.FindScalars("subject"))
        {
            var at = Array.IndexOf(SubjectNames, subject.Text);
            if (at < 0)
            {
                keys.Faults.Add(
                    Yaml.YamlFaults.UnknownValue, subject.Place, $"'{subject.Text}' is none of: {string.Join(", ", SubjectNames)}");
            }

            subjects |= at < 0 ? 0 : 1 << at;
        }

        return new ClauseShape(
            subjects == 0 ? -1 : subjects,
            keys.FindOneOf("tense", Tenses) is { } tense ? (Tense)Array.IndexOf(Tenses, tense) : null,
            keys.FindOneOf("voice", Voices) is { } voice ? (Voice)Array.IndexOf(Voices, voice) : null,
            new HashSet<string>(keys.FindTexts("verbs"), StringComparer.Ordinal),
            new HashSet<string>(keys.FindTexts("not-verbs"), StringComparer.Ordinal));
    }

    /// <summary>The subject and verb where the sentence is built so; null otherwise.</summary>
    public TextSpan? FindIn(Sentence sentence)
    {
        var clause = sentence.Clause;
        if (clause.Verb is not { } verb
            || (Subjects & (1 << (int)clause.SubjectKind)) == 0
            || (Tense is { } tense && (clause.Tense != tense || clause.Modality != Modality.None))
            || (Voice is { } voice && clause.Voice != voice)
            || OtherVerbs.Contains(sentence.Tokens[verb].Lemma)
            || (Verbs.Count > 0 && !Verbs.Contains(sentence.Tokens[verb].Lemma)))
        {
            return null;
        }

        var first = Math.Min(verb, clause.Subject ?? clause.Auxiliary ?? verb);
        return new TextSpan(sentence.Tokens[first].Span.Start, sentence.Tokens[Math.Max(first, verb)].Span.End);
    }
}
