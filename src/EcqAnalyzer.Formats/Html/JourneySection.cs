using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Html;

/// <summary>The leadership journey: on which of the five levels the best evidence of each competency stands, as five steps.</summary>
internal static class JourneySection
{
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
            <ol class="stairs">{LevelWords.All.Select(step => Stair(view, step))}</ol>
            {(untold.Count == 0 ? Markup.Empty : Markup.Of($"""<p class="quiet"><b>Reach not told:</b> {string.Join(", ", untold)}.</p>"""))}
            """);
    }

    private static Markup Stair(ReportView view, LevelWords step)
    {
        var deeds = view.Analysis.Statements.Count(
            statement => statement.Level == step.Level && statement.Type is StatementType.Action or StatementType.Result);
        var best = view.Analysis.Competencies
            .Where(score => score.Level == step.Level)
            .OrderByDescending(score => score.Accomplishment)
            .Select(score => Markup.Of($"""<li><a href="#c-{score.Competency.Name}">{view.NameOf(score.Competency)}</a></li>"""))
            .ToList();
        return Markup.Of($"""
            <li class="stair stair-{Wording.Id(step.Level)}"><div class="tread"><h3>{step.Name}</h3><p>{step.Meaning}</p>
            <p class="count">{(deeds == 0 ? "no deeds or results" : Wording.Count(deeds, "deed or result", "deeds and results"))}</p></div>
            {(best.Count == 0 ? Markup.Empty : Markup.Of($"<ul>{best}</ul>"))}</li>
            """);
    }
}
