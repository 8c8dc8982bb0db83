using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Headings of ECQs in a draft that may do better without; reported once.</summary>
public sealed class EcqHeadingsKind(int moreThan) : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings) => new EcqHeadingsKind(settings.Keys.RequireWhole("more-than"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        var (count, first) = (0, (TextSpan?)null);
        foreach (var section in draft.Document.Sections)
        {
            if (section.Ecq is not null && section.Heading.Length > 0)
            {
                count++;
                first ??= new TextSpan(section.Span.Start, section.Span.Start + section.Heading.Length);
            }
        }

        if (count > moreThan && first is { } at)
        {
            yield return new CheckHit(at, $"{Words.Say(count, "heading", "headings")}, first '{at.Of(draft.Text)}'");
        }
    }
}
