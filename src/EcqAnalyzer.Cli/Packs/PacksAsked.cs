namespace EcqAnalyzer.Cli.Packs;

/// <summary>What a command line lays over the program's rules: a folder of packs, or one file of them; the pack of a vacancy; and
/// whether that vacancy's ECQs are left out, for those whose ECQs are certified already.</summary>
public sealed record PacksAsked(string? Folder = null, string? Vacancy = null, bool LeavesEcqsOut = false);
