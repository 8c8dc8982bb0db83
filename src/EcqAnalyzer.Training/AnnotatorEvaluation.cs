using System.Text;
using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training;

/// <summary>What the annotator gets right on a treebank, in percent. Tags and lemmas on gold tokens, lemmas with predicted
/// tags and compared in lower case; sentences and words from raw text, paragraph by paragraph.</summary>
public sealed record AnnotatorFigures(
    string Name, int Words, double Pos, double Tag, double Lemma, double SentenceF1, double WordF1)
{
    public static string Header { get; } =
        $"{"",-14} {"words",7} {"UPOS",7} {"XPOS",7} {"lemma",7} {"sent F1",8} {"word F1",8}";

    public override string ToString() =>
        $"{Name,-14} {Words,7} {Pos,7:F2} {Tag,7:F2} {Lemma,7:F2} {SentenceF1,8:F2} {WordF1,8:F2}";
}

/// <summary>How well past forms (VBD) are told from participles and bases, in percent, on lines of drafts: what judging rests
/// on first of all. <see cref="Tag"/> is all Penn tags of the lines.</summary>
public sealed record PastTenseFigures(int Verbs, double Recall, double Precision, double Tag)
{
    public override string ToString() =>
        $"resume lines: {Verbs} past-tense verbs, {Recall:F1} % found, {Precision:F1} % of those called so are; XPOS {Tag:F2}";
}

/// <summary>Measures an annotator on gold sentences.</summary>
public static class AnnotatorEvaluation
{
    public static AnnotatorFigures Measure(
        Annotator annotator, string name, IReadOnlyList<TreebankSentence> sentences)
    {
        var (words, pos, tag, lemma) = (0, 0, 0, 0);
        foreach (var sentence in sentences)
        {
            var tokens = TagGold(annotator, sentence);
            for (var i = 0; i < tokens.Count; i++)
            {
                var gold = sentence.Words[i];
                words++;
                pos += gold.Pos is null || gold.Pos == tokens[i].Pos ? 1 : 0;
                tag += gold.Tag == tokens[i].Tag ? 1 : 0;
                lemma += gold.Lemma is null || gold.Lemma.Equals(tokens[i].Lemma, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            }
        }

        var (sentenceF1, wordF1) = MeasureRaw(annotator, sentences);
        return new AnnotatorFigures(
            name, words, Percent(pos, words), Percent(tag, words), Percent(lemma, words), sentenceF1, wordF1);
    }

    public static PastTenseFigures MeasurePastTense(Annotator annotator, IReadOnlyList<TreebankSentence> lines)
    {
        var (gold, found, right, words, tags) = (0, 0, 0, 0, 0);
        foreach (var line in lines)
        {
            var tokens = TagGold(annotator, line);
            for (var i = 0; i < tokens.Count; i++)
            {
                var (isPast, isCalledPast) = (line.Words[i].Tag == "VBD", tokens[i].Tag == "VBD");
                gold += isPast ? 1 : 0;
                found += isCalledPast ? 1 : 0;
                right += isPast && isCalledPast ? 1 : 0;
                words++;
                tags += line.Words[i].Tag == tokens[i].Tag ? 1 : 0;
            }
        }

        return new PastTenseFigures(gold, Percent(right, gold), Percent(right, found), Percent(tags, words));
    }

    /// <summary>The annotator's tokens for the gold words of a sentence.</summary>
    public static IReadOnlyList<Token> TagGold(Annotator annotator, TreebankSentence sentence)
    {
        var text = new StringBuilder();
        var spans = new List<TextSpan>();
        foreach (var surface in sentence.Surface)
        {
            for (var i = surface.First; i < surface.First + surface.Count; i++)
            {
                var form = sentence.Words[i].Form;
                spans.Add(new TextSpan(text.Length, text.Length + form.Length));
                text.Append(form);
            }

            if (surface.SpaceAfter)
                text.Append(' ');
        }

        return annotator.Annotate(text.ToString(), spans);
    }

    private static (double Sentences, double Words) MeasureRaw(
        Annotator annotator, IReadOnlyList<TreebankSentence> sentences)
    {
        var (gold, draft) = RawText.Of(sentences);
        var found = annotator.Annotate(draft);
        var rightSentences = found.Count(sentence => gold.Sentences.Contains(sentence.Span));
        var (words, rightWords) = (0, 0);
        foreach (var token in found.SelectMany(sentence => sentence.Tokens))
        {
            words++;
            rightWords += gold.Words.Contains(token.Span) ? 1 : 0;
        }

        return (F1(rightSentences, gold.Sentences.Count, found.Length), F1(rightWords, gold.WordCount, words));
    }

    private static double F1(int right, int gold, int found) => 200.0 * right / Math.Max(1, gold + found);

    private static double Percent(int part, int whole) => 100.0 * part / Math.Max(1, whole);
}
