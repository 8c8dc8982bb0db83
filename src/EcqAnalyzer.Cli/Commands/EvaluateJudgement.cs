using System.CommandLine;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Json;
using EcqAnalyzer.Training.Evaluation;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq evaluate</c>: types, competencies, calibration and rungs of the whole judgement.</summary>
internal sealed class EvaluateJudgement
{
    private const string UsualPart = "test";

    private readonly Streams _streams;
    private readonly Workbench _workbench;
    private readonly EvaluationSet _set;

    private readonly Option<string> _source = new Option<string>("--source")
    {
        Description = "Whose judgement: rules alone, classifier alone, or fused, as the program judges",
        HelpName = "SOURCE",
        DefaultValueFactory = _ => "fused",
    }.AcceptOnlyFromAmong("rules", "classifier", "fused");

    private readonly Option<string> _format = new Option<string>("--format")
    {
        Description = "text, json, or svg, which writes pictures into the folder of --output",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => "text",
    }.AcceptOnlyFromAmong("text", "json", "svg");

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write to this path, not to standard output",
        HelpName = "PATH",
    };

    private readonly Option<string?> _against = new("--against")
    {
        Description = $"What moved since a stored report: a JSON file, or a git revision that holds {StoredReport.UsualPath}",
        HelpName = "REV",
    };

    public EvaluateJudgement(Streams streams, Workbench workbench, EvaluationSet set) =>
        (_streams, _workbench, _set) = (streams, workbench, set);

    public Option<string> Format => _format;

    public Option<string?> Output => _output;

    public IEnumerable<Option> Options => [.. _set.Options, _source, _format, _output, _against];

    public int Run(ParseResult parsed)
    {
        var format = parsed.GetRequiredValue(_format);
        var output = parsed.GetValue(_output);
        if (format == "svg" && output is null)
        {
            throw new UsageException("--format svg makes three pictures; say into which folder with -o FOLDER");
        }

        var earlier = FindEarlier(parsed.GetValue(_against));
        var report = Measure(parsed);
        switch (format)
        {
            case "svg":
                WritePictures(report, output!);
                break;
            case "json":
                Write(output, stream => JudgementJson.Write(report, stream));
                break;
            default:
                Write(output, stream => WriteText(stream, text =>
                {
                    JudgementText.Write(report, text);
                    if (earlier is not null)
                    {
                        Comparison.Write(earlier, report, text);
                    }
                }));
                break;
        }

        return ExitCode.Done;
    }

    internal static void WriteText(Stream stream, Action<TextWriter> write)
    {
        using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        write(text);
    }

    internal void Write(string? output, Action<Stream> write)
    {
        if (output is not null)
        {
            OutputFile.Write(output, write);
        }
        else
        {
            _streams.Write(ReportForm.Text, write);
        }
    }

    private JudgementReport Measure(ParseResult parsed)
    {
        var framework = _set.FrameworkOf(parsed);
        var by = Enum.Parse<JudgedBy>(parsed.GetRequiredValue(_source), ignoreCase: true);
        var isGold = _set.HasGold(parsed);
        var texts = isGold ? _set.LoadGold(parsed, framework) : _set.LoadCorpus(parsed, UsualPart);
        var readers = texts.Any(text => text.Sentences.Any(sentence => !sentence.Others.IsEmpty)) ? 2 : 1;
        var name = isGold ? _set.GoldName(parsed) : _set.CorpusName(parsed, UsualPart);
        return JudgementEvaluation.Measure(
            new ReportSubject(name, by, framework.Id, Ecq.Version, readers),
            texts,
            new TextJudging(PipelineOf(by), framework, by, _workbench.Rulebook.Policy.Thresholds.Competency, Rounding.Types));
    }

    private Pipeline PipelineOf(JudgedBy by) => by switch
    {
        JudgedBy.Rules => _workbench.RulesAlone,
        JudgedBy.Fused => _workbench.Pipeline,
        _ => _workbench.ClassifierAlone ?? throw new UsageException("this program was built without a classifier; ask for --source rules"),
    };

    private static EarlierReport? FindEarlier(string? against)
    {
        if (against is null)
        {
            return null;
        }

        var faults = new Faults();
        var report = StoredReport.Read(against, faults);
        faults.ThrowIfAny();
        return report;
    }

    private void WritePictures(JudgementReport report, string folder)
    {
        OutputFile.CreateFolder(folder);
        foreach (var (name, svg) in JudgementPictures.All(report))
        {
            var path = Path.Combine(folder, name);
            OutputFile.Write(path, stream => WriteText(stream, text => text.Write(svg)));
            _streams.Out.WriteLine(path);
        }
    }
}
