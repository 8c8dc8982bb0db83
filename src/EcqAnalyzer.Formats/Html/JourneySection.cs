using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Html;

/// <summary>The leadership journey: on which of the five levels the best evidence of each competency stands, as five steps.</summary>
internal static class JourneySection
{
    private static readonly (Level Level, string Name, string Meaning)[] Steps =
    [
        (Level.Self, "Self", "your own work"),
        (Level.Projects, "Projects", "a task with an end"),
        (Level.People, "People", "a team or staff"),
        (Level.Programs, "Programs", "several teams, a program"),
        (Level.Organization, "Organization", "the agency and beyond"),
    ];

    public static Markup Of(ReportView view)
    {
        if (!view.IsScored)
        {
            return Markup.Empty;
        }

        var untold = view.Analysis.Competencies
            .Where(score => score.Accomplishment > 0 && score.Level is null)
            .Select(score => view.NameOf(score.Competency))
            .ToList();
        return Markup.Of($"""
            <h2 id="journey-title">The journey: how far the evidence reaches</h2>
            <p class="lead">Each competency stands on the highest level at which a deed or result shows it. Executive work is told at
            the two on the right.</p>
            <ol class="stairs">{Steps.Select(step => Stair(view, step.Level, step.Name, step.Meaning))}</ol>
            {(untold.Count == 0 ? Markup.Empty : Markup.Of($"""<p class="quiet"><b>Reach not told:</b> {string.Join(", ", untold)}.</p>"""))}
            """);
    }

    private static Markup Stair(ReportView view, Level level, string name, string meaning)
    {
        var deeds = view.Analysis.Statements.Count(
            statement => statement.Level == level && statement.Type is StatementType.Action or StatementType.Result);
        var best = view.Analysis.Competencies
            .Where(score => score.Level == level)
            .OrderByDescending(score => score.Accomplishment)
            .Select(score => Markup.Of($"""<li><a href="#c-{score.Competency.Name}">{view.NameOf(score.Competency)}</a></li>"""))
            .ToList();
        return Markup.Of($"""
            <li class="stair stair-{Wording.Id(level)}"><div class="tread"><h3>{name}</h3><p>{meaning}</p>
            <p class="count">{(deeds == 0 ? "no deeds or results" : Wording.Count(deeds, "deed or result", "deeds and results"))}</p></div>
            {(best.Count == 0 ? Markup.Empty : Markup.Of($"<ul>{best}</ul>"))}</li>
            """);
    }
}
