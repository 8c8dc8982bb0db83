using System.Collections.Immutable;
using EcqAnalyzer.Engine.Agreement;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>A figure before it is made: how it comes from counts.</summary>
public sealed record FigureKind(string Id, string Name, Func<Tally, double?> Of)
{
    /// <summary>The figures on types that a report opens with. Ids with the same words as those of judge_eval.py mean the
    /// same, to the digit.</summary>
    public static ImmutableArray<FigureKind> OfTypes { get; } =
    [
        new("type-macro-f1", "type, macro-F1", tally => CountTable.MacroF1(tally.OfTypes)),
        new("type-accuracy", "type, accuracy", tally => CountTable.Accuracy(tally.OfTypes)),
        new("type-kappa", "type, kappa", tally => CountTable.Kappa(tally.OfTypes)),
        new("type-macro-f1-agreed", "type, macro-F1 where readers agree", tally => CountTable.MacroF1(tally.OfAgreedTypes)),
        new("three-way-accuracy", "accomplishment / duty / neither, accuracy", tally => CountTable.Accuracy(Sides(tally))),
        new("f1-accomplishment", "accomplishment, F1", tally => CountTable.F1(Sides(tally), 0)),
        new("f1-duty", "duty, F1", tally => CountTable.F1(Sides(tally), 1)),
        new("ece", "type, expected calibration error", tally => tally.TypeBins.CalibrationError),
    ];

    public static ImmutableArray<FigureKind> OfCompetencies { get; } =
    [
        new("competency-f1-agreed", "competencies, micro-F1 on agreed labels", tally => All(tally).F1),
        new("competency-precision-agreed", "competencies, precision on agreed labels", tally => All(tally).Precision),
        new("competency-recall-agreed", "competencies, recall on agreed labels", tally => All(tally).Recall),
        new("competency-f1-every-label", "competencies, micro-F1 by every label that counts", tally => All(tally).LabelF1),
        new("competency-macro-f1", "competencies, macro-F1", tally => Mean(tally.Found.Where(found => found.Right + found.Missed > 0).Select(found => found.F1 ?? 0))),
        new("ece-competencies", "competencies called shown, calibration error", tally => tally.ShownBins.CalibrationError),
    ];

    public static ImmutableArray<FigureKind> OfClaims { get; } =
    [
        new("claim-precision", "competencies only claimed, precision", tally => tally.Claims.Precision),
        new("claim-recall", "competencies only claimed, recall", tally => tally.Claims.Recall),
    ];

    public static ImmutableArray<FigureKind> OfRungs { get; } =
    [
        new("rung-quadratic-kappa", "rungs, quadratic weighted kappa", tally => CountTable.QuadraticKappa(tally.OfRungs)),
        new("rung-spearman", "rungs, Spearman", tally => CountTable.Spearman(tally.OfRungs)),
        new("rung-exact", "rungs, the very rung", tally => CountTable.Accuracy(tally.OfRungs)),
    ];

    public static FigureKind OfCompetency(int index, string id) => new(id, id, tally => tally.Found[index].F1);

    /// <summary>Accomplishment, duty, neither.</summary>
    public static int[,] Sides(Tally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return CountTable.Merge(tally.OfTypes, 3, type => (StatementType)type switch
        {
            StatementType.Action or StatementType.Result => 0,
            StatementType.Duty => 1,
            _ => 2,
        });
    }

    public static FoundCounts All(Tally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return tally.Found.Aggregate(new FoundCounts(), (sum, found) => sum.Add(found));
    }

    private static double? Mean(IEnumerable<double> values) => values.Select(value => (double?)value).Average();
}
