using System.Text;
using EcqAnalyzer.Formats.Markdown;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Planning;

/// <summary>A plan as GitHub shows Markdown: the journey as a table, then a list of gaps. Words of the draft and of the catalog are
/// escaped.</summary>
internal static class PlanMarkdown
{
    public static void Write(ImprovementPlan plan, Stream stream)
    {
        var (page, words) = (new StringBuilder(), new PlanWords(plan));
        page.Append($"# {PlanWords.Title}: {Escape(words.File)}\n\n{Escape(words.Judged)}\n\n");
        if (words.WhyNone is { } reason)
        {
            page.Append($"**{Escape(reason)}**\n\n");
        }
        else
        {
            WriteJourney(page, words);
            WriteGaps(page, plan, words);
        }

        page.Append($"---\n\n{Summary.WhatItIsNot}\n");
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static void WriteJourney(StringBuilder page, PlanWords words)
    {
        page.Append($"## {PlanWords.JourneyTitle}\n\n{PlanWords.JourneyLead}\n\n");
        page.Append($"| Competency | {string.Join(" | ", LevelWords.All.Select(level => level.Name))} |\n| --- |{string.Concat(LevelWords.All.Select(_ => " :-: |"))}\n");
        foreach (var place in words.Places)
        {
            page.Append($"| {Escape(place.Competency.Name)} |{string.Concat(LevelWords.All.Select(level => $" {Mark(place, level.Level)} |"))}\n");
        }

        page.Append('\n').AppendJoin("", words.Stands.Select(stand => $"- {Escape(stand)}\n")).Append('\n');
    }

    private static string Mark(JourneyPlace place, Level level) =>
        (place.Shown == level, place.Map.Contains(level)) switch
        {
            (true, true) => "◉",
            (true, false) => "●",
            (false, true) => "○",
            _ => "",
        };

    private static void WriteGaps(StringBuilder page, ImprovementPlan plan, PlanWords words)
    {
        page.Append($"## {PlanWords.GapsTitle}\n\n{Escape(words.Count)}\n\n");
        if (plan.Gaps.IsEmpty)
        {
            return;
        }

        page.Append($"{Escape(plan.Formula)}\n\n").Append(words.CatalogUse is { } use ? $"{Escape(use)}\n\n" : "");
        var number = 0;
        foreach (var gap in words.Planned)
        {
            WriteGap(page, words, gap, ++number);
        }

        if (words.Others.Count > 0)
        {
            page.Append($"## {PlanWords.RestTitle}\n\n| Weight | Competency | What is missing |\n| ---: | --- | --- |\n");
            page.AppendJoin("", words.Others.Select(gap => $"| {Wording.Number(gap.Weight)} | {Escape(gap.Competency.Name)} | {Escape(gap.Says)} |\n")).Append('\n');
        }
    }

    private static void WriteGap(StringBuilder page, PlanWords words, PlannedGap gap, int number)
    {
        var place = words.Place(gap) is { } at ? $" ({at})" : "";
        page.Append($"### {number}. {Escape(gap.Competency.Name)} ({Escape(gap.Ecq.Name)})\n\n{Escape(gap.Says)}{place}\n\nWeight: {Escape(PlanWords.Weight(gap))}\n\n{PlanWords.EvidenceTitle}: {Escape(gap.Evidence)}.\n\n");
        page.AppendJoin("", gap.Objectives.Select(objective => $"- **{Escape(words.TermName(objective.Term))}.** {Escape(objective.Text)}\n")).Append('\n');
        if (words.HasCatalog)
        {
            page.Append($"{PlanWords.CoursesTitle}: {(gap.Courses.IsEmpty ? PlanWords.NoCourses : "")}\n\n");
            page.AppendJoin("", gap.Courses.Select(course => $"- **{Escape(course.Title)}** {Escape(PlanWords.About(course))}\n")).Append(gap.Courses.IsEmpty ? "" : "\n");
        }

        if (!gap.Questions.IsEmpty)
        {
            page.Append($"{PlanWords.QuestionsTitle}:\n\n").AppendJoin("", gap.Questions.Select(question => $"- {Escape(question)}\n")).Append('\n');
        }
    }

    private static string Escape(string text) => MarkdownReporter.Escape(text);
}
