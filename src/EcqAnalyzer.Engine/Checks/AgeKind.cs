using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Stories, and in a resume posts, whose newest year lies more than so many years back.</summary>
public sealed class AgeKind(int moreThan, int atMost) : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings) => new AgeKind(
        settings.Keys.RequireWhole("more-than-years"), settings.Keys.FindWhole("at-most-years") ?? int.MaxValue);

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        if (draft.Years.Today is not { } today)
        {
            yield break;
        }

        foreach (var story in draft.Analysis.Stories)
        {
            var section = draft.Document.FindSection(story.Span);
            if (section?.Kind is not (SectionKind.Education or SectionKind.Skills) && draft.Years.NewestOf(story, section) is { } year && today - year > moreThan && today - year <= atMost)
            {
                var since = draft.Years.IsAsked ? "" : $", the newest year in the draft being {today}";
                yield return new CheckHit(
                    draft.Document.Sentences[story.Statements[0]].Span, $"{year} is {today - year} years back{since}");
            }
        }
    }
}
