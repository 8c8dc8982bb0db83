using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Html;

/// <summary>The stories found, each with its parts from challenge to result: a part that is missing is what a board asks for.</summary>
internal static class StoriesSection
{
    public static Markup Of(ReportView view) => view.Analysis.Stories.IsEmpty ? Markup.Empty : Markup.Of($"""
        <h2 id="stories-title">The stories it tells</h2>
        <p class="lead">{(IsOfLines(view)
            ? "Each line that tells a deed is a story of its own. It holds when its result is told and measured."
            : "A story holds when its challenge, context, action and result are all told, and the result is measured.")}</p>
        <ol class="stories">{view.Analysis.Stories.Select((story, index) => Story(view, story, index + 1))}</ol>
        """);

    /// <summary>A line of a resume has no room for its setting: nobody misses it there.</summary>
    private static bool IsOfLines(ReportView view) => view.Analysis.Kind.Value is DraftKind.Resume or DraftKind.Duties;

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
            <ul class="told">{Parts(told, isSettingOwed: !IsOfLines(view))}</ul>
            {(competencies.Count == 0 ? Markup.Empty : Markup.Of($"<p><b>Shows</b> {string.Join(", ", competencies)}.</p>"))}
            </li>
            """);
    }

    private static IEnumerable<Markup> Parts(ImmutableArray<Statement> told, bool isSettingOwed)
    {
        foreach (var part in (StatementType[])[StatementType.Challenge, StatementType.Context, StatementType.Action])
        {
            var count = told.Count(statement => statement.Type == part);
            if (count > 0 || isSettingOwed || part == StatementType.Action)
            {
                yield return Part(Wording.Id(part), count);
            }
        }

        // A measured deed tells its result in the same sentence.
        var measured = told.Count(statement => statement is { Measured: true, Type: StatementType.Action or StatementType.Result });
        var results = told.Count(statement => statement.Type == StatementType.Result || statement is { Measured: true, Type: StatementType.Action });
        yield return Part("result", results);
        if (results > 0)
        {
            yield return Part("measured result", measured);
        }
    }

    private static Markup Part(string name, int count) => count == 0
        ? Markup.Of($"""<li class="missing"><span aria-hidden="true">–</span> no {name}</li>""")
        : Markup.Of($"""<li><span aria-hidden="true">✓</span> {name}{(count > 1 ? $" in {count} sentences" : "")}</li>""");
}
