using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Pages of the draft, or characters of one ECQ, beyond the limit that the framework sets for this kind of draft.</summary>
public sealed class LimitKind(string of) : ICheckKind
{
    public static ICheckKind Read(YamlKeys keys) => new LimitKind(keys.RequireOneOf("of", "pages", "characters-per-ecq"));

    public IEnumerable<CheckHit> Find(Analysis analysis)
    {
        var limits = analysis.Framework.Value.Limits.Where(limits => limits.Kind == analysis.Kind.Value);
        return of == "pages" ? limits.SelectMany(limits => OfPages(analysis, limits)) : limits.SelectMany(limits => OfEcqs(analysis, limits));
    }

    private static IEnumerable<CheckHit> OfPages(Analysis analysis, Limits limits)
    {
        if (analysis.Document.Draft.Extraction.Pages is { } pages && pages > limits.Pages)
        {
            yield return new CheckHit(null, $"{pages} pages, and {limits.Pages} are allowed");
        }
    }

    private static IEnumerable<CheckHit> OfEcqs(Analysis analysis, Limits limits) =>
        analysis.Document.Sections
            .Where(section => section.Ecq is not null && section.Heading.Length > 0 && section.Span.Length > limits.CharactersPerEcq)
            .Select(section => new CheckHit(
                new TextSpan(section.Span.Start, section.Span.Start + section.Heading.Length),
                $"'{section.Heading}' has {section.Span.Length:N0} characters, and {limits.CharactersPerEcq:N0} are allowed"));
}
