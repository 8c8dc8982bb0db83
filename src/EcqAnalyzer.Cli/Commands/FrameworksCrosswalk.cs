using System.CommandLine;
using EcqAnalyzer.Engine.Frameworks;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq frameworks crosswalk FROM TO</c>: where each competency of one framework lives on in another.</summary>
public static class FrameworksCrosswalk
{
    private const string Examples = """
        ecq frameworks crosswalk opm-2006 opm-2025   what of an old narrative serves a resume of today
        ecq frameworks crosswalk opm-1997 opm-2006   what an old training file means now
        """;

    public static Command Create(Streams streams, Workbench workbench)
    {
        var from = new Argument<string>("FROM") { Description = "The framework a draft was written for, such as opm-2006" };
        var to = new Argument<string>("TO") { Description = "The framework it is to serve, such as opm-2025" };
        var command = new ExampledCommand(
            "crosswalk", "Shows where each competency of one framework lives on in another, and which have no home there.", Examples)
        {
            from,
            to,
        };
        command.SetAction(parsed =>
        {
            var crosswalk = new CrosswalkFinder(workbench.Frameworks).Find(
                Get(workbench, parsed.GetRequiredValue(from)), Get(workbench, parsed.GetRequiredValue(to)));
            Write(crosswalk, streams.Out);
            return ExitCode.Done;
        });
        return command;
    }

    private static Framework Get(Workbench workbench, string asked) => workbench.FindFramework(asked)
        ?? throw new UsageException($"name two frameworks: {string.Join(", ", workbench.Frameworks.Select(framework => framework.Id))}");

    private static void Write(Crosswalk crosswalk, TextWriter output)
    {
        var width = crosswalk.Rows.Max(row => row.From.Name.Length) + 2;
        output.WriteLine($"From {crosswalk.From.Name} ({crosswalk.From.Id})");
        output.WriteLine($"to {crosswalk.To.Name} ({crosswalk.To.Id})");
        foreach (var ecq in crosswalk.From.Ecqs)
        {
            output.WriteLine();
            output.WriteLine(ecq.Name);
            foreach (var row in crosswalk.Rows.Where(row => ecq.Competencies.Any(competency => competency.Id == row.From.Id)))
            {
                output.WriteLine($"  {row.From.Name.PadRight(width)}{Tell(crosswalk.To, row)}");
            }
        }

        output.WriteLine();
        var homeless = crosswalk.Rows.Where(row => row.Links.IsEmpty).Select(row => row.From.Name).ToList();
        FrameworksCommand.WriteWrapped(
            output, "", homeless.Count == 0 ? "Every competency has a home." : $"No home: {string.Join(", ", homeless)}.");
        if (!crosswalk.New.IsEmpty)
        {
            FrameworksCommand.WriteWrapped(
                output, "", $"Continues nothing of {crosswalk.From.Id}: {string.Join(", ", crosswalk.New.Select(competency => competency.Name))}.");
        }
    }

    private static string Tell(Framework to, CrosswalkRow row) => row.Links.IsEmpty
        ? "-"
        : string.Join("; ", row.Links.Select(link => link.Fit switch
        {
            Fit.Same => "=",
            Fit.Moved => $"{link.To.Name} ({to.FindEcqOf(link.To.Id)?.Name})",
            _ => $"partly {link.To.Name} ({to.FindEcqOf(link.To.Id)?.Name})",
        }));
}
