using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Terminal;

/// <summary>The things most worth doing: each points at its place and asks; none writes the candidate's sentence.</summary>
internal static class AdvicePart
{
    public static void Write(Page page, Analysis analysis)
    {
        var worth = Summary.Advice(analysis).Take(Summary.MostAdvice).ToList();
        if (worth.Count == 0)
        {
            return;
        }

        page.Title(Summary.AdviceTitle(worth.Count));
        var draft = analysis.Document.Draft;
        var places = new Places(draft);
        var number = 0;
        foreach (var suggestion in worth)
        {
            number++;
            List<string> about = [];
            if (suggestion.Competency is { } competency)
            {
                about.Add(Summary.Name(analysis.Framework.Value, competency));
            }

            if (suggestion.Sentence is { } sentence)
            {
                var span = analysis.Document.Sentences[sentence].Span;
                var isQuoted = suggestion.Problem.Contains('\u201c', StringComparison.Ordinal);
                about.Add(isQuoted ? places.Describe(span) : $"{places.Describe(span)}, {page.Quote(Quoting.FirstWords(page, draft, span))}");
            }

            if (number > 1)
            {
                page.Blank();
            }

            var first = new Ink($"{number}.", Tint.Strong);
            if (about.Count > 0)
            {
                page.Wrapped(3, first, new Ink(string.Join($" {page.Dot} ", about), Tint.Strong));
                first = "   ";
            }

            page.Wrapped(3, first, page.Printed(suggestion.Problem));
            page.Wrapped(3, "   ", new Ink(page.Printed(suggestion.Question), Tint.Accomplishment));
        }

        var more = analysis.Suggestions.Length - worth.Count;
        if (more > 0)
        {
            page.Wrapped(3, "   ", new Ink($"{more} more {(more == 1 ? "is" : "are")} in the HTML report (-o report.html).", Tint.Faint));
        }
    }
}
