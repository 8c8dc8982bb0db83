using System.Globalization;
using EcqAnalyzer.Formats.Html;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Grading;

/// <summary>The class report as a page: what is left to do, how levels are spread, what the class misses, sentences to talk
/// about, a next exercise, and how far proposal and markers agree. START HERE: each part is a function to markup.</summary>
public sealed class ClassPage
{
    private const string Style = "class.css";

    private readonly GradedClass _graded;

    private ClassPage(GradedClass graded) => _graded = graded;

    public static void Write(GradedClass graded, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(graded);
        new ClassPage(graded).Write(stream);
    }

    private void Write(Stream stream) => HtmlPage.Write(stream, $"{_graded.Exercise.Title} – EcqAnalyzer", Head(),
    [
        new("levels", "Levels", Levels()),
        new("missed", "What is missed", Missed()),
        new("examples", "To discuss", Examples()),
        new("next", "Next exercise", Next()),
        new("alike", "Alike", Alike()),
        new("agreement", "Agreement", AgreementSection.Of(_graded)),
        new("learned", "Learned", Learned()),
        new("failed", "Not read", Failed()),
        new("versions", "Versions", _graded.Provenance is { } provenance ? VersionsSection.Of(provenance, []) : Markup.Empty),
    ], Style);

    private Markup Head()
    {
        var (drafts, exercise) = (_graded.Drafts, _graded.Exercise);
        var decided = drafts.Count(_graded.Book.IsDecided);
        var owed = drafts.Sum(draft => draft.Proposals.Count(proposal => _graded.Book.FindWithoutReason(draft, proposal) is not null));
        return Markup.Of($"""
            <header class="head">
            <p class="brand">EcqAnalyzer · Class report</p>
            <h1 dir="auto">{exercise.Title}</h1>
            <p class="sizes">{Wording.Count(drafts.Length, "draft")} · {exercise.Framework.Name} · rubric: {exercise.Rubric.Name}</p>
            <p>{(drafts.IsEmpty ? "No draft could be read." : $"{decided} of {drafts.Length} have a grade for every criterion.")}
            {(owed == 0 ? "" : $"{Wording.Count(owed, "grade")} that moved a proposal still {(owed == 1 ? "needs its" : "need their")} reason.")}</p>
            <p class="quiet">{GradingWords.ProposalIsNoGrade}</p>
            </header>
            """);
    }

    private Markup Levels() => Markup.Of($"""
        <h2 id="levels-title">How the levels are spread</h2>
        <p class="lead">For each criterion, in how many drafts each level stands decided, and behind it in brackets in how many it was proposed.
        In the picture, full columns are decided, dashed ones proposed.</p>
        <div class="scroll" role="region" aria-label="Table of levels" tabindex="0">
        <table><caption>Drafts by level: decided (proposed)</caption>
        <thead><tr><th scope="col">Criterion</th><th scope="col">Spread</th>{Enumerable.Range(0, _graded.Exercise.Rubric.Highest + 1).Select(level => Markup.Of($"""<th scope="col" class="count">Level {level}</th>"""))}</tr></thead>
        <tbody>{_graded.Summary.Criteria.Select(LevelRow)}</tbody></table></div>
        """);

    private Markup LevelRow(Distribution spread) => Markup.Of($"""
        <tr><th scope="row">{spread.Criterion.Name}</th><td>{HtmlCharts.Levels(spread.Proposed, spread.Decided)}</td>
        {Enumerable.Range(0, _graded.Exercise.Rubric.Highest + 1).Select(level => level < spread.Proposed.Length
            ? Markup.Of($"""<td class="count"><b>{spread.Decided[level]}</b> ({spread.Proposed[level]})</td>""")
            : Markup.Of($"""<td class="count"><span class="unseen">no such level</span></td>"""))}</tr>
        """);

    private Markup Missed() => _graded.Drafts.IsEmpty ? Markup.Empty : Markup.Of($"""
        <h2 id="missed-title">What this class misses</h2>
        <p class="lead">Parts of a story by the fullest story of each draft; competencies by the grade, or by the proposal where none is decided yet.</p>
        <h3>Parts of a story</h3>
        <ul class="missed">{_graded.Summary.Parts.OrderBy(part => part.Told).Select(part => Share(Capital(Wording.Id(part.Part)), part.Told, part.Of, "told"))}</ul>
        <h3>Competencies</h3>
        <ul class="missed">{_graded.Summary.Competencies.Select(count => Share(count.Competency.Name, count.Evident, count.Of, "evident"))}</ul>
        """);

    private static Markup Share(string name, int count, int of, string what) => Markup.Of($"""
        <li><b>{name}</b>{HtmlCharts.Share(count, of)}<span>{what} in {count} of {of}</span></li>
        """);

    private Markup Examples() => _graded.Summary.Examples.IsEmpty ? Markup.Empty : Markup.Of($"""
        <h2 id="examples-title">Sentences to discuss</h2>
        <p class="lead">From drafts of this class. Names are left out; read them once before you show them, since a deed may tell who did it.</p>
        <ol class="examples">{_graded.Summary.Examples.Select(example => Markup.Of($"""
            <li><h3>{example.Name}</h3><blockquote dir="auto">{SafeText.Line(example.Words)}</blockquote><p class="question">{example.Ask}</p></li>
            """))}</ol>
        """);

    private Markup Next() => _graded.Summary.Next.Competencies.IsEmpty ? Markup.Empty : Markup.Of($"""
        <h2 id="next-title">A next exercise</h2>
        <p class="says">{_graded.Summary.Next.Task} Ask for {string.Join(" and ", _graded.Summary.Next.Competencies.Select(competency => competency.Name))}.</p>
        <p class="quiet">It stands ready beside this page as next-exercise.yaml.</p>
        """);

    private Markup Alike() => _graded.NearIdentical.IsEmpty ? Markup.Empty : Markup.Of($"""
        <h2 id="alike-title">Drafts that are alike</h2>
        <p class="lead">They share most of the words that the class does not share. Why, only their writers know: a template, a common project, a copy.</p>
        <ul class="notes">{_graded.NearIdentical.Select(pair => Markup.Of($"""
            <li><b dir="auto">{_graded.Show(pair.One)}</b> and <b dir="auto">{_graded.Show(pair.Other)}</b>: {Wording.Percent(pair.Share)} of the words;
            {pair.SameSentences} of {Wording.Count(pair.Sentences, "sentence")} of the shorter stand in both, as they are or nearly.</li>
            """))}</ul>
        """);

    private Markup Learned() => _graded.Learned is not { } learned ? Markup.Empty : Markup.Of($"""
        <h2 id="learned-title">What was learned from the grades</h2>
        <p class="lead">A fit of the grades to what the program counts, tried on drafts it had not seen. It stands in {learned.File}.</p>
        <ul class="notes">{learned.Sorts.Select(sort => Markup.Of($"<li><b>{sort.Sort}</b>: {sort.Says}</li>"))}</ul>
        """);

    private Markup Failed() => _graded.Failed.IsEmpty ? Markup.Empty : Markup.Of($"""
        <h2 id="failed-title">Files that could not be read</h2>
        <ul class="notes">{_graded.Failed.Select(fault => Markup.Of($"""<li><b dir="auto">{fault.File}</b>: {fault.Message}</li>"""))}</ul>
        """);

    private static string Capital(string words) => words[..1].ToUpper(CultureInfo.InvariantCulture) + words[1..];
}
