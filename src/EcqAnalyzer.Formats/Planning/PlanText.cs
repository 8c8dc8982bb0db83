using System.Text;
using EcqAnalyzer.Formats.Terminal;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Planning;

/// <summary>A plan for a terminal: the journey as a grid, then the gaps with what to do about them.</summary>
internal sealed class PlanText
{
    private const int Indent = 5;

    /// <summary>From here on the levels stand by their whole names.</summary>
    private const int WideEnough = 78;
    private const int NarrowColumn = 6;
    private const int LongestName = 30;

    private readonly ImprovementPlan _plan;
    private readonly PlanWords _words;
    private readonly Page _page;

    private PlanText(ImprovementPlan plan, Page page) => (_plan, _words, _page) = (plan, new PlanWords(plan), page);

    public static void Write(ImprovementPlan plan, ReportStyle style, Stream stream)
    {
        var page = new Page(style);
        new PlanText(plan, page).Write();
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private void Write()
    {
        _page.Title(PlanWords.Title);
        _page.Wrapped(2, "  ", new Ink(_page.Printed(_words.File), Tint.Strong));
        Say(_words.Judged);
        if (_words.WhyNone is { } reason)
        {
            _page.Wrapped(2, "  ", new Ink(_page.Printed(reason), Tint.Trouble));
        }
        else
        {
            WriteJourney();
            WriteGaps();
        }

        _page.Blank();
        _page.Wrapped(0, "", new Ink(Summary.WhatItIsNot, Tint.Faint));
    }

    private void WriteJourney()
    {
        _page.Title(PlanWords.JourneyTitle);
        Say(PlanWords.JourneyLead);
        _page.Blank();
        var isWide = _page.Width >= WideEnough;
        var widths = LevelWords.All.Select(level => isWide ? level.Name.Length + 2 : NarrowColumn).ToArray();
        var room = Math.Min(LongestName, _page.Width - widths.Sum() - 2);
        _page.Line([.. LevelWords.All.Select((level, i) => new Ink((isWide ? level.Name : level.Short).PadRight(widths[i]), Tint.Faint)).Prepend(new Ink(new string(' ', room + 2)))]);
        foreach (var place in _words.Places)
        {
            _page.Line([.. LevelWords.All.Select((level, i) => Mark(place, level.Level, widths[i])).Prepend(new Ink("  " + Cut(place.Competency.Name, room - 1).PadRight(room)))]);
        }

        _page.Blank();
        foreach (var stand in _words.Stands)
        {
            Say(stand);
        }
    }

    /// <summary>Evidence, ring of the map, or both in one.</summary>
    private Ink Mark(JourneyPlace place, Level level, int width)
    {
        var (isShown, isMapped) = (place.Shown == level, place.Map.Contains(level));
        var mark = (isShown, isMapped, _page.HasUnicode) switch
        {
            (true, true, true) => "◉",
            (true, false, true) => "●",
            (false, true, true) => "○",
            (true, true, false) => "@",
            (true, false, false) => "#",
            (false, true, false) => "o",
            _ => _page.Dot == "·" ? "·" : ".",
        };
        return new Ink(mark.PadRight(width), isShown ? Tint.Accomplishment : isMapped ? Tint.Plain : Tint.Faint);
    }

    private string Cut(string name, int room) => name.Length <= room ? name : name[..(room - _page.Ellipsis.Length)].TrimEnd() + _page.Ellipsis;

    private void WriteGaps()
    {
        _page.Title(PlanWords.GapsTitle);
        Say(_words.Count);
        if (_plan.Gaps.IsEmpty)
        {
            return;
        }

        _page.Wrapped(2, "  ", new Ink(_page.Printed(_plan.Formula), Tint.Faint));
        if (_words.CatalogUse is { } use)
        {
            _page.Wrapped(2, "  ", new Ink(_page.Printed(use), Tint.Faint));
        }

        for (var i = 0; i < _words.Planned.Count; i++)
        {
            WriteGap(_words.Planned[i], i + 1);
        }

        if (_words.Others.Count > 0)
        {
            _page.Title(PlanWords.RestTitle);
            foreach (var gap in _words.Others)
            {
                _page.Wrapped(Indent, new Ink($"{Wording.Number(gap.Weight),6}", Tint.Strong), $" {gap.Competency.Name}:", _page.Printed(gap.Says));
            }
        }
    }

    private void WriteGap(PlannedGap gap, int number)
    {
        _page.Blank();
        _page.Wrapped(Indent, new Ink($"{number,3}.", Tint.Strong), new Ink(gap.Competency.Name, Tint.Strong), $"{_page.Dot} {gap.Ecq.Name}");
        _page.Wrapped(Indent, "", _page.Printed(gap.Says + (_words.Place(gap) is { } place ? $" ({place})" : "")));
        _page.Wrapped(Indent, "", new Ink(_page.Printed($"Weight: {PlanWords.Weight(gap)}"), Tint.Faint));
        _page.Wrapped(Indent, "", $"{PlanWords.EvidenceTitle}:", _page.Printed($"{gap.Evidence}."));
        foreach (var objective in gap.Objectives)
        {
            _page.Wrapped(Indent + 2, "", new Ink(_page.Printed(_words.TermName(objective.Term)) + ".", Tint.Accomplishment), _page.Printed(objective.Text));
        }

        WriteCourses(gap);
        if (!gap.Questions.IsEmpty)
        {
            _page.Wrapped(Indent, "", new Ink($"{PlanWords.QuestionsTitle}:", Tint.Heading));
            foreach (var question in gap.Questions)
            {
                _page.Wrapped(Indent + 4, $"{new string(' ', Indent + 2)}{_page.Dash}", _page.Printed(question));
            }
        }
    }

    private void WriteCourses(PlannedGap gap)
    {
        if (!_words.HasCatalog)
        {
            return;
        }

        _page.Wrapped(Indent, "", new Ink($"{PlanWords.CoursesTitle}:", Tint.Heading), gap.Courses.IsEmpty ? PlanWords.NoCourses : "");
        foreach (var course in gap.Courses)
        {
            _page.Wrapped(Indent + 4, $"{new string(' ', Indent + 2)}{_page.Dash}", new Ink(_page.Printed(course.Title), Tint.Strong), _page.Printed(PlanWords.About(course)));
        }
    }

    private void Say(string words) => _page.Wrapped(2, "  ", _page.Printed(words));
}
