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
/// of what each word gave. Where a sentence ends by telling a number (<see cref="Joints"/>), what stands before is read without
/// that end: so what it says alone is known too, for nothing. Sentences are read some at a time, in parallel; the result is the
/// same to the bit whatever is read together. Can be used from several threads.
/// </summary>
public sealed class SentenceEncoder(EncoderModel model)
{
    /// <summary>Pieces read together: enough to use each weight often, few enough to stay in the processor's cache.</summary>
    private const int Together = 144;

    public EncoderModel Model => model;

    /// <summary>Sentences and beginnings that are kept in mind: a draft is looked at more than once, and versions of one share most of
    /// theirs.</summary>
    private const int Remembered = 1024;
    private const int LongestRemembered = 1000;

    private readonly Dictionary<string, EncodedSentence> _remembered = [];
    private readonly Lock _remembering = new();

    /// <summary>Drafts that would not fit there with the beginnings of their sentences, for as long as somebody has the draft.</summary>
    private readonly ConditionalWeakTable<Document, EncodedSentence[]> _longDrafts = [];

    /// <summary>Working memory that nobody uses at the moment: some megabytes for each thread.</summary>
    private readonly Stack<Memory> _idle = [];

    /// <summary>The sentences of a draft, in their order.</summary>
    public EncodedSentence[] Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Sentences.Length > Remembered / 2 ? _longDrafts.GetValue(document, ReadSentences) : ReadSentences(document);
    }

    /// <summary>Whether a sentence need not be read again, for tests.</summary>
    internal bool Remembers(string sentence)
    {
        lock (_remembering)
        {
            return _remembered.ContainsKey(sentence);
        }
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
            var texts = fresh.ConvertAll(i => sentences[i]);
            var encoded = ReadFresh(texts);
            for (var i = 0; i < encoded.Length; i++)
            {
                read[fresh[i]] = encoded[i].Whole;
            }

            Remember(texts, encoded);
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

    private void Remember(List<string> sentences, Reading[] readings)
    {
        lock (_remembering)
        {
            if (_remembered.Count + sentences.Count > Remembered)
            {
                _remembered.Clear();
            }

            for (var i = 0; i < readings.Length; i++)
            {
                Remember(sentences[i], readings[i].Whole);
                foreach (var (length, beginning) in readings[i].Beginnings)
                {
                    Remember($"{sentences[i].AsSpan(0, length)}.", beginning);
                }
            }
        }
    }

    private void Remember(string text, EncodedSentence read)
    {
        if (_remembered.Count < Remembered && text.Length <= LongestRemembered)
        {
            _remembered[text] = read;
        }
    }

    private Reading[] ReadFresh(List<string> sentences)
    {
        var pieces = new PieceList[sentences.Count];
        var starts = new List<int> { 0 };
        var count = 0;
        for (var i = 0; i < pieces.Length; i++)
        {
            pieces[i] = new PieceList(Math.Min(model.MostPieces, sentences[i].Length + 1));
            model.Pieces.Split(sentences[i], pieces[i]);
            if (count > 0 && count + pieces[i].Count > Together)
            {
                starts.Add(i);
                count = 0;
            }

            count += pieces[i].Count;
        }

        starts.Add(pieces.Length);
        var read = new Reading[pieces.Length];
        Parallel.For(
            0,
            starts.Count - 1,
            Borrow,
            (group, _, memory) =>
            {
                ReadGroup(memory, pieces.AsSpan(starts[group]..starts[group + 1]), read.AsSpan(starts[group]..starts[group + 1]));
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

    private void ReadGroup(Memory memory, ReadOnlySpan<PieceList> sentences, Span<Reading> into)
    {
        var count = 0;
        foreach (var pieces in sentences)
        {
            for (var place = 0; place < pieces.Count; place++, count++)
            {
                model.WritePiece(pieces.Ids[place], place, memory.RowOf(count));
                model.FirstNorm.Apply(memory.RowOf(count));
            }
        }

        memory.Count = count;
        foreach (var layer in model.Layers)
        {
            layer.Ask.Multiply(memory.Rounded(memory.State), memory.Roundings, count, memory.Asked);
            var first = 0;
            foreach (var pieces in sentences)
            {
                Attend(memory, first, pieces);
                first += pieces.Count;
            }

            layer.Answer.Multiply(memory.Rounded(memory.Found), memory.Roundings, count, memory.Found);
            AddAndNorm(memory, count, layer.AfterAnswer);
            layer.Widen.Multiply(memory.Rounded(memory.State), memory.Roundings, count, memory.Wide);
            Numbers.Gate(memory.Wide);
            layer.Narrow.Multiply(memory.Rounded(memory.Wide), memory.Roundings, count, memory.Found);
            AddAndNorm(memory, count, layer.AfterNarrow);
        }

        var at = 0;
        for (var i = 0; i < sentences.Length; i++)
        {
            into[i] = JudgeAll(memory, at, sentences[i]);
            at += sentences[i].Count;
        }
    }

    /// <summary>Each piece of a sentence looks at all pieces before the end of what it stands in, in each head by other parts of its
    /// numbers. Four pieces look at a time. Where fewer are left, rows after them are written too, and written again when their turn
    /// comes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Attend(Memory memory, int first, PieceList pieces)
    {
        var (width, part) = (model.Width, model.Width / model.Heads);
        var sharpness = 1 / MathF.Sqrt(part);
        var others = RoundedUp(pieces.Count);
        var (keys, looks) = (memory.Keys, memory.Looks);
        for (var head = 0; head < model.Heads; head++)
        {
            for (var other = 0; other < pieces.Count; other++)
            {
                var key = memory.AskedAt(first + other, width + (head * part), part);
                for (var i = 0; i < key.Length; i++)
                {
                    keys[(i * others) + other] = key[i];
                }
            }

            var start = 0;
            foreach (var end in pieces.Ends)
            {
                var seen = RoundedUp(end);
                for (var piece = first + start; piece < first + end; piece += 4)
                {
                    Numbers.MultiplyFour(
                        ref memory.AskedAt(piece, head * part, part)[0], 3 * width, ref keys[0], others, part, seen, ref looks[0], seen);
                    for (var row = 0; row < 4; row++)
                    {
                        Numbers.Share(looks.AsSpan(row * seen, seen), end, sharpness);
                    }

                    Numbers.MultiplyFour(
                        ref looks[0], seen, ref memory.AskedAt(first, (2 * width) + (head * part), part)[0], 3 * width, end, part,
                        ref memory.FoundAt(piece, head * part, part)[0], width);
                }

                start = end;
            }
        }
    }

    /// <summary>Rows of numbers are worked on eight at a time.</summary>
    private static int RoundedUp(int count) => (count + 7) / 8 * 8;

    private static void AddAndNorm(Memory memory, int count, LayerNorm norm)
    {
        Numbers.AddTimes(memory.State, memory.Found, 1);
        for (var row = 0; row < count; row++)
        {
            norm.Apply(memory.RowOf(row));
        }
    }

    private Reading JudgeAll(Memory memory, int first, PieceList pieces)
    {
        var ends = pieces.Ends;
        var beginnings = new (int Length, EncodedSentence Read)[ends.Length - 1];
        for (var i = 0; i < beginnings.Length; i++)
        {
            beginnings[i] = (pieces.WordOf(ends[i] - 1).To, Judge(memory, first, pieces, ends[i]));
        }

        return new Reading(Judge(memory, first, pieces, pieces.Count), beginnings);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private EncodedSentence Judge(Memory memory, int first, PieceList pieces, int count)
    {
        var gains = new float[count * model.Classes];
        var scores = model.HeadBiases.ToArray();
        var mean = new float[model.Width];
        var words = ImmutableArray.CreateBuilder<TextSpan>(count);
        for (var piece = 0; piece < count; piece++)
        {
            Numbers.AddTimes(mean, memory.RowOf(first + piece), 1f / count);
            for (var of = 0; of < model.Classes; of++)
            {
                var gain = Numbers.Dot(memory.RowOf(first + piece), model.Head.AsSpan(of * model.Width, model.Width)) / count;
                gains[(piece * model.Classes) + of] = gain;
                scores[of] += gain;
            }

            var (from, to) = pieces.WordOf(piece);
            words.Add(new TextSpan(from, to));
        }

        return new EncodedSentence(scores, gains, words.MoveToImmutable(), mean);
    }

    /// <summary>A sentence, and of its beginnings how many characters each has and what is made of it.</summary>
    private readonly record struct Reading(EncodedSentence Whole, (int Length, EncodedSentence Read)[] Beginnings);

    /// <summary>Numbers of the pieces that are read together.</summary>
    private sealed class Memory(EncoderModel model, int most)
    {
        private readonly byte[] _rounded = GC.AllocateUninitializedArray<byte>(most * Math.Max(model.Width, model.Inner));
        private readonly Rounding[] _roundings = new Rounding[most];
        private readonly float[] _state = GC.AllocateUninitializedArray<float>(most * model.Width);
        private readonly float[] _wide = GC.AllocateUninitializedArray<float>(most * Math.Max(3 * model.Width, model.Inner));
        private readonly float[] _found = GC.AllocateUninitializedArray<float>(most * model.Width);

        /// <summary>How many pieces are read.</summary>
        public int Count { get; set; }

        public Span<float> State => _state.AsSpan(0, Count * model.Width);

        public Span<float> Asked => _wide.AsSpan(0, Count * 3 * model.Width);

        public Span<float> Found => _found.AsSpan(0, Count * model.Width);

        /// <summary>In the place of what was asked.</summary>
        public Span<float> Wide => _wide.AsSpan(0, Count * model.Inner);

        public ReadOnlySpan<Rounding> Roundings => _roundings;

        /// <summary>Of one sentence and head the keys, number by number.</summary>
        public float[] Keys { get; } = new float[RoundedUp(model.MostPieces) * (model.Width / model.Heads)];

        /// <summary>How far each of four pieces looks at the others.</summary>
        public float[] Looks { get; } = new float[RoundedUp(model.MostPieces) * 4];

        public Span<float> RowOf(int piece) => _state.AsSpan(piece * model.Width, model.Width);

        public Span<float> AskedAt(int piece, int from, int length) => _wide.AsSpan((piece * 3 * model.Width) + from, length);

        public Span<float> FoundAt(int piece, int from, int length) => _found.AsSpan((piece * model.Width) + from, length);

        /// <summary>The numbers rounded, with what they stand for in <see cref="Roundings"/>.</summary>
        public ReadOnlySpan<byte> Rounded(ReadOnlySpan<float> numbers)
        {
            IntegerMatrix.Round(numbers, Count, _rounded, _roundings);
            return _rounded;
        }
    }
}
