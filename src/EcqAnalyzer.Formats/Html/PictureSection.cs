using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Html;

/// <summary>
/// The product's picture: by ECQ, each competency with what was done and what the post asks side by side, its rung, and, opened,
/// the sentences that make its numbers. What the draft does not show is named on one line, so that the eye stays on what there
/// is; what no rules look for is never called absent.
/// </summary>
internal static class PictureSection
{
    public static Markup Of(ReportView view)
    {
        if (view.Framework.IsVocabularyOnly)
        {
            return Languages(view);
        }

        if (!view.IsScored)
        {
            return Markup.Empty;
        }

        var ecqs = view.Framework.Ecqs
            .Select(ecq => new EcqPicture(ecq, Summary.ScoresOf(view.Analysis, ecq), view.Analysis.Ecqs.FirstOrDefault(score => score.Ecq == ecq.Id)))
            .Where(picture => picture.Total is not null)
            .ToList();
        return Markup.Of($"""
            <h2 id="picture-title">What the draft shows</h2>
            <p class="lead">For each competency two strengths of 100: above, what you <b class="did">did</b>; below, what a post
            <b class="duty">asks</b> of whoever holds it. Much below and little above is worth your evening. A competency counts as shown where a deed
            or a result shows it. Open one to see its sentences; they are lit in the draft, too.</p>
            <ul class="coverage" aria-label="Coverage by ECQ">{ecqs.Select(Coverage)}</ul>
            {ecqs.Select(picture => Group(view, picture))}
            {CarryOverList.Of(view)}
            {Legend(view)}
            """);
    }

    private static Markup Coverage(EcqPicture picture) => Markup.Of($"""
        <li><a href="#ecq-{picture.Ecq.Id.Name}"><span class="coverage-name">{picture.Ecq.Name}</span>
        <span class="coverage-count"><b>{picture.Total!.Shown}</b> of {picture.Total.Of} shown</span>
        <span class="pips" aria-hidden="true">{picture.Scores.OrderByDescending(score => score.Rung).Select(Pip)}</span></a></li>
        """);

    private static Markup Pip(CompetencyScore score) => score.Rung switch
    {
        >= Rung.Action => Markup.Of($"""<i class="pip pip-did"></i>"""),
        > Rung.Absent => Markup.Of($"""<i class="pip pip-said"></i>"""),
        _ => Markup.Of($"""<i class="pip"></i>"""),
    };

    private static Markup Group(ReportView view, EcqPicture picture)
    {
        var absent = picture.Scores.Where(score => score.Rung == Rung.Absent).Select(score => view.NameOf(score.Competency)).ToList();
        return Markup.Of($"""
            <section class="ecq" aria-labelledby="ecq-{picture.Ecq.Id.Name}">
            <h3 id="ecq-{picture.Ecq.Id.Name}">{picture.Ecq.Name}</h3>
            {picture.Scores.Where(score => score.Rung > Rung.Absent).Select(score => CompetencyRow.Of(view, score))}
            {(absent.Count == 0 ? Markup.Empty : Markup.Of($"""<p class="absent"><b>Nothing found:</b> {string.Join(", ", absent)}.</p>"""))}
            </section>
            """);
    }

    private static Markup Legend(ReportView view)
    {
        var without = Summary.NotLookedFor(view.Framework).ToList();
        var notLookedFor = without.Count == 0 ? Markup.Empty : Markup.Of($"""
            <p><b>Not looked for</b>, as there are no rules for them yet: {string.Join(", ", without)}.</p>
            """);
        return Markup.Of($"""
            <div class="legend">
            <p><b>Rungs:</b> 1 claimed, 2 duty, 3 action, 4 result that it led to, 5 measured result at the scope of programs or the
            organization. The thin line over a bar shows where the strength probably lies.
            <b class="doubt">Look yourself</b> stands where evidence is thin or disagrees: there a range takes the place of the number.</p>
            {notLookedFor}
            </div>
            """);
    }

    private static Markup Languages(ReportView view) => Markup.Of($"""
        <h2 id="picture-title">The language it speaks</h2>
        {(view.Analysis.Languages.IsEmpty ? Markup.Of($"<p>Too few words of {view.Framework.Name} stand in the draft to name one.</p>") : Markup.Empty)}
        {view.Analysis.Languages.Select(language => Language(view, language))}
        <p class="quiet">{view.Framework.Name} serve here as words to talk with. They tell how the text sounds, are no score, and say
        nothing about the person who wrote it.</p>
        """);

    private static Markup Language(ReportView view, SpokenLanguage language)
    {
        var words = language.Places.Select(place => $"“{place.Of(view.Text)}”").Distinct().Take(12);
        return Markup.Of($"""
            <h3>{view.NameOf(language.Of)}</h3>
            <p>{view.Framework.FindCompetency(language.Of.Name)?.Definition}
            {Wording.Count(language.Places.Length, "place")}, such as <span dir="auto">{string.Join(", ", words)}</span>.</p>
            """);
    }

    private sealed record EcqPicture(Ecq Ecq, List<CompetencyScore> Scores, EcqScore? Total);
}
