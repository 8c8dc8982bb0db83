using System.Collections.Immutable;

namespace EcqAnalyzer.Model;

/// <summary>A workshop exercise as its trainer wrote it: what is asked of whoever takes part, and the rubric by which the
/// drafts are graded. <see cref="Kind"/> is null where the drafts may be of any.</summary>
public sealed record Exercise(string Id, string Title, Framework Framework, DraftKind? Kind, ExerciseTask Task, Rubric Rubric)
{
    /// <summary>Who grades beside the trainer: each gets a column of the grade sheet.</summary>
    public ImmutableArray<string> Markers { get; init; } = [];
}

/// <summary>What is asked. <see cref="Parts"/> are the parts of a story (CCAR); words are those of the whole draft, null where
/// there is no bound. <see cref="Ecq"/> is null where competencies of several are asked.</summary>
public sealed record ExerciseTask(
    Ecq? Ecq,
    ImmutableArray<Competency> Competencies,
    ImmutableArray<StatementType> Parts,
    int Stories,
    int? LeastWords,
    int? MostWords);

/// <summary>What drafts are graded on. <see cref="Source"/> says on what it rests.</summary>
public sealed record Rubric(string Id, string Name, string Source, ImmutableArray<Criterion> Criteria)
{
    /// <summary>The id of a rubric that is written in the exercise itself.</summary>
    public const string Own = "own";

    /// <summary>The highest level of any criterion; levels count from 0.</summary>
    public int Highest => Criteria.Max(criterion => criterion.Levels.Length - 1);
}

/// <summary>One thing that is graded. <see cref="Sort"/> is shared by the criteria that ask the same of several competencies,
/// <see cref="Competency"/> says of which; null where it is about the whole draft. <see cref="Weight"/> is its part in the
/// whole, beside those of the others.</summary>
public sealed record Criterion(
    string Id, string Sort, string Name, Competency? Competency, double Weight, ImmutableArray<RubricLevel> Levels)
{
    /// <summary>The next level worth aiming for; null at the top.</summary>
    public int? FindGoal(int level)
    {
        for (var next = level + 1; next < Levels.Length; next++)
        {
            if (!Levels[next].IsNoGoal)
            {
                return next;
            }
        }

        return null;
    }
}

/// <summary>A level: its name, what a reader must find, and the facts without which the program does not propose it. The needs
/// of all levels below must be met too.</summary>
public sealed record RubricLevel(string Name, string Means, ImmutableArray<Need> Needs)
{
    /// <summary>Nobody is told to aim for it: a claim without a deed, for instance.</summary>
    public bool IsNoGoal { get; init; }
}

/// <summary>A fact that a level asks for, and how much of it at least.</summary>
public sealed record Need(string Fact, double Least);
