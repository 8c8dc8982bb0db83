using EcqAnalyzer.Engine.Agreement;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>The report of a measured judgement for a terminal of 100 columns: tables, and under each a sentence that says
/// what it means.</summary>
public static class JudgementText
{
    private static readonly string[] Types = ["challenge", "context", "action", "result", "duty", "other"];

    public static void Write(JudgementReport report, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        var about = report.About;
        output.WriteLine($"How well {Words(about.By)} agrees with readers on {about.Set}");
        output.WriteLine(
            $"{report.Judged.Length} texts, {report.Tally.Sentences} sentences, {(about.Readers == 2 ? "read by two" : "read by one")}; "
            + $"competencies of {about.Framework}; ecq {about.Engine}");
        WriteFigures(report, output);
        WriteTypes(report.Tally, output);
        WriteReliability(report.Tally, output);
        WriteCompetencies(report, output);
        WriteRungs(report, output);
        WriteKinds(report, output);
        WriteGaming(report, output);
    }

    internal static string Number(double? value) => value is { } number ? $"{number:0.000}" : "-";

    internal static string Interval(Figure figure) =>
        figure.Low is { } low && figure.High is { } high ? $"{low:0.000} to {high:0.000}" : "-";

    internal static string TypeName(int type) => Types[type];

    internal static string Words(JudgedBy by) => by switch
    {
        JudgedBy.Rules => "judging by rules alone",
        JudgedBy.Classifier => "judging by the classifier alone",
        _ => "the program as it stands",
    };

    private static void WriteFigures(JudgementReport report, TextWriter output)
    {
        Heading(output, "All figures");
        foreach (var figure in report.Figures.Where(figure => figure.Value is not null))
        {
            output.WriteLine($"  {figure.Name,-48} {Number(figure.Value),7}   {Interval(figure)}");
        }

        Says(output, "1 is perfect, but for the calibration errors, which are best at 0. The interval is where the figure lies with "
            + "95 % confidence, had other texts of the same sorts been drawn. Accomplishment is action or result.");
        if (report.Find("length-partial-correlation") is { Value: { } length })
        {
            Says(output, Math.Abs(length) < 0.2
                ? "Long texts get hardly more strength than short ones with the same evidence."
                : length > 0 ? "Long texts get more strength than short ones with the same evidence: look at why."
                : "Long texts get less strength than short ones with the same evidence: look at why.");
        }
    }

    private static void WriteTypes(Tally tally, TextWriter output)
    {
        Heading(output, "Types: rows as labelled, columns as judged");
        output.WriteLine($"  {"",-10}{string.Concat(Types.Select(type => $"{type,10}"))}{"precision",11}{"recall",8}{"F1",8}");
        for (var gold = 0; gold < Tally.Types; gold++)
        {
            var cells = string.Concat(Enumerable.Range(0, Tally.Types).Select(said => $"{tally.OfTypes[gold, said],10}"));
            output.WriteLine(
                $"  {Types[gold],-10}{cells}{Number(CountTable.Precision(tally.OfTypes, gold)),11}{Number(CountTable.Recall(tally.OfTypes, gold)),8}{Number(CountTable.F1(tally.OfTypes, gold)),8}");
        }

        var worst = Enumerable.Range(0, Tally.Types)
            .SelectMany(gold => Enumerable.Range(0, Tally.Types).Where(said => said != gold).Select(said => (Gold: gold, Said: said, Count: tally.OfTypes[gold, said])))
            .MaxBy(cell => cell.Count);
        Says(output, worst.Count == 0
            ? "No type was taken for another."
            : $"Taken for another most often: {Types[worst.Gold]} for {Types[worst.Said]}, {worst.Count} times of {CountTable.Row(tally.OfTypes, worst.Gold)}. "
                + "Precision: of those judged so, the share that is. Recall: of those that are, the share judged so.");
    }

    private static void WriteReliability(Tally tally, TextWriter output)
    {
        Heading(output, "Calibration of types: how sure the program was, and how often right");
        output.WriteLine($"  {"sure of",-12}{"sentences",10}{"said",9}{"right",9}");
        for (var bin = 0; bin < ReliabilityBins.Bins; bin++)
        {
            if (tally.TypeBins.Count(bin) > 0)
            {
                output.WriteLine(
                    $"  {$"{bin / 10.0:0.0} to {(bin + 1) / 10.0:0.0}",-12}{tally.TypeBins.Count(bin),10}{Number(tally.TypeBins.Said(bin)),9}{Number(tally.TypeBins.Right(bin)),9}");
            }
        }

        Says(output, $"On average the two are {Number(tally.TypeBins.CalibrationError)} apart. Where \"right\" is below \"said\", the program is surer than it should be.");
    }

    private static void WriteCompetencies(JudgementReport report, TextWriter output)
    {
        if (report.Competencies.IsEmpty)
        {
            return;
        }

        Heading(output, "Competencies, worst first");
        output.WriteLine($"  {"",-30}{"right",7}{"wrong",7}{"missed",8}{"precision",11}{"recall",8}{"F1",8}   95 % of F1");
        foreach (var figure in report.Competencies.OrderBy(figure => figure.Value ?? 0).ThenBy(figure => figure.Id, StringComparer.Ordinal))
        {
            var found = report.Tally.Found[IndexOf(report, figure)];
            output.WriteLine(
                $"  {figure.Id,-30}{found.Right,7}{found.Wrong,7}{found.Missed,8}{Number(found.Precision),11}{Number(found.Recall),8}{Number(found.F1),8}   {Interval(figure)}");
        }

        Says(output, report.About.Readers == 2
            ? "What both readers say must be found, what neither says must not; where they differ, nothing is counted."
            : "By one reader. Two careful readers agree on about two competencies in three, so no program can be told from a reader above that.");
    }

    private static int IndexOf(JudgementReport report, Figure figure) =>
        report.Tally.Competencies.IndexOf(report.Tally.Competencies.First(id => id.Name == figure.Id));

    private static void WriteRungs(JudgementReport report, TextWriter output)
    {
        if (CountTable.Sum(report.Tally.OfRungs) == 0)
        {
            return;
        }

        Heading(output, "Rungs: rows as rated, columns as judged");
        output.WriteLine($"  {"",-18}{string.Concat(Enumerable.Range(0, Tally.Rungs).Select(rung => $"{rung,7}"))}");
        for (var rated = 0; rated < Tally.Rungs; rated++)
        {
            var cells = string.Concat(Enumerable.Range(0, Tally.Rungs).Select(said => $"{report.Tally.OfRungs[rated, said],7}"));
            output.WriteLine($"  {$"{rated} {RungName((Rung)rated)}",-18}{cells}");
        }

        Says(output, "Each is a competency of a text that a reader rated. Quadratic kappa counts two rungs off as four times as bad as one.");
    }

    private static string RungName(Rung rung) => rung == Rung.ExecutiveResult ? "executive result" : rung.ToString().ToLowerInvariant();

    private static void WriteKinds(JudgementReport report, TextWriter output)
    {
        Heading(output, "By kind of text");
        output.WriteLine($"  {"",-22}{"texts",7}{"sentences",11}{"type F1",9}{"three-way",11}{"competencies F1",17}");
        foreach (var kind in report.Kinds)
        {
            var values = kind.Figures.Select(figure => Number(figure.Value)).ToArray();
            output.WriteLine($"  {kind.Id,-22}{kind.Texts,7}{kind.Sentences,11}{values[0],9}{values[1],11}{values[2],17}");
        }

        Says(output, "Kinds with few texts say little; --format json gives the interval of each figure.");
    }

    private static void WriteGaming(JudgementReport report, TextWriter output)
    {
        Heading(output, "Tricks that must gain nothing");
        foreach (var outcome in report.Gaming)
        {
            output.WriteLine($"  {(outcome.IsPassed ? "pass" : "FAIL")}  {outcome.Name}{(outcome.Raised is { } raised ? $": {raised}" : "")}");
        }

        Says(output, "Each adds words to a draft and nothing done. No strength may rise, and no rung but to \"claimed\".");
    }

    internal static void Heading(TextWriter output, string text)
    {
        output.WriteLine();
        output.WriteLine(text);
    }

    /// <summary>A plain sentence under a table, wrapped.</summary>
    internal static void Says(TextWriter output, string text)
    {
        const int Width = 98;
        var line = " ";
        foreach (var word in text.Split(' '))
        {
            if (line.Length + 1 + word.Length > Width)
            {
                output.WriteLine(line);
                line = " ";
            }

            line += $" {word}";
        }

        output.WriteLine(line);
    }
}
