namespace EcqAnalyzer.Model;

/// <summary>Somebody's wish that a rule or a check keep silent, with the reason for it, which every report shows.
/// <see cref="From"/> is the file in which it stands.</summary>
public sealed record Suppression(string Id, string Reason, string From);

/// <summary>A suppression in one analysis. <see cref="Times"/> is how often the rule or check would have spoken.</summary>
public sealed record Suppressed(Suppression Wish, int Times);

/// <summary>A file of rules that a user laid over the program's own. With <see cref="Faults"/> it was set aside.</summary>
public sealed record PackUse(string Name, string Sha256, IReadOnlyList<Diagnostic> Faults)
{
    public bool IsSetAside => Faults.Count > 0;
}
