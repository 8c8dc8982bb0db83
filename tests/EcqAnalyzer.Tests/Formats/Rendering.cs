using System.Collections.Immutable;
using System.Text;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Formats;

/// <summary>Reports of a format, and a draft that means harm.</summary>
internal static class Rendering
{
    /// <summary>Markup, quotes that would end an attribute, a text turned round, a null, half a pair, formulas.</summary>
    public static readonly string[] HostileLines =
    [
        "# <script>alert(1)</script> & \"Leading\" 'People'",
        "I led </style><img src=x onerror=alert(2)> a team of 12 analysts \" onmouseover=\"alert(3) through the merger.",
        "The wait fell \u202Efrom 30 days to 10\u202C within a year\0, and \uD83D nobody complained \u2066any more\u2069.",
        "- =HYPERLINK(\"http://example.org\",\"click\") | pipes | and `ticks` and [links](javascript:alert(4))",
        "- @SUM(1+1) I am responsible for --> ]]> <!-- the budget of &amp; $40 million.",
        "- <svg/onload=alert(5)> we rebuilt the office and cut errors by 40 percent in 2021.",
        "I coached nine clerks, five of whom are now supervisors <b>here</b>.",
        "I believe that people matter \u0007\u001b[31m and I value diversity.",
        "I met the union each Friday and settled 14 grievances in one year.",
    ];

    public static Analysis Hostile()
    {
        var analysis = TestEngine.Analyze(new(Framework: "opm-2006"), HostileLines);
        var draft = analysis.Document.Draft;
        return analysis with
        {
            Document = analysis.Document with
            {
                Draft = draft with
                {
                    File = draft.File with { Name = "=<img src=x onerror=alert(6)>\"'.docx" },
                    Extraction = new Extraction(2, [new ExtractionNote(
                        "comments", ExtractionGrade.Apart, 1, "One comment <i>was</i> kept apart.", ["\"><script>alert(7)</script>"])]),
                },
            },
            Findings = [.. analysis.Findings, new Finding("x", Severity.Advice, null, "+cmd|' /C calc'!A0 <script>alert(8)</script>")],
        };
    }

    public static byte[] Bytes(string format, Analysis analysis)
    {
        var order = new ReportOrder(ReportStyle.Plain, new DraftSource("draft.txt", Encoding.UTF8.GetBytes(analysis.Document.Draft.Text)))
        {
            Margin = () => new MarginLimits(6, 2, 12, 3000),
        };
        using var stream = new MemoryStream();
        Reporters.Find(format)!.Create(order).Write(format == "docx" ? AsText(analysis) : analysis, stream);
        return stream.ToArray();
    }

    /// <summary>The analysis as of a plain text: on a Word file the Word report is that file.</summary>
    private static Analysis AsText(Analysis analysis)
    {
        var draft = analysis.Document.Draft;
        return analysis with
        {
            Document = analysis.Document with { Draft = draft with { File = draft.File with { Format = DraftFormat.Text } } },
        };
    }

    public static string Text(string format, Analysis analysis) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Bytes(format, analysis));

    public static ImmutableArray<Analysis> Samples() => [SampleAnalysis.Create(), SampleAnalysis.Ungradable(), Hostile()];
}
