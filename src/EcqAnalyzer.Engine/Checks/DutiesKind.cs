using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Sections in which duties outnumber deeds: a list of tasks and no story. The whole draft where it has no sections
/// of ECQs.</summary>
public sealed class DutiesKind(double shareAbove, int duties) : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings) =>
        new DutiesKind(settings.RequireShare("share-above"), settings.Keys.RequireWhole("at-least"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        var (isEcq, whole, wholeDeeds) = (false, 0, 0);
        foreach (var section in draft.Document.Sections)
        {
            var (tasks, deeds) = (0, 0);
            foreach (var sentence in section.Sentences)
            {
                tasks += draft.StatementAt(sentence.Index).Type == StatementType.Duty ? 1 : 0;
                deeds += draft.IsAccomplishment(sentence.Index) ? 1 : 0;
            }

            (whole, wholeDeeds) = (whole + tasks, wholeDeeds + deeds);
            isEcq |= section.Ecq is not null;
            if (section.Ecq is not null && section.Heading.Length > 0 && IsList(tasks, deeds))
            {
                yield return new CheckHit(
                    new TextSpan(section.Span.Start, section.Span.Start + section.Heading.Length),
                    $"'{section.Heading}' tells {Say(tasks, deeds)}");
            }
        }

        if (!isEcq && IsList(whole, wholeDeeds))
        {
            yield return new CheckHit(null, $"the draft tells {Say(whole, wholeDeeds)}");
        }
    }

    private bool IsList(int tasks, int deeds) => tasks >= duties && tasks > shareAbove * (tasks + deeds);

    private static string Say(int tasks, int deeds) =>
        $"{Words.Say(tasks, "duty", "duties")} and {Words.Say(deeds, "deed or result", "deeds and results")}";
}
