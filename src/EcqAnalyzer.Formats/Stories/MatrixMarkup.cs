using EcqAnalyzer.Formats.Html;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Stories;

/// <summary>Story by competency as a table: in a cell the rung and, smaller, the strength. Stories of the plan are marked under the ECQ
/// that they serve.</summary>
internal static class MatrixMarkup
{
    public static Markup Of(StoriesView view)
    {
        var looked = view.Book.Competencies.Select(each => each.Id).ToHashSet();
        var ecqs = view.Framework.Ecqs
            .Select(ecq => ecq with { Competencies = [.. ecq.Competencies.Where(each => looked.Contains(each.Id))] })
            .Where(ecq => !ecq.Competencies.IsEmpty)
            .ToList();
        return view.Book.Stories.IsEmpty ? Markup.Empty : Markup.Of($"""
            <h2 id="matrix-title">Story by competency</h2>
            <p class="lead">{StoriesView.HowRead} Rung 3: an action shows it, 4: a result that it led to, 5: a measured result of wide
            reach. A frame stands around what the plan uses.</p>
            <div class="scroll" role="region" aria-label="Table of stories and competencies" tabindex="0"><table class="matrix">
            <thead><tr><th scope="col" rowspan="2">Story</th>{ecqs.Select(ecq => Markup.Of($"""<th scope="colgroup" colspan="{ecq.Competencies.Length}">{ecq.Name}</th>"""))}</tr>
            <tr>{ecqs.SelectMany(ecq => ecq.Competencies.Select((each, i) => Markup.Of($"""<th scope="col" class="{Edge(i)}"><span>{each.Name}</span></th>""")))}</tr></thead>
            <tbody>{view.Book.Stories.Select((story, i) => Row(view, ecqs, story, i))}</tbody></table></div>
            """);
    }

    private static Markup Row(StoriesView view, List<Ecq> ecqs, ToldStory story, int number)
    {
        var serves = view.Book.Plan?.Ecqs.FirstOrDefault(ecq => ecq.Stories.Any(serving => serving.Story == number))?.Ecq;
        return Markup.Of($"""
            <tr><th scope="row"><b>{ServingMarkup.Link(view, number)}</b> <span dir="auto">{view.FirstWords(story)}</span></th>
            {ecqs.SelectMany(ecq => ecq.Competencies.Select((each, i) => Cell(story.Find(each.Id), $"{Edge(i)}{(ecq.Id == serves ? " used" : "")}")))}</tr>
            """);
    }

    private static Markup Cell(ShownByStory? shown, string look) => shown is null
        ? Markup.Of($"""<td class="{look}"></td>""")
        : Markup.Of($"""<td class="{look} r{(int)shown.Rung}"><b><span class="unseen">rung </span>{(int)shown.Rung}</b> <span><span class="unseen">strength </span>{Wording.Whole(shown.Strength)}</span></td>""");

    /// <summary>The first competency of an ECQ has a line before it.</summary>
    private static string Edge(int competency) => competency == 0 ? "edge" : "mid";
}
