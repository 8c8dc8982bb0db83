using System.Text;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Comparing;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Cli.Commands;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Formats.Comparing;

/// <summary>Comparisons, and their reports of a format.</summary>
internal static class Compared
{
    private static readonly ComparingPolicy Policy = LoadPolicy();

    /// <summary>The draft with the twenty known edits, and what other rules would have made of the old one.</summary>
    public static Comparison Known()
    {
        var text = File.ReadAllText(Repository.Path("corpus", "samples", "leading-people.txt"));
        var comparison = Of(Analyze(text), Analyze(KnownEdit.MakeAll(text)));
        var score = comparison.New.Competencies[0];
        return comparison with
        {
            Version = new VersionEffect(
                "0.0.1", "0.1.0", ["rules/scoring.yaml"],
                [new ScoreShift(score.Competency, new SavedScore(score.Competency.Name, Rung.Duty, 1.5, 20), new SavedScore(score.Competency.Name, Rung.Claimed, 0, 0))],
                [new TypeShift(0, StatementType.Duty, StatementType.Action)], [], []),
        };
    }

    /// <summary>A draft that means harm, and the same turned round and cut.</summary>
    public static Comparison Hostile()
    {
        var options = new AnalysisOptions(Framework: "opm-2006");
        return Of(
            Named(TestEngine.Analyze(options, Rendering.HostileLines)),
            Named(TestEngine.Analyze(options, [.. Rendering.HostileLines.Reverse().Select((line, i) => i % 3 == 0 ? line + " <u>x</u>" : line).Skip(1)])));
    }

    public static Comparison Of(Analysis old, Analysis @new) => new DraftComparer(Policy).Compare(old, @new);

    public static byte[] Bytes(string format, Comparison comparison)
    {
        using var stream = new MemoryStream();
        ReportsOf.Comparison.First(each => each.Id == format).Write(comparison, ReportStyle.Plain, stream);
        return stream.ToArray();
    }

    public static string Text(string format, Comparison comparison) => Encoding.UTF8.GetString(Bytes(format, comparison));

    private static Analysis Analyze(string text) => TestEngine.Analyze(new(Framework: "opm-2006"), text.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private static Analysis Named(Analysis analysis) => analysis with
    {
        Document = analysis.Document with
        {
            Draft = analysis.Document.Draft with { File = analysis.Document.Draft.File with { Name = "<img src=x onerror=alert(6)>\"'.docx" } },
        },
    };

    private static ComparingPolicy LoadPolicy()
    {
        var faults = new Faults();
        return ComparingPolicy.Load(new Workbench().Rulebook.Files, faults);
    }
}
