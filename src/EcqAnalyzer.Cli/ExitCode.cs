namespace EcqAnalyzer.Cli;

/// <summary>The exit codes of the contract.</summary>
public static class ExitCode
{
    public const int Done = 0;
    public const int ThresholdMissed = 1;
    public const int WrongUsage = 2;
    public const int UnreadableInput = 3;
    public const int Bug = 70;
}
