using System.Collections.Immutable;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Statements;

/// <summary>Turns the evidence on each sentence into a statement.</summary>
public sealed class StatementJudge(ScoringPolicy policy)
{
    public ImmutableArray<Statement> Judge(Document document, DraftKind kind, ImmutableArray<Evidence> evidence) =>
    [
        .. document.Sentences.Select(sentence =>
            new Statement(sentence, policy.Types.Priors[Place.Paragraph], [], [], Person.None, Measured: false, Level: null)),
    ];
}
