namespace EcqAnalyzer.Engine.Scoring;

/// <summary>Codes of faults of <c>rules/scoring.yaml</c>.</summary>
public static class ScoringFaults
{
    public const string NoFile = "ECQ420";
    public const string OutOfRange = "ECQ421";
    public const string NoReason = "ECQ422";
    public const string NotOne = "ECQ423";
}
