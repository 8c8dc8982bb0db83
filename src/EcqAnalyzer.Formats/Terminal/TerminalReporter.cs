using System.Text;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Terminal;

/// <summary>
/// The report that a candidate reads in a terminal, from what was read down to what to do next: what was read and assumed,
/// the competencies with their two strengths side by side, the things most worth doing, what the checks found and, where
/// asked for, the draft with its tags. A last line says what the score is not.
/// </summary>
public sealed class TerminalReporter(ReportStyle style) : IReporter
{
    public void Write(Analysis analysis, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(stream);
        var page = new Page(style);
        ReadPart.Write(page, analysis);
        if (analysis.Framework.Value.IsVocabularyOnly)
        {
            LanguagePart.Write(page, analysis);
        }
        else if (analysis.Gradable.Status == GradableStatus.Ok)
        {
            CompetencyPart.Write(page, analysis, style.Parts);
        }
        else
        {
            WriteNoScore(page, analysis.Gradable);
        }

        CarryOverPart.Write(page, analysis);
        AdvicePart.Write(page, analysis);
        FindingsPart.Write(page, analysis, style.Parts);
        SuppressedPart.Write(page, analysis);
        if (style.Parts.HasFlag(ReportParts.Tags))
        {
            TaggedPart.Write(page, analysis);
        }

        page.Blank();
        page.Wrapped(0, "", new Ink(Summary.WhatItIsNot, Tint.Faint));
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static void WriteNoScore(Page page, Gradable gradable)
    {
        page.Title("No score");
        page.Wrapped(2, "  ", new Ink(Summary.NoScore(gradable.Status), Tint.Trouble), page.Printed(gradable.Reason ?? ""));
    }
}
