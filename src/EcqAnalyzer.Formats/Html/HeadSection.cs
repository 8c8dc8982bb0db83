using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Html;

/// <summary>What was read and what was assumed, so that a reader can stop here if it is the wrong file.</summary>
internal static class HeadSection
{
    public static Markup Of(ReportView view)
    {
        var analysis = view.Analysis;
        return Markup.Of($"""
            <header class="head">
            <p class="brand">EcqAnalyzer</p>
            <h1 dir="auto">{analysis.Document.Draft.File.Name}</h1>
            <p class="sizes">{string.Join(" · ", Summary.Sizes(analysis))}</p>
            <p>{Summary.Types(analysis)}</p>
            <dl class="chosen">
            {Chosen("Framework", view.Framework.Id, view.Framework.Name, analysis.Framework)}
            {Chosen("Kind", Wording.Id(analysis.Kind.Value), "", analysis.Kind)}
            </dl>
            {Trouble(analysis)}
            </header>
            """);
    }

    private static Markup Chosen<T>(string label, string id, string name, Choice<T> choice) => Markup.Of($"""
        <div><dt>{label}</dt><dd><strong>{id}</strong> {name}{(name.Length > 0 ? "." : "")} {choice.Reason}{Sureness(choice.Confidence)}</dd></div>
        """);

    private static Markup Sureness(double confidence) =>
        Wording.Sureness(confidence) is { Length: > 0 } sure ? Markup.Of($""" <span class="sure">{sure}</span>""") : Markup.Empty;

    private static Markup Trouble(Analysis analysis) => analysis.Gradable.Status == GradableStatus.Ok
        ? Markup.Empty
        : Markup.Of($"""
            <p class="trouble"><strong>No score.</strong> {Summary.NoScore(analysis.Gradable.Status)} {analysis.Gradable.Reason}</p>
            """);
}
