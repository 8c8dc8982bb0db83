namespace EcqAnalyzer.Engine.Checks;

/// <summary>Says its message of every draft of its kinds under its frameworks: what holds for them whatever is written.</summary>
public sealed class AlwaysKind : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings)
    {
        settings.Keys.FindFlag("any");
        return new AlwaysKind();
    }

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        var framework = draft.Analysis.Framework.Value;
        yield return new CheckHit(null, $"{framework.Name} ({framework.Id})");
    }
}
