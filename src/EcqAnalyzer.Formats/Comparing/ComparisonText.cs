using System.Text;
using EcqAnalyzer.Formats.Terminal;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Comparing;

/// <summary>A comparison for a terminal: what was compared, what came of it competency by competency, every change with what it
/// did, what the checks and suggestions say now, and, of a saved report, what is no work of the writer.</summary>
internal static class ComparisonText
{
    public static void Write(Comparison comparison, ReportStyle style, Stream stream)
    {
        var page = new Page(style);
        WriteHead(page, comparison);
        WriteCompetencies(page, comparison);
        new ChangesText(page, comparison).Write();
        FatesText.Write(page, comparison);
        VersionText.Write(page, comparison);
        page.Blank();
        page.Wrapped(0, "", new Ink(Summary.WhatItIsNot, Tint.Faint));
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static void WriteHead(Page page, Comparison comparison)
    {
        page.Title("What changed");
        var (old, @new) = (comparison.Old.Document.Draft.File.Name, comparison.New.Document.Draft.File.Name);
        page.Wrapped(2, "  ", new Ink(page.Printed($"{old} {Arrow(page)} {@new}"), Tint.Strong));
        page.Wrapped(2, "  ", page.Printed(
            $"Both are judged by {comparison.New.Framework.Value.Name} ({comparison.New.Framework.Value.Id}), as a {Wording.Id(comparison.New.Kind.Value)}."
            + (comparison.OldFramework is { } own ? $" By itself the old version was taken for {own.Id}." : "")));
        var counts = comparison.Changes.Where(change => !change.IsSame).CountBy(change => change.Kind)
            .OrderBy(each => each.Key).Select(each => $"{each.Value} {Wording.Id(each.Key)}").ToList();
        var same = comparison.Changes.Count(change => change.IsSame);
        page.Wrapped(2, "  ", counts.Count == 0
            ? $"Nothing: all {Wording.Count(same, "sentence")} are as they were."
            : $"Sentences: {string.Join(", ", counts)}; {same} as they were.");
    }

    private static void WriteCompetencies(Page page, Comparison comparison)
    {
        if (WhyNoScore(comparison) is { } reason)
        {
            page.Title("What it did");
            page.Wrapped(2, "  ", new Ink(reason, Tint.Trouble));
            return;
        }

        var changed = comparison.Competencies.Where(change => change.IsChanged).ToList();
        if (changed.Count == 0)
        {
            return;
        }

        page.Title("What it did");
        foreach (var change in changed)
        {
            WriteCompetency(page, comparison, change);
        }

        page.Wrapped(2, "  ", new Ink(
            $"{Wording.Count(comparison.Competencies.Length - changed.Count, "competency stands", "competencies stand")} as before.", Tint.Faint));
    }

    private static void WriteCompetency(Page page, Comparison comparison, CompetencyChange change)
    {
        var name = Summary.Name(comparison.New.Framework.Value, change.Competency);
        var rung = change.Old.Rung == change.New.Rung
            ? $"rung {(int)change.New.Rung}, {Wording.Name(change.New.Rung)}, as before"
            : $"rung {(int)change.Old.Rung} {Arrow(page)} {(int)change.New.Rung}, {Wording.Name(change.New.Rung)}";
        var tint = change.New.Rung < change.Old.Rung || change.New.Accomplishment < change.Old.Accomplishment ? Tint.Trouble
            : change.New.Rung > change.Old.Rung || change.New.Accomplishment > change.Old.Accomplishment ? Tint.Accomplishment
            : Tint.Duty;
        page.Wrapped(6, new Ink($"  {name}:", Tint.Strong), new Ink($"{rung};", tint),
            $"accomplishments {Moved(page, change.Old.Accomplishment, change.New.Accomplishment)},",
            $"duties {Moved(page, change.Old.Duty, change.New.Duty)}");
        var numbers = ChangesText.NumbersOf(comparison);
        var because = change.Because.Select(at => $"{numbers[at]} ({Told(comparison.Changes[at], change.Competency)})").ToList();
        if (because.Count > 0)
        {
            page.Wrapped(6, "      ", new Ink($"by change {string.Join(", ", because)}", Tint.Faint));
        }

        if (change.Rest != 0)
        {
            page.Wrapped(6, "      ", new Ink(
                $"{Points.Signed(change.Rest)} in sentences that stayed: what each adds depends on what stands beside it", Tint.Faint));
        }
    }

    private static string Told(SentenceChange change, CompetencyId competency)
    {
        var shift = change.Shifts.First(each => each.Competency == competency);
        return shift.Accomplishment != 0 ? Points.Signed(shift.Accomplishment) : $"{Points.Signed(shift.Duty)} in duties";
    }

    private static string Moved(Page page, double old, double now) => old == now
        ? Points.Plain(now)
        : $"{Points.Plain(old)} {Arrow(page)} {Points.Plain(now)}";

    internal static string Arrow(Page page) => page.HasUnicode ? "→" : "->";

    private static string? WhyNoScore(Comparison comparison) =>
        comparison.New.Gradable.Status != GradableStatus.Ok ? $"The new version has no score. {comparison.New.Gradable.Reason}"
        : comparison.Old.Gradable.Status != GradableStatus.Ok ? $"The old version has no score. {comparison.Old.Gradable.Reason}"
        : null;
}
