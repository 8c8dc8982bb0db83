using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Classification;

/// <summary>What a sentence is and how probable each type was called.</summary>
public sealed record TypeAnswer(StatementType Gold, double[] Said)
{
    public StatementType Top => (StatementType)Array.IndexOf(Said, Said.Max());
}

/// <summary>How right types were: mean F1 of the six, share of accomplishment, duty and neither told apart, and how far the
/// probabilities are off.</summary>
public sealed record TypeFigures(int Sentences, double MacroF1, double ThreeWay, double Accuracy, double CalibrationError)
{
    public override string ToString() =>
        $"F1 {MacroF1:0.000}, three-way {ThreeWay:0.000}, accuracy {Accuracy:0.000}, calibration error {CalibrationError:0.000} ({Sentences} sentences)";
}

/// <summary>Figures that the trainer prints while it learns. Those of record are made by <c>ecq evaluate</c>.</summary>
public static class Figures
{
    public static TypeFigures OfTypes(IReadOnlyList<TypeAnswer> answers)
    {
        var f1 = Enum.GetValues<StatementType>()
            .Where(type => answers.Any(answer => answer.Gold == type))
            .Average(type => F1(
                answers.Count(answer => answer.Gold == type && answer.Top == type),
                answers.Count(answer => answer.Gold == type),
                answers.Count(answer => answer.Top == type)));
        var off = answers
            .GroupBy(answer => Math.Min(9, (int)(answer.Said.Max() * 10)))
            .Sum(bin => Math.Abs(bin.Sum(answer => answer.Said.Max()) - bin.Count(answer => answer.Gold == answer.Top)));
        return new TypeFigures(
            answers.Count,
            f1,
            answers.Average(answer => SideOf(answer.Gold) == SideOf(answer.Top) ? 1.0 : 0),
            answers.Average(answer => answer.Gold == answer.Top ? 1.0 : 0),
            off / answers.Count);
    }

    public static double F1(int right, int gold, int said) => gold + said == 0 ? 0 : 2.0 * right / (gold + said);

    private static int SideOf(StatementType type) => type switch
    {
        StatementType.Action or StatementType.Result => 0,
        StatementType.Duty => 1,
        _ => 2,
    };
}
