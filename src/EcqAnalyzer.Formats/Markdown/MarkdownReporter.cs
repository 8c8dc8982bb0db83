using System.Text;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Markdown;

/// <summary>The report as GitHub shows Markdown: tables by ECQ, what is most worth doing, what the checks found, the stories, and by
/// what the draft was judged. Text of the draft is escaped: it cannot make a heading, a link or markup.</summary>
public sealed class MarkdownReporter : IReporter
{
    public void Write(Analysis analysis, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(stream);
        var page = new StringBuilder();
        WriteHead(page, analysis);
        if (analysis.Gradable.Status != GradableStatus.Ok)
        {
            page.Append($"**No score.** {Summary.NoScore(analysis.Gradable.Status)} {Escape(analysis.Gradable.Reason)}\n\n");
        }

        WriteCompetencies(page, analysis);
        WriteAdvice(page, analysis);
        WriteFindings(page, analysis);
        WriteKeptSilent(page, analysis);
        page.Append($"---\n\n{Summary.WhatItIsNot}\n");
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static void WriteHead(StringBuilder page, Analysis analysis)
    {
        var (framework, draft) = (analysis.Framework, analysis.Document.Draft);
        page.Append($"# {Escape(draft.File.Name)}\n\n{string.Join(", ", Summary.Sizes(analysis))}. {Summary.Types(analysis)}\n\n");
        page.Append($"- Framework: **{framework.Value.Id}**, {Escape(framework.Value.Name)}{Wording.SureInBrackets(framework.Confidence)}. {Escape(framework.Reason)}\n");
        page.Append($"- Kind: **{Wording.Id(analysis.Kind.Value)}**{Wording.SureInBrackets(analysis.Kind.Confidence)}. {Escape(analysis.Kind.Reason)}\n");
        foreach (var note in draft.Extraction.Notes)
        {
            page.Append($"- {Wording.Id(note.Grade)}: {Escape(note.Message)}\n");
        }

        foreach (var line in Summary.Packs(analysis.Provenance))
        {
            page.Append($"- Pack: {Escape(line)}\n");
        }

        page.Append($"- EcqAnalyzer {analysis.Provenance.Engine}; SHA-256 of the draft `{draft.File.Hash.Hex}`\n\n");
    }

    private static void WriteCompetencies(StringBuilder page, Analysis analysis)
    {
        foreach (var ecq in analysis.Framework.Value.Ecqs)
        {
            var scores = Summary.ScoresOf(analysis, ecq);
            if (scores.Count == 0)
            {
                continue;
            }

            page.Append($"## {Escape(ecq.Name)}\n\n");
            WriteTable(page, analysis.Framework.Value, [.. scores.Where(score => score.Rung > Rung.Absent)]);
            var absent = scores.Where(score => score.Rung == Rung.Absent).Select(score => Escape(Summary.Name(analysis.Framework.Value, score.Competency))).ToList();
            page.Append(absent.Count == 0 ? "" : $"Nothing found: {string.Join(", ", absent)}.\n\n");
        }

        var without = Summary.NotLookedFor(analysis.Framework.Value).Select(Escape).ToList();
        page.Append(without.Count == 0 ? "" : $"Not looked for, as there are no rules for them yet: {string.Join(", ", without)}.\n\n");
    }

    /// <summary>A range in place of a number where evidence is thin or disagrees.</summary>
    private static void WriteTable(StringBuilder page, Framework framework, List<CompetencyScore> scores)
    {
        if (scores.Count == 0)
        {
            return;
        }

        page.Append("| Competency | Accomplishments | Probably | Duties | Rung |\n| --- | ---: | ---: | ---: | --- |\n");
        foreach (var score in scores)
        {
            var range = FormattableString.Invariant($"{score.Interval.Low:0}–{score.Interval.High:0}");
            var strength = score.NeedsReader ? "look yourself" : FormattableString.Invariant($"{score.Accomplishment:0}");
            page.Append(FormattableString.Invariant(
                $"| {Escape(Summary.Name(framework, score.Competency))} | {strength} | {range} | {score.Duty:0} | {(int)score.Rung} {Wording.Name(score.Rung)} |\n"));
        }

        page.Append('\n');
    }

    private static void WriteAdvice(StringBuilder page, Analysis analysis)
    {
        var advice = Summary.Advice(analysis).Take(Summary.MostAdvice).ToList();
        if (advice.Count == 0)
        {
            return;
        }

        var places = new Places(analysis.Document.Draft);
        page.Append($"## {Summary.AdviceTitle(advice.Count)}\n\n");
        for (var i = 0; i < advice.Count; i++)
        {
            List<string> about = [];
            if (advice[i].Competency is { } competency)
            {
                about.Add(Escape(Summary.Name(analysis.Framework.Value, competency)));
            }

            if (advice[i].Sentence is { } sentence)
            {
                about.Add(places.Describe(analysis.Document.Sentences[sentence].Span));
            }

            page.Append($"{i + 1}. {(about.Count == 0 ? "" : $"**{string.Join(", ", about)}.** ")}{Escape(advice[i].Problem)} *{Escape(advice[i].Question)}*\n");
        }

        page.Append('\n');
    }

    private static void WriteKeptSilent(StringBuilder page, Analysis analysis)
    {
        foreach (var line in Summary.KeptSilent(analysis))
        {
            page.Append($"Kept silent: {Escape(line)}\n\n");
        }
    }

    private static void WriteFindings(StringBuilder page, Analysis analysis)
    {
        if (analysis.Findings.IsEmpty)
        {
            return;
        }

        var places = new Places(analysis.Document.Draft);
        page.Append("## What the checks noticed\n\n| Severity | What | Where |\n| --- | --- | --- |\n");
        foreach (var group in Summary.FindingsByCheck(analysis))
        {
            var where = group.Select(finding => finding.Span is { } span ? places.Describe(analysis.Document.FindSentence(span)?.Span ?? span) : "").Distinct();
            page.Append($"| {Wording.Id(group[0].Severity)} | {Escape(group[0].Message)} | {string.Join("; ", where)} |\n");
        }

        page.Append('\n');
    }

    /// <summary>One line on which no sign means anything to Markdown, to HTML, or to a table. The colon of an address, too: GitHub
    /// makes links of bare ones.</summary>
    internal static string Escape(string? text)
    {
        var escaped = new StringBuilder();
        foreach (var character in SafeText.Line(text))
        {
            escaped.Append("\\`*_[]<>|~#&!$:".Contains(character, StringComparison.Ordinal) ? $"\\{character}" : $"{character}");
        }

        return escaped.ToString();
    }
}
