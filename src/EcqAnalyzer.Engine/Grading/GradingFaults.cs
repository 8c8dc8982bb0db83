namespace EcqAnalyzer.Engine.Grading;

/// <summary>Codes of faults of exercises, rubrics and what was learned from grades.</summary>
public static class GradingFaults
{
    public const string UnknownFramework = "ECQ460";
    public const string UnknownEcq = "ECQ461";
    public const string UnknownCompetency = "ECQ462";
    public const string UnknownFact = "ECQ463";
    public const string NothingAsked = "ECQ464";
    public const string Levels = "ECQ465";
    public const string UnknownRubric = "ECQ466";
    public const string OutOfRange = "ECQ467";
    public const string SaidTwice = "ECQ468";
}
