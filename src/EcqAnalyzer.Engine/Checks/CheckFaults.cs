namespace EcqAnalyzer.Engine.Checks;

/// <summary>Codes of faults of the files in <c>rules/checks/</c>.</summary>
public static class CheckFaults
{
    public const string NoKind = "ECQ440";
    public const string DuplicateId = "ECQ441";
    public const string NothingToFind = "ECQ442";
    public const string NoKinds = "ECQ443";
    public const string NotAShare = "ECQ444";

    /// <summary>An example that is not written as examples are.</summary>
    public const string BadExample = "ECQ445";
    public const string TooFewExamples = "ECQ446";
    public const string HitFails = "ECQ447";
    public const string MissIsHit = "ECQ448";
}
