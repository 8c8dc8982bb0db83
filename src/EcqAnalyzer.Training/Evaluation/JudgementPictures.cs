using System.Text;
using EcqAnalyzer.Engine.Agreement;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>The pictures of a report: how far probabilities can be trusted, which types are taken for which, and how well each
/// competency is found.</summary>
public static class JudgementPictures
{
    /// <summary>Names of files, with what each holds.</summary>
    public static IEnumerable<(string Name, string Svg)> All(JudgementReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        yield return ("reliability.svg", Reliability(report));
        yield return ("confusion.svg", Confusion(report));
        yield return ("competencies.svg", Competencies(report));
    }

    private static string Reliability(JudgementReport report)
    {
        const int Side = 320;
        var bins = report.Tally.TypeBins;
        var svg = new SvgPicture(
            460,
            490,
            "How far the probabilities of types can be trusted",
            $"{About(report)}. Calibration error {JudgementText.Number(bins.CalibrationError)}. On the dashed line the program is as often right as it is sure.");
        const int Left = 80;
        const int Bottom = 420;
        for (var tick = 0; tick <= 10; tick += 2)
        {
            var at = tick * Side / 10;
            svg.Line("grid", Left, Bottom - at, Left + Side, Bottom - at).Text("small end", Left - 8, Bottom - at + 4, $"{tick / 10.0:0.0}");
            svg.Text("small middle", Left + at, Bottom + 18, $"{tick / 10.0:0.0}");
        }

        svg.Line("dashed", Left, Bottom, Left + Side, Bottom - Side);
        for (var bin = 0; bin < ReliabilityBins.Bins; bin++)
        {
            if (bins.Said(bin) is { } said && bins.Right(bin) is { } right)
            {
                var height = right * Side;
                svg.Bar("bar", Left + bin * Side / 10.0 + 2, Bottom - height, Side / 10.0 - 4, height, $"sure {said:0.00}, right {right:0.00}, {bins.Count(bin)} sentences");
                svg.Dot("dot", Left + said * Side, Bottom - height).Text("tiny middle", Left + (bin + 0.5) * Side / 10, Bottom - height - 8, $"{bins.Count(bin)}");
            }
        }

        return svg.Text("middle", Left + Side / 2.0, Bottom + 42, "how sure the program was")
            .Turned("middle", 28, Bottom - Side / 2.0, "how often it was right").ToString();
    }

    private static string Confusion(JudgementReport report)
    {
        const int Cell = 66;
        const int Left = 110;
        const int Top = 96;
        var table = report.Tally.OfTypes;
        var svg = new SvgPicture(
            Left + Tally.Types * Cell + 20,
            Top + Tally.Types * Cell + 30,
            "Which types are taken for which",
            $"{About(report)}. Rows as labelled, columns as judged; the darker, the greater the share of the row.");
        for (var gold = 0; gold < Tally.Types; gold++)
        {
            svg.Text("end", Left - 10, Top + gold * Cell + Cell / 2.0 + 4, JudgementText.TypeName(gold));
            svg.Text("middle", Left + gold * Cell + Cell / 2.0, Top - 10, JudgementText.TypeName(gold));
            for (var said = 0; said < Tally.Types; said++)
            {
                var share = CountTable.Row(table, gold) == 0 ? 0 : table[gold, said] / (double)CountTable.Row(table, gold);
                var (x, y) = (Left + said * Cell, Top + gold * Cell);
                svg.Shade(x + 1, y + 1, Cell - 2, share, $"{JudgementText.TypeName(gold)} judged {JudgementText.TypeName(said)}: {table[gold, said]}");
                svg.Text(share > 0.55 ? "onshade middle" : "middle", x + Cell / 2.0, y + Cell / 2.0, $"{table[gold, said]}");
                svg.Text(share > 0.55 ? "onshade tiny middle" : "tiny middle", x + Cell / 2.0, y + Cell / 2.0 + 16, $"{100 * share:0} %");
            }
        }

        return svg.ToString();
    }

    private static string Competencies(JudgementReport report)
    {
        const int Row = 22;
        const int Left = 250;
        const int Width = 320;
        const int Top = 100;
        var figures = report.Competencies.OrderByDescending(figure => figure.Value ?? 0).ThenBy(figure => figure.Id, StringComparer.Ordinal).ToArray();
        var svg = new SvgPicture(
            Left + Width + 80,
            Top + Row * figures.Length + 30,
            "How well each competency is found",
            $"{About(report)}. F1 with its 95 % interval: 1 finds all and nothing else.");
        for (var tick = 0; tick <= 10; tick += 2)
        {
            var x = Left + tick * Width / 10;
            svg.Line("grid", x, Top - 6, x, Top + Row * figures.Length).Text("small middle", x, Top - 12, $"{tick / 10.0:0.0}");
        }

        for (var i = 0; i < figures.Length; i++)
        {
            var (figure, y) = (figures[i], Top + i * Row);
            svg.Text("end", Left - 8, y + 14, figure.Id);
            svg.Bar("bar", Left, y + 3, (figure.Value ?? 0) * Width, Row - 6, $"{figure.Id}: F1 {JudgementText.Number(figure.Value)}");
            if (figure.Low is { } low && figure.High is { } high)
            {
                svg.Line("range", Left + low * Width, y + Row / 2.0, Left + high * Width, y + Row / 2.0);
            }

            svg.Text("small", Left + Width + 12, y + 15, JudgementText.Number(figure.Value));
        }

        return svg.ToString();
    }

    private static string About(JudgementReport report) =>
        new StringBuilder().Append(char.ToUpperInvariant(JudgementText.Words(report.About.By)[0])).Append(JudgementText.Words(report.About.By)[1..])
            .Append($" on {report.About.Set}, {report.Tally.Sentences} sentences").ToString();
}
