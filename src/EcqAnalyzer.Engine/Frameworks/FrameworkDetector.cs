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

    /// <summary>A heading is so many times likelier in a draft for a framework that has it than in another: names such as
    /// Leading People are shared, so one heading proves little, and three prove much.</summary>
    private const double OddsOfHeading = 4;

    /// <summary>Only the user is surer.</summary>
    private const double MostSure = 0.99;

    public static Choice<Framework> Detect(
        Outline outline, ImmutableArray<EcqId> standsUnder, ImmutableArray<Framework> frameworks, string? asked)
    {
        if (asked is not null)
        {
            return new Choice<Framework>(Get(frameworks, asked), "You asked for it.", 1);
        }

        var found = FoundIn(outline, standsUnder);
        var ranked = new List<Ranked>(frameworks.Length);
        foreach (var framework in frameworks)
        {
            if (framework.Base is not null)
            {
                continue;
            }

            ranked.Add(new Ranked(framework, found.Count(id => id.Framework == framework.Id), framework.Prevalence));
        }

        if (FindVacancy(frameworks, found) is { Base: { } of } vacancy)
        {
            ranked.Add(new Ranked(vacancy, found.Count(id => vacancy.Covers(id.Framework)), Get(frameworks, of).Prevalence));
        }

        ranked.Sort(LikeliestFirst);
        var (best, count, _) = ranked[0];
        if (count == 0)
        {
            return new Choice<Framework>(
                Get(frameworks, Undecided),
                "No heading of any framework stands in the draft, so the one in force is taken.",
                0);
        }

        var names = best.Ecqs.Where(ecq => found.Contains(ecq.Id)).Select(ecq => $"'{ecq.Name}'").ToArray();
        var isShared = ranked.Count > 1 && ranked[1].Count == count;
        var shared = isShared ? "; another framework has the same, and this one is met more often" : "";
        return new Choice<Framework>(
            best,
            $"{Numbered(count)} of its ECQ headings {(count == 1 ? "stands" : "stand")} in the draft: {string.Join(", ", names)}{shared}.",
            Math.Min(MostSure, Math.Round(Likelihood(ranked[0]) / SumOf(ranked), 2)));
    }

    /// <summary>The framework over another, a vacancy's, whose own headings stand in the draft: nothing else explains them. Null
    /// where none does, or two as well as each other: all vacancies call their qualifications alike.</summary>
    private static Framework? FindVacancy(ImmutableArray<Framework> frameworks, HashSet<EcqId> found)
    {
        var (best, most, isShared) = ((Framework?)null, 0, false);
        foreach (var framework in frameworks)
        {
            var own = framework.Base is null ? 0 : framework.OwnEcqs.Count(ecq => found.Contains(ecq.Id));
            (best, most, isShared) = own > most ? (framework, own, false) : (best, most, isShared || (own > 0 && own == most));
        }

        return isShared ? null : best;
    }

    /// <summary>The ECQs whose headings stand in the draft, each once.</summary>
    private static HashSet<EcqId> FoundIn(Outline outline, ImmutableArray<EcqId> standsUnder)
    {
        var found = new HashSet<EcqId>(standsUnder);
        foreach (var line in outline.Lines)
        {
            found.UnionWith(line.Ecqs);
        }

        return found;
    }

    private static int LikeliestFirst(Ranked left, Ranked right)
    {
        var order = right.Count.CompareTo(left.Count);
        order = order != 0 ? order : right.Prevalence.CompareTo(left.Prevalence);
        return order != 0 ? order : string.CompareOrdinal(left.Framework.Id, right.Framework.Id);
    }

    private static double SumOf(List<Ranked> ranked)
    {
        var sum = 0.0;
        foreach (var each in ranked)
        {
            sum += Likelihood(each);
        }

        return sum;
    }

    /// <summary>By Bayes' rule, up to a factor: how often the framework is met, times what each heading of its own
    /// adds.</summary>
    private static double Likelihood(Ranked ranked) => ranked.Prevalence * Math.Pow(OddsOfHeading, ranked.Count);

    private sealed record Ranked(Framework Framework, int Count, double Prevalence);

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
