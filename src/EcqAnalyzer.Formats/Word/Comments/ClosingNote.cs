using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Word.Comments;

/// <summary>The comment at the end of a draft: what concerns all of it, and what found no room beside its words.</summary>
internal static class ClosingNote
{
    public static ImmutableArray<string> Write(
        Analysis analysis, MarginLimits limits, List<Remark> rest, Places places, IEnumerable<string> apart)
    {
        var lines = new List<string> { "On the draft as a whole" };
        if (analysis.Gradable.Status != GradableStatus.Ok)
        {
            lines.Add($"{Summary.NoScore(analysis.Gradable.Status)} {analysis.Gradable.Reason}");
        }

        if (ToldAsDuties(analysis) is { Length: > 0 } duties)
        {
            lines.Add($"Told only as duties: {duties}. A duty says what the post is for, not what you did.");
        }

        var whole = rest.Where(remark => remark.Span is null).Select(remark => "\u2022 " + string.Join(' ', remark.Paragraphs)).ToList();
        var more = rest.Where(remark => remark.Span is not null).GroupBy(remark => remark.Id, StringComparer.Ordinal)
            .Select(group => Grouped([.. group], places)).ToList();
        lines.AddRange(whole.Take(limits.ClosingLines));
        if (more.Count > 0)
        {
            lines.Add("Also found, and not marked, so that no page is buried:");
            lines.AddRange(more.Take(Math.Max(1, limits.ClosingLines - whole.Count)));
        }

        var left = rest.Count - CountTold(rest, limits, whole.Count);
        if (left > 0)
        {
            lines.Add($"{Wording.Count(left, "more remark")} {(left == 1 ? "stands" : "stand")} in the report: ecq check, with --why.");
        }

        lines.AddRange(Summary.KeptSilent(analysis).Select(kept => $"Kept silent: {kept}."));
        lines.AddRange(Summary.Packs(analysis.Provenance).Select(pack => $"{pack}."));
        lines.AddRange(apart);
        lines.Add($"These comments were made by EcqAnalyzer {analysis.Provenance.Engine}, judging by {analysis.Framework.Value.Name} ({analysis.Framework.Value.Id}). "
            + "They say what the text shows, and are no prediction of any board\u2019s decision. "
            + "Answer or resolve a comment to keep it when the draft is checked again; the others are renewed.");
        return [.. lines];
    }

    private static int CountTold(List<Remark> rest, MarginLimits limits, int whole) =>
        Math.Min(whole, limits.ClosingLines) + rest.Where(remark => remark.Span is not null)
            .GroupBy(remark => remark.Id, StringComparer.Ordinal)
            .Take(Math.Max(1, limits.ClosingLines - whole)).Sum(group => group.Count());

    private static string Grouped(List<Remark> remarks, Places places)
    {
        var where = places.Describe(remarks[0].Span!.Value);
        var others = remarks.Count > 1 ? $" and {Wording.Count(remarks.Count - 1, "more place")}" : "";
        return $"\u2022 {string.Join(' ', remarks[0].Paragraphs)} ({where}{others})";
    }

    private static string ToldAsDuties(Analysis analysis) => string.Join(", ", analysis.Competencies
        .Where(score => score.Rung == Rung.Duty)
        .Select(score => Summary.Name(analysis.Framework.Value, score.Competency)));
}
