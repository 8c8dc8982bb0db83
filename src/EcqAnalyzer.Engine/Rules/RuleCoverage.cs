using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Rules;

/// <summary>Checks that every competency is either looked for or said not to be.</summary>
public static class RuleCoverage
{
    public const string NotLookedFor = "ECQ140";
    public const string LookedForAfterAll = "ECQ141";

    public static void Check(RuleSet set, IEnumerable<Framework> frameworks, Faults faults)
    {
        var covered = set.Rules
            .Where(rule => rule.Status == RuleStatus.Stable)
            .SelectMany(rule => rule.Labels)
            .OfType<CompetencyLabel>()
            .Select(label => label.Competency)
            .ToHashSet();
        foreach (var framework in frameworks)
        {
            foreach (var competency in framework.Competencies)
            {
                var isLeftOut = framework.WithoutRules.Contains(competency.Id);
                var isLookedFor = covered.Contains(competency.Id) || competency.Takes.Any(covered.Contains);
                if (isLookedFor == isLeftOut)
                {
                    faults.Add(new Diagnostic(
                        isLeftOut ? LookedForAfterAll : NotLookedFor,
                        $"rules/frameworks/{framework.Id}.yaml",
                        null,
                        null,
                        isLeftOut
                            ? $"'{competency.Id.Name}' has stable rules now: take it out of without-rules"
                            : $"'{competency.Id.Name}' has no stable rule: write a pack, an 'also' or a 'takes', or put it under without-rules"));
                }
            }
        }
    }
}
