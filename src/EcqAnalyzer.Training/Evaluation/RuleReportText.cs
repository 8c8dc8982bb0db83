using EcqAnalyzer.Engine.Rules;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>The report on rules for a terminal: those first that a person should look at.</summary>
public static class RuleReportText
{
    private const int MostOfAGroup = 40;

    private static readonly (RuleStanding Standing, string Title, string Says)[] Groups =
    [
        (RuleStanding.StableWrong, "Stable, and wrong too often", "Below nine in ten they do not score as they should: narrow them with unless, or set them back to trial."),
        (RuleStanding.StableRare, "Stable, and hardly ever seen", "Fewer than five firings prove nothing: read each by hand, or widen the rule."),
        (RuleStanding.TrialRight, "On trial, and right", "These have earned their place: make them stable."),
        (RuleStanding.TrialWrong, "On trial, and wrong too often", "They score nothing yet. Narrow them."),
        (RuleStanding.TrialRare, "On trial, and hardly ever seen", "Wait for more text."),
        (RuleStanding.StableRight, "Stable, and right", "Nothing to do."),
        (RuleStanding.StableReviewed, "Stable, and read by hand", "Figures prove little for them; their packs say under reviewed what a reader of their firings found."),
        (RuleStanding.Unjudged, "Stable or on trial, for what nobody labelled", "Their firings cannot be called right or wrong here."),
    ];

    public static void Write(RuleReport report, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine($"Phrase rules on {report.Set}: {report.Texts} texts, {report.Sentences} sentences; ecq {report.Engine}");
        output.WriteLine(string.Join(", ", Groups.Select(group => $"{report.Rules.Count(rule => rule.Standing == group.Standing)} {Short(group.Standing)}")));
        var judged = report.Rules.Where(rule => rule.Rule.Status == RuleStatus.Stable && rule.Judged > 0).ToArray();
        output.WriteLine($"All stable rules together: right {judged.Sum(rule => rule.Right)} of {judged.Sum(rule => rule.Judged)} times"
            + (judged.Length == 0 ? "" : $", {100.0 * judged.Sum(rule => rule.Right) / judged.Sum(rule => rule.Judged):0.0} %"));
        foreach (var (standing, title, says) in Groups)
        {
            WriteGroup([.. report.Rules.Where(rule => rule.Standing == standing)], title, says, output);
        }

        WriteOverlaps(report, output);
        WriteConflicts(report, output);
        WriteCoverage(report, output);
    }

    private static string Short(RuleStanding standing) => standing switch
    {
        RuleStanding.StableWrong => "stable and wrong too often",
        RuleStanding.StableRare => "stable and rare",
        RuleStanding.TrialRight => "trial and right",
        RuleStanding.TrialWrong => "trial and wrong",
        RuleStanding.TrialRare => "trial and rare",
        RuleStanding.StableRight => "stable and right",
        RuleStanding.StableReviewed => "stable and read by hand",
        _ => "not to be judged here",
    };

    private static void WriteGroup(RuleFigures[] rules, string title, string says, TextWriter output)
    {
        if (rules.Length == 0)
        {
            return;
        }

        JudgementText.Heading(output, $"{title}: {rules.Length}");
        output.WriteLine($"  {"",-52} {"speaks for",-38}{"fires",6}{"judged",8}{"right",7}{"precision",11}   95 %");
        foreach (var rule in rules.Take(MostOfAGroup))
        {
            var interval = rule.Judged == 0 ? "-" : $"{rule.Low:0.00} to {rule.High:0.00}";
            output.WriteLine($"  {rule.Rule.Id,-52} {LabelNames.Of(rule.Label),-38}{rule.Firings,6}{rule.Judged,8}{rule.Right,7}{JudgementText.Number(rule.Precision),11}   {interval}");
        }

        if (rules.Length > MostOfAGroup)
        {
            output.WriteLine($"  and {rules.Length - MostOfAGroup} more (--format json has all)");
        }

        JudgementText.Says(output, says);
    }

    private static void WriteOverlaps(RuleReport report, TextWriter output)
    {
        var overlaps = report.Rules.Where(rule => rule.Overlap is not null).ToArray();
        if (overlaps.Length == 0)
        {
            return;
        }

        JudgementText.Heading(output, $"Rules that say little that another does not: {overlaps.Length}");
        foreach (var rule in overlaps.Take(MostOfAGroup))
        {
            output.WriteLine($"  {rule.Rule.Id,-52} {100 * rule.Overlap!.Share,4:0} % of {rule.Firings} with {rule.Overlap.Rule}");
        }

        JudgementText.Says(output, "Both fire for the same label on nearly all of these sentences. Perhaps one of them can go.");
    }

    private static void WriteConflicts(RuleReport report, TextWriter output)
    {
        var conflicts = report.Rules.Where(rule => rule.Conflict is not null).OrderByDescending(rule => rule.Conflict!.Sentences).ThenBy(rule => rule.Rule.Id, StringComparer.Ordinal).ToArray();
        if (conflicts.Length == 0)
        {
            return;
        }

        JudgementText.Heading(output, "Rules for a type that fire on sentences of another");
        foreach (var rule in conflicts.Take(MostOfAGroup))
        {
            output.WriteLine($"  {rule.Rule.Id,-52} {LabelNames.Of(rule.Label),-16} on {rule.Conflict!.Type.ToString().ToLowerInvariant()} {rule.Conflict.Sentences} times of {rule.Judged}");
        }

        JudgementText.Says(output, "The rival is the type that the wrong sentences have most often.");
    }

    private static void WriteCoverage(RuleReport report, TextWriter output)
    {
        JudgementText.Heading(output, "Coverage: of the labels that readers gave, those that at least one rule found; least first");
        output.WriteLine($"  {"",-52}{"labels",7}{"stable",8}{"",8}{"with trial",12}");
        foreach (var row in report.Coverage.OrderBy(row => row.ByStable / (double)row.Labels).ThenBy(row => row.Competency.ToString(), StringComparer.Ordinal))
        {
            output.WriteLine($"  {row.Competency,-52}{row.Labels,7}{row.ByStable,8}{Percent(row.ByStable, row.Labels),8}{row.WithTrial,6}{Percent(row.WithTrial, row.Labels),7}");
        }

        foreach (var framework in report.Coverage.GroupBy(row => row.Competency.Framework))
        {
            var (labels, found) = (framework.Sum(row => row.Labels), framework.Sum(row => row.ByStable));
            JudgementText.Says(output, $"Of {labels} labels of {framework.Key}, stable rules found {found}: {Percent(found, labels)}.");
        }
    }

    private static string Percent(int part, int whole) => $"{100.0 * part / Math.Max(1, whole):0} %";
}
