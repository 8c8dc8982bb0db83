using System.Collections.Immutable;
using EcqAnalyzer.Formats.Html;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Comparing;

/// <summary>A comparison as a page: what the writer's changes did, then the two versions side by side or one below the other,
/// what stayed folded away, what the checks say now, and apart from all that what other rules and models made of the old text.</summary>
internal sealed class ComparisonPage
{
    private const string Style = "compare.css";
    private const string Arrow = "→";

    private readonly Comparison _comparison;
    private readonly ComparisonWords _words;

    private ComparisonPage(Comparison comparison) => (_comparison, _words) = (comparison, new ComparisonWords(comparison, Arrow));

    public static void Write(Comparison comparison, Stream stream) => new ComparisonPage(comparison).Write(stream);

    private void Write(Stream stream) => HtmlPage.Write(stream, $"{_words.Files} – EcqAnalyzer", Head(),
    [
        new("did", "What it did", Competencies()),
        new("changes", "The changes", Changes()),
        .. FateWords.Of(_comparison, _words).Select(fates => new PagePart(fates.Id, fates.Title, Fates(fates))),
        new("version", VersionWords.Title, Version()),
        new("versions", "Versions", VersionsSection.Of(_comparison.New.Provenance, [_comparison.Old.Document.Draft.File, _comparison.New.Document.Draft.File])),
    ], Style);

    private Markup Head() => Markup.Of($"""
        <header class="head">
        <p class="brand">EcqAnalyzer · What changed</p>
        <h1 dir="auto">{_words.Files}</h1>
        <p>{_words.Counts}</p>
        <p class="sizes">{_words.Judged}</p>
        {(_words.WhyNoScore is { } reason ? Markup.Of($"""<p class="trouble"><strong>No score.</strong> {reason}</p>""") : Markup.Empty)}
        </header>
        """);

    private Markup Competencies() => _words.WhyNoScore is not null || _words.Changed.Count == 0 ? Markup.Empty : Markup.Of($"""
        <h2 id="did-title">What your changes did</h2>
        <p class="lead">For each competency, strengths of 100: above, what you <b class="did">did</b>; below, what a post
        <b class="duty">asks</b>. Full colour is what both versions have, pale what was won, a dashed frame what was lost.</p>
        <ul class="shifts">{_words.Changed.Select(Competency)}</ul>
        <p class="quiet">{_words.Unchanged}</p>
        """);

    private Markup Competency(CompetencyChange change) => Markup.Of($"""
        <li><div><h3>{_words.Name(change.Competency)}</h3><p class="shift-rung">{Ladders(change)} <span>{_words.Rungs(change)}</span></p></div>
        {HtmlCharts.Shifts(change.Old, change.New)}
        <p class="numbers"><span class="did"><span class="unseen">Accomplishments </span>{_words.Moved(change.Old.Accomplishment, change.New.Accomplishment)}</span>
        <span class="duty"><span class="unseen">Duties </span>{_words.Moved(change.Old.Duty, change.New.Duty)}</span></p>
        {Because(change)}</li>
        """);

    private static Markup Ladders(CompetencyChange change) => change.Old.Rung == change.New.Rung
        ? HtmlCharts.Ladder(change.New.Rung)
        : Markup.Of($"""{HtmlCharts.Ladder(change.Old.Rung)} <span aria-hidden="true">{Arrow}</span> {HtmlCharts.Ladder(change.New.Rung)}""");

    private Markup Because(CompetencyChange change)
    {
        var because = _words.Because(change)
            .Select((each, i) => Markup.Of($"""{(i == 0 ? "By" : ",")} <a href="#change-{each.Number}">change {each.Number}</a> ({each.Did})""")).ToList();
        var rest = change.Rest == 0 ? "" : $"{(because.Count == 0 ? "" : "; ")}{Wording.Signed(change.Rest)} {ComparisonWords.RestIsOfNeighbours}";
        return Markup.Of($"""<p class="because">{because}{rest}</p>""");
    }

    private Markup Changes()
    {
        if (_words.Numbers.Count == 0)
        {
            return Markup.Empty;
        }

        var items = new List<Markup>();
        for (var at = 0; at < _comparison.Changes.Length;)
        {
            var end = at;
            while (end < _comparison.Changes.Length && _comparison.Changes[end].IsSame)
            {
                end++;
            }

            items.Add(end > at ? Stayed(at, end) : Change(_comparison.Changes[at], _words.Numbers[at]));
            at = Math.Max(end, at + 1);
        }

        return Markup.Of($"""
            <h2 id="changes-title">The changes</h2>
            <p class="lead">In the order of the new version. Words that are <del>gone</del> stand struck out, words that are <ins>new</ins>
            underlined. What stayed is folded.</p>
            <div class="layout" role="group" aria-label="Layout"><label><input type="radio" name="layout" id="side-by-side" checked> Side by side</label>
            <label><input type="radio" name="layout" id="one-below"> One below the other</label></div>
            <ol class="changes">{items}</ol>
            """);
    }

    private Markup Stayed(int from, int to) => Markup.Of($"""
        <li class="stayed"><details><summary>{Wording.Count(to - from, "sentence")} as before</summary>
        <p dir="auto">{string.Join(' ', Enumerable.Range(from, to - from).Select(at => Sentence(_comparison.New, _comparison.Changes[at].New[0])))}</p></details></li>
        """);

    private Markup Change(SentenceChange change, int number)
    {
        var effects = _words.Effects(change).ToList();
        var was = change.Old.IsEmpty || change.Kind == ChangeKind.Moved ? Markup.Empty : Version("was", _comparison.Old, change.Old, change.Without);
        var isNow = change.New.IsEmpty ? Markup.Empty : Version("now", _comparison.New, change.New, change.With);
        return Markup.Of($"""
            <li class="change change-{Wording.Id(change.Kind)}" id="change-{number}"><h3>{number}. {ComparisonWords.What(change)} <span class="place">{_words.Where(change)}</span></h3>
            <div class="pair">{was}{isNow}</div>
            {(effects.Count == 0 ? Markup.Empty : Markup.Of($"""<p class="effects">{string.Join("; ", effects)}</p>"""))}</li>
            """);
    }

    /// <summary>One side: the sentences with what is gone from them or new in them. A sentence that is gone or new as a whole is
    /// marked as a whole.</summary>
    private static Markup Version(string side, Analysis analysis, ImmutableArray<int> sentences, ImmutableArray<TextSpan> changed) => Markup.Of($"""
        <div class="{side}"><b class="label">{side}</b> <span dir="auto">{ChangedWords.Of(analysis, sentences, changed).Select(words => Words(side, words))}</span></div>
        """);

    private static Markup Words(string side, ChangedWords words) => (words.IsChanged, side) switch
    {
        (false, _) => Markup.Of($"{words.Text} "),
        (_, "was") => Markup.Of($"""<del><span class="unseen">gone: </span>{words.Text}</del> """),
        _ => Markup.Of($"""<ins><span class="unseen">new: </span>{words.Text}</ins> """),
    };

    private static string Sentence(Analysis analysis, int sentence) =>
        analysis.Document.Sentences[sentence].Span.Of(analysis.Document.Draft.Text).ToString();

    private static Markup Fates(FateWords fates) => Markup.Of($"""
        <h2 id="{fates.Id}-title">{fates.Title}</h2>
        <ul class="fates">{Group(fates, Fate.Met)}{Group(fates, Fate.New)}</ul>
        {(fates.Stands is { } stands ? Markup.Of($"""<p class="quiet">{stands}</p>""") : Markup.Empty)}
        """);

    private static IEnumerable<Markup> Group(FateWords fates, Fate fate) => fates.Of(fate).Select(line => Markup.Of($"""
        <li class="fate fate-{Wording.Id(fate)}"><span class="severity">{(fate == Fate.Met ? fates.Met : fates.New)}</span>
        <p dir="auto">{line.Message}{(line.Change is { } number ? Markup.Of($""" <a href="#change-{number}">change {number}</a>""") : Markup.Empty)}</p></li>
        """));

    private Markup Version()
    {
        if (_comparison.Version is not { } version)
        {
            return Markup.Empty;
        }

        var told = new VersionWords(version, _words);
        var scores = told.Scores.Select(each => Markup.Of($"<li><b>{each.Name}:</b> {each.Told}</li>")).ToList();
        return Markup.Of($"""
            <h2 id="version-title">{VersionWords.Title}</h2>
            <p>{told.Lead}</p>
            {(scores.Count == 0 ? Markup.Empty : Markup.Of($"""<ul class="places">{scores}</ul>"""))}
            {(told.Others is { } others ? Markup.Of($"<p>{others}</p>") : Markup.Empty)}
            """);
    }
}
