using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Stories that come to the deed before the challenge and setting, or to the result before the deed.</summary>
public sealed class StoryOrderKind(int sentences) : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings) => new StoryOrderKind(settings.Keys.RequireWhole("of-sentences"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        foreach (var look in StoryLook.AllOf(draft, sentences))
        {
            var setting = Math.Min(look.FirstOf(StatementType.Challenge), look.FirstOf(StatementType.Context));
            var action = look.FirstOf(StatementType.Action);
            var result = look.FirstOf(StatementType.Result);
            if (setting != int.MaxValue && action < setting)
            {
                yield return new CheckHit(look.PlaceIn(draft), "what you did stands before what was wrong");
            }
            else if (action != int.MaxValue && result < Math.Min(action, setting))
            {
                yield return new CheckHit(look.PlaceIn(draft), "the result stands before everything else");
            }
        }
    }
}
