using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Html;

/// <summary>What is most worth doing: each points at its place and asks; none writes the candidate's sentence.</summary>
internal static class AdviceSection
{
    public static Markup Of(ReportView view)
    {
        var advice = Summary.Advice(view.Analysis);
        return advice.Count == 0 ? Markup.Empty : Markup.Of($"""
            <h2 id="advice-title">{Summary.AdviceTitle(advice.Count)}</h2>
            <ol class="advice">{advice.Take(Summary.MostAdvice).Select(suggestion => Item(view, suggestion))}</ol>
            {Rest(view, [.. advice.Skip(Summary.MostAdvice)])}
            """);
    }

    private static Markup Rest(ReportView view, List<Suggestion> rest) => rest.Count == 0 ? Markup.Empty : Markup.Of($"""
        <details class="more"><summary>{rest.Count} more</summary>
        <ol class="advice" start="{Summary.MostAdvice + 1}">{rest.Select(suggestion => Item(view, suggestion))}</ol></details>
        """);

    private static Markup Item(ReportView view, Suggestion suggestion)
    {
        var about = suggestion.Competency is { } competency ? Markup.Of($"<b>{view.NameOf(competency)}</b>") : Markup.Empty;
        var place = suggestion.Sentence is { } sentence
            ? Markup.Of($"""<a class="place" href="#s{sentence}">{view.PlaceOf(sentence)}</a>""")
            : Markup.Empty;
        return Markup.Of($"""
            <li><p class="about">{about} {place}</p><p dir="auto">{suggestion.Problem}</p><p class="question">{suggestion.Question}</p></li>
            """);
    }
}
