namespace EcqAnalyzer.Formats.Html;

/// <summary>What a draft written under the headings of one framework keeps when it is read under another.</summary>
internal static class CarryOverList
{
    public static Markup Of(ReportView view) =>
        view.Analysis.CarryOver is { } carryOver ? Of(new CarryOverWords(carryOver)) : Markup.Empty;

    private static Markup Of(CarryOverWords words) => Markup.Of($"""
        <section class="carry" aria-labelledby="carry-title">
        <h3 id="carry-title">{words.Title}</h3>
        <p>{words.Opening}</p>
        <dl class="pairs">
        {Group("Carries over", words.Whole)}
        {Group("In part", words.InPart)}
        {Group("Has no home here", words.Homeless)}
        </dl>
        </section>
        """);

    private static Markup Group(string title, string list) =>
        list.Length == 0 ? Markup.Empty : Markup.Of($"<div><dt>{title}</dt><dd>{list}</dd></div>");
}
