using EcqAnalyzer.Formats.Html;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Planning;

/// <summary>A plan as a page: the journey as a picture that is a table, and a card for each gap.</summary>
internal sealed class PlanPage
{
    private const string Style = "plan.css";

    private readonly ImprovementPlan _plan;
    private readonly PlanWords _words;

    private PlanPage(ImprovementPlan plan) => (_plan, _words) = (plan, new PlanWords(plan));

    public static void Write(ImprovementPlan plan, Stream stream)
    {
        var page = new PlanPage(plan);
        var isMade = page._words.WhyNone is null;
        HtmlPage.Write(stream, $"{PlanWords.Title}: {page._words.File} – EcqAnalyzer", page.Head(),
        [
            new("journey", "Journey", isMade ? page.Journey() : Markup.Empty),
            new("gaps", "Gaps", isMade ? page.Gaps() : Markup.Empty),
            new("rest", "Other gaps", isMade ? page.Rest() : Markup.Empty),
            new("versions", "Versions", VersionsSection.Of(plan.Analysis.Provenance, [plan.Analysis.Document.Draft.File])),
        ], Style);
    }

    private Markup Head() => Markup.Of($"""
        <header class="head">
        <p class="brand">EcqAnalyzer · {PlanWords.Title}</p>
        <h1 dir="auto">{_words.File}</h1>
        <p class="sizes">{_words.Judged}</p>
        {(_words.WhyNone is { } reason ? Markup.Of($"""<p class="trouble"><strong>No plan.</strong> {reason}</p>""") : Markup.Empty)}
        </header>
        """);

    private Markup Journey() => Markup.Of($"""
        <h2 id="journey-title">{PlanWords.JourneyTitle}</h2>
        <p class="lead">{PlanWords.JourneyLead}</p>
        <div class="wide" role="region" aria-label="The journey, competency by level" tabindex="0"><table class="levels">
        <thead><tr><th scope="col">Competency</th>{LevelWords.All.Select(level => Markup.Of($"""<th scope="col"><span class="long">{level.Name}</span><span class="short" aria-hidden="true">{level.Short}</span> <span class="meaning">{level.Meaning}</span></th>"""))}</tr></thead>
        <tbody>{_words.Places.Select(Row)}</tbody></table></div>
        <ul class="stands">{_words.Stands.Select(stand => Markup.Of($"<li>{stand}</li>"))}</ul>
        """);

    private static Markup Row(JourneyPlace place) => Markup.Of($"""
        <tr><th scope="row">{place.Competency.Name}</th>{LevelWords.All.Select(level => Cell(place, level.Level))}</tr>
        """);

    private static Markup Cell(JourneyPlace place, Level level)
    {
        var (isShown, isMapped) = (place.Shown == level, place.Map.Contains(level));
        var words = (isShown, isMapped) switch
        {
            (true, true) => "evidence, and its level on the map",
            (true, false) => "evidence",
            (false, true) => "its level on the map",
            _ => "",
        };
        var mark = words.Length == 0 ? Markup.Empty : Markup.Of($"""
            <span class="spot{(isShown ? " spot-shown" : "")}{(isMapped ? " spot-mapped" : "")}"></span><span class="unseen">{words}</span>
            """);
        return Markup.Of($"""<td class="{(place.Shown >= level ? "reached" : "ahead")}">{mark}</td>""");
    }

    private Markup Gaps() => Markup.Of($"""
        <h2 id="gaps-title">{PlanWords.GapsTitle}</h2>
        <p class="lead">{_words.Count}</p>
        {(_plan.Gaps.IsEmpty ? Markup.Empty : Markup.Of($"""<details class="more"><summary>How the weights are made</summary><p>{_plan.Formula}</p></details>"""))}
        {(_words.CatalogUse is { } use ? Markup.Of($"""<p class="quiet">{use}</p>""") : Markup.Empty)}
        <ol class="gaps">{_words.Planned.Select(Gap)}</ol>
        """);

    private Markup Gap(PlannedGap gap, int index) => Markup.Of($"""
        <li class="gap"><h3>{index + 1}. {gap.Competency.Name} <span class="place">{gap.Ecq.Name}</span></h3>
        <p dir="auto">{gap.Says}{(_words.Place(gap) is { } place ? Markup.Of($""" <span class="place">{place}</span>""") : Markup.Empty)}</p>
        <p class="weight">Weight: {PlanWords.Weight(gap)}</p>
        <p><b>{PlanWords.EvidenceTitle}:</b> {gap.Evidence}.</p>
        <dl class="objectives">{gap.Objectives.Select(objective => Markup.Of($"""<div><dt>{_words.TermName(objective.Term)}</dt><dd dir="auto">{objective.Text}</dd></div>"""))}</dl>
        {Courses(gap)}{Questions(gap)}</li>
        """);

    private Markup Courses(PlannedGap gap) => !_words.HasCatalog ? Markup.Empty : Markup.Of($"""
        <h4>{PlanWords.CoursesTitle}</h4>
        {(gap.Courses.IsEmpty ? Markup.Of($"<p>{PlanWords.NoCourses}</p>") : Markup.Of($"""<ul class="listed">{gap.Courses.Select(course => Markup.Of($"""<li dir="auto"><b>{course.Title}</b> {PlanWords.About(course)}</li>"""))}</ul>"""))}
        """);

    private static Markup Questions(PlannedGap gap) => gap.Questions.IsEmpty ? Markup.Empty : Markup.Of($"""
        <h4>{PlanWords.QuestionsTitle}</h4><ul class="listed">{gap.Questions.Select(question => Markup.Of($"<li>{question}</li>"))}</ul>
        """);

    private Markup Rest() => _words.Others.Count == 0 ? Markup.Empty : Markup.Of($"""
        <h2 id="rest-title">{PlanWords.RestTitle}</h2>
        <ul class="rest">{_words.Others.Select(gap => Markup.Of($"""<li><b>{Wording.Number(gap.Weight)}</b><span dir="auto"><b>{gap.Competency.Name}.</b> {gap.Says}</span></li>"""))}</ul>
        """);
}
