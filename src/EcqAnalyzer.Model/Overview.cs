using System.Collections.Immutable;

namespace EcqAnalyzer.Model;

/// <summary>A draft of a screened folder. <see cref="Path"/> is below that folder, with slashes. Exactly one of
/// <see cref="Digest"/> and <see cref="Fault"/> is set.</summary>
public sealed record ScreenedDraft(string Path, string Client, Digest? Digest, Diagnostic? Fault)
{
    /// <summary>Earlier states of the same file that an earlier run saw, the oldest first.</summary>
    public ImmutableArray<Digest> Earlier { get; init; } = [];

    /// <summary>Reports on it, by format, as paths below the output folder; empty where none were asked for.</summary>
    public ImmutableArray<StoredPath> Reports { get; init; } = [];
}

/// <summary>A file below the output folder: <see cref="Format"/> such as <c>html</c>, <see cref="Path"/> with slashes.</summary>
public sealed record StoredPath(string Format, string Path);

/// <summary>Many drafts, ranked: what the overview shows. Clients come in the order in which to open them.</summary>
public sealed record Overview(
    int Drafts,
    ImmutableArray<ClientPicture> Clients,
    ImmutableArray<Cohort> Cohorts,
    ImmutableArray<ScreenedDraft> NotRead,
    ImmutableArray<TriageSign> Signs)
{
    /// <summary>Files and folders that are no drafts by their names, by ending.</summary>
    public ImmutableArray<NameCount> LeftAside { get; init; } = [];

    /// <summary>The program's version and the hash of rules, models and options, as in <see cref="Digest.Rules"/>.</summary>
    public required string Engine { get; init; }

    public required string Rules { get; init; }
}

/// <summary>How many files end alike.</summary>
public sealed record NameCount(string Name, int Count);

/// <summary>One client over all drafts. <see cref="Framework"/> is that of the latest draft with a score, null where none has
/// one; each of <see cref="Cells"/> comes from the latest draft under it that addresses the ECQ. <see cref="Points"/> is the sum
/// of <see cref="Reasons"/>.</summary>
public sealed record ClientPicture(
    string Client,
    string? Framework,
    ImmutableArray<EcqCell> Cells,
    ImmutableArray<ClientDraft> Drafts,
    double Points,
    ImmutableArray<TriageReason> Reasons,
    ImmutableArray<TrendPoint> Trend);

/// <summary>A client's ECQ; the rung is null where no draft addresses it.</summary>
public sealed record EcqCell(string Ecq, Rung? Rung, int Shown, int Of, string Draft);

/// <summary>A draft in a client's row; the status is null where the file could not be read.</summary>
public sealed record ClientDraft(string Path, GradableStatus? Status, string? Framework, int Words, ImmutableArray<StoredPath> Reports);

/// <summary>One state of a client's work among those that can be compared: the same framework and the same ECQs addressed.
/// <see cref="Shown"/> of <see cref="Of"/> competencies stand on rung 3 or higher; the strength is their mean.</summary>
public sealed record TrendPoint(string Draft, int Shown, int Of, double Accomplishment);

/// <summary>A sign that speaks for opening a client early: points for each thing found, of at most <see cref="Most"/> things.
/// <see cref="Says"/> is told to the coach, <c>{n}</c> being how many and <c>{what}</c> which; <see cref="Reason"/> is why the
/// points are what they are.</summary>
public sealed record TriageSign(string Id, double Points, int Most, string Says, string Reason);

public sealed record TriageReason(string Sign, double Points, string Text);

/// <summary>All clients whose picture is under one framework: how many show each competency, and what checks find most.</summary>
public sealed record Cohort(
    string Framework, int Clients, ImmutableArray<CompetencyGap> Competencies, ImmutableArray<CheckShare> Checks);

/// <summary>How many clients stand where on a competency: shown (rung 3 and higher), named or asked only (1 and 2), not found.
/// They add up to those whose drafts address its ECQ.</summary>
public sealed record CompetencyGap(string Competency, string Ecq, int Shown, int Said, int Absent)
{
    public int Of => Shown + Said + Absent;
}

/// <summary>How many clients a check speaks to, by their latest drafts.</summary>
public sealed record CheckShare(string Check, Severity Severity, int Clients, string Message);
