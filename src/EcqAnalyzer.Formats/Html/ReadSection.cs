using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Html;

/// <summary>What was read, what was kept apart with its text, and what is doubtful.</summary>
internal static class ReadSection
{
    public static Markup Of(ReportView view)
    {
        var extraction = view.Analysis.Document.Draft.Extraction;
        return Markup.Of($"""
            <h2 id="read-title">What was read</h2>
            <dl class="pairs">
            <div><dt>Text</dt><dd>{string.Join(", ", Summary.Sizes(view.Analysis))}</dd></div>
            {Setup(extraction.Setup)}
            {extraction.Notes.Select(Note)}
            </dl>
            """);
    }

    private static Markup Note(ExtractionNote note) => Markup.Of($"""
        <div><dt>{Grade(note.Grade)}</dt><dd><span dir="auto">{note.Message}</span>{Apart(note)}</dd></div>
        """);

    private static string Grade(ExtractionGrade grade) => grade switch
    {
        ExtractionGrade.Read => "Read",
        ExtractionGrade.Apart => "Kept apart",
        ExtractionGrade.Doubtful => "Doubtful",
        _ => "Unreadable",
    };

    private static Markup Apart(ExtractionNote note) => note.Apart.IsEmpty ? Markup.Empty : Markup.Of($"""
        <details class="more"><summary>its text</summary><ul class="places">{note.Apart.Select(text => Markup.Of($"""<li dir="auto">{text}</li>"""))}</ul></details>
        """);

    private static Markup Setup(PageSetup? setup)
    {
        if (setup is null)
        {
            return Markup.Empty;
        }

        var fonts = setup.Fonts.Take(3).Select(font => FormattableString.Invariant($"{font.Name} {font.Size:0.#} pt"));
        var size = setup.Size is { } page ? Markup.Of($"{page.Width / 72} × {page.Height / 72} inches. ") : Markup.Empty;
        return Markup.Of($"<div><dt>Page</dt><dd>{size}Fonts, most used first: {string.Join(", ", fonts)}.</dd></div>");
    }
}
