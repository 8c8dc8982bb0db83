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
        ecq rules test --rules my-rules            a folder of your own
        """;

    public static Command Create(Streams streams, Workbench workbench)
    {
        var ids = new Argument<string[]>("ID") { Description = "Rules to test, or how their ids begin", Arity = ArgumentArity.ZeroOrMore };
        var folder = RulesCommand.FolderOption();
        var command = new ExampledCommand(
            "test",
            "Runs the examples of rules and of checks. Each hit must match exactly its <<marked>> words, each miss nothing. "
            + "Exit code 3 where one does not.",
            Examples)
        {
            ids,
            folder,
        };
        command.SetAction(parsed =>
        {
            var rulebook = Rulebook.LoadYaml(parsed.GetValue(folder));
            var faults = new Faults();
            var chosen = parsed.GetValue(ids) ?? [];
            var checks = rulebook.Checks.All.Where(check => chosen.Length == 0 || chosen.Any(id => RulesCommand.IsOrIsUnder(check, id))).ToList();
            var ofRules = chosen.Where(id => !checks.Exists(check => RulesCommand.IsOrIsUnder(check, id))).ToList();
            var rules = ofRules.Count == 0 && checks.Count > 0 && chosen.Length > 0 ? [] : RulesCommand.Choose(rulebook.Rules, ofRules);
            var count = new RuleTester(rulebook.Rules, workbench.Annotator, faults).Test(rules);
            var examples = new CheckTester(workbench.CreatePipeline(rulebook), faults).Test(checks);
            if (chosen.Length == 0)
            {
                RuleCoverage.Check(rulebook.Rules, rulebook.Frameworks, faults);
            }

            foreach (var fault in faults.Found)
            {
                streams.Out.WriteLine(fault);
            }

            var ofChecks = checks.Count > 0 ? $"{checks.Count} checks, {examples} examples, " : "";
            streams.Out.WriteLine($"{count.Rules} rules, {count.Examples} examples, {ofChecks}{faults.Found.Count} faults");
            return faults.Any ? ExitCode.UnreadableInput : ExitCode.Done;
        });
        return command;
    }
}
