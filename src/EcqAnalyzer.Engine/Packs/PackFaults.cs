namespace EcqAnalyzer.Engine.Packs;

/// <summary>Codes of faults in the packs that a user lays over the program's rules.</summary>
public static class PackFaults
{
    public const string NotAPack = "ECQ150";
    public const string SecondList = "ECQ151";
    public const string BreaksOthers = "ECQ152";
    public const string NoReason = "ECQ153";
    public const string SuppressesNothing = "ECQ154";
    public const string SuppressedTwice = "ECQ155";
}
