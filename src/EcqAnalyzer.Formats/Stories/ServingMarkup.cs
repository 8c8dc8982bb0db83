using EcqAnalyzer.Formats.Html;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Stories;

/// <summary>The plan as a picture: a card for each ECQ with a bar for each of its competencies and the stories that should serve it;
/// then what is lost, and what is told twice.</summary>
internal static class ServingMarkup
{
    private const string Arrow = "→";

    public static Markup Plan(StoriesView view) => view.Book.Plan is not { } plan ? Markup.Empty : Markup.Of($"""
        <h2 id="plan-title">Which story should serve which ECQ</h2>
        <p class="lead">{StoriesView.Rule(plan)} {StoriesView.Reached(plan)}</p>
        <ul class="cards">{plan.Ecqs.Select(ecq => Card(view, ecq))}</ul>
        {Fundamental(view, plan)}
        """);

    public static Markup Lost(StoriesView view)
    {
        if (view.Book.Plan is not { } plan)
        {
            return Markup.Empty;
        }

        var (none, elsewhere) = (view.ShownByNone(), view.ShownElsewhere().ToList());
        var left = plan.LeftOut.Where(left => left.Price is not null).OrderBy(left => left.Price!.Points).ToList();
        var idle = plan.LeftOut.Where(left => left.Price is null).ToList();
        return Markup.Of($"""
            <h2 id="lost-title">What is lost</h2>
            <p><b class="none">Recognized in no story:</b> {(none.Count == 0 ? "nothing is missing" : string.Join(", ", none))}.</p>
            {(elsewhere.Count == 0 ? Markup.Empty : Markup.Of($"""<p><b class="duty">Shown only by stories that serve another ECQ or none:</b> {Joined(elsewhere.Select(each => Markup.Of($"{view.Name(each.Competency)} ({Links(view, each.ShownBy)})")))}.</p>"""))}
            {(left.Count == 0 ? Markup.Empty : Table(view, left))}
            {(idle.Count == 0 ? Markup.Empty : Markup.Of($"<p>Nothing that an ECQ asks for was recognized in {Links(view, idle.Select(each => each.Story))}.</p>"))}
            """);
    }

    public static Markup Same(StoriesView view) => view.Book.Same.IsEmpty ? Markup.Empty : Markup.Of($"""
        <h2 id="twice-title">Told twice</h2>
        <p class="lead">Coaches of ECQ writing advise against telling one deed under two ECQs, so a plan tells it once. What happened at another time that shows the same?</p>
        <ul class="twice">{view.Book.Same.GroupBy(same => same.First).Select(again => Markup.Of($"""
            <li>{Story(view, again.Key)} again in {Joined(again.Select(same => Markup.Of($"{Link(view, same.Second)} ({Wording.Whole(100 * same.Shared)} % of the shorter one’s words)")))}
            {again.SelectMany(same => view.Numbers(same).Select(pair => Markup.Of($"""<span class="why none" dir="auto">{view.Label(same.First)} says {pair.First}, {view.Label(same.Second)} says {pair.Second}: is it the same count?</span>""")))}</li>
            """))}</ul>
        """);

    public static Markup Link(StoriesView view, int story) => Markup.Of($"""<a href="#story-{story + 1}">{view.Label(story)}</a>""");

    private static Markup Card(StoriesView view, ServedEcq served) => Markup.Of($"""
        <li class="card"><h3>{view.EcqOf(served.Ecq).Name}</h3>
        <p class="place">{served.Competencies.Count(each => each.IsShown)} of {served.Competencies.Length} shown, {StoriesView.Points(served.Points)}</p>
        <ul class="strengths">{served.Competencies.Select(each => Competency(view, each))}</ul>
        {(served.Stories.IsEmpty ? Markup.Of($"""<p class="none"><b>No story serves it:</b> {StoriesView.WhyUnserved(served)}.</p>""") : Markup.Of($"<ul>{served.Stories.Select(serving => Serving(view, serving))}</ul>"))}
        {(served.Unbound > served.Points ? Markup.Of($"""<p class="quiet">Alone it would have {Links(view, served.Alone)}, {StoriesView.Points(served.Unbound - served.Points)} more.</p>""") : Markup.Empty)}
        </li>
        """);

    private static Markup Competency(StoriesView view, PlannedCompetency planned) => Markup.Of($"""
        <li><span>{view.Name(planned.Competency)}</span>{HtmlCharts.Strength(planned.Strength)}<b>{Wording.Whole(planned.Strength)}<span class="unseen"> of 100</span></b>
        <span class="rung">{HtmlCharts.Ladder(planned.Rung)}<span>{(planned.IsShown ? $"{(int)planned.Rung} {Wording.Name(planned.Rung)}" : "not shown")}</span></span></li>
        """);

    private static Markup Serving(StoriesView view, ServingStory serving) => Markup.Of($"""
        <li class="serving">{Story(view, serving.Story)}<span class="why">Without it, the best plan has {view.Price(serving.Price, Arrow)}.</span></li>
        """);

    private static Markup Story(StoriesView view, int story) => Markup.Of($"""
        <b>{Link(view, story)}</b> <q dir="auto">{view.FirstWords(view.Book.Stories[story])}</q>
        """);

    private static Markup Fundamental(StoriesView view, StoryPlan plan) => plan.Fundamental.IsEmpty ? Markup.Empty : Markup.Of($"""
        <h3 class="over">Over all of them: fundamental competencies, wherever told</h3>
        <ul class="strengths">{plan.Fundamental.Select(each => Competency(view, each))}</ul>
        """);

    private static Markup Table(StoriesView view, List<LeftOutStory> left) => Markup.Of($"""
        <div class="scroll" role="region" aria-label="Stories left out" tabindex="0"><table class="rows">
        <caption>Left out, the dearest last: what the best plan that tells it has less</caption>
        <thead><tr><th scope="col">Story</th><th scope="col">First words</th><th scope="col" class="number">Points</th><th scope="col">What moves</th></tr></thead>
        <tbody>{left.Select(each => Markup.Of($"""
            <tr><th scope="row">{Link(view, each.Story)}</th><td dir="auto">{view.FirstWords(view.Book.Stories[each.Story])}</td><td class="number">{Wording.Number(each.Price!.Points)}</td>
            <td>{(each.SameAs is { } same ? Markup.Of($"tells the deed of {Link(view, same)}; ") : Markup.Empty)}{view.Price(each.Price, Arrow)}</td></tr>
            """))}</tbody></table></div>
        """);

    private static Markup Links(StoriesView view, IEnumerable<int> stories) => Joined(stories.Select(story => Link(view, story)));

    private static Markup Joined(IEnumerable<Markup> pieces) =>
        Markup.Join(pieces.Select((piece, i) => i == 0 ? piece : Markup.Of($", {piece}")));
}
