namespace EcqAnalyzer.Engine.Checks;

/// <summary>Says its message of every draft of its kinds under its frameworks: what holds for them whatever is written.
/// A vacancy's framework says itself what is asked for: there it is silent.</summary>
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
        if (framework.Base is null)
        {
            yield return new CheckHit(null, $"{framework.Name} ({framework.Id})");
        }
    }
}
