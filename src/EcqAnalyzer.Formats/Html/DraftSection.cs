using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Html;

/// <summary>
/// The draft as it reads, every character of it, each sentence marked by its type: a word at its head, an underline of its own
/// and a colour. A sentence is a link to why it was read so; the script shows the same beside the text. Below stands every
/// sentence with its reasons, for whoever reads without the script or on paper.
/// </summary>
internal static class DraftSection
{
    private static readonly (string Type, string Meaning)[] Meanings =
    [
        (Wording.Id(StatementType.Challenge), "what stood in the way"),
        (Wording.Id(StatementType.Context), "where and when it was"),
        (Wording.Id(StatementType.Action), "what you did, once"),
        (Wording.Id(StatementType.Result), "what came of it"),
        (Wording.Id(StatementType.Duty), "what the post asks"),
    ];

    public static Markup Of(ReportView view)
    {
        if (view.Analysis.Statements.IsEmpty)
        {
            return Markup.Empty;
        }

        return Markup.Of($"""
            <h2 id="draft-title">The draft, sentence by sentence</h2>
            <p class="lead">Each sentence opens with what it does. Follow one to see why it was read so.</p>
            {Tools(view)}
            <div class="desk">
            <div class="paper">{new DraftText(view).Blocks()}</div>
            <div class="side">{Key}<aside class="inspector" id="inspector" aria-label="Why a sentence was read so" tabindex="-1" hidden></aside></div>
            </div>
            <details class="more" id="why"><summary>Every sentence, and why it was read so</summary>
            <ol class="whys">{view.Analysis.Statements.Where(statement => !statement.IsHeading).Select(statement => WhyItem.Of(view, statement))}</ol>
            </details>
            """);
    }

    private static Markup Key => Markup.Of($"""
        <div class="key"><ul>{Meanings.Select(each => Markup.Of($"""
            <li><span class="s {each.Type}"><span class="type">{each.Type}</span> thus</span> {each.Meaning}</li>
            """))}<li>Unmarked: neither, such as an opinion or a title</li></ul></div>
        """);

    /// <summary>For the script alone.</summary>
    private static Markup Tools(ReportView view)
    {
        var lit = view.Analysis.Competencies.Where(score => !score.Shares.IsEmpty).ToList();
        return lit.Count == 0 ? Markup.Empty : Markup.Of($"""
            <p class="tools" hidden><label for="light">Light the sentences of</label>
            <select id="light"><option value="">nothing</option>{lit.Select(score =>
                Markup.Of($"""<option value="c-{score.Competency.Name}">{view.NameOf(score.Competency)}</option>"""))}</select>
            <span id="lit" role="status"></span></p>
            """);
    }
}
