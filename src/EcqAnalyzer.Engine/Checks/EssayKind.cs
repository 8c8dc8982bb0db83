using System.Collections.Immutable;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>
/// A set of short essays that answer set questions and that their writer must write alone. They are known by their questions;
/// of a draft that holds enough of these only the length of each answer is measured, and <see cref="Because"/> says why
/// nothing else is.
/// </summary>
public sealed class EssayKind(ImmutableArray<Rule> questions, int atLeast, int words, string because) : ICheckKind
{
    public string Because { get; } = because;

    public ImmutableArray<Rule> Phrases => questions;

    public static ICheckKind Read(CheckSettings settings)
    {
        var questions = ImmutableArray.CreateBuilder<Rule>();
        foreach (var question in settings.Keys.RequireKeyLists("questions"))
        {
            var id = $"{settings.Id}/{questions.Count + 1}";
            questions.Add((settings with { Keys = question }).ReadPhrases("find", id));
            question.Close();
        }

        return new EssayKind(
            questions.ToImmutable(),
            settings.Keys.RequireWhole("where-at-least"),
            settings.Keys.RequireWhole("words"),
            settings.Keys.RequireText("because"));
    }

    /// <summary>Whether enough of the questions stand in the draft.</summary>
    public bool IsMet(CheckedDraft draft)
    {
        var met = 0;
        foreach (var question in questions)
        {
            met += draft.PhrasesOf(question.Id).Count > 0 ? 1 : 0;
        }

        return met >= atLeast;
    }

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        if (!IsMet(draft))
        {
            yield break;
        }

        var starts = StartsOf(draft);
        for (var i = 0; i < starts.Count; i++)
        {
            var question = draft.Document.Sentences[starts[i]].Span;
            var end = i + 1 < starts.Count ? draft.Document.Sentences[starts[i + 1]].Span.Start : draft.Text.Length;
            var count = WordCount.Of(draft.Text.AsSpan(question.End, end - question.End));
            if (count > words)
            {
                yield return new CheckHit(question, $"{count} words, and {words} are allowed");
            }
        }
    }

    /// <summary>The sentences that ask, in order; a question of several sentences counts from the last of them.</summary>
    private List<int> StartsOf(CheckedDraft draft)
    {
        var starts = new SortedSet<int>();
        foreach (var question in questions)
        {
            var found = draft.PhrasesOf(question.Id);
            if (found.Count > 0)
            {
                starts.Add(found[0].Sentence);
            }
        }

        return [.. starts];
    }
}
