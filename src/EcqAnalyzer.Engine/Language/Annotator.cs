using System.Collections.Immutable;
using EcqAnalyzer.Engine.Clauses;
using EcqAnalyzer.Engine.Measures;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Language;

/// <summary>
/// START HERE: a draft's blocks in, sentences with tokens, tags and lemmas out. Each block is tokenized first, its sentences
/// are found over the tokens, and each sentence is tagged and lemmatized. Trained parts come from the
/// <see cref="LanguageModel"/>. Bullets and list labels that were typed as text are tokens of their sentence, so that
/// sentences and tokens cover every character that is not a space, and no token crosses a block or sentence.
/// Thread-safe; time is linear in the text.
/// </summary>
public sealed class Annotator : ILanguageAnnotator
{
    private readonly LanguageModel _model;
    private readonly Segmenter _segmenter;
    private readonly Tagger _tagger;
    private readonly Lemmatizer _lemmatizer;
    private AnnotatorBuffers? _spare;

    public Annotator(LanguageModel model)
    {
        _model = model;
        _segmenter = new Segmenter(model.Ends);
        _tagger = new Tagger(model.Tags, model.Lexicon, model.FirstWeights, model.Weights);
        _lemmatizer = new Lemmatizer(model.Lemmas);
    }

    public ImmutableArray<Sentence> Annotate(Draft draft)
    {
        var buffers = Interlocked.Exchange(ref _spare, null) ?? new AnnotatorBuffers();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        foreach (var block in draft.Blocks)
        {
            if (block.Kind != BlockKind.PageFurniture)
                Annotate(draft.Text, block, sentences, buffers);
        }

        _spare = buffers;
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

        var buffers = new AnnotatorBuffers();
        return Tag(text, raw, 0, ReadWords(text, raw, buffers), buffers);
    }

    private void Annotate(
        string text, Block block, ImmutableArray<Sentence>.Builder sentences, AnnotatorBuffers buffers)
    {
        var tokens = buffers.Tokenizer.Tokenize(text, block.Span.Start, block.Span.End);
        var words = ReadWords(text, tokens, buffers);
        _segmenter.Split(text, tokens, words, block.Kind, buffers.Ends);
        if (tokens.Count == 0 && block.Kind == BlockKind.Sentence)
        {
            var nothing = new TextSpan(block.Span.Start, block.Span.Start);
            sentences.Add(new Sentence(sentences.Count, nothing, block.Kind, []));
        }

        var start = 0;
        foreach (var end in buffers.Ends)
        {
            var span = new TextSpan(tokens[start].Start, tokens[end - 1].End);
            if (start > 0)
                words[start].SpaceBefore = false;
            var annotated = Tag(text, tokens, start, words[start..end], buffers);
            var clause = ClauseFinder.Find(annotated.AsSpan(), text);
            var measures = MeasureFinder.Find(annotated.AsSpan(), text, clause);
            sentences.Add(new Sentence(sentences.Count, span, block.Kind, annotated) { Clause = clause, Measures = measures });
            start = end;
        }
    }

    private Span<Word> ReadWords(string text, IReadOnlyList<RawToken> tokens, AnnotatorBuffers buffers)
    {
        buffers.Reserve(tokens.Count);
        var words = buffers.Words.AsSpan(0, tokens.Count);
        for (var i = 0; i < words.Length; i++)
        {
            var token = tokens[i];
            words[i] = Word.Of(text.AsSpan(token.Start, token.End - token.Start), token.SpaceBefore, _model.Lexicon, _model.Words);
        }

        return words;
    }

    /// <summary>Tags and lemmatizes, as one sentence, the words of the tokens from <paramref name="start"/> on.</summary>
    private ImmutableArray<Token> Tag(
        string text, IReadOnlyList<RawToken> tokens, int start, Span<Word> words, AnnotatorBuffers buffers)
    {
        var count = words.Length;
        Capitals.Weigh(words);
        var tags = buffers.Tags.AsSpan(0, count);
        _tagger.Tag(words, buffers.FirstTags.AsSpan(0, count), buffers.Finite.AsSpan(0, count), tags);
        var annotated = ImmutableArray.CreateBuilder<Token>(count);
        for (var i = 0; i < count; i++)
        {
            var span = new TextSpan(tokens[start + i].Start, tokens[start + i].End);
            var pair = _model.Tags[tags[i]];
            annotated.Add(new Token(span, LemmaOf(span.Of(text), pair, buffers.Pool), pair.Pos, pair.Tag));
        }

        return annotated.MoveToImmutable();
    }

    private string LemmaOf(ReadOnlySpan<char> text, TagPair tag, TextPool pool)
    {
        if (text.Length >= Word.MaxLength)
            return text.ToString().ToLowerInvariant();
        Span<char> form = stackalloc char[Word.MaxLength * 3];
        form = form[..Letters.Normalize(text, form)];
        for (var i = 0; i < form.Length; i++)
        {
            form[i] = char.ToLowerInvariant(form[i]);
        }

        Span<char> lemma = stackalloc char[(Word.MaxLength * 3) + 2];
        return pool.Get(lemma[.._lemmatizer.Write(form, tag, lemma)]);
    }
}

/// <summary>What one run of the annotator writes into; kept for the next run.</summary>
internal sealed class AnnotatorBuffers
{
    public Tokenizer Tokenizer { get; } = new();

    public TextPool Pool { get; } = new();

    public List<int> Ends { get; } = [];

    public Word[] Words { get; private set; } = new Word[128];

    public byte[] Tags { get; private set; } = new byte[128];

    public byte[] FirstTags { get; private set; } = new byte[128];

    public byte[] Finite { get; private set; } = new byte[128];

    public void Reserve(int count)
    {
        if (count <= Words.Length)
            return;
        Words = new Word[count * 2];
        Tags = new byte[count * 2];
        FirstTags = new byte[count * 2];
        Finite = new byte[count * 2];
    }
}
