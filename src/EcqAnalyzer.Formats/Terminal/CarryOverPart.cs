using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Terminal;

/// <summary>What a draft written under the headings of one framework keeps when it is read under another, and what has no
/// home there.</summary>
internal static class CarryOverPart
{
    public static void Write(Page page, Analysis analysis)
    {
        if (analysis.CarryOver is not { } carryOver)
        {
            return;
        }

        page.Title($"What carries over from {carryOver.From.Id}");
        page.Wrapped(2, "  ", $"The draft has headings of {carryOver.From.Name}. What it shows there counts here as follows.");
        WriteGroup(page, carryOver, "Carries over", Tint.Accomplishment, links => links.Any(link => link.Fit != Fit.Partly));
        WriteGroup(
            page, carryOver, "Carries over in part", Tint.Duty, links => !links.IsEmpty && links.All(link => link.Fit == Fit.Partly));
        WriteGroup(page, carryOver, "Has no home here", Tint.Trouble, links => links.IsEmpty);
    }

    private static void WriteGroup(
        Page page, CarryOver carryOver, string title, Tint tint, Func<ImmutableArray<CrosswalkLink>, bool> belongs)
    {
        var told = carryOver.Competencies.Where(carried => belongs(carried.Row.Links)).Select(Tell).ToList();
        if (told.Count > 0)
        {
            page.Wrapped(4, new Ink($"  {title}:", tint), string.Join("; ", told) + ".");
        }
    }

    private static string Tell(CarriedEvidence carried)
    {
        var links = carried.Row.Links.Select(link => link.To.Name).ToList();
        var name = carried.Row.From.Name;
        var to = links.Count == 0 || (links.Count == 1 && links[0] == name) ? "" : $", now {string.Join(" and ", links)}";
        return $"{name} (rung {(int)carried.Score.Rung}{to})";
    }
}
