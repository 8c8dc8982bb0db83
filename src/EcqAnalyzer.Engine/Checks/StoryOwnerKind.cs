using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Stories in which "we" acts and "I" never does.</summary>
public sealed class StoryOwnerKind(int sentences) : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings) => new StoryOwnerKind(settings.Keys.RequireWhole("of-sentences"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        foreach (var look in StoryLook.AllOf(draft, sentences))
        {
            var (ours, mine) = (0, false);
            foreach (var index in look.Story.Statements)
            {
                var person = draft.StatementAt(index).Person;
                ours += person == Person.We && draft.IsAccomplishment(index) ? 1 : 0;
                mine |= person == Person.I;
            }

            if (ours > 0 && !mine)
            {
                yield return new CheckHit(look.PlaceIn(draft), Words.Say(ours, "deed", "deeds"));
            }
        }
    }
}
