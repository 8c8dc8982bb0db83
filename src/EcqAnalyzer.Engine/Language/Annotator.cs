using System.Collections.Immutable;
using System.Runtime.InteropServices;
using EcqAnalyzer.Engine.Clauses;
using EcqAnalyzer.Engine.Measures;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Language;

/// <summary>
/// START HERE: a draft's blocks in, sentences with tokens, tags and lemmas out. Each block is tokenized first, its sentences
/// are found over the tokens, and each sentence is tagged and lemmatized. Trained parts come from the
/// <see cref="LanguageModel"/>. Bullets and list labels that were typed as text are tokens of their sentence, so that
/// sentences and tokens cover every character that is not a space, and no token crosses a block or sentence.
/// Thread-safe; time is linear in the text. What a run found out about words is kept for the next, in bounded tables; it
/// changes how fast the answer comes and never the answer.
/// </summary>
public sealed class Annotator(LanguageModel model) : ILanguageAnnotator
{
    /// <summary>Tables no run uses at the moment; a run that finds none makes its own.</summary>
    private readonly AnnotatorTables?[] _spare = new AnnotatorTables?[Environment.ProcessorCount];

    public ImmutableArray<Sentence> Annotate(Draft draft)
    {
        var tables = Borrow();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        foreach (var block in draft.Blocks)
        {
            if (block.Kind != BlockKind.PageFurniture)
                Annotate(draft.Text, block, sentences, tables);
        }

        Return(tables);
        return sentences.DrainToImmutable();
    }

    /// <summary>Tags and lemmatizes one sentence whose tokens are given, in order and without overlap.</summary>
    public ImmutableArray<Token> Annotate(string text, IReadOnlyList<TextSpan> tokens)
    {
        var raw = new RawToken[tokens.Count];
        for (var i = 0; i < raw.Length; i++)
        {
            raw[i] = new RawToken(tokens[i].Start, tokens[i].End, i > 0 && tokens[i].Start > tokens[i - 1].End);
        }

        var tables = Borrow();
        var annotated = Tag(text, raw, ReadWords(text, raw, tables), tables);
        Return(tables);
        return annotated;
    }

    private void Annotate(string text, Block block, ImmutableArray<Sentence>.Builder sentences, AnnotatorTables tables)
    {
        var tokens = tables.Tokenizer.Tokenize(text, block.Span.Start, block.Span.End);
        var words = ReadWords(text, tokens, tables);
        tables.Segmenter.Split(text, tokens, words, block.Kind, tables.Ends);
        if (tokens.Length == 0 && block.Kind == BlockKind.Sentence)
        {
            var nothing = new TextSpan(block.Span.Start, block.Span.Start);
            sentences.Add(new Sentence(sentences.Count, nothing, block.Kind, []));
        }

        var start = 0;
        foreach (var end in tables.Ends)
        {
            var span = new TextSpan(tokens[start].Start, tokens[end - 1].End);
            if (start > 0)
                words[start].SpaceBefore = false;
            var annotated = Tag(text, tokens[start..end], words[start..end], tables);
            var clause = ClauseFinder.Find(annotated.AsSpan(), text);
            var measures = MeasureFinder.Find(annotated.AsSpan(), text, clause);
            sentences.Add(new Sentence(sentences.Count, span, block.Kind, annotated) { Clause = clause, Measures = measures });
            start = end;
        }
    }

    private static Span<Word> ReadWords(string text, ReadOnlySpan<RawToken> tokens, AnnotatorTables tables)
    {
        tables.Reserve(tokens.Length);
        var words = tables.Words.AsSpan(0, tokens.Length);
        for (var i = 0; i < words.Length; i++)
        {
            var token = tokens[i];
            tables.Known.Read(text.AsSpan(token.Start, token.End - token.Start), token.SpaceBefore, out words[i]);
        }

        return words;
    }

    /// <summary>Tags and lemmatizes the words of one sentence.</summary>
    private ImmutableArray<Token> Tag(
        string text, ReadOnlySpan<RawToken> tokens, Span<Word> words, AnnotatorTables tables)
    {
        var count = words.Length;
        Capitals.Weigh(words);
        var tags = tables.Tags.AsSpan(0, count);
        tables.Tagger.Tag(words, tables.FirstTags.AsSpan(0, count), tables.Finite.AsSpan(0, count), tags);
        var annotated = new Token[count];
        for (var i = 0; i < count; i++)
        {
            var span = new TextSpan(tokens[i].Start, tokens[i].End);
            var pair = model.Tags[tags[i]];
            annotated[i] = new Token(span, tables.Lemmas.Find(span.Of(text), in words[i], tags[i]), pair.Pos, pair.Tag);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(annotated);
    }

    private AnnotatorTables Borrow()
    {
        foreach (ref var spare in _spare.AsSpan())
        {
            if (Interlocked.Exchange(ref spare, null) is { } tables)
                return tables;
        }

        return new AnnotatorTables(model);
    }

    private void Return(AnnotatorTables tables)
    {
        foreach (ref var spare in _spare.AsSpan())
        {
            if (Interlocked.CompareExchange(ref spare, tables, null) is null)
                return;
        }
    }
}
