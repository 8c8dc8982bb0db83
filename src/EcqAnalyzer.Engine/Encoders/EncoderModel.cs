using System.Collections.Immutable;
using System.Runtime.InteropServices;
using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Encoders;

/// <summary>
/// A small transformer encoder (BERT's form) that was taught to read sentences of such drafts: its pieces of words, its layers,
/// and a linear head that says of every piece how far it speaks for each type and each competency. Made by
/// <c>models/encoder/train.py</c>; its README says from what. Whole numbers of 6 bits, those of the vocabulary of 8, with a scale for each row.
/// </summary>
public sealed class EncoderModel
{
    public const uint Magic = 0x45514345;
    public const int Version = 3;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _words;
    private readonly float[] _wordScales;
    private readonly float[] _positions;

    private EncoderModel(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        var reader = new ModelReader(bytes.Span);
        if (reader.UInt32() != Magic || reader.Int32() != Version)
        {
            throw new InvalidDataException("its first bytes are not those of this version");
        }

        Width = reader.Count(4096);
        Heads = reader.Count(64);
        Inner = reader.Count(16384);
        MostPieces = reader.Count(512);
        var layers = reader.Count(48);
        var competencies = ImmutableArray.CreateBuilder<CompetencyId>(reader.Count(256));
        while (competencies.Count < competencies.Capacity)
        {
            competencies.Add(new CompetencyId(reader.Text(), reader.Text()));
        }

        Competencies = competencies.MoveToImmutable();
        Pieces = new WordPieces(bytes, ref reader);
        var pieces = reader.Count(ushort.MaxValue);
        _wordScales = reader.Array<float>(pieces);
        _words = reader.Skip(pieces * Width);
        _positions = reader.Array<float>(MostPieces * Width);
        FirstNorm = Norm(ref reader);
        Layers = new EncoderLayer[layers];
        for (var i = 0; i < layers; i++)
        {
            Layers[i] = new EncoderLayer(
                Matrix(ref reader, 3 * Width, Width), Matrix(ref reader, Width, Width), Norm(ref reader),
                Matrix(ref reader, Inner, Width), Matrix(ref reader, Width, Inner), Norm(ref reader));
        }

        Head = reader.Array<float>(Classes * Width);
        HeadBiases = reader.Array<float>(Classes);
        var (told, kept) = (reader.Count(1024), reader.Count(1024));
        Tell = Dense(ref reader, told, Width);
        Forward = new Gates(Dense(ref reader, 3 * kept, told), Dense(ref reader, 3 * kept, kept));
        Backward = new Gates(Dense(ref reader, 3 * kept, told), Dense(ref reader, 3 * kept, kept));
        Around = Dense(ref reader, 6, (2 * kept) + told);
        if (reader.Position != bytes.Length || Width % Heads != 0 || Width % IntegerMatrix.Step != 0 || Inner % IntegerMatrix.Step != 0)
        {
            throw new InvalidDataException("it is not as long as it says");
        }
    }

    /// <summary>How many numbers stand for a piece.</summary>
    public int Width { get; }

    public int Heads { get; }

    public int Inner { get; }

    /// <summary>Pieces of a sentence that are read; the rest is not.</summary>
    public int MostPieces { get; }

    /// <summary>The six types, then the competencies.</summary>
    public int Classes => 6 + Competencies.Length;

    public ImmutableArray<CompetencyId> Competencies { get; }

    internal WordPieces Pieces { get; }

    internal LayerNorm FirstNorm { get; }

    internal EncoderLayer[] Layers { get; }

    /// <summary>For each class the weight of each of a piece's numbers.</summary>
    internal float[] Head { get; }

    internal float[] HeadBiases { get; }

    /// <summary>What of a sentence is told to the two that follow the draft.</summary>
    internal DenseMatrix Tell { get; }

    /// <summary>Follows the draft from its beginning.</summary>
    internal Gates Forward { get; }

    /// <summary>Follows the draft from its end.</summary>
    internal Gates Backward { get; }

    /// <summary>Types from what both know by then and what the sentence tells.</summary>
    internal DenseMatrix Around { get; }

    /// <summary>Throws <see cref="FaultyFilesException"/> (ECQ304) for anything else than a whole model of this version.</summary>
    public static EncoderModel Load(ReadOnlyMemory<byte> bytes, string name = "models/encoder/encoder.bin")
    {
        try
        {
            return new EncoderModel(bytes);
        }
        catch (Exception fault) when (fault is InvalidDataException or ArgumentException)
        {
            throw new FaultyFilesException([new Diagnostic(
                "ECQ304", name, null, null, $"not a usable encoder ({fault.Message}); see models/encoder/README.md for how it is made")]);
        }
    }

    /// <summary>Writes what a piece is before it is read: its meaning and its place.</summary>
    internal void WritePiece(int piece, int place, Span<float> into)
    {
        var word = MemoryMarshal.Cast<byte, sbyte>(_bytes.Span.Slice(_words + (piece * Width), Width));
        var position = _positions.AsSpan(place * Width, Width);
        var scale = _wordScales[piece];
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = (word[i] * scale) + position[i];
        }
    }

    private IntegerMatrix Matrix(ref ModelReader reader, int rows, int columns)
    {
        var (scales, biases, sums) = (reader.Array<float>(rows), reader.Array<float>(rows), reader.Array<float>(rows));
        return new IntegerMatrix(_bytes.Slice(reader.Skip(rows * columns), rows * columns), scales, biases, sums, columns);
    }

    private static DenseMatrix Dense(ref ModelReader reader, int rows, int columns) =>
        new(reader.Array<float>(rows * columns), reader.Array<float>(rows));

    private LayerNorm Norm(ref ModelReader reader) => new(reader.Array<float>(Width), reader.Array<float>(Width));
}

/// <summary>One layer: every piece looks at the others before the end of what it stands in (<see cref="Ask"/> makes its questions, keys and values, <see cref="Answer"/>
/// one of what its heads found), then thinks for itself, in a wider space.</summary>
internal sealed record EncoderLayer(
    IntegerMatrix Ask, IntegerMatrix Answer, LayerNorm AfterAnswer, IntegerMatrix Widen, IntegerMatrix Narrow, LayerNorm AfterNarrow);

/// <summary>A matrix of a few numbers, row by row, with a bias for each row.</summary>
internal sealed record DenseMatrix(float[] Weights, float[] Biases)
{
    /// <summary>Sets the product of each row with the vector, plus the row's bias.</summary>
    public void Multiply(ReadOnlySpan<float> vector, Span<float> into)
    {
        for (var row = 0; row < Biases.Length; row++)
        {
            into[row] = Numbers.Dot(Weights.AsSpan(row * vector.Length, vector.Length), vector) + Biases[row];
        }
    }
}

/// <summary>A gated recurrent unit (Cho and others 2014): three rows of gates, reset, update and new, from what is told and from what
/// is known.</summary>
internal sealed record Gates(DenseMatrix OfTold, DenseMatrix OfKnown);
