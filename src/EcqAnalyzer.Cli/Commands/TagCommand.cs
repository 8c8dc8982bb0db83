using System.CommandLine;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq tag</c>: JSON Lines in, JSON Lines out: the form that other programs and clusters call.</summary>
public static class TagCommand
{
    private const string Examples = """
        echo '{"id":"a1","sentences":["I rebuilt the audit team."]}' | ecq tag
        echo '{"id":"a2","text":"I rebuilt the team. Turnover fell by half."}' | ecq tag --framework opm-2006
        ecq tag < drafts.jsonl > tagged.jsonl

        A line has "sentences" (taken as they are) or "text", and may have "framework", "kind" and "ecq" (the heading that
        the text stood under). Each line is answered by one, in the same order; what cannot be read by {"id":…,"error":"…"}.
        """;

    public static Command Create(Streams streams, Workbench workbench)
    {
        var options = new CommonOptions();
        var command = new ExampledCommand(
            "tag", "Answers JSON Lines on standard input, each tagged and scored.", Examples)
        {
            options.Framework, options.Kind, options.Rules, options.Vacancy, options.CdpGraduate, options.Quiet,
        };
        command.SetAction(parsed =>
        {
            var defaults = options.Read(parsed, workbench);
            var run = new TagRun(
                defaults, workbench.Frameworks.Select(framework => framework.Id), workbench.Pipeline.Analyze);
            return run.Run(streams.In, streams.Out);
        });
        return command;
    }
}
