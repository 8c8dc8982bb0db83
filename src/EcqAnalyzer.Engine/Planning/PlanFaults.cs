namespace EcqAnalyzer.Engine.Planning;

/// <summary>Codes of faults in the files of a plan: its words and a user's catalog.</summary>
internal static class PlanFaults
{
    public const string UnknownHole = "ECQ480";
    public const string UnknownCompetency = "ECQ481";
    public const string NoQuestions = "ECQ482";
    public const string UnknownColumn = "ECQ483";
    public const string NoColumn = "ECQ484";
    public const string UnknownLevel = "ECQ485";
    public const string NotHours = "ECQ486";
    public const string MissingField = "ECQ487";
}
