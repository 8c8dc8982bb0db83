using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Stories in which parts of challenge, context, action and result are missing: no sentence is likely to be of
/// that type.</summary>
public sealed class StoryPartsKind(int leastMissing, int mostMissing, double sure, int sentences) : ICheckKind
{
    private static readonly StatementType[] Parts =
        [StatementType.Challenge, StatementType.Context, StatementType.Action, StatementType.Result];

    private static readonly string[] Names = ["challenge", "context", "action", "result"];

    public static ICheckKind Read(CheckSettings settings) => new StoryPartsKind(
        settings.Keys.RequireWhole("missing-at-least"),
        settings.Keys.FindWhole("missing-at-most") ?? Parts.Length,
        settings.RequireShare("where-none-above"),
        settings.Keys.RequireWhole("of-sentences"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        foreach (var look in StoryLook.AllOf(draft, sentences))
        {
            var missing = new List<string>();
            for (var i = 0; i < Parts.Length; i++)
            {
                if (look.SurenessOf(Parts[i]) <= sure)
                {
                    missing.Add(Names[i]);
                }
            }

            if (missing.Count >= leastMissing && missing.Count <= mostMissing)
            {
                yield return new CheckHit(look.PlaceIn(draft), string.Join(" or ", missing));
            }
        }
    }
}
