using System.Collections.Immutable;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Model;
using MathNet.Numerics.Distributions;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>How a rule stands, the ones that need a person first.</summary>
public enum RuleStanding
{
    StableWrong,
    StableRare,
    TrialRight,
    TrialWrong,
    TrialRare,
    StableRight,

    /// <summary>Seen too seldom, and its pack says that somebody read its firings.</summary>
    StableReviewed,

    /// <summary>Nobody labelled what it speaks for.</summary>
    Unjudged,
}

/// <summary>
/// How often a rule is right for one of its labels. <see cref="Firings"/> are sentences, however often it fits in one;
/// <see cref="Right"/> is of the <see cref="Judged"/>, those on which readers looked and agree. <see cref="Overlap"/> is another
/// rule for the same label that fires nearly always with it, for a stable rule a stable one; <see cref="Conflict"/> the type that its wrong sentences have most
/// often.
/// </summary>
public sealed record RuleFigures(Rule Rule, Label Label, int Firings, int Judged, int Right, RuleOverlap? Overlap, RuleConflict? Conflict)
{
    /// <summary>A rule is right often enough to score from here on.</summary>
    public const double Enough = 0.9;

    /// <summary>Fewer say nothing.</summary>
    public const int Fewest = 5;

    private const double Tail = 0.025;

    public double? Precision => Judged == 0 ? null : Right / (double)Judged;

    /// <summary>Clopper and Pearson's exact interval: one right firing of one is no proof.</summary>
    public double Low => Right == 0 ? 0 : Beta.InvCDF(Right, Judged - Right + 1, Tail);

    public double High => Right == Judged ? 1 : Beta.InvCDF(Right + 1, Judged - Right, 1 - Tail);

    public RuleStanding Standing => (Rule.Status == RuleStatus.Stable, Judged) switch
    {
        (_, 0) when Firings > 0 => RuleStanding.Unjudged,
        (true, < Fewest) => Rule.Reviewed is null ? RuleStanding.StableRare : RuleStanding.StableReviewed,
        (true, _) => Precision < Enough ? RuleStanding.StableWrong : RuleStanding.StableRight,
        (false, < Fewest) => RuleStanding.TrialRare,
        (false, _) => Precision < Enough ? RuleStanding.TrialWrong : RuleStanding.TrialRight,
    };
}

/// <summary>Another rule that fires on <see cref="Share"/> of the sentences.</summary>
public sealed record RuleOverlap(string Rule, double Share);

/// <summary>A rival type that <see cref="Sentences"/> of a rule's sentences have.</summary>
public sealed record RuleConflict(StatementType Type, int Sentences);

/// <summary>How many of the labels that readers gave for a competency at least one rule found: stable ones, and with those on
/// trial.</summary>
public sealed record LabelCoverage(CompetencyId Competency, int Labels, int ByStable, int WithTrial);

/// <summary>Everything that is known of the rules after running them over labelled texts.</summary>
public sealed record RuleReport(
    string Set, string Engine, int Texts, int Sentences, ImmutableArray<RuleFigures> Rules, ImmutableArray<LabelCoverage> Coverage);
