using System.CommandLine;
using EcqAnalyzer.Engine.Checks;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Engine.Yaml;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq rules</c>: for people who write phrase rules.</summary>
public static class RulesCommand
{
    public static Command Create(Streams streams, Workbench workbench) => new(
        "rules", "Phrase rules: list, test and explain them, make a vacancy's pack.")
    {
        RulesList.Create(streams, workbench),
        RulesTest.Create(streams, workbench),
        RulesExplain.Create(streams, workbench),
        RulesOfVacancy.Create(streams, workbench),
        RulesCompile.Create(),
    };

    /// <summary>The rules whose id is one of those given or begins with one and a dot; all where none is given.</summary>
    internal static IReadOnlyList<Rule> Choose(RuleSet rules, IReadOnlyCollection<string> ids)
    {
        if (ids.Count == 0)
        {
            return rules.Rules;
        }

        foreach (var id in ids)
        {
            if (!rules.Rules.Any(rule => IsOrIsUnder(rule, id)))
            {
                throw new UsageException(
                    $"there is no rule '{id}'{Spelling.Hint(id, [.. rules.Rules.Select(rule => rule.Id)])}; see: ecq rules list");
            }
        }

        return [.. rules.Rules.Where(rule => ids.Any(id => IsOrIsUnder(rule, id)))];
    }

    /// <summary>As for rules.</summary>
    internal static IReadOnlyList<Check> Choose(CheckSet checks, IReadOnlyCollection<string> ids)
    {
        foreach (var id in ids)
        {
            if (!checks.All.Any(check => IsOrIsUnder(check, id)))
            {
                throw new UsageException(
                    $"there is no check '{id}'{Spelling.Hint(id, [.. checks.All.Select(check => check.Id)])}; see: ecq rules list --checks");
            }
        }

        return ids.Count == 0 ? checks.All : [.. checks.All.Where(check => ids.Any(id => IsOrIsUnder(check, id)))];
    }

    internal static bool IsOrIsUnder(Check check, string id) =>
        check.Id == id || check.Id.StartsWith(id + ".", StringComparison.Ordinal);

    private static bool IsOrIsUnder(Rule rule, string id) =>
        rule.Id == id || rule.Formerly.Contains(id) || rule.Id.StartsWith(id + ".", StringComparison.Ordinal);
}
