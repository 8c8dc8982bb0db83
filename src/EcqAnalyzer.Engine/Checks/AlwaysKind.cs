namespace EcqAnalyzer.Engine.Checks;

/// <summary>Says its message of every draft of its kinds under its frameworks: what holds for them whatever is written.
/// A vacancy's framework says itself what is asked for: there it is silent; and so it is where the kind was guessed with less
/// than <c>where-kind-at-least</c>.</summary>
public sealed class AlwaysKind(double kindAtLeast) : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings)
    {
        settings.Keys.FindFlag("any");
        return new AlwaysKind(settings.Keys.Find("where-kind-at-least") is null ? 0 : settings.RequireShare("where-kind-at-least"));
    }

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        var framework = draft.Analysis.Framework.Value;
        if (framework.Base is null && draft.Analysis.Kind.Confidence >= kindAtLeast)
        {
            yield return new CheckHit(null, $"{framework.Name} ({framework.Id})");
        }
    }
}
