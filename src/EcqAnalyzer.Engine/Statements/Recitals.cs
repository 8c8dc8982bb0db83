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
    private Dictionary<string, List<int>>? _definitions;

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

        _definitions ??= ReadDefinitions();
        var common = new int[NumberOfDefinitions];
        foreach (var word in words)
        {
            foreach (var definition in _definitions.GetValueOrDefault(word) ?? [])
            {
                if (++common[definition] >= policy.RecitedShare * words.Count)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private int NumberOfDefinitions { get; } = framework.Ecqs.Length + framework.Competencies.Count();

    /// <summary>By word, the numbers of the definitions that it stands in, each once.</summary>
    private Dictionary<string, List<int>> ReadDefinitions()
    {
        var definitions = new Dictionary<string, List<int>>();
        var number = 0;
        foreach (var ecq in framework.Ecqs)
        {
            Read(ecq.Name, ecq.Definition, number++, definitions);
            foreach (var competency in ecq.Competencies)
            {
                Read(competency.Name, competency.Definition, number++, definitions);
            }
        }

        return definitions;
    }

    private static void Read(string name, string definition, int number, Dictionary<string, List<int>> definitions)
    {
        foreach (var word in $"{LineWords.Plain(name)} {LineWords.Plain(definition)}".Split(' '))
        {
            if (!definitions.TryGetValue(word, out var of))
            {
                definitions.Add(word, of = []);
            }

            if (of.Count == 0 || of[^1] != number)
            {
                of.Add(number);
            }
        }
    }

    private static bool IsFunctionWord(string pos) => pos is "DET" or "ADP" or "PRON" or "CCONJ" or "SCONJ" or "PART" or "AUX";
}
