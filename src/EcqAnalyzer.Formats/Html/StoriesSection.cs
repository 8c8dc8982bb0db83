using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Html;

/// <summary>The stories found, each with its parts from challenge to result: a part that is missing is what a board asks for.</summary>
internal static class StoriesSection
{
    private static readonly StatementType[] Parts =
        [StatementType.Challenge, StatementType.Context, StatementType.Action, StatementType.Result];

    public static Markup Of(ReportView view) => view.Analysis.Stories.IsEmpty ? Markup.Empty : Markup.Of($"""
        <h2 id="stories-title">The stories it tells</h2>
        <p class="lead">A story holds when its challenge, context, action and result are all told, and the result is measured.</p>
        <ol class="stories">{view.Analysis.Stories.Select((story, index) => Story(view, story, index + 1))}</ol>
        """);

    private static Markup Story(ReportView view, Story story, int number)
    {
        var told = story.Of(view.Analysis.Statements);
        var competencies = view.Analysis.Competencies
            .Where(score => score.Shares.Any(share => share.Side == Side.Accomplishment && story.Statements.Contains(share.Sentence)))
            .Select(score => view.NameOf(score.Competency))
            .ToList();
        return Markup.Of($"""
            <li id="story-{number}" class="story"><h3>Story {number}</h3>
            <p class="place">{(told.IsEmpty ? Markup.Empty : Markup.Of($"{view.PlaceOf(story.Span)}: {view.Quote(told[0].Sentence.Index)}"))}</p>
            <ul class="told">{Parts.Select(part => Part(part, told.Count(statement => statement.Type == part)))}
            {Part("measured result", told.Count(statement => statement is { Measured: true, Type: StatementType.Action or StatementType.Result }))}</ul>
            {(competencies.Count == 0 ? Markup.Empty : Markup.Of($"<p><b>Shows</b> {string.Join(", ", competencies)}.</p>"))}
            </li>
            """);
    }

    private static Markup Part(StatementType part, int count) => Part(Wording.Id(part), count);

    private static Markup Part(string name, int count) => count == 0
        ? Markup.Of($"""<li class="missing"><span aria-hidden="true">–</span> no {name}</li>""")
        : Markup.Of($"""<li><span aria-hidden="true">✓</span> {name}{(count > 1 ? $" in {count} sentences" : "")}</li>""");
}
