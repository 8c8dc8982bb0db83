using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Stories;

/// <summary>How far a sentence tells a part of its story. One sentence may tell two.</summary>
public static class StoryParts
{
    /// <summary>The probability of the type; but trouble that is dated sets the scene as well: "When I took over in 2021, nine of
    /// forty posts were empty".</summary>
    public static double Told(Statement statement, StatementType part)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return part == StatementType.Context && HasMoment(statement.Sentence)
            ? Math.Max(statement.Types.Context, statement.Types.Challenge)
            : statement.Types[part];
    }

    private static bool HasMoment(Sentence sentence)
    {
        foreach (var measure in sentence.Measures)
        {
            if (measure.Sense == MeasureSense.Moment)
            {
                return true;
            }
        }

        return false;
    }
}
