using System.Collections.Immutable;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Engine.Sections;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Stories whose first sentences place the reader nowhere: no setting, no year, none of the phrases.</summary>
public sealed class StoryOpeningKind(Rule phrases, int within, int sentences) : ICheckKind
{
    public ImmutableArray<Rule> Phrases => [phrases];

    public static ICheckKind Read(CheckSettings settings) => new StoryOpeningKind(
        settings.RequirePhrases("find"),
        settings.Keys.RequireWhole("within"),
        settings.Keys.RequireWhole("of-sentences"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        foreach (var look in StoryLook.AllOf(draft, sentences))
        {
            if (!IsPlaced(draft, look.Story))
            {
                var span = look.PlaceIn(draft);
                var label = StoryLabels.Find(span.Of(draft.Text)).Length;
                yield return new CheckHit(span, $"'{Words.FirstOf(span.Of(draft.Text)[label..].TrimStart())}'");
            }
        }
    }

    private bool IsPlaced(CheckedDraft draft, Story story)
    {
        var last = story.Statements[Math.Min(within, story.Statements.Length) - 1];
        for (var i = story.Statements[0]; i <= last; i++)
        {
            if (draft.StatementAt(i).Type == StatementType.Context)
            {
                return true;
            }
        }

        if (draft.Years.NewestIn(story.Statements[0], last) is not null)
        {
            return true;
        }

        foreach (var place in draft.PhrasesOf(phrases.Id))
        {
            if (place.Sentence >= story.Statements[0] && place.Sentence <= last)
            {
                return true;
            }
        }

        return false;
    }
}
