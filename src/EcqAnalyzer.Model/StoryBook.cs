using System.Collections.Immutable;

namespace EcqAnalyzer.Model;

/// <summary>The stories of one or several drafts of one writer, all judged under one framework, what each shows by itself, and
/// how they may serve its ECQs. Stories are numbered from 0 through all drafts, in the order in which they were given.
/// <see cref="Drafts"/> holds the drafts without a score too: of those no story is taken in.</summary>
public sealed record StoryBook(
    Choice<Framework> Framework,
    ImmutableArray<Analysis> Drafts,
    ImmutableArray<ToldStory> Stories,
    ImmutableArray<SameStory> Same)
{
    /// <summary>The year from which ages are counted: the user's, else the newest that a draft looks back on; null where there
    /// is none.</summary>
    public int? Today { get; init; }

    /// <summary>The user named it.</summary>
    public bool IsTodayAsked { get; init; }

    /// <summary>Which stories should serve which ECQ; null where no story shows a competency, or the framework scores none.</summary>
    public StoryPlan? Plan { get; init; }

    /// <summary>For each draft with a score, what to keep of it on so many pages; empty where nobody asked.</summary>
    public ImmutableArray<PageFit> Fits { get; init; } = [];

    /// <summary>The competencies that were looked for, in the framework's order.</summary>
    public IEnumerable<Competency> Competencies =>
        Framework.Value.Competencies.Where(competency => !Framework.Value.WithoutRules.Contains(competency.Id));
}

/// <summary>A story of a draft, by itself: nothing beside it counts. <see cref="Draft"/> is its place in
/// <see cref="StoryBook.Drafts"/>; sentences are numbered as in that draft. <see cref="Shows"/> holds the competencies that an
/// action or a result of it shows, in the framework's order.</summary>
public sealed record ToldStory(
    int Draft,
    Story Story,
    int Words,
    ImmutableArray<StoryPart> Parts,
    ImmutableArray<MeasuredResult> Measured,
    ImmutableArray<ShownByStory> Shows)
{
    /// <summary>The ECQ under whose heading it stands; null elsewhere.</summary>
    public EcqId? Under { get; init; }

    /// <summary>The farthest reach that it tells; null where it tells none.</summary>
    public Level? Level { get; init; }

    /// <summary>The newest year that it names, else the one in which the post ended under which it stands.</summary>
    public int? Year { get; init; }

    public ShownByStory? Find(CompetencyId competency) => Shows.FirstOrDefault(shown => shown.Competency == competency);
}

/// <summary>The sentences of a story that are challenge, context, action or result; empty where the part is missing.</summary>
public sealed record StoryPart(StatementType Type, ImmutableArray<int> Sentences);

/// <summary>A sentence that tells an outcome in numbers, and where those stand.</summary>
public sealed record MeasuredResult(int Sentence, ImmutableArray<TextSpan> Numbers);

/// <summary>How strongly a story shows a competency: the accomplishment strength, 0 to 100, and the rung, 3 to 5, of a draft
/// that tells only this story.</summary>
public sealed record ShownByStory(CompetencyId Competency, Rung Rung, double Strength);

/// <summary>Two stories that tell one deed, the earlier first. <see cref="Shared"/> is the share, above 0 and at most 1, of the
/// shorter one's words of meaning that the other has too.</summary>
public sealed record SameStory(int First, int Second, double Shared)
{
    /// <summary>Numbers of one unit that each of the two tells and the other does not: perhaps the same count told otherwise.</summary>
    public ImmutableArray<OtherNumber> Numbers { get; init; } = [];
}

/// <summary>Where each of two stories tells a number of one unit that the other does not tell.</summary>
public sealed record OtherNumber(TextSpan First, TextSpan Second);

/// <summary>
/// The stories that serve each ECQ: at most <see cref="MostPerEcq"/> each, none twice, of two that tell one deed only one. First
/// as many ECQs as possible are served by a story that shows one of their competencies; then the strengths of all competencies,
/// each by the stories of its own ECQ, add up to as much as possible. There is no better plan.
/// </summary>
public sealed record StoryPlan(
    int MostPerEcq,
    ImmutableArray<ServedEcq> Ecqs,
    ImmutableArray<PlannedCompetency> Fundamental,
    ImmutableArray<LeftOutStory> LeftOut)
{
    /// <summary>The sum of the strengths that the plan reaches, 100 for each competency of an ECQ at most.</summary>
    public double Points => Ecqs.Sum(ecq => ecq.Points);

    /// <summary>What it would be if a story might be told under several ECQs: no plan reaches more.</summary>
    public double Unbound => Ecqs.Sum(ecq => ecq.Unbound);

    /// <summary>The most points there could be.</summary>
    public int Most => 100 * Ecqs.Sum(ecq => ecq.Competencies.Length);
}

/// <summary>An ECQ with the stories that should serve it, the one that gives it more first. <see cref="Alone"/> are those that
/// would serve it best if no other ECQ needed them, and <see cref="Unbound"/> the points they would bring.</summary>
public sealed record ServedEcq(
    EcqId Ecq,
    ImmutableArray<ServingStory> Stories,
    ImmutableArray<PlannedCompetency> Competencies,
    double Unbound,
    ImmutableArray<int> Alone)
{
    public double Points => Competencies.Sum(competency => competency.Strength);
}

/// <summary>A story in the plan, and what the best plan without it would lose.</summary>
public sealed record ServingStory(int Story, PlanPrice Price);

/// <summary>A story that the plan has no place for, and what the best plan that tells it would lose; null where it shows nothing
/// that an ECQ asks for. <see cref="SameAs"/> is a story of the plan that tells the same deed.</summary>
public sealed record LeftOutStory(int Story, PlanPrice? Price, int? SameAs);

/// <summary>What another plan has less: points, ECQs that a story serves, and the competencies that would stand lower or
/// higher, the one that moves most first.</summary>
public sealed record PlanPrice(double Points, int Ecqs, ImmutableArray<StrengthMove> Moves);

/// <summary>A strength before and after.</summary>
public sealed record StrengthMove(CompetencyId Competency, double From, double To)
{
    public double Lost => From - To;
}

/// <summary>What the stories of its ECQ show of a competency; of a fundamental one, all stories of the plan.
/// <see cref="ShownBy"/> are all stories that show it by an action or more, the strongest first: empty where none does.</summary>
public sealed record PlannedCompetency(CompetencyId Competency, Rung Rung, double Strength, ImmutableArray<int> ShownBy)
{
    public bool IsShown => Rung >= Rung.Action;
}
