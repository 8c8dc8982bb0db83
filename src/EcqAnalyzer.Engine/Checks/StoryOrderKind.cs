using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Stories that come to the deed before the challenge and setting, or to the result before the deed.</summary>
public sealed class StoryOrderKind(double sure, int sentences) : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings) => new StoryOrderKind(
        settings.RequireShare("sure"), settings.Keys.RequireWhole("of-sentences"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        foreach (var look in StoryLook.AllOf(draft, sentences))
        {
            var challenge = look.FirstOf(StatementType.Challenge);
            var action = look.FirstOf(StatementType.Action);
            if (IsSure(draft, challenge) && IsSure(draft, action) && action < challenge && !IsBefore(look, StatementType.Context, action))
            {
                yield return new CheckHit(look.PlaceIn(draft), "what you did stands before what was wrong");
            }
            else if (look.FirstOf(StatementType.Result) == look.Story.Statements[0] && IsSure(draft, look.Story.Statements[0])
                && challenge is not null)
            {
                yield return new CheckHit(look.PlaceIn(draft), "the result stands before everything else");
            }
        }
    }

    private bool IsSure(CheckedDraft draft, int? sentence) =>
        sentence is { } at && draft.StatementAt(at).Types[draft.StatementAt(at).Type] >= sure;

    private static bool IsBefore(StoryLook look, StatementType type, int? sentence) => look.FirstOf(type) < sentence;
}
