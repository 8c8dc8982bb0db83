using System.Globalization;
using System.Text.RegularExpressions;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Model;
using EcqAnalyzer.Training.Evaluation;

namespace EcqAnalyzer.Tests.Engine.Rules;

/// <summary>The rules that score are enough, and were found right.</summary>
public sealed partial class RulesOfCompetenciesTests
{
    private const int Fewest = 8;

    private static readonly Rulebook Rulebook = Rulebook.LoadCompiled();

    private static readonly Rule[] Stable = [.. Rulebook.Rules.Rules.Where(rule => rule.Status == RuleStatus.Stable)];

    /// <summary>A rule for claims does not count: it finds that a competency is named, and nothing that shows it.</summary>
    [Theory]
    [InlineData("opm-2006", 28)]
    [InlineData("opm-2025", 15)]
    public void Every_competency_has_eight_stable_rules_that_show_it(string id, int competencies)
    {
        var framework = Rulebook.Frameworks.Single(each => each.Id == id);
        var showing = Stable.SelectMany(rule => rule.Labels.OfType<CompetencyLabel>().Distinct()).CountBy(label => label.Competency).ToDictionary();

        Assert.Equal(competencies, framework.Competencies.Count());
        Assert.All(
            framework.Competencies,
            competency => Assert.True(
                showing.GetValueOrDefault(competency.Id) >= Fewest,
                $"{competency.Id}: {showing.GetValueOrDefault(competency.Id)} stable rules show it"));
    }

    [Fact]
    public void A_stable_rule_that_was_read_by_hand_was_right_nine_times_in_ten()
    {
        var read = Stable.Select(rule => (rule.Id, Words: Counts().Match(rule.Reviewed ?? ""))).Where(rule => rule.Words.Success).ToArray();

        Assert.NotEmpty(read);
        Assert.All(
            read,
            rule => Assert.True(
                Number(rule.Words.Groups["right"]) >= RuleFigures.Enough * Number(rule.Words.Groups["read"]),
                $"{rule.Id}: {rule.Words.Value}"));
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<read>[0-9]+) firings? read, (?<right>[0-9]+) right", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Counts();
}
