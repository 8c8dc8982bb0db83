using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Html;

/// <summary>The pictures of reports, as SVG that takes its colours from the style sheet. They are hidden from screen readers:
/// whoever draws one says the same beside it in words.</summary>
public static class HtmlCharts
{
    private const int Rungs = 5;

    /// <summary>The product's picture: accomplishments above, duties below, each of 100, and a thin line over the first where
    /// the strength probably lies.</summary>
    public static Markup Strengths(double accomplishment, double duty, Interval? interval) => Markup.Of($"""
        <svg class="bars" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="track" x="0" y="1" width="100" height="8"/><rect class="track" x="0" y="11" width="100" height="8"/>
        <rect class="fill-did" x="0" y="1" width="{accomplishment}" height="8"/>{Whisker(interval)}
        <rect class="fill-duty" x="0" y="11" width="{duty}" height="8"/>
        </svg>
        """);

    /// <summary>One strength of 100.</summary>
    public static Markup Strength(double accomplishment) => Markup.Of($"""
        <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" x="0" y="0" width="100" height="8"/><rect class="fill-did" x="0" y="0" width="{accomplishment}" height="8"/></svg>
        """);

    /// <summary>The same in two versions: filled is what both have, pale what was won, a frame what was lost.</summary>
    public static Markup Shifts(CompetencyScore old, CompetencyScore @new) => Markup.Of($"""
        <svg class="bars" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {Shift(1, "did", old.Accomplishment, @new.Accomplishment)}
        {Shift(11, "duty", old.Duty, @new.Duty)}
        </svg>
        """);

    /// <summary>The evidence ladder: a step for each rung reached.</summary>
    public static Markup Ladder(Rung rung) => Markup.Of($"""
        <svg class="ladder" viewBox="0 0 44 20" aria-hidden="true" focusable="false">{Enumerable.Range(1, Rungs).Select(step => Step(step, rung))}</svg>
        """);

    private static Markup Shift(int y, string side, double old, double now)
    {
        var change = now > old ? $"fill-won-{side}" : "fill-lost";
        return Markup.Of($"""
            <rect class="track" x="0" y="{y}" width="100" height="8"/><rect class="fill-{side}" x="0" y="{y}" width="{Math.Min(old, now)}" height="8"/>
            <rect class="{change}" x="{Math.Min(old, now)}" y="{y}" width="{Math.Abs(now - old)}" height="8"/>
            """);
    }

    /// <summary>Shares of a whole: what was done, what was only said, and the rest as the track.</summary>
    public static Markup Shares(double done, double said, double whole) => Markup.Of($"""
        <svg class="bars shares-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="track" x="0" y="1" width="100" height="8"/>
        <rect class="fill-did" x="0" y="1" width="{100 * done / whole}" height="8"/>
        <rect class="fill-duty" x="{100 * done / whole}" y="1" width="{100 * said / whole}" height="8"/>
        </svg>
        """);

    /// <summary>A line through numbers from 0 to <paramref name="most"/>, the last one marked.</summary>
    public static Markup Line(IReadOnlyList<double> numbers, double most)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        double X(int place) => 3 + 54.0 * place / Math.Max(1, numbers.Count - 1);
        double Y(double number) => 17 - 14 * number / Math.Max(1, most);
        var points = string.Join(' ', numbers.Select((number, place) => FormattableString.Invariant($"{X(place):0.##},{Y(number):0.##}")));
        return Markup.Of($"""
            <svg class="line" viewBox="0 0 60 20" aria-hidden="true" focusable="false"><polyline points="{points}"/>
            <circle cx="{X(numbers.Count - 1)}" cy="{Y(numbers[^1])}" r="2.5"/></svg>
            """);
    }

    private static Markup Step(int step, Rung rung)
    {
        var reached = step > (int)rung ? "step" : rung >= Rung.Action ? "step step-did" : "step step-said";
        return Markup.Of($"""<rect class="{reached}" x="{9 * (step - 1)}" y="{16 - 3 * step}" width="8" height="{4 + 3 * step}" rx="1"/>""");
    }

    private static Markup Whisker(Interval? interval) => interval is { } sure && sure.High > sure.Low
        ? Markup.Of($"""<rect class="whisker" x="{sure.Low}" y="4.25" width="{sure.High - sure.Low}" height="1.5"/>""")
        : Markup.Empty;

    /// <summary>How often each level stands, as columns: filled where it was decided, framed where it was proposed.</summary>
    public static Markup Levels(ImmutableArray<int> proposed, ImmutableArray<int> decided)
    {
        var most = Math.Max(1, proposed.Concat(decided).DefaultIfEmpty().Max());
        return Markup.Of($"""
            <svg class="levels" viewBox="0 0 {20 * proposed.Length} 40" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="level-base" x="0" y="39" width="{20 * proposed.Length}" height="1"/>
            {decided.Select((count, level) => LevelColumn("level-decided", level, count, most))}{proposed.Select((count, level) => LevelColumn("level-proposed", level, count, most))}
            </svg>
            """);
    }

    /// <summary>A part of a whole.</summary>
    public static Markup Share(int count, int of) => Markup.Of($"""
        <svg class="share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" x="0" y="0" width="100" height="10"/><rect class="fill-did" x="0" y="0" width="{(of == 0 ? 0 : 100.0 * count / of)}" height="10"/></svg>
        """);

    private static Markup LevelColumn(string look, int level, int count, int most) => count == 0 ? Markup.Empty : Markup.Of($"""
        <rect class="{look}" x="{20 * level + 3}" y="{39 - 37.0 * count / most}" width="14" height="{37.0 * count / most}"/>
        """);
}
