using System.CommandLine;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Training.Evaluation;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq evaluate --rules</c>: how often each phrase rule fires and is right, and what the rules find of what
/// readers found.</summary>
internal sealed class EvaluateRules(Workbench workbench, EvaluationSet set, EvaluateJudgement judgement)
{
    private const string UsualPart = "all";

    private readonly Option<string?> _folder = new("--rules-folder")
    {
        Description = "With --rules: the rules of this folder, as YAML, and not the built ones",
        HelpName = "FOLDER",
    };

    public Option<bool> Wanted { get; } = new("--rules") { Description = "Measure the phrase rules, each by itself" };

    public IEnumerable<Option> Options => [Wanted, _folder];

    public int Run(ParseResult parsed)
    {
        var format = parsed.GetRequiredValue(judgement.Format);
        if (format == "svg")
        {
            throw new UsageException("--rules has no pictures; ask for --format text or json");
        }

        var framework = set.FrameworkOf(parsed);
        var texts = set.LoadCorpus(parsed, UsualPart);
        var name = set.CorpusName(parsed, UsualPart);
        if (set.HasGold(parsed))
        {
            texts = [.. texts, .. set.LoadGold(parsed, framework)];
            name = $"{name}, and {set.GoldName(parsed)}";
        }

        var rules = parsed.GetValue(_folder) is { } folder ? Rulebook.LoadYaml(folder).Rules : workbench.Rulebook.Rules;
        var pipeline = workbench.RulesAlone;
        var report = new RuleEvaluation(rules, workbench.Frameworks, draft => pipeline.Analyze(draft, new AnalysisOptions(framework.Id)).Document)
            .Measure(name, Ecq.Version, texts);
        judgement.Write(parsed.GetValue(judgement.Output), stream =>
        {
            if (format == "json")
            {
                RuleReportJson.Write(report, stream);
            }
            else
            {
                EvaluateJudgement.WriteText(stream, text => RuleReportText.Write(report, text));
            }
        });
        return ExitCode.Done;
    }
}
