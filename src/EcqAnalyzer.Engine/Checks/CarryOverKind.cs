namespace EcqAnalyzer.Engine.Checks;

/// <summary>A draft whose headings are those of another framework than the one it is judged by.</summary>
public sealed class CarryOverKind : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings)
    {
        settings.Keys.FindFlag("any");
        return new CarryOverKind();
    }

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        if (draft.Analysis.CarryOver is { } carryOver)
        {
            yield return new CheckHit(null, $"{carryOver.From.Name} ({carryOver.From.Id})");
        }
    }
}
