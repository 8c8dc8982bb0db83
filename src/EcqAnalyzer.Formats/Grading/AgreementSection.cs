using System.Collections.Immutable;
using EcqAnalyzer.Formats.Html;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Grading;

/// <summary>How far the proposals agree with the trainer, and the markers with each other: a sentence first, the figures for
/// those who want them.</summary>
internal static class AgreementSection
{
    public static Markup Of(GradedClass graded) => Markup.Of($"""
        <h2 id="agreement-title">Agreement</h2>
        <h3>Proposals and trainer</h3>
        {Group("Proposals and trainer", graded.MachineWithTrainer)}
        <p class="quiet">{GradingWords.Anchored}</p>
        {(graded.AmongMarkers.IsEmpty ? Markup.Empty : Markup.Of($"<h3>Markers among each other</h3>{Group("Markers", graded.AmongMarkers)}"))}
        """);

    private static Markup Group(string name, ImmutableArray<AgreementStudy> studies)
    {
        if (studies.IsEmpty || studies[0].Units == 0)
        {
            return Markup.Of($"""<p class="says">Nobody has graded yet what another graded too.</p>""");
        }

        var all = studies[0];
        var told = all.Markers.Length > 2 ? all.Pairs.Select(pair => pair.Says).Prepend(all.Says) : all.Pairs.Select(pair => pair.Says);
        var habits = all.Habits.Where(habit => habit.Marker != Markers.Program).Select(habit => habit.Says);
        return Markup.Of($"""
            <ul class="notes says">{told.Concat(habits).Distinct().Select(line => Markup.Of($"<li>{line}</li>"))}</ul>
            <details class="more"><summary>The figures: {name}</summary>
            <p class="quiet">With 95 % intervals: by drawing grades again a thousand times; of intraclass correlations by Fisher's F; of differences by Student's t.</p>
            {Pairs(name, studies)}{Together(name, studies)}{Habits(name, all)}
            </details>
            """);
    }

    private static Markup Pairs(string name, ImmutableArray<AgreementStudy> studies) => Table(
        $"{name}, two by two; differences are the first less the second, in levels",
        ["Criterion", "Markers", "Grades", .. studies[0].Pairs.FirstOrDefault()?.Figures.Select(figure => figure.Name) ?? [], "Mean difference", "95 % of differences"],
        studies.SelectMany(study => study.Pairs.Where(pair => pair.Units > 0).Select(pair => (string[])
        [
            study.Name,
            $"{pair.One}, {pair.Other}",
            $"{pair.Units}",
            .. pair.Figures.Select(GradingWords.Figure),
            pair.Differences is null ? "–" : GradingWords.Figure(pair.Differences.Bias),
            pair.Differences is null ? "–" : $"{pair.Differences.Low.Value:0.0} to {pair.Differences.High.Value:0.0}",
        ])));

    private static Markup Together(string name, ImmutableArray<AgreementStudy> studies) => Table(
        $"{name}, all together",
        ["Criterion", "Graded twice or more", .. studies[0].Figures.Select(figure => figure.Name)],
        studies.Where(study => study.Units > 0).Select(study => (string[])[study.Name, $"{study.Units}", .. study.Figures.Select(GradingWords.Figure)]));

    private static Markup Habits(string name, AgreementStudy study) => Table(
        $"{name}, each beside the others, in levels",
        ["Marker", "Grades", "Above the others", "Change from the first row to the last"],
        study.Habits.Where(habit => habit.Units > 0).Select(habit => (string[])[habit.Marker, $"{habit.Units}", GradingWords.Figure(habit.Severity), GradingWords.Figure(habit.Drift)]));

    private static Markup Table(string caption, IEnumerable<string> titles, IEnumerable<string[]> rows) => Markup.Of($"""
        <div class="scroll" role="region" aria-label="{caption}" tabindex="0"><table><caption>{caption}</caption>
        <thead><tr>{titles.Select(title => Markup.Of($"""<th scope="col">{title}</th>"""))}</tr></thead>
        <tbody>{rows.Select(row => Markup.Of($"""<tr><th scope="row">{row[0]}</th>{row.Skip(1).Select(cell => Markup.Of($"<td>{cell}</td>"))}</tr>"""))}</tbody></table></div>
        """);
}
