using System.Globalization;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli;

/// <summary>What <c>--fail-on</c> asks of a draft. Exactly one of <see cref="Rung"/> and <see cref="Severity"/> is
/// set.</summary>
public sealed record Threshold(Rung? Rung, Severity? Severity)
{
    public const string Notation = "rung:1 to rung:5, advice, weakens, blocks";

    public static Threshold? Parse(string? notation)
    {
        if (notation is ['r', 'u', 'n', 'g', ':', >= '1' and <= '5' and var digit])
        {
            return new Threshold((Rung)(digit - '0'), null);
        }

        foreach (var severity in Enum.GetValues<Severity>())
        {
            if (Wording.Id(severity) == notation)
            {
                return new Threshold(null, severity);
            }
        }

        return null;
    }

    /// <summary>What misses the threshold, in a sentence; null where nothing does. Competencies that a draft does not touch
    /// do not count, since no draft is about all of them; a draft that touches none misses.</summary>
    public string? FindMiss(Analysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        if (analysis.Gradable.Status != GradableStatus.Ok)
        {
            return "the draft has no score";
        }

        return Rung is { } rung ? FindLow(analysis, rung) : FindGrave(analysis);
    }

    private static string? FindLow(Analysis analysis, Rung rung)
    {
        var touched = analysis.Competencies.Where(score => score.Rung > Model.Rung.Absent).ToList();
        var low = touched.Where(score => score.Rung < rung).Select(score => score.Competency.Name).ToList();
        var number = ((int)rung).ToString(CultureInfo.InvariantCulture);
        return touched.Count == 0 ? "no competency is found"
            : low.Count > 0 ? $"below rung {number}: {string.Join(", ", low)}"
            : null;
    }

    private string? FindGrave(Analysis analysis)
    {
        var grave = analysis.Findings.Where(finding => finding.Severity >= Severity).Select(finding => finding.Check);
        var checks = grave.Distinct().ToList();
        return checks.Count > 0 ? $"found by the checks: {string.Join(", ", checks)}" : null;
    }
}
