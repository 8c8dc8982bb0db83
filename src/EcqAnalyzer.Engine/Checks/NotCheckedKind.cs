namespace EcqAnalyzer.Engine.Checks;

/// <summary>Finds nothing: a writing rule that no program can check, listed with the reason, so that nobody takes silence for
/// a pass.</summary>
public sealed class NotCheckedKind(string because) : ICheckKind
{
    public string Because { get; } = because;

    public static ICheckKind Read(CheckSettings settings) => new NotCheckedKind(settings.Keys.RequireText("because"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft) => [];
}
