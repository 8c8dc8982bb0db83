using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Scoring;

/// <summary>
/// Finds the rung of a competency on the evidence ladder: the highest that any sentence reaches, alone or with its story. A
/// maximum over what is there, so more evidence can only raise it.
/// </summary>
public sealed class RungJudge(ThresholdPolicy thresholds)
{
    public Rung Judge(CompetencyId competency, ImmutableArray<Statement> statements, ImmutableArray<Story> stories)
    {
        var rung = Rung.Absent;
        foreach (var statement in statements)
        {
            rung = Speaks(competency, statement) ? Max(rung, RungIn(competency, statement, StoryOf(statement, statements, stories))) : rung;
        }

        return rung;
    }

    /// <summary>The rung of a draft that tells one story and nothing else.</summary>
    public Rung JudgeStory(CompetencyId competency, ImmutableArray<Statement> story)
    {
        var rung = Rung.Absent;
        foreach (var statement in story)
        {
            rung = Speaks(competency, statement) ? Max(rung, RungIn(competency, statement, story)) : rung;
        }

        return rung;
    }

    /// <summary>Whether the sentence itself says what came of it. A measured deed does: it is results that are measured.</summary>
    public bool TellsResult(Statement statement) =>
        statement.TypeAlone == StatementType.Result
        || (statement.TypeAlone == StatementType.Action && (statement.Measured || statement.Alone.Result >= thresholds.ResultInSentence));

    /// <summary>Whether the sentence itself tells a deed.</summary>
    public bool TellsDeed(Statement statement) =>
        statement.TypeAlone == StatementType.Action
        || (statement.TypeAlone == StatementType.Result
            && (statement.Alone.Action >= thresholds.ResultInSentence || statement.Person is Person.I or Person.We));

    /// <summary>Whether the sentence claims or shows the competency.</summary>
    private bool Speaks(CompetencyId competency, Statement statement) =>
        statement.Claimed.Contains(competency)
        || statement.Shown.Any(shown => shown.Competency == competency && shown.Probability >= thresholds.Counted);

    private Rung RungIn(CompetencyId competency, Statement statement, ImmutableArray<Statement> story) =>
        statement.Claimed.Contains(competency) ? Rung.Claimed : RungOf(AsShowing(competency, statement), story);

    /// <summary>The statement as it tells of the competency: another's deed is another's, whatever the writer did beside it.</summary>
    private static Statement AsShowing(CompetencyId competency, Statement statement) =>
        statement.Shown.FirstOrDefault(shown => shown.Competency == competency)?.ToldOf is { } others ? statement with { Person = others } : statement;

    private Rung RungOf(Statement shown, ImmutableArray<Statement> story) => shown.TypeAlone switch
    {
        StatementType.Duty => Rung.Duty,
        StatementType.Action or StatementType.Result => RungOfAccomplishment(shown, story),
        // Setting or problem: the competency is spoken of, and nobody shows it.
        _ => Rung.Absent,
    };

    private Rung RungOfAccomplishment(Statement shown, ImmutableArray<Statement> story)
    {
        var (isPaired, isMeasured) = Pair(shown, story);
        if (!isPaired)
        {
            return Rung.Action;
        }

        // The setting of a story tells its reach as well as the deed does; a duty beside it tells that of the post.
        var reachesFar = story.Any(each => each.Level >= Level.Programs && each.TypeAlone is not (StatementType.Duty or StatementType.Other));
        return reachesFar && isMeasured ? Rung.ExecutiveResult : Rung.Result;
    }

    /// <summary>Whether there is a deed and a result that belong together and to the sentence that shows the competency: it is
    /// one of the two, and the result does not stand before the deed. And whether in such a pair the deed is the writer's and
    /// the result measured.</summary>
    private (bool IsPaired, bool IsMeasured) Pair(Statement shown, ImmutableArray<Statement> story)
    {
        var (isPaired, isMeasured) = (false, false);
        foreach (var other in story)
        {
            var isLater = other.Sentence.Index >= shown.Sentence.Index;
            var (deed, result) = isLater ? (shown, other) : (other, shown);
            if (TellsDeed(deed) && TellsResult(result))
            {
                isPaired = true;
                isMeasured |= deed.Person == Person.I && result.Measured;
            }
        }

        return (isPaired, isMeasured);
    }

    private static ImmutableArray<Statement> StoryOf(
        Statement statement, ImmutableArray<Statement> statements, ImmutableArray<Story> stories)
    {
        var story = stories.FirstOrDefault(story => story.Statements.Contains(statement.Sentence.Index));
        return story is null ? [statement] : story.Of(statements);
    }

    private static Rung Max(Rung left, Rung right) => left > right ? left : right;
}
