using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace EcqAnalyzer.Engine.Encoders;

/// <summary>
/// A matrix of small whole numbers, with a scale and a bias for each row, that multiplies vectors rounded to 7 bits: sums of whole
/// numbers come out the same on every machine, however many are added at a time. No number of the matrix is larger than
/// <see cref="Largest"/>, since then eight products fit 16 bits, which processors with vectors of 512 bits add up in half the steps. What the processor does most
/// is compiled for it at once, not first in haste.
/// </summary>
/// <param name="bytes">In blocks of <see cref="Block"/> rows: of each row four columns, then the next four.</param>
/// <param name="scales">What each row's numbers are to be multiplied by.</param>
/// <param name="biases">What is added to each row's product.</param>
/// <param name="sums">The sum of each row's numbers, scaled.</param>
/// <param name="columns">How many there are.</param>
internal sealed class IntegerMatrix(ReadOnlyMemory<byte> bytes, float[] scales, float[] biases, float[] sums, int columns)
{
    /// <summary>Columns come in multiples of it; rows in multiples of a block.</summary>
    public const int Step = 32;

    /// <summary>What numbers of a matrix lie between, as of four pairs of products the sum fits 16 bits.</summary>
    public const int Largest = 31;

    /// <summary>Vectors multiplied at a time: as many as keep the processor's registers busy. Memory for vectors has room for a
    /// multiple of it.</summary>
    public const int Vectors = 6;

    private const int Block = 16;
    private const int Half = 8;
    private const int LargestPart = 127;

    public int Rows => scales.Length;

    public int Columns => columns;

    /// <summary>The largest of its numbers, without a sign.</summary>
    internal int MostOf()
    {
        var most = 0;
        foreach (var number in MemoryMarshal.Cast<byte, sbyte>(bytes.Span[..(Rows * columns)]))
        {
            most = Math.Max(most, Math.Abs((int)number));
        }

        return most;
    }

    /// <summary>Rounds each of <paramref name="count"/> vectors to whole steps from its least number to its largest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Round(ReadOnlySpan<float> vectors, int count, Span<byte> into, Span<Rounding> roundings)
    {
        var width = vectors.Length / count;
        for (var i = 0; i < count; i++)
        {
            ref var from = ref MemoryMarshal.GetReference(vectors.Slice(i * width, width));
            ref var to = ref MemoryMarshal.GetReference(into.Slice(i * width, width));
            var (least, largest) = (Vector256.LoadUnsafe(ref from), Vector256.LoadUnsafe(ref from));
            for (var at = 8; at < width; at += 8)
            {
                var some = Vector256.LoadUnsafe(ref from, (nuint)at);
                (least, largest) = (Vector256.Min(least, some), Vector256.Max(largest, some));
            }

            var (low, high) = (least[0], largest[0]);
            for (var lane = 1; lane < 8; lane++)
            {
                (low, high) = (Math.Min(low, least[lane]), Math.Max(high, largest[lane]));
            }

            var range = Math.Max(high - low, 1e-20f);
            roundings[i] = new Rounding(low, range / LargestPart);
            var (lows, factors) = (Vector256.Create(low), Vector256.Create(LargestPart / range));
            for (var at = 0; at < width; at += Step)
            {
                Vector256.Narrow(
                    Vector256.Narrow(Whole(ref from, at, lows, factors), Whole(ref from, at + 8, lows, factors)),
                    Vector256.Narrow(Whole(ref from, at + 16, lows, factors), Whole(ref from, at + 24, lows, factors)))
                    .AsByte().StoreUnsafe(ref to, (nuint)at);
            }
        }
    }

    /// <summary>Sets, for each of <paramref name="count"/> vectors, its product with every row, plus the row's bias.</summary>
    /// <param name="vectors">Rounded, one after the other.</param>
    /// <param name="roundings">What each number of a vector stands for.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="into">Has <see cref="Rows"/> places for each vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Multiply(ReadOnlySpan<byte> vectors, ReadOnlySpan<Rounding> roundings, int count, Span<float> into)
    {
        ref var weights = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<byte, sbyte>(bytes.Span[..(Rows * columns)]));
        var whole = (count + Vectors - 1) / Vectors * Vectors;
        ref var parts = ref MemoryMarshal.GetReference(vectors[..(whole * columns)]);
        ref var to = ref MemoryMarshal.GetReference(into[..(count * Rows)]);
        Span<int> products = stackalloc int[Block * Vectors];
        ref var product = ref MemoryMarshal.GetReference(products);
        for (var row = 0; row < Rows; row += Block)
        {
            for (var vector = 0; vector < count; vector += Vectors)
            {
                ref var block = ref Unsafe.Add(ref weights, row * columns);
                ref var some = ref Unsafe.Add(ref parts, vector * columns);
                if (Avx512BW.IsSupported)
                {
                    SetProductsWide(ref block, ref some, ref product);
                }
                else
                {
                    SetProducts(ref block, ref some, ref product);
                }

                for (var i = 0; i < Math.Min(Vectors, count - vector); i++)
                {
                    var (low, step) = (Vector256.Create(roundings[vector + i].Low), Vector256.Create(roundings[vector + i].Step));
                    for (var half = 0; half < Block; half += Half)
                    {
                        var at = (nuint)(row + half);
                        var sum = Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref product, (nuint)((i * Block) + half)));
                        var scaled = sum * step * Load(scales, at);
                        (scaled + (low * Load(sums, at)) + Load(biases, at)).StoreUnsafe(ref to, (nuint)((vector + i) * Rows) + at);
                    }
                }
            }
        }
    }

    /// <summary>A block of rows by six vectors, sixteen columns at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void SetProductsWide(ref sbyte weights, ref byte parts, ref int into)
    {
        var size = (nuint)columns;
        ref var v0 = ref parts;
        ref var v1 = ref Unsafe.Add(ref v0, size);
        ref var v2 = ref Unsafe.Add(ref v1, size);
        ref var v3 = ref Unsafe.Add(ref v2, size);
        ref var v4 = ref Unsafe.Add(ref v3, size);
        ref var v5 = ref Unsafe.Add(ref v4, size);
        Vector512<int> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default;
        for (nuint at = 0; at < size; at += 16)
        {
            var a = Vector512.LoadUnsafe(ref weights, at * Block);
            var b = Vector512.LoadUnsafe(ref weights, (at + 4) * Block);
            var c = Vector512.LoadUnsafe(ref weights, (at + 8) * Block);
            var d = Vector512.LoadUnsafe(ref weights, (at + 12) * Block);
            s0 += SumOf(ref Unsafe.Add(ref v0, at), a, b, c, d);
            s1 += SumOf(ref Unsafe.Add(ref v1, at), a, b, c, d);
            s2 += SumOf(ref Unsafe.Add(ref v2, at), a, b, c, d);
            s3 += SumOf(ref Unsafe.Add(ref v3, at), a, b, c, d);
            s4 += SumOf(ref Unsafe.Add(ref v4, at), a, b, c, d);
            s5 += SumOf(ref Unsafe.Add(ref v5, at), a, b, c, d);
        }

        s0.StoreUnsafe(ref into);
        s1.StoreUnsafe(ref into, Block);
        s2.StoreUnsafe(ref into, 2 * Block);
        s3.StoreUnsafe(ref into, 3 * Block);
        s4.StoreUnsafe(ref into, 4 * Block);
        s5.StoreUnsafe(ref into, 5 * Block);
    }

    /// <summary>For each row the products of sixteen numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> SumOf(ref byte parts, Vector512<sbyte> a, Vector512<sbyte> b, Vector512<sbyte> c, Vector512<sbyte> d) =>
        Avx512BW.MultiplyAddAdjacent(
            PairsOf(ref parts, 0, a) + PairsOf(ref parts, 4, b) + (PairsOf(ref parts, 8, c) + PairsOf(ref parts, 12, d)), Vector512<short>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> PairsOf(ref byte parts, nuint at, Vector512<sbyte> weights) =>
        Avx512BW.MultiplyAddAdjacent(Vector512.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref parts, at))).AsByte(), weights);

    /// <summary>A block of rows by six vectors, four columns at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void SetProducts(ref sbyte weights, ref byte parts, ref int into)
    {
        var size = (nuint)columns;
        ref var v0 = ref parts;
        ref var v1 = ref Unsafe.Add(ref v0, size);
        ref var v2 = ref Unsafe.Add(ref v1, size);
        ref var v3 = ref Unsafe.Add(ref v2, size);
        ref var v4 = ref Unsafe.Add(ref v3, size);
        ref var v5 = ref Unsafe.Add(ref v4, size);
        Vector256<int> a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default;
        Vector256<int> b0 = default, b1 = default, b2 = default, b3 = default, b4 = default, b5 = default;
        for (nuint at = 0; at < size; at += 4)
        {
            var a = Vector256.LoadUnsafe(ref weights, at * Block);
            var b = Vector256.LoadUnsafe(ref weights, (at * Block) + (Block * 2));
            var v = FourOf(ref v0, at);
            (a0, b0) = (Add(a0, v, a), Add(b0, v, b));
            v = FourOf(ref v1, at);
            (a1, b1) = (Add(a1, v, a), Add(b1, v, b));
            v = FourOf(ref v2, at);
            (a2, b2) = (Add(a2, v, a), Add(b2, v, b));
            v = FourOf(ref v3, at);
            (a3, b3) = (Add(a3, v, a), Add(b3, v, b));
            v = FourOf(ref v4, at);
            (a4, b4) = (Add(a4, v, a), Add(b4, v, b));
            v = FourOf(ref v5, at);
            (a5, b5) = (Add(a5, v, a), Add(b5, v, b));
        }

        Store(a0, b0, ref into, 0);
        Store(a1, b1, ref into, 1);
        Store(a2, b2, ref into, 2);
        Store(a3, b3, ref into, 3);
        Store(a4, b4, ref into, 4);
        Store(a5, b5, ref into, 5);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> a, Vector256<int> b, ref int into, int vector)
    {
        a.StoreUnsafe(ref into, (nuint)(vector * Block));
        b.StoreUnsafe(ref into, (nuint)((vector * Block) + Half));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Load(float[] numbers, nuint at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(numbers), at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Whole(ref float from, int at, Vector256<float> lows, Vector256<float> factors) =>
        Vector256.ConvertToInt32Native(Vector256.Round((Vector256.LoadUnsafe(ref from, (nuint)at) - lows) * factors));

    /// <summary>Four numbers of a vector, for each row of half a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> FourOf(ref byte parts, nuint at) =>
        Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref parts, at))).AsByte();

    /// <summary>Adds to each row's sum four products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Add(Vector256<int> sum, Vector256<byte> parts, Vector256<sbyte> weights) =>
        AvxVnni.IsSupported ? AvxVnni.MultiplyWideningAndAdd(sum, parts, weights)
        : Avx2.IsSupported ? sum + Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(parts, weights), Vector256<short>.One)
        : Dp.IsSupported ? Vector256.Create(
            Dp.DotProduct(sum.GetLower(), parts.GetLower().AsSByte(), weights.GetLower()),
            Dp.DotProduct(sum.GetUpper(), parts.GetUpper().AsSByte(), weights.GetUpper()))
        : AddAnywhere(sum, parts.AsInt32(), weights.AsInt32());

    /// <summary>The same in steps that every processor knows.</summary>
    internal static Vector256<int> AddAnywhere(Vector256<int> sum, Vector256<int> parts, Vector256<int> weights)
    {
        for (var shift = 0; shift < 32; shift += 8)
        {
            sum += ((parts >> shift) & Vector256.Create(0xFF)) * ((weights << (24 - shift)) >> 24);
        }

        return sum;
    }
}

/// <summary>What the whole numbers of a rounded vector stand for.</summary>
/// <param name="Low">What 0 stands for.</param>
/// <param name="Step">By how much the next number is more.</param>
internal readonly record struct Rounding(float Low, float Step);
