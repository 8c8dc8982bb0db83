using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Engine.Statements;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>An analysis as checks see it, with what several of them ask: each worked out once, when first asked for.</summary>
public sealed class CheckedDraft(Document document, Lazy<RuleMatcher> matcher, AnalysisOptions options)
{
    private Dictionary<string, List<Evidence>>? _phrases;
    private bool[]? _headings;
    private YearsTold? _years;
    private Analysis? _analysis;

    public Document Document { get; } = document;

    public string Text => Document.Draft.Text;

    public Analysis Analysis => _analysis ?? throw new InvalidOperationException("The draft is not analysed yet.");

    /// <summary>The years that the draft tells of, and the one that "today" is.</summary>
    public YearsTold Years => _years ??= YearsTold.Of(Document, options.AsOf);

    public void Begin(Analysis analysis) => _analysis = analysis;

    /// <summary>Where the phrases with this id stand, in order of text.</summary>
    public IReadOnlyList<Evidence> PhrasesOf(string id)
    {
        _phrases ??= FindPhrases();
        return _phrases.TryGetValue(id, out var found) ? found : [];
    }

    public bool IsHeading(int sentence)
    {
        _headings ??= FindHeadings();
        return _headings[sentence];
    }

    public Statement StatementAt(int sentence) => Analysis.Statements[sentence];

    public bool IsAccomplishment(int sentence) => StatementAt(sentence).Type is StatementType.Action or StatementType.Result;

    /// <summary>Words of a sentence: tokens with a letter or digit in them.</summary>
    public int WordsOf(Sentence sentence)
    {
        var words = 0;
        foreach (var token in sentence.Tokens)
        {
            words += char.IsLetterOrDigit(Text[token.Span.Start]) || char.IsLetterOrDigit(Text[token.Span.End - 1]) ? 1 : 0;
        }

        return words;
    }

    private Dictionary<string, List<Evidence>> FindPhrases()
    {
        var phrases = new Dictionary<string, List<Evidence>>();
        foreach (var evidence in matcher.Value.Find(Document))
        {
            if (!phrases.TryGetValue(evidence.Origin.Id, out var found))
            {
                phrases.Add(evidence.Origin.Id, found = []);
            }

            found.Add(evidence);
        }

        return phrases;
    }

    private bool[] FindHeadings()
    {
        var headings = new bool[Document.Sentences.Length];
        foreach (var section in Document.Sections)
        {
            foreach (var sentence in section.Sentences)
            {
                headings[sentence.Index] = Places.IsHeading(Document, section, sentence);
            }
        }

        return headings;
    }
}
