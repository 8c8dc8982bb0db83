using System.CommandLine;
using EcqAnalyzer.Engine.Checks;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Engine.Yaml;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq rules test [ID…]</c>: runs the examples of rules through the annotator and the matcher.</summary>
public static class RulesTest
{
    private const string Examples = """
        ecq rules test                             all rules
        ecq rules test leading-people.team         the rules whose ids begin so
        ecq rules test --rules my-rules            the rules and checks of a folder of your own
        """;

    public static Command Create(Streams streams, Workbench workbench)
    {
        var ids = new Argument<string[]>("ID") { Description = "Rules to test, or how their ids begin", Arity = ArgumentArity.ZeroOrMore };
        var common = new CommonOptions();
        var command = new ExampledCommand(
            "test",
            "Runs the examples of rules and of checks. Each hit must match exactly its <<marked>> words, each miss nothing. "
            + "Exit code 3 where one does not. With --rules, and no ID, only what that folder holds is tested.",
            Examples)
        {
            ids,
            common.Rules,
        };
        command.SetAction(parsed =>
        {
            workbench.Packs = common.ReadPacks(parsed);
            return Run(parsed.GetValue(ids) ?? [], streams.Out, workbench);
        });
        return command;
    }

    private static int Run(string[] ids, TextWriter output, Workbench workbench)
    {
        var rulebook = workbench.LoadWithExamples();
        var faults = new Faults();
        var (rules, checks) = ids.Length > 0 ? Choose(rulebook, ids) : OfPacks(rulebook);
        var count = new RuleTester(rulebook.Rules, workbench.Annotator, faults).Test(rules);
        var examples = checks.Count == 0 ? 0 : new CheckTester(workbench.CreatePipeline(rulebook), faults).Test(checks);
        if (ids.Length == 0 && rulebook.Packs.IsEmpty)
        {
            RuleCoverage.Check(rulebook.Rules, rulebook.Frameworks, faults);
        }

        foreach (var fault in faults.Found)
        {
            output.WriteLine(fault);
        }

        var ofChecks = checks.Count > 0 ? $"{checks.Count} checks, {examples} examples, " : "";
        output.WriteLine($"{count.Rules} rules, {count.Examples} examples, {ofChecks}{faults.Found.Count} faults");
        return faults.Any ? ExitCode.UnreadableInput : ExitCode.Done;
    }

    private static (IReadOnlyList<Rule> Rules, IReadOnlyList<Check> Checks) Choose(Rulebook rulebook, string[] ids)
    {
        var checks = rulebook.Checks.All.Where(check => ids.Any(id => RulesCommand.IsOrIsUnder(check, id))).ToList();
        var ofRules = ids.Where(id => !checks.Exists(check => RulesCommand.IsOrIsUnder(check, id))).ToList();
        return (ofRules.Count == 0 ? [] : RulesCommand.Choose(rulebook.Rules, ofRules), checks);
    }

    /// <summary>What a user's packs hold; everything where there are none.</summary>
    private static (IReadOnlyList<Rule> Rules, IReadOnlyList<Check> Checks) OfPacks(Rulebook rulebook)
    {
        var names = rulebook.Packs.Select(pack => pack.Name).ToHashSet();
        return names.Count == 0
            ? (rulebook.Rules.Rules, rulebook.Checks.All)
            : ([.. rulebook.Rules.Rules.Where(rule => names.Contains(rule.Place.File))],
                [.. rulebook.Checks.All.Where(check => names.Contains(check.Place.File))]);
    }
}
