using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Sections;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Statements;

/// <summary>
/// Finds sentences that recite: a definition of the framework pasted into the draft, or words of leadership strung together
/// that make no sentence. Whatever phrases fit there, the competency is named and not shown.
/// </summary>
internal sealed class Recitals(Framework framework, NamePolicy policy)
{
    private List<HashSet<string>>? _definitions;

    /// <summary>The evidence with what such sentences show turned into claims. Nothing else is believed of them either: no
    /// type, no measure, no level, which would lift the story around them.</summary>
    public List<Evidence> TurnIntoClaims(Document document, List<Evidence> found)
    {
        var kept = new List<Evidence>(found.Count);
        var (last, isRecital) = (-1, false);
        foreach (var evidence in found)
        {
            if (evidence.Sentence != last)
            {
                last = evidence.Sentence;
                isRecital = IsRecital(document.Draft.Text, document.Sentences[last]);
            }

            if (isRecital && evidence.Label is CompetencyLabel shown)
            {
                kept.Add(evidence with { Label = new ClaimLabel(shown.Competency) });
            }
            else if (!isRecital || evidence.Label is ClaimLabel)
            {
                kept.Add(evidence);
            }
        }

        return kept;
    }

    private bool IsRecital(string text, Sentence sentence)
    {
        var words = new List<string>();
        var (run, longest) = (0, 0);
        foreach (var token in sentence.Tokens)
        {
            var isContent = char.IsLetter(text[token.Span.Start]) && !IsFunctionWord(token.Pos);
            run = isContent ? run + 1 : 0;
            longest = Math.Max(longest, run);
            if (isContent)
            {
                words.Add(LineWords.Plain(token.Span.Of(text)));
            }
        }

        return longest >= policy.SaladWords || IsOfDefinition(words);
    }

    private bool IsOfDefinition(List<string> words)
    {
        if (words.Count < policy.RecitedWords)
        {
            return false;
        }

        foreach (var definition in _definitions ??= ReadDefinitions())
        {
            var common = 0;
            foreach (var word in words)
            {
                common += definition.Contains(word) ? 1 : 0;
            }

            if (common >= policy.RecitedShare * words.Count)
            {
                return true;
            }
        }

        return false;
    }

    private List<HashSet<string>> ReadDefinitions()
    {
        var definitions = new List<HashSet<string>>();
        foreach (var ecq in framework.Ecqs)
        {
            definitions.Add(WordsOf(ecq.Name, ecq.Definition));
            foreach (var competency in ecq.Competencies)
            {
                definitions.Add(WordsOf(competency.Name, competency.Definition));
            }
        }

        return definitions;
    }

    private static HashSet<string> WordsOf(string name, string definition) =>
        [.. LineWords.Plain(name).Split(' '), .. LineWords.Plain(definition).Split(' ')];

    private static bool IsFunctionWord(string pos) => pos is "DET" or "ADP" or "PRON" or "CCONJ" or "SCONJ" or "PART" or "AUX";
}
