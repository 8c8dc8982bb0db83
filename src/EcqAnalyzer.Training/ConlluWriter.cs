using System.Collections.Immutable;
using System.Globalization;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training;

/// <summary>Writes annotated text as CoNLL-U: words with lemma and tags, no features and no tree. Contractions get a range
/// line with what is written, as the treebanks have it.</summary>
public static class ConlluWriter
{
    public static void Write(TextWriter output, Draft draft, ImmutableArray<Sentence> sentences)
    {
        var block = 0;
        foreach (var sentence in sentences)
        {
            var opensBlock = sentence.Index == 0;
            while (block + 1 < draft.Blocks.Length && draft.Blocks[block].Span.End < sentence.Span.End)
            {
                block++;
                opensBlock = true;
            }

            if (opensBlock)
                output.WriteLine("# newpar");
            output.WriteLine($"# sent_id = {sentence.Index + 1}");
            output.WriteLine($"# text = {OneLine(sentence.Span.Of(draft.Text))}");
            WriteReading(output, draft.Text, sentence);
            Write(output, draft.Text, sentence.Tokens);
            output.WriteLine();
        }
    }

    /// <summary>A sentence of a treebank with tags and lemmas of our own; comments and surface tokens as they were.</summary>
    public static void Write(TextWriter output, TreebankSentence sentence, IReadOnlyList<Token> tokens)
    {
        foreach (var comment in sentence.Comments)
        {
            output.WriteLine(comment);
        }

        foreach (var surface in sentence.Surface)
        {
            var end = surface.First + surface.Count;
            if (surface.Count > 1)
                WriteRange(output, surface.First, end, surface.Form, surface.SpaceAfter);
            for (var i = surface.First; i < end; i++)
            {
                WriteWord(output, i, sentence.Words[i].Form, tokens[i], surface.SpaceAfter || surface.Count > 1);
            }
        }

        output.WriteLine();
    }

    /// <summary>What the clause and the numbers tell, as comments, which readers of CoNLL-U pass over.</summary>
    private static void WriteReading(TextWriter output, string text, Sentence sentence)
    {
        var clause = sentence.Clause;
        if (clause.Verb is { } verb)
        {
            output.Write($"# clause = verb:{verb + 1} {clause.Form} subject:{clause.SubjectKind}");
            output.Write(clause.Subject is { } subject ? $":{subject + 1}" : "");
            output.Write($" {clause.Tense} {clause.Aspect} {clause.Voice}");
            output.Write(clause.Modality == Modality.None ? "" : $" {clause.Modality}");
            output.WriteLine((clause.IsNegated ? " Negated" : "") + (clause.IsCopula ? " Copula" : ""));
        }

        foreach (var measure in sentence.Measures)
        {
            var from = measure.From is { } value ? string.Create(CultureInfo.InvariantCulture, $" from:{value:G9}") : "";
            output.Write(string.Create(
                CultureInfo.InvariantCulture, $"# measure = {measure.Kind} {measure.Value:G9} {measure.Unit}{from} {measure.Sense}"));
            output.Write(measure.Direction == Direction.None ? "" : $" {measure.Direction}");
            output.WriteLine($": {OneLine(measure.Span.Of(text))}");
        }
    }

    private static void Write(TextWriter output, string text, ImmutableArray<Token> tokens)
    {
        for (var i = 0; i < tokens.Length;)
        {
            var end = i + 1;
            while (end < tokens.Length && IsContracted(text, tokens[end - 1], tokens[end]))
            {
                end++;
            }

            var hasSpace = end == tokens.Length || tokens[end].Span.Start > tokens[end - 1].Span.End;
            if (end - i > 1)
            {
                var whole = new TextSpan(tokens[i].Span.Start, tokens[end - 1].Span.End);
                WriteRange(output, i, end, whole.Of(text), hasSpace);
            }

            for (var isRange = end - i > 1; i < end; i++)
            {
                WriteWord(output, i, tokens[i].Span.Of(text), tokens[i], hasSpace || isRange);
            }
        }
    }

    private static bool IsContracted(string text, Token before, Token token)
    {
        if (token.Span.Start != before.Span.End || before.Pos == "PUNCT")
            return false;
        if (token.Tag == "POS" || token.Lemma == "not")
            return true;
        return token.Pos is "AUX" or "VERB" && token.Span.Of(text)[0] is '\'' or '\u2019';
    }

    private static void WriteRange(TextWriter output, int first, int end, ReadOnlySpan<char> form, bool hasSpace) =>
        output.WriteLine($"{first + 1}-{end}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{Misc(hasSpace)}");

    private static void WriteWord(TextWriter output, int index, ReadOnlySpan<char> form, Token token, bool hasSpace) =>
        output.WriteLine($"{index + 1}\t{form}\t{token.Lemma}\t{token.Pos}\t{token.Tag}\t_\t_\t_\t_\t{Misc(hasSpace)}");

    private static string Misc(bool hasSpace) => hasSpace ? "_" : "SpaceAfter=No";

    private static string OneLine(ReadOnlySpan<char> text) => text.ToString().ReplaceLineEndings(" ").Replace('\t', ' ');
}
