using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>ECQs under which more stories are told than there is room for. Stories of a sentence or two are asides.</summary>
public sealed class StoriesPerEcqKind(int most, int sentences, Dictionary<string, int> other) : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings)
    {
        var other = new Dictionary<string, int>();
        if (settings.Keys.FindKeys("but") is { } but)
        {
            foreach (var entry in but.Entries)
            {
                other[entry.Key] = but.RequireWhole(entry.Key);
            }
        }

        return new StoriesPerEcqKind(
            settings.Keys.RequireWhole("most"), settings.Keys.RequireWhole("of-sentences"), other);
    }

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        foreach (var section in draft.Document.Sections)
        {
            if (section.Ecq is not { } ecq || section.Heading.Length == 0)
            {
                continue;
            }

            var stories = 0;
            foreach (var story in draft.Analysis.Stories)
            {
                stories += story.Statements.Length >= sentences && section.Span.Contains(story.Span) ? 1 : 0;
            }

            if (stories > other.GetValueOrDefault(ecq.Name, most))
            {
                yield return new CheckHit(
                    new TextSpan(section.Span.Start, section.Span.Start + section.Heading.Length),
                    $"'{section.Heading}' tells {stories} stories");
            }
        }
    }
}
