using System.Collections.Immutable;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Sections;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Statements;

/// <summary>Finds competencies that are only named: their official name as a line of its own or among skills, and their name, or
/// another word for them, anywhere in a sentence. Names are claims, never evidence.</summary>
public sealed class NameReader : IEvidenceSource
{
    private const string Separators = ",;|•\n\t";

    /// <summary>A name in a sentence: it claims the competency only where the sentence turns out to tell nothing.</summary>
    private static readonly ReaderOrigin Told = new("name.told");
    private static readonly ReaderOrigin Bare = new("name.bare");

    private readonly ILookup<string, CompetencyId> _byName;
    private readonly ILookup<string, Name> _byFirstWord;
    private readonly NamePolicy _policy;

    public NameReader(ImmutableArray<Framework> frameworks, NamePolicy policy)
    {
        _policy = policy;
        var competencies = frameworks.SelectMany(framework => framework.OwnEcqs).SelectMany(ecq => ecq.Competencies).ToList();
        _byName = competencies.ToLookup(competency => LineWords.Plain(competency.Name), competency => competency.Id);
        _byFirstWord = competencies
            .SelectMany(competency => competency.Called.Prepend(competency.Name), (competency, name) => new Name(LineWords.Plain(name).Split(' '), competency.Id))
            .ToLookup(name => name.Words[0]);
    }

    /// <summary>Whether it speaks of a name in a sentence.</summary>
    public static bool IsTold(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return evidence.Origin == Told;
    }

    public IEnumerable<Evidence> Find(Document document)
    {
        foreach (var sentence in document.Sentences)
        {
            var bare = FindBare(document.Draft.Text, sentence).ToList();
            foreach (var evidence in bare.Concat(FindTold(document.Draft.Text, sentence).Where(told => bare.TrueForAll(each => each.Label != told.Label))))
            {
                yield return evidence;
            }
        }
    }

    private IEnumerable<Evidence> FindBare(string text, Sentence sentence)
    {
        if (VerbForms.Of(sentence.Clause) != VerbForm.None)
        {
            yield break;
        }

        for (var (start, i) = (sentence.Span.Start, sentence.Span.Start); i <= sentence.Span.End; i++)
        {
            if (i < sentence.Span.End && !Separators.Contains(text[i]))
            {
                continue;
            }

            var span = new TextSpan(start, i);
            foreach (var competency in _byName[WithoutAnd(LineWords.Plain(span.Of(text)))])
            {
                yield return new Evidence(new ClaimLabel(competency), sentence.Index, span, Bare, _policy.Bare, "the name of a competency by itself");
            }

            start = i + 1;
        }
    }

    private IEnumerable<Evidence> FindTold(string text, Sentence sentence)
    {
        var words = WordsOf(text, sentence.Span);
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var name in _byFirstWord[words[i].Plain])
            {
                var last = i + name.Words.Length - 1;
                if (Stands(name, words, i) && !IsPartOfLonger(text, words, i, last))
                {
                    var span = new TextSpan(words[i].Span.Start, words[last].Span.End);
                    yield return new Evidence(
                        new ClaimLabel(name.Competency), sentence.Index, span, Told, _policy.Told, "named where nothing is told of it");
                }
            }
        }
    }

    private static List<PlainWord> WordsOf(string text, TextSpan sentence)
    {
        var words = new List<PlainWord>();
        for (var (i, start) = (sentence.Start, sentence.Start); i <= sentence.End; i++)
        {
            if (i < sentence.End && char.IsLetterOrDigit(text[i]))
            {
                continue;
            }

            if (i > start)
            {
                words.Add(new PlainWord(LineWords.Plain(text.AsSpan(start, i - start)), new TextSpan(start, i)));
            }

            start = i + 1;
        }

        return words;
    }

    private static bool Stands(Name name, List<PlainWord> words, int at)
    {
        for (var i = 0; i < name.Words.Length; i++)
        {
            if (at + i >= words.Count || words[at + i].Plain != name.Words[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"Center for Payment Integrity" and "Office of Diversity" are names of offices: the word and a neighbour have capitals, with
    /// only a space between, or "of" or "for".</summary>
    private static bool IsPartOfLonger(string text, List<PlainWord> words, int first, int last)
    {
        var before = first > 1 && words[first - 1].Plain is ("of" or "for") ? first - 2 : first - 1;
        return IsCapital(text, words, first)
            && ((IsCapital(text, words, before) && IsOneRun(text, words[before].Span.End, words[first].Span.Start))
                || (IsCapital(text, words, last + 1) && IsOneRun(text, words[last].Span.End, words[last + 1].Span.Start)));
    }

    private static bool IsCapital(string text, List<PlainWord> words, int at) => at >= 0 && at < words.Count && char.IsUpper(text[words[at].Span.Start]);

    private static bool IsOneRun(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!char.IsLetter(text[i]) && text[i] != ' ')
            {
                return false;
            }
        }

        return true;
    }

    private static string WithoutAnd(string words) => words.StartsWith("and ", StringComparison.Ordinal) ? words[4..] : words;

    private sealed record Name(string[] Words, CompetencyId Competency);

    private sealed record PlainWord(string Plain, TextSpan Span);
}
