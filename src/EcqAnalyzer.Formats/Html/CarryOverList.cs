using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Html;

/// <summary>What a draft written under the headings of one framework keeps when it is read under another.</summary>
internal static class CarryOverList
{
    public static Markup Of(ReportView view) => view.Analysis.CarryOver is not { } carryOver ? Markup.Empty : Markup.Of($"""
        <section class="carry" aria-labelledby="carry-title">
        <h3 id="carry-title">What carries over from {carryOver.From.Id}</h3>
        <p>The draft has headings of {carryOver.From.Name}. What it shows there counts here as follows.</p>
        <dl class="pairs">
        {Group(carryOver, "Carries over", links => links.Any(link => link.Fit != Fit.Partly))}
        {Group(carryOver, "In part", links => !links.IsEmpty && links.All(link => link.Fit == Fit.Partly))}
        {Group(carryOver, "Has no home here", links => links.IsEmpty)}
        </dl>
        </section>
        """);

    private static Markup Group(CarryOver carryOver, string title, Func<ImmutableArray<CrosswalkLink>, bool> belongs)
    {
        var told = carryOver.Competencies.Where(carried => belongs(carried.Row.Links)).Select(Tell).ToList();
        return told.Count == 0 ? Markup.Empty : Markup.Of($"<div><dt>{title}</dt><dd>{string.Join("; ", told)}.</dd></div>");
    }

    private static string Tell(CarriedEvidence carried)
    {
        var links = carried.Row.Links.Select(link => link.To.Name).ToList();
        var name = carried.Row.From.Name;
        var to = links.Count == 0 || (links.Count == 1 && links[0] == name) ? "" : $", now {string.Join(" and ", links)}";
        return $"{name} (rung {(int)carried.Score.Rung}{to})";
    }
}
