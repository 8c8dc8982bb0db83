using System.CommandLine;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq rules explain SENTENCE</c>: what the program reads in a sentence, and why its rules fire or do not.</summary>
public static class RulesExplain
{
    private const string Examples = """
        ecq rules explain "I led a team of 12 analysts through the merger."
        ecq rules explain --framework opm-2006 "I led a team of 12."      only rules of that framework, and those of types
        ecq rules explain --rule leading-people.team "My team led."       only the rules whose ids begin so
        """;

    public static Command Create(Streams streams, Workbench workbench)
    {
        var sentence = new Argument<string>("SENTENCE") { Description = "A sentence, in quotes" };
        var framework = new Option<string?>("--framework") { Description = "Only rules of this framework", HelpName = "ID" };
        var rule = new Option<string[]>("--rule") { Description = "Only these rules, or those whose ids begin so", HelpName = "ID" };
        var common = new CommonOptions();
        var command = new ExampledCommand(
            "explain",
            "Shows how a sentence is read, word by word, which rules fire on which words, which were called off, which nearly fired "
            + "and what they miss, and what the sentence is taken for when rules and classifier are weighed together.",
            Examples)
        {
            sentence,
            framework,
            rule,
            common.Rules,
        };
        command.SetAction(parsed =>
        {
            workbench.Packs = common.ReadPacks(parsed);
            var rulebook = workbench.Rulebook;
            var asked = parsed.GetValue(framework);
            if (asked is not null && !rulebook.Frameworks.Any(f => f.Id == asked))
            {
                throw new UsageException(
                    $"there is no framework '{asked}'; there are {string.Join(", ", rulebook.Frameworks.Select(f => f.Id))}");
            }

            var rules = RulesCommand.Choose(rulebook.Rules, parsed.GetValue(rule) ?? [])
                .Where(r => r.Status != RuleStatus.Retired && (asked is null || r.Labels.Any(label => IsOf(label, asked))))
                .ToList();
            var text = parsed.GetRequiredValue(sentence);
            Explain(text, rules, rulebook.Rules, workbench.Annotator, streams.Out);
            JudgementExplained.Write(workbench.Pipeline.Analyze(RuleTester.DraftOf(text), new AnalysisOptions(asked)), streams.Out);
            return ExitCode.Done;
        });
        return command;
    }

    private static bool IsOf(Label label, string framework) =>
        label.FindCompetency() is not { } competency || competency.Framework == framework;

    private static void Explain(string text, List<Rule> rules, RuleSet set, Annotator annotator, TextWriter output)
    {
        var sentences = annotator.Annotate(RuleTester.DraftOf(text));
        var explainer = new RuleExplainer(set);
        if (sentences.Length > 1)
        {
            output.WriteLine($"This is read as {sentences.Length} sentences.");
            output.WriteLine();
        }

        foreach (var sentence in sentences)
        {
            output.WriteLine(sentence.Span.Of(text));
            WriteTokens(text, sentence, output);
            var explanation = explainer.Explain(text, sentence, rules);
            WriteFired(text, explanation, output);
            WriteVetoed(text, explanation, output);
            WriteNear(explanation, output);
        }
    }

    private static void WriteTokens(string text, Sentence sentence, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("Read as (word, dictionary form, tags):");
        var width = sentence.Tokens.Select(token => token.Span.Length).DefaultIfEmpty().Max();
        var lemmas = sentence.Tokens.Select(token => token.Lemma.Length).DefaultIfEmpty().Max();
        foreach (var token in sentence.Tokens)
        {
            output.WriteLine(
                $"  {token.Span.Of(text).ToString().PadRight(width)}  {token.Lemma.PadRight(lemmas)}  {token.Pos,-5}  {token.Tag}");
        }

        output.WriteLine();
    }

    private static void WriteFired(string text, Explanation explanation, TextWriter output)
    {
        output.WriteLine(explanation.Fired.IsEmpty ? "No rule fires." : "Rules that fire:");
        foreach (var (rule, spans) in explanation.Fired)
        {
            var note = rule.Status == RuleStatus.Stable ? "" : $", {rule.Status.ToString().ToLowerInvariant()}: does not score";
            output.WriteLine($"  {rule.Id} ({LabelNames.Of(rule.Labels[0])}, {rule.Weight.ToString().ToLowerInvariant()}{note})");
            output.WriteLine($"    on: {string.Join("; ", spans.Select(span => $"\"{span.Of(text)}\""))}");
            output.WriteLine($"    why: {rule.Why}");
        }

        output.WriteLine();
    }

    private static void WriteVetoed(string text, Explanation explanation, TextWriter output)
    {
        if (explanation.Vetoed.IsEmpty)
        {
            return;
        }

        output.WriteLine("Called off by an 'unless':");
        foreach (var veto in explanation.Vetoed)
        {
            output.WriteLine($"  {veto.Rule.Id} ({LabelNames.Of(veto.Rule.Labels[0])})");
            output.WriteLine($"    on: \"{veto.Span.Of(text)}\"");
            output.WriteLine($"    unless: {veto.Unless}, which fits \"{veto.UnlessSpan.Of(text)}\"");
        }

        output.WriteLine();
    }

    private static void WriteNear(Explanation explanation, TextWriter output)
    {
        if (explanation.Near.IsEmpty)
        {
            return;
        }

        output.WriteLine("Nearly:");
        foreach (var near in explanation.Near)
        {
            output.WriteLine($"  {near.Rule.Id} ({LabelNames.Of(near.Rule.Labels[0])})");
            output.WriteLine($"    pattern: {near.Pattern}");
            output.WriteLine($"    there: {string.Join("  ", near.Present)}");
            output.WriteLine(near.Missing.IsEmpty
                ? $"    not in its place: {near.OutOfPlace ?? "the last word"}"
                : $"    missing: {string.Join("  ", near.Missing)}");
        }

        output.WriteLine();
    }
}
