using System.Collections.Immutable;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Sections;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Statements;

/// <summary>Finds competencies that are only named: their official name as a line of its own or among skills, and their name
/// in a sentence about what the writer is or believes. Names are claims, never evidence.</summary>
public sealed class NameReader : IEvidenceSource
{
    private const string Separators = ",;|•\n\t";

    private readonly ILookup<string, CompetencyId> _byName;
    private readonly Signs _signs;
    private readonly NamePolicy _policy;

    public NameReader(ImmutableArray<Framework> frameworks, Signs signs, NamePolicy policy)
    {
        _signs = signs;
        _policy = policy;
        _byName = frameworks
            .SelectMany(framework => framework.OwnEcqs)
            .SelectMany(ecq => ecq.Competencies)
            .ToLookup(competency => LineWords.Plain(competency.Name), competency => competency.Id);
    }

    public IEnumerable<Evidence> Find(Document document) =>
        document.Sentences.SelectMany(sentence => Find(document.Draft.Text, sentence));

    private IEnumerable<Evidence> Find(string text, Sentence sentence)
    {
        var form = VerbForms.Of(sentence.Clause);
        if (form == VerbForm.None)
        {
            return Bare(text, sentence);
        }

        if (form != VerbForm.Present || sentence.Clause.SubjectKind != SubjectKind.I)
        {
            return [];
        }

        var verb = sentence.Verb?.Lemma ?? "";
        return _signs.IsIn("opinion", verb) ? Traits(text, sentence, isHeld: false)
            : _signs.IsIn("holding", verb) ? Traits(text, sentence, isHeld: true)
            : [];
    }

    private IEnumerable<Evidence> Bare(string text, Sentence sentence)
    {
        for (var (start, i) = (sentence.Span.Start, sentence.Span.Start); i <= sentence.Span.End; i++)
        {
            if (i < sentence.Span.End && !Separators.Contains(text[i]))
            {
                continue;
            }

            var span = new TextSpan(start, i);
            foreach (var competency in _byName[WithoutAnd(LineWords.Plain(span.Of(text)))])
            {
                yield return Named(competency, sentence, span, "name.bare", _policy.Bare, "the name of a competency by itself");
            }

            start = i + 1;
        }
    }

    /// <summary>What somebody holds, "an operational mindset", is a trait, and with its object a duty: "accountability for nine yards".</summary>
    private IEnumerable<Evidence> Traits(string text, Sentence sentence, bool isHeld)
    {
        var words = $" {LineWords.Plain(sentence.Span.Of(text))} ";
        foreach (var name in _byName)
        {
            var at = words.IndexOf($" {name.Key} ", StringComparison.Ordinal);
            if (at >= 0 && !(isHeld && HasObject(words.AsSpan(at + name.Key.Length + 2))))
            {
                foreach (var competency in name)
                {
                    yield return Named(competency, sentence, sentence.Span, "name.trait", _policy.Trait, "among what the writer is or believes");
                }
            }
        }
    }

    private static bool HasObject(ReadOnlySpan<char> after) =>
        after.StartsWith("for ") || after.StartsWith("of ") || after.StartsWith("over ") || after.StartsWith("to ");

    private static Evidence Named(CompetencyId competency, Sentence sentence, TextSpan span, string sign, double weight, string why) =>
        new(new ClaimLabel(competency), sentence.Index, span, new ReaderOrigin(sign), weight, why);

    private static string WithoutAnd(string words) => words.StartsWith("and ", StringComparison.Ordinal) ? words[4..] : words;
}
