using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Benchmarks;

/// <summary>
/// Words a second of the whole annotator on one thread, and of wink-nlp (sentences and parts of speech) on the same texts in
/// the same run, where npm has installed wink-nlp and wink-eng-lite-web-model:
/// <c>dotnet run --project tests/EcqAnalyzer.Benchmarks -c Release -- annotator node_modules</c>. The best of some rounds
/// counts, since whatever else the machine does only ever slows one down.
/// </summary>
internal static class AnnotatorSpeed
{
    private const int Rounds = 15;

    public static void Run(string root, string? modules, TextWriter output)
    {
        var texts = TextsOf(root);
        var annotator = new Workbench().Annotator;
        var (words, allocated) = (0L, 0L);
        var best = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            (words, allocated, var seconds) = Annotate(annotator, texts);
            best = Math.Max(best, words / seconds);
        }

        output.WriteLine(Invariant($"{texts.Length} texts, {words} words"));
        output.WriteLine(Invariant($"annotator: {best:N0} words a second, {(double)allocated / words:F0} bytes allocated a word"));
        if (modules is null)
            return;
        var peer = RunWink(root, modules, texts);
        output.WriteLine(Invariant($"wink-nlp:  {peer:N0} words a second"));
        output.WriteLine(Invariant($"ratio:     {best / peer:F1}"));
    }

    private static (long Words, long Allocated, double Seconds) Annotate(
        Annotator annotator, ImmutableArray<Draft> texts)
    {
        var words = 0L;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        foreach (var draft in texts)
        {
            foreach (var sentence in annotator.Annotate(draft))
            {
                words += sentence.Tokens.Length;
            }
        }

        return (words, GC.GetAllocatedBytesForCurrentThread() - allocated, clock.Elapsed.TotalSeconds);
    }

    /// <summary>The narratives of the corpus, each as one paragraph.</summary>
    internal static ImmutableArray<Draft> TextsOf(string root) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(root, "corpus", "narratives"), "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(file => string.Join(' ', File.ReadLines(file).Where(IsText).Select(TextOf)))
            .Where(text => text.Length > 0)
            .Select(DraftOf),
    ];

    private static bool IsText(string line) => line.StartsWith("  - text: \"", StringComparison.Ordinal);

    private static string TextOf(string line) =>
        line.Trim()["- text: ".Length..].Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal);

    private static Draft DraftOf(string text) => new(
        new DraftFile("text", "", DraftFormat.Given),
        text,
        [new Block(new TextSpan(0, text.Length), BlockKind.Paragraph)],
        SourceMap.Empty,
        new Extraction(null, []));

    private static double RunWink(string root, string modules, ImmutableArray<Draft> texts)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, texts.Select(draft => draft.Text));
            var script = Path.Combine(root, "tests", "EcqAnalyzer.Benchmarks", "wink.cjs");
            var rounds = Rounds.ToString(CultureInfo.InvariantCulture);
            using var node = Process.Start(new ProcessStartInfo("node", [script, modules, file, rounds])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }) ?? throw new InvalidOperationException("node cannot be started");
            var printed = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            return double.Parse(printed, CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
