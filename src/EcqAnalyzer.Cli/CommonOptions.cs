using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using EcqAnalyzer.Cli.Packs;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Formats;

namespace EcqAnalyzer.Cli;

/// <summary>The options that commands share, so that they mean the same everywhere.</summary>
public sealed class CommonOptions
{
    private static readonly string[] Kinds = ["auto", "resume", "story", "narrative", "record", "duties"];

    public Option<string> Framework { get; } = new("--framework")
    {
        Description = "Competency framework, such as opm-2025 or opm-2006; auto finds out and says why",
        HelpName = "ID",
        DefaultValueFactory = _ => "auto",
    };

    public Option<string> Kind { get; } = Choice("--kind", "What the draft is", Kinds);

    public Option<string?> Format { get; } = FormatOption(Reporters.All.Select(format => format.Id), "in this version");

    public Option<string?> Output { get; } = new("--output", "-o")
    {
        Description = "Write to this path, not to standard output; for several drafts, a folder",
        HelpName = "PATH",
    };

    public Option<string?> Rules { get; } = new("--rules")
    {
        Description = "Lay the rules, checks, lists and frameworks of this folder, or file, over the program's own: what has the same "
            + "id takes its place",
        HelpName = "FOLDER",
    };

    public Option<string?> Vacancy { get; } = new("--vacancy")
    {
        Description = "Check against a vacancy: its technical qualifications beside the ECQs, and the limits it states. ecq rules new "
            + "makes the pack of an announcement",
        HelpName = "PACK",
    };

    public Option<bool> CdpGraduate { get; } = new("--cdp-graduate")
    {
        Description = "With --vacancy: leave the ECQs out, for graduates of an approved candidate development program and others whose "
            + "ECQs a board has certified",
    };

    public Option<DateOnly?> AsOf { get; } = new("--as-of")
    {
        Description = "The day from which the age of an example is counted, such as 2026-03-01; without it, the newest year in "
            + "the draft",
        HelpName = "DATE",
        CustomParser = result => ReadDate(result),
    };

    public Option<bool> Quiet { get; } = new("--quiet") { Description = "No remarks on standard error; faults are still told" };

    public Option<bool> NoColor { get; } = new("--no-color") { Description = "No colours; so does the variable NO_COLOR" };

    /// <summary>What the user asked the engine for. Throws <see cref="UsageException"/> for a framework that there is
    /// not.</summary>
    public AnalysisOptions Read(ParseResult parsed, Workbench workbench)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(workbench);
        workbench.Packs = ReadPacks(parsed);
        var framework = parsed.GetValue(Framework);
        return new AnalysisOptions(
            workbench.FindFrameworkId(framework),
            Wording.FindKind(parsed.GetValue(Kind) ?? "auto"));
    }

    /// <summary>Null where nothing is laid over the program's rules. Throws <see cref="UsageException"/> for a graduate without a
    /// vacancy.</summary>
    public PacksAsked? ReadPacks(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        var (folder, vacancy, isGraduate) = (parsed.GetValue(Rules), parsed.GetValue(Vacancy), parsed.GetValue(CdpGraduate));
        if (isGraduate && vacancy is null)
        {
            throw new UsageException($"{CdpGraduate.Name} leaves only a vacancy's technical qualifications to check: give its pack with {Vacancy.Name}");
        }

        return folder is null && vacancy is null ? null : new PacksAsked(folder, vacancy, isGraduate);
    }

    /// <summary>What a report to standard output may look like.</summary>
    public ReportStyle ReadStyle(ParseResult parsed, ConsoleTraits traits, ReportParts parts = ReportParts.Main)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(traits);
        return new ReportStyle(traits.Width, traits.HasColor && !parsed.GetValue(NoColor), traits.HasUnicode, parts);
    }

    /// <summary>The format asked for, else the one of the output's ending, else <c>text</c>.</summary>
    public ReportFormat ReadFormat(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        if (parsed.GetValue(Format) is { } id)
        {
            return Reporters.Find(id)!;
        }

        return FormatOf(parsed.GetValue(Output) ?? "");
    }

    /// <summary>The format that the ending of a path asks for; <c>text</c> where it has none.</summary>
    public static ReportFormat FormatOf(string path)
    {
        var extension = Path.GetExtension(path);
        if (extension.Length == 0 || Directory.Exists(path))
        {
            return Reporters.All[0];
        }

        return Reporters.FindByExtension(extension) ?? throw new UsageException(
            $"a name that ends in {extension} asks for a report that this version does not write; there are: "
            + $"{string.Join(", ", Reporters.All.SelectMany(format => format.Extensions))}, or say it with --format");
    }

    /// <summary>The option for the format of a report, of those <paramref name="ids"/> that there are <paramref name="where"/>.</summary>
    internal static Option<string?> FormatOption(IEnumerable<string> ids, string where)
    {
        var known = string.Join(", ", ids);
        var option = new Option<string?>("--format")
        {
            Description = $"Format of the report: {known}; without it, the ending of the output path says",
            HelpName = "FORMAT",
        };
        option.Validators.Add(result =>
        {
            var id = result.GetValueOrDefault<string?>();
            if (id is not null && !ids.Contains(id))
            {
                result.AddError($"there is no report as '{id}' {where}; there is: {known}");
            }
        });
        return option;
    }

    /// <summary>An option for a whole number from 1 to <paramref name="most"/>; null where it is not given.</summary>
    public static Option<int?> Number(string name, string description, string helpName, int most)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = helpName };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most))
            {
                result.AddError($"{name} '{token.Value}' is no number from 1 to {most}");
            }
        });
        return option;
    }

    /// <summary>A day, or a year alone.</summary>
    private static DateOnly? ReadDate(ArgumentResult result)
    {
        var written = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(written, ["yyyy-MM-dd", "yyyy"], out var date))
        {
            return date;
        }

        result.AddError($"--as-of '{written}' is not a day such as 2026-03-01");
        return null;
    }

    private static Option<string> Choice(string name, string description, string[] values)
    {
        var option = new Option<string>(name)
        {
            Description = $"{description}: {string.Join(", ", values)}",
            HelpName = "KIND",
            DefaultValueFactory = _ => values[0],
        };
        option.Validators.Add(result =>
        {
            var value = result.GetValueOrDefault<string>();
            if (!values.Contains(value))
            {
                result.AddError($"{name} '{value}' is none of {string.Join(", ", values)}");
            }
        });
        return option;
    }
}
