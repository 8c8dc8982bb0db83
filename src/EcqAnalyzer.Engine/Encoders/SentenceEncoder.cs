using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Encoders;

/// <summary>What the encoder makes of one sentence: for each of the model's classes a score on the scale of log odds, and what each
/// piece of a word gave to it.</summary>
/// <param name="Scores">One for each class: the six types, then the competencies. Not probabilities.</param>
/// <param name="Gains">Piece by piece, class by class: with the class's bias they add up to its score.</param>
/// <param name="Words">The characters of the sentence that each piece stands for.</param>
/// <param name="Mean">The mean of its pieces: what follows the draft goes on from it.</param>
public sealed record EncodedSentence(float[] Scores, float[] Gains, ImmutableArray<TextSpan> Words, float[] Mean);

/// <summary>
/// START HERE: reads sentences as a transformer encoder does (Vaswani and others 2017), each by itself, so that no sentence added
/// elsewhere changes what it says of this one. The head is linear and the sentence is the mean of its pieces, so a score is the sum
/// of what each word gave. Sentences are read some at a time, in parallel; the result is the same to the bit whatever is read
/// together. Can be used from several threads.
/// </summary>
public sealed class SentenceEncoder(EncoderModel model)
{
    /// <summary>Pieces read together: enough to use each weight often, few enough to stay in the processor's cache.</summary>
    private const int Together = 144;

    public EncoderModel Model => model;

    /// <summary>Sentences that are kept in mind: a draft is looked at more than once, and versions of one share most of theirs.</summary>
    private const int Remembered = 1024;
    private const int LongestRemembered = 1000;

    private readonly Dictionary<string, EncodedSentence> _remembered = [];
    private readonly Lock _remembering = new();

    /// <summary>Drafts of more sentences than are kept in mind, for as long as somebody has the draft.</summary>
    private readonly ConditionalWeakTable<Document, EncodedSentence[]> _longDrafts = [];

    /// <summary>Working memory that nobody uses at the moment: some megabytes for each thread.</summary>
    private readonly Stack<Memory> _idle = [];

    /// <summary>The sentences of a draft, in their order.</summary>
    public EncodedSentence[] Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Sentences.Length > Remembered ? _longDrafts.GetValue(document, ReadSentences) : ReadSentences(document);
    }

    /// <summary>In the order of the sentences.</summary>
    public EncodedSentence[] Read(IReadOnlyList<string> sentences)
    {
        var read = new EncodedSentence[sentences.Count];
        var fresh = new List<int>();
        lock (_remembering)
        {
            for (var i = 0; i < read.Length; i++)
            {
                if (_remembered.TryGetValue(sentences[i], out var known))
                {
                    read[i] = known;
                }
                else
                {
                    fresh.Add(i);
                }
            }
        }

        if (fresh.Count > 0)
        {
            var encoded = ReadFresh(fresh.ConvertAll(i => sentences[i]));
            for (var i = 0; i < encoded.Length; i++)
            {
                read[fresh[i]] = encoded[i];
            }

            Remember(sentences, read, fresh);
        }

        return read;
    }

    private EncodedSentence[] ReadSentences(Document document)
    {
        var texts = new string[document.Sentences.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = document.Sentences[i].Span.Of(document.Draft.Text).ToString();
        }

        return Read(texts);
    }

    private void Remember(IReadOnlyList<string> sentences, EncodedSentence[] read, List<int> fresh)
    {
        lock (_remembering)
        {
            if (_remembered.Count + fresh.Count > Remembered)
            {
                _remembered.Clear();
            }

            foreach (var i in fresh)
            {
                if (_remembered.Count < Remembered && sentences[i].Length <= LongestRemembered)
                {
                    _remembered[sentences[i]] = read[i];
                }
            }
        }
    }

    private EncodedSentence[] ReadFresh(List<string> sentences)
    {
        var pieces = new PieceList[sentences.Count];
        var starts = new List<int> { 0 };
        var count = 0;
        for (var i = 0; i < pieces.Length; i++)
        {
            pieces[i] = new PieceList(Math.Min(model.MostPieces, sentences[i].Length + 2));
            model.Pieces.Split(sentences[i], pieces[i]);
            if (count > 0 && count + pieces[i].Count > Together)
            {
                starts.Add(i);
                count = 0;
            }

            count += pieces[i].Count;
        }

        starts.Add(pieces.Length);
        var read = new EncodedSentence[pieces.Length];
        Parallel.For(
            0,
            starts.Count - 1,
            Borrow,
            (group, _, memory) =>
            {
                ReadGroup(memory, pieces, starts[group], starts[group + 1], read);
                return memory;
            },
            GiveBack);
        return read;
    }

    private Memory Borrow()
    {
        lock (_idle)
        {
            return _idle.TryPop(out var memory) ? memory : new Memory(model, Math.Max(Together, model.MostPieces) + IntegerMatrix.Vectors);
        }
    }

    private void GiveBack(Memory memory)
    {
        lock (_idle)
        {
            _idle.Push(memory);
        }
    }

    private void ReadGroup(Memory memory, PieceList[] pieces, int from, int to, EncodedSentence[] into)
    {
        var count = 0;
        for (var i = from; i < to; i++)
        {
            count += pieces[i].Count;
        }

        memory.Count = count;
        var at = 0;
        for (var i = from; i < to; i++)
        {
            for (var place = 0; place < pieces[i].Count; place++, at++)
            {
                model.WritePiece(pieces[i].Ids[place], place, memory.RowOf(at));
                model.FirstNorm.Apply(memory.RowOf(at));
            }
        }

        foreach (var layer in model.Layers)
        {
            layer.Ask.Multiply(memory.Rounded(memory.State), memory.Roundings, count, memory.Asked);
            at = 0;
            for (var i = from; i < to; at += pieces[i].Count, i++)
            {
                Attend(memory, at, pieces[i].Count);
            }

            layer.Answer.Multiply(memory.Rounded(memory.Found), memory.Roundings, count, memory.Answer);
            AddAndNorm(memory, count, layer.AfterAnswer);
            layer.Widen.Multiply(memory.Rounded(memory.State), memory.Roundings, count, memory.Wide);
            Numbers.Gate(memory.Wide);
            layer.Narrow.Multiply(memory.Rounded(memory.Wide), memory.Roundings, count, memory.Answer);
            AddAndNorm(memory, count, layer.AfterNarrow);
        }

        at = 0;
        for (var i = from; i < to; at += pieces[i].Count, i++)
        {
            into[i] = Judge(memory, at, pieces[i]);
        }
    }

    /// <summary>Each piece of a sentence looks at all pieces of it, in each head by other parts of its numbers. Four pieces look at a
    /// time. Where fewer are left, rows of the sentence after it are written too, and written again when that one's turn comes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Attend(Memory memory, int first, int count)
    {
        var (width, part) = (model.Width, model.Width / model.Heads);
        var sharpness = 1 / MathF.Sqrt(part);
        var others = (count + 7) / 8 * 8;
        var (keys, looks) = (memory.Keys, memory.Looks);
        for (var head = 0; head < model.Heads; head++)
        {
            for (var other = 0; other < count; other++)
            {
                var key = memory.AskedAt(first + other, width + (head * part), part);
                for (var i = 0; i < key.Length; i++)
                {
                    keys[(i * others) + other] = key[i];
                }
            }

            for (var piece = first; piece < first + count; piece += 4)
            {
                Numbers.MultiplyFour(
                    ref memory.AskedAt(piece, head * part, part)[0], 3 * width, ref keys[0], others, part, others, ref looks[0], others);
                for (var row = 0; row < 4; row++)
                {
                    Numbers.Share(looks.AsSpan(row * others, others), count, sharpness);
                }

                Numbers.MultiplyFour(
                    ref looks[0], others, ref memory.AskedAt(first, (2 * width) + (head * part), part)[0], 3 * width, count, part,
                    ref memory.FoundAt(piece, head * part, part)[0], width);
            }
        }
    }

    private static void AddAndNorm(Memory memory, int count, LayerNorm norm)
    {
        Numbers.AddTimes(memory.State, memory.Answer, 1);
        for (var row = 0; row < count; row++)
        {
            norm.Apply(memory.RowOf(row));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private EncodedSentence Judge(Memory memory, int first, PieceList pieces)
    {
        var gains = new float[pieces.Count * model.Classes];
        var scores = model.HeadBiases.ToArray();
        var mean = new float[model.Width];
        var words = ImmutableArray.CreateBuilder<TextSpan>(pieces.Count);
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            Numbers.AddTimes(mean, memory.RowOf(first + piece), 1f / pieces.Count);
            for (var of = 0; of < model.Classes; of++)
            {
                var gain = Numbers.Dot(memory.RowOf(first + piece), model.Head.AsSpan(of * model.Width, model.Width)) / pieces.Count;
                gains[(piece * model.Classes) + of] = gain;
                scores[of] += gain;
            }

            var (from, to) = pieces.WordOf(piece);
            words.Add(new TextSpan(from, to));
        }

        return new EncodedSentence(scores, gains, words.MoveToImmutable(), mean);
    }

    /// <summary>Numbers of the pieces that are read together.</summary>
    private sealed class Memory(EncoderModel model, int most)
    {
        private readonly byte[] _rounded = new byte[most * model.Inner];
        private readonly Rounding[] _roundings = new Rounding[most];
        private readonly float[] _state = new float[most * model.Width];
        private readonly float[] _asked = new float[most * 3 * model.Width];
        private readonly float[] _found = new float[most * model.Width];
        private readonly float[] _answer = new float[most * model.Width];
        private readonly float[] _wide = new float[most * model.Inner];

        /// <summary>How many pieces are read.</summary>
        public int Count { get; set; }

        public Span<float> State => _state.AsSpan(0, Count * model.Width);

        public Span<float> Asked => _asked.AsSpan(0, Count * 3 * model.Width);

        public Span<float> Found => _found.AsSpan(0, Count * model.Width);

        public Span<float> Answer => _answer.AsSpan(0, Count * model.Width);

        public Span<float> Wide => _wide.AsSpan(0, Count * model.Inner);

        public ReadOnlySpan<Rounding> Roundings => _roundings;

        /// <summary>Of one sentence and head the keys, number by number.</summary>
        public float[] Keys { get; } = new float[(model.MostPieces + 7) / 8 * 8 * (model.Width / model.Heads)];

        /// <summary>How far each of four pieces looks at the others.</summary>
        public float[] Looks { get; } = new float[(model.MostPieces + 7) / 8 * 8 * 4];

        public Span<float> RowOf(int piece) => _state.AsSpan(piece * model.Width, model.Width);

        public Span<float> AskedAt(int piece, int from, int length) => _asked.AsSpan((piece * 3 * model.Width) + from, length);

        public Span<float> FoundAt(int piece, int from, int length) => _found.AsSpan((piece * model.Width) + from, length);

        /// <summary>The numbers rounded, with what they stand for in <see cref="Roundings"/>.</summary>
        public ReadOnlySpan<byte> Rounded(ReadOnlySpan<float> numbers)
        {
            IntegerMatrix.Round(numbers, Count, _rounded, _roundings);
            return _rounded;
        }
    }
}
