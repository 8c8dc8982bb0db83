using System.Collections.Immutable;

namespace EcqAnalyzer.Model;

/// <summary>
/// Which lines of a draft to keep on so many pages so that it shows the most: the highest sum of accomplishment strengths over
/// all competencies. Headings, employers, dates, skills and education always stay; the choice is among lines that tell
/// something. <see cref="Needed"/> and <see cref="Fixed"/> are the room that the whole draft and what always stays take.
/// </summary>
public sealed record PageFit(
    int Draft,
    int Pages,
    PageRoom Room,
    int Needed,
    int Fixed,
    ImmutableArray<DraftLine> Lines,
    ImmutableArray<FittedCompetency> Competencies)
{
    /// <summary>The room on all pages together.</summary>
    public int Allowed => Pages * Room.Size;

    /// <summary>The room that the chosen lines take with what always stays.</summary>
    public int Kept => Fixed + Lines.Where(line => line.IsKept).Sum(line => line.Size);

    /// <summary>Everything fits: there is nothing to choose.</summary>
    public bool FitsWhole => Needed <= Allowed;

    /// <summary>Not even what always stays fits.</summary>
    public bool IsHopeless => Fixed > Allowed;

    /// <summary>The points by which another choice might be better, at most: 0 where it was proved that none is.</summary>
    public double Doubt { get; init; }
}

/// <summary>How much a page holds, and how that is known, in a plain sentence. Room is counted in characters: a paragraph or
/// bullet takes whole rows.</summary>
public sealed record PageRoom(int Rows, int Characters, string Reason)
{
    public int Size => Rows * Characters;

    /// <summary>Room in rows.</summary>
    public double RowsOf(int size) => (double)size / Characters;
}

/// <summary>A bullet, or a sentence of a paragraph, that can be kept or dropped as a whole. <see cref="Size"/> is the room it takes.
/// <see cref="Falls"/> are the strengths with it and without it beside the kept lines, and <see cref="Steps"/> the rungs.</summary>
public sealed record DraftLine(
    TextSpan Span,
    ImmutableArray<int> Sentences,
    int Size,
    bool IsKept,
    ImmutableArray<StrengthMove> Falls,
    ImmutableArray<RungStep> Steps)
{
    /// <summary>What the kept lines have less without it or, where it is dropped, would have more with it.</summary>
    public double Points => Falls.Sum(fall => fall.Lost);

    /// <summary>The competencies that without it nothing kept shows.</summary>
    public IEnumerable<CompetencyId> Loses => Steps.Where(step => step.IsLost).Select(step => step.Competency);
}

/// <summary>A rung with a line and without it.</summary>
public sealed record RungStep(CompetencyId Competency, Rung From, Rung To)
{
    public bool IsLost => From >= Rung.Action && To < Rung.Action;
}

/// <summary>A competency by the whole draft and by what is kept of it.</summary>
public sealed record FittedCompetency(
    CompetencyId Competency, Rung WholeRung, double WholeStrength, Rung KeptRung, double KeptStrength)
{
    public bool IsLost => WholeRung >= Rung.Action && KeptRung < Rung.Action;
}
