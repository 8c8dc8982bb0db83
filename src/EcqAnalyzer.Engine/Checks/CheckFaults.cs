namespace EcqAnalyzer.Engine.Checks;

/// <summary>Codes of faults of the files in <c>rules/checks/</c>.</summary>
public static class CheckFaults
{
    public const string NoKind = "ECQ440";
    public const string DuplicateId = "ECQ441";
    public const string NothingToFind = "ECQ442";
}
