using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Html;

/// <summary>An analysis with what the sections of a page ask of it again and again: names, places, quotes and links.</summary>
internal sealed class ReportView(Analysis analysis)
{
    private readonly Places _places = new(analysis.Document.Draft);
    private readonly ILookup<int, Evidence> _evidence = analysis.Evidence.ToLookup(each => each.Sentence);

    public Analysis Analysis => analysis;

    public Framework Framework => analysis.Framework.Value;

    public string Text => analysis.Document.Draft.Text;

    public bool IsScored => analysis.Gradable.Status == GradableStatus.Ok && !Framework.IsVocabularyOnly && !analysis.Competencies.IsEmpty;

    public string NameOf(CompetencyId id) => Summary.Name(Framework, id);

    public IEnumerable<Evidence> EvidenceOf(int sentence) => _evidence[sentence];

    public string PlaceOf(int sentence) => _places.Describe(analysis.Document.Sentences[sentence].Span);

    public string PlaceOf(TextSpan span) => _places.Describe(span);

    /// <summary>The first words of a sentence, as a link to it.</summary>
    public Markup Quote(int sentence) =>
        Markup.Of($"""<a class="quote" href="#s{sentence}" dir="auto">{FirstWords(analysis.Document.Sentences[sentence].Span)}</a>""");

    public string FirstWords(TextSpan span) => SafeText.FirstWords(span.Of(Text));

    /// <summary>"71 → 52": whole numbers, as long as they differ.</summary>
    public static string Fall(double with, double without) => Wording.Whole(with) == Wording.Whole(without)
        ? $"{Wording.Number(with)} → {Wording.Number(without)}"
        : $"{Wording.Whole(with)} → {Wording.Whole(without)}";

    public static string Strength(CompetencyScore score) => Wording.Strength(score, "–");
}
