using System.Collections.Immutable;
using EcqAnalyzer.Engine.Sections;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Frameworks;

/// <summary>Tells from a draft's headings which framework it was written for. Names of ECQs are shared between frameworks, so
/// one heading seldom decides; the set of them does.</summary>
public static class FrameworkDetector
{
    /// <summary>What is taken where the draft does not tell: the scheme in force.</summary>
    public const string Undecided = "opm-2025";

    public static Choice<Framework> Detect(
        Outline outline, ImmutableArray<EcqId> standsUnder, ImmutableArray<Framework> frameworks, string? asked)
    {
        if (asked is not null)
        {
            return new Choice<Framework>(Get(frameworks, asked), "You asked for it.", 1);
        }

        var found = outline.Lines.SelectMany(line => line.Ecqs).Concat(standsUnder).Distinct().ToLookup(id => id.Framework);
        var ranked = frameworks
            .Select(framework => new Ranked(framework, found[framework.Id].Count()))
            .OrderByDescending(each => each.Count)
            .ThenBy(each => each.Framework.Preference)
            .ThenBy(each => each.Framework.Id, StringComparer.Ordinal)
            .ToArray();
        var (best, count) = ranked[0];
        if (count == 0)
        {
            return new Choice<Framework>(
                Get(frameworks, Undecided),
                "No heading of any framework stands in the draft, so the one in force is taken.",
                0);
        }

        var second = ranked.Length > 1 ? ranked[1].Count : 0;
        var names = best.Ecqs.Where(ecq => found[best.Id].Contains(ecq.Id)).Select(ecq => $"'{ecq.Name}'").ToArray();
        var shared = second == count ? "; another framework has the same, and this one is met more often" : "";
        return new Choice<Framework>(
            best,
            $"{Numbered(count)} of its ECQ headings {(count == 1 ? "stands" : "stand")} in the draft: {string.Join(", ", names)}{shared}.",
            Math.Round((double)(count - second + (second == count ? 0 : 1)) / (count + 1), 2));
    }

    private sealed record Ranked(Framework Framework, int Count);

    private static Framework Get(ImmutableArray<Framework> frameworks, string id) =>
        frameworks.FirstOrDefault(framework => framework.Id == id)
            ?? throw new ArgumentException($"there is no framework '{id}'", nameof(id));

    private static string Numbered(int count) => count switch
    {
        1 => "One",
        2 => "Two",
        3 => "Three",
        4 => "Four",
        5 => "Five",
        _ => count.ToString(),
    };
}
