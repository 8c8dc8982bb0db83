using System.CommandLine;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq evaluate</c>: measures judgement, rules and annotator on labelled texts that had no part in making
/// them.</summary>
public static class EvaluateCommand
{
    private const string Examples = """
        ecq evaluate                                       judgement on the test part of corpus/narratives
        ecq evaluate --corpus my-drafts --part all         on labelled drafts of your own
        ecq evaluate --gold sentences.jsonl                on sentences that two readers labelled
        ecq evaluate --format svg -o pictures              three pictures
        ecq evaluate --format json -o now.json             to keep, and to compare with later
        ecq evaluate --against main                        what moved since the report stored in a git revision
        ecq evaluate --rules                               how often each phrase rule is right
        ecq evaluate --annotator --treebanks treebanks     the language model: a line of figures for each test set

        Without --rules or --annotator: types, competencies, calibration and rungs of the whole judgement.
        """;

    public static Command Create(Streams streams, Workbench workbench)
    {
        var set = new EvaluationSet(workbench);
        var judgement = new EvaluateJudgement(streams, workbench, set);
        var rules = new EvaluateRules(workbench, set, judgement);
        var annotator = new EvaluateAnnotator(streams, workbench);
        var command = new ExampledCommand(
            "evaluate",
            "Measures how well the program judges, on labelled texts.",
            Examples);
        foreach (var option in judgement.Options.Concat(rules.Options).Concat(annotator.Options))
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => (parsed.GetValue(rules.Wanted), parsed.GetValue(annotator.Wanted)) switch
        {
            (false, false) => judgement.Run(parsed),
            (true, false) => rules.Run(parsed),
            (false, true) => annotator.Run(parsed),
            _ => throw new UsageException("--rules and --annotator measure different things; ask for one at a time"),
        });
        return command;
    }
}
