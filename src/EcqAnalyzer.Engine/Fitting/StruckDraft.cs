using System.Collections.Immutable;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Serving;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Fitting;

/// <summary>A draft of which some sentences are struck out: what the others show. Strengths and rungs rest on what a sentence says by
/// itself, so this is what reading the shorter draft anew would show.</summary>
internal sealed class StruckDraft(ScoringPolicy policy, Analysis analysis, ImmutableHashSet<int> struck)
{
    private static readonly StatementTypes Nothing = new(0, 0, 0, 0, 0, 1);

    private readonly StoryReader _reader = new(policy);
    private readonly RungJudge _rungs = new(policy.Thresholds);
    private readonly ImmutableArray<Statement> _statements =
    [
        .. analysis.Statements.Select(each => struck.Contains(each.Sentence.Index)
            ? each with { Types = Nothing, Alone = Nothing, Shown = [], Claimed = [], Measured = false, Level = null }
            : each),
    ];

    public StruckDraft Without(IEnumerable<int> sentences) => new(policy, analysis, struck.Union(sentences));

    public StruckDraft With(IEnumerable<int> sentences) => new(policy, analysis, struck.Except(sentences));

    public double StrengthOf(CompetencyId competency) => _reader.StrengthOf(_reader.PartsOf(_statements, competency));

    public Rung RungOf(CompetencyId competency) => _rungs.Judge(competency, _statements, analysis.Stories);
}
