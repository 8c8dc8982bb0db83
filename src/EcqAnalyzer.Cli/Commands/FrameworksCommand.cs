using System.CommandLine;
using EcqAnalyzer.Engine.Frameworks;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq frameworks</c>: the competency frameworks that drafts are judged by.</summary>
public static class FrameworksCommand
{
    private const int Width = 100;

    private const string ListExamples = """
        ecq frameworks list                    id, name, status, and how many of its competencies have rules
        ecq frameworks list --rules my-rules   with those of your own packs, and the file of each
        """;

    private const string ShowExamples = """
        ecq frameworks show opm-2025               ECQs, competencies and limits
        ecq frameworks show opm-2006 --questions   with the question that asks for evidence of each
        ecq frameworks show my-post --rules mine   one of your own, such as a vacancy's
        """;

    public static Command Create(Streams streams, Workbench workbench) => new(
        "frameworks", "Competency frameworks: list, show, and how one leads to another.")
    {
        CreateList(streams, workbench),
        CreateShow(streams, workbench),
        FrameworksCrosswalk.Create(streams, workbench),
    };

    private static ExampledCommand CreateList(Streams streams, Workbench workbench)
    {
        var common = new CommonOptions();
        var command = new ExampledCommand("list", "Lists the frameworks.", ListExamples) { common.Rules };
        command.SetAction(parsed =>
        {
            workbench.Packs = common.ReadPacks(parsed);
            foreach (var framework in workbench.Frameworks)
            {
                Write(framework, workbench.Rulebook, streams.Out);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(Framework framework, Rulebook rulebook, TextWriter output)
    {
        var count = framework.Competencies.Count();
        var judged = count - framework.WithoutRules.Length;
        output.WriteLine($"{framework.Id}  {framework.Name}");
        output.WriteLine($"    {Wording.Count(framework.Ecqs.Length, "ECQ")}, {Wording.Count(count, "competency", "competencies")}, rules for {judged} of them; {framework.Status}");
        var file = rulebook.Files.Find($"{FrameworkLoader.Folder}{framework.Id}.yaml");
        if (file is not null && rulebook.Packs.Any(pack => pack.Name == file.Name))
        {
            output.WriteLine($"    yours: {file.Name}{(framework.Base is { } of ? $", over {of}; taken where a draft has its headings, or you ask for it" : "")}");
        }
    }

    private static ExampledCommand CreateShow(Streams streams, Workbench workbench)
    {
        var id = new Argument<string>("ID") { Description = "A framework's id, such as opm-2025" };
        var questions = new Option<bool>("--questions") { Description = "With the question that asks for evidence of each competency" };
        var common = new CommonOptions();
        var command = new ExampledCommand(
            "show", "Shows a framework: its ECQs, their competencies, limits of length, and what is not verified.", ShowExamples)
        {
            id,
            questions,
            common.Rules,
        };
        command.SetAction(parsed =>
        {
            workbench.Packs = common.ReadPacks(parsed);
            var framework = workbench.FindFramework(parsed.GetRequiredValue(id)) ?? throw new UsageException(
                $"name one framework: {string.Join(", ", workbench.Frameworks.Select(each => each.Id))}");
            Show(framework, parsed.GetValue(questions), streams.Out);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Show(Framework framework, bool withQuestions, TextWriter output)
    {
        output.WriteLine($"{framework.Name} ({framework.Id})");
        WriteWrapped(output, "", $"Issued by: {framework.Issuer ?? "not said"}. Status: {framework.Status}. Source: {framework.Source}.");
        foreach (var date in framework.Dates)
        {
            WriteWrapped(output, "  ", $"{date.Date}: {date.What}");
        }

        foreach (var ecq in framework.Ecqs)
        {
            output.WriteLine();
            output.WriteLine($"{ecq.Name} ({ecq.Id.Name}){(ecq.IsFundamental ? ", needed under every ECQ" : "")}");
            WriteWrapped(output, "  ", ecq.Definition + (ecq.IsUnverified ? " (not verified)" : ""));
            foreach (var characteristic in ecq.KeyCharacteristics)
            {
                var doubt = characteristic.IsUnverified ? " (not verified)" : "";
                WriteWrapped(output, "    ", $"{characteristic.Number}. {characteristic.What}{doubt}");
            }

            foreach (var competency in ecq.Competencies)
            {
                var without = framework.WithoutRules.Contains(competency.Id) ? ", no rules yet" : "";
                output.WriteLine($"  {competency.Name} ({competency.Id.Name}{without})");
                WriteWrapped(output, "      ", competency.Definition + (competency.IsUnverified ? " (not verified)" : ""));
                if (withQuestions)
                {
                    WriteWrapped(output, "      ", competency.Question);
                }
            }
        }

        WriteLimits(framework, output);
    }

    private static void WriteLimits(Framework framework, TextWriter output)
    {
        output.WriteLine();
        foreach (var limit in framework.Limits)
        {
            var parts = new[]
            {
                limit.Pages is { } pages ? $"at most {pages} pages" : null,
                limit.CharactersPerEcq is { } characters ? $"at most {characters} characters an ECQ" : null,
                limit.Fonts.IsEmpty ? null : string.Join(" or ", limit.Fonts),
                limit.FontSize is { } size ? FormattableString.Invariant($"text of {size} point or larger") : null,
                limit.Margin is { } margin ? FormattableString.Invariant($"margins of {margin} inches or wider") : null,
            };
            WriteWrapped(
                output, "", $"Limit of a {limit.Kind.ToString().ToLowerInvariant()}: {string.Join(", ", parts.OfType<string>())} ({limit.Source})");
        }

        foreach (var doubt in framework.Unverified)
        {
            WriteWrapped(output, "", $"Not verified: {doubt}");
        }
    }

    internal static void WriteWrapped(TextWriter output, string indent, string text)
    {
        var line = indent;
        foreach (var word in text.Split(' '))
        {
            if (line.Length > indent.Length && line.Length + 1 + word.Length > Width)
            {
                output.WriteLine(line);
                line = indent;
            }

            line += line.Length == indent.Length ? word : " " + word;
        }

        output.WriteLine(line);
    }
}
