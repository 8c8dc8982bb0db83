using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training;

/// <summary>How well main verbs that are past and active are found: of those in gold, and of those called so, in percent.</summary>
public sealed record MainVerbFigures(string Name, int Sentences, int Verbs, double Precision, double Recall)
{
    public override string ToString() =>
        $"{Name,-14} main verb past and active: {Verbs} in {Sentences} sentences, precision {Precision:F1}, recall {Recall:F1}";
}

/// <summary>
/// Measures <see cref="Sentence.Clause"/> on treebanks. Gold: the root of a sentence is a main verb that is past and active
/// if its universal part of speech is VERB, its features say Tense=Past, and it is not passive: no Voice=Pass, and no child
/// with the relation aux:pass, nsubj:pass or csubj:pass. So "led" and "has led" are; "was led", "was leading", "did lead" and
/// "was director" are not. Found: the clause's verb is active, no copula and tagged VBD or VBN. It is right only where
/// it is the very word. Sentences are given, one block each; tokens, tags and lemmas are the annotator's own, from raw text.
/// PUD's features were made by a program, so its figure is a hint.
/// </summary>
public static class ClauseEvaluation
{
    public static MainVerbFigures Measure(Annotator annotator, string name, IReadOnlyList<TreebankSentence> sentences)
    {
        var (gold, found, right) = (0, 0, 0);
        foreach (var sentence in sentences)
        {
            var (text, root) = TextOf(sentence);
            var verb = PastActiveVerb(annotator, text);
            gold += root is null ? 0 : 1;
            found += verb is null ? 0 : 1;
            right += root is not null && root == verb ? 1 : 0;
        }

        return new MainVerbFigures(name, sentences.Count, gold, Percent(right, found), Percent(right, gold));
    }

    /// <summary>The sentence as written, and where its root stands if that is a main verb, past and active.</summary>
    public static (string Text, TextSpan? Root) TextOf(TreebankSentence sentence)
    {
        var text = new System.Text.StringBuilder();
        TextSpan? root = null;
        foreach (var surface in sentence.Surface)
        {
            var position = text.Length;
            for (var i = surface.First; i < surface.First + surface.Count; i++)
            {
                var end = position + sentence.Words[i].Form.Length;
                root = sentence.Words[i].Head == 0 && IsPastActive(sentence, i) ? new TextSpan(position, end) : root;
                position = end;
            }

            text.Append(surface.Form);
            if (surface.SpaceAfter)
                text.Append(' ');
        }

        return (text.ToString(), root);
    }

    public static TextSpan? PastActiveVerb(Annotator annotator, string text)
    {
        var sentence = annotator.Annotate(Draft.OfSentences("treebank", [text]))[0];
        return sentence.Clause is { Voice: Voice.Active, IsCopula: false } && sentence.Verb is { Tag: "VBD" or "VBN" } verb ? verb.Span : null;
    }

    private static bool IsPastActive(TreebankSentence sentence, int index)
    {
        var word = sentence.Words[index];
        return word.Pos == "VERB"
            && word.Features.Contains("Tense=Past", StringComparison.Ordinal)
            && !word.Features.Contains("Voice=Pass", StringComparison.Ordinal)
            && !sentence.Words.Any(each =>
                each.Head == index + 1 && each.Relation is "aux:pass" or "nsubj:pass" or "csubj:pass");
    }

    private static double Percent(int part, int whole) => 100.0 * part / Math.Max(1, whole);
}
