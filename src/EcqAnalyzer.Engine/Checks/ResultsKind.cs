using EcqAnalyzer.Engine.Suggestions;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Results without a measure, reported once: where fewer than a share of the results say how much; and deeds that no
/// result follows at all, not even in their own words.</summary>
public sealed class ResultsKind(double measuredBelow, int deeds) : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings) =>
        new ResultsKind(settings.RequireShare("measured-below"), settings.Keys.RequireWhole("of-deeds"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        var (actions, results, measured, first) = (0, 0, 0, (TextSpan?)null);
        foreach (var statement in draft.Analysis.Statements)
        {
            actions += statement.Type == StatementType.Action ? 1 : 0;
            if (statement.Type == StatementType.Result)
            {
                results++;
                measured += statement.Measured ? 1 : 0;
                first ??= statement.Measured ? null : statement.Sentence.Span;
            }
        }

        if (actions + results >= deeds && results == 0 && !draft.Analysis.Statements.Any(HasOutcome))
        {
            yield return new CheckHit(null, $"none of the {actions} deeds comes to a result");
        }
        else if (actions + results >= deeds && measured < measuredBelow * results)
        {
            yield return new CheckHit(first, $"{results - measured} of {Words.Say(results, "result does", "results do")} not say how much");
        }
    }

    private static bool HasOutcome(Statement statement) =>
        statement.Type == StatementType.Action && (statement.Measured || Aftermath.Find(statement.Sentence) is not null);
}
