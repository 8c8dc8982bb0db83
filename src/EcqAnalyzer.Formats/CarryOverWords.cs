using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats;

/// <summary>What a draft written under the headings of one framework keeps when it is read under another, in words. A list is a
/// sentence, empty where it would hold nothing.</summary>
internal sealed class CarryOverWords(CarryOver carryOver)
{
    public string Title => $"What carries over from {carryOver.From.Id}";

    public string Opening => $"The draft has headings of {carryOver.From.Name}. What it shows there counts here as follows.";

    public string Whole => List(links => links.Any(link => link.Fit != Fit.Partly));

    public string InPart => List(links => !links.IsEmpty && links.All(link => link.Fit == Fit.Partly));

    public string Homeless => List(links => links.IsEmpty);

    private string List(Func<ImmutableArray<CrosswalkLink>, bool> belongs)
    {
        var told = string.Join("; ", carryOver.Competencies.Where(carried => belongs(carried.Row.Links)).Select(Tell));
        return told.Length == 0 ? "" : $"{told}.";
    }

    private static string Tell(CarriedEvidence carried)
    {
        var links = carried.Row.Links.Select(link => link.To.Name).ToList();
        var name = carried.Row.From.Name;
        var to = links.Count == 0 || (links.Count == 1 && links[0] == name) ? "" : $", now {string.Join(" and ", links)}";
        return $"{name} (rung {(int)carried.Score.Rung}{to})";
    }
}
