using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace EcqAnalyzer.Engine.Encoders;

/// <summary>
/// A matrix of 8-bit whole numbers, with a scale and a bias for each row, that multiplies vectors rounded to 14 bits. Sums of
/// whole numbers come out the same on every machine, however many are added at a time; the largest possible,
/// 127 * 8191 * 2048, still fits 32 bits. What the processor does most is compiled for it at once, not first in haste.
/// </summary>
internal sealed class IntegerMatrix(ReadOnlyMemory<byte> bytes, float[] scales, float[] biases, int columns)
{
    /// <summary>Rows and columns come in multiples of it.</summary>
    public const int Step = 16;

    /// <summary>Vectors multiplied at a time: as many as keep the processor's registers busy.</summary>
    private const int Vectors = 4;

    private const int LargestPart = 8191;

    public int Rows => scales.Length;

    public int Columns => columns;

    /// <summary>Rounds each of <paramref name="count"/> vectors, and sets the scale by which its numbers are to be multiplied.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Round(ReadOnlySpan<float> vectors, int count, Span<short> into, Span<float> scales)
    {
        var width = vectors.Length / count;
        for (var i = 0; i < count; i++)
        {
            var vector = vectors.Slice(i * width, width);
            ref var from = ref MemoryMarshal.GetReference(vector);
            ref var to = ref MemoryMarshal.GetReference(into.Slice(i * width, width));
            var largest = Vector256.Create(1e-20f);
            for (var at = 0; at < width; at += 8)
            {
                largest = Vector256.Max(largest, Vector256.Abs(Vector256.LoadUnsafe(ref from, (nuint)at)));
            }

            var most = 0f;
            for (var lane = 0; lane < 8; lane++)
            {
                most = Math.Max(most, largest[lane]);
            }

            scales[i] = most / LargestPart;
            var factors = Vector256.Create(LargestPart / most);
            for (var at = 0; at < width; at += Step)
            {
                var low = Vector256.ConvertToInt32Native(Vector256.Round(Vector256.LoadUnsafe(ref from, (nuint)at) * factors));
                var high = Vector256.ConvertToInt32Native(Vector256.Round(Vector256.LoadUnsafe(ref from, (nuint)(at + 8)) * factors));
                Vector256.Narrow(low, high).StoreUnsafe(ref to, (nuint)at);
            }
        }
    }

    /// <summary>Sets, for each of <paramref name="count"/> vectors, its product with every row, plus the row's bias.</summary>
    /// <param name="vectors">Rounded, one after the other.</param>
    /// <param name="vectorScales">What each is to be multiplied by.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="into">Has <see cref="Rows"/> places for each vector.</param>
    public void Multiply(ReadOnlySpan<short> vectors, ReadOnlySpan<float> vectorScales, int count, Span<float> into)
    {
        ref var weights = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<byte, sbyte>(bytes.Span[..(Rows * columns)]));
        ref var parts = ref MemoryMarshal.GetReference(vectors[..(count * columns)]);
        Span<int> sums = stackalloc int[2 * Vectors];
        for (var row = 0; row < Rows; row += 2)
        {
            ref var rowWeights = ref Unsafe.Add(ref weights, row * columns);
            for (var vector = 0; vector < count; vector += Vectors)
            {
                var some = Math.Min(Vectors, count - vector);
                if (some == Vectors)
                {
                    AddFour(ref rowWeights, ref Unsafe.Add(ref parts, vector * columns), sums);
                }
                else
                {
                    AddFew(ref rowWeights, ref Unsafe.Add(ref parts, vector * columns), some, sums);
                }

                for (var i = 0; i < some; i++)
                {
                    var scale = vectorScales[vector + i];
                    var at = ((vector + i) * Rows) + row;
                    into[at] = (sums[i] * (scale * scales[row])) + biases[row];
                    into[at + 1] = (sums[Vectors + i] * (scale * scales[row + 1])) + biases[row + 1];
                }
            }
        }
    }

    /// <summary>Two rows by four vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddFour(ref sbyte weights, ref short parts, Span<int> sums)
    {
        Vector256<int> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        for (var at = 0; at < columns; at += Step)
        {
            var (a, b) = (Widen(ref Unsafe.Add(ref weights, at)), Widen(ref Unsafe.Add(ref weights, columns + at)));
            var v = Vector256.LoadUnsafe(ref parts, (nuint)at);
            (a0, b0) = (Add(a0, a, v), Add(b0, b, v));
            v = Vector256.LoadUnsafe(ref parts, (nuint)(columns + at));
            (a1, b1) = (Add(a1, a, v), Add(b1, b, v));
            v = Vector256.LoadUnsafe(ref parts, (nuint)((2 * columns) + at));
            (a2, b2) = (Add(a2, a, v), Add(b2, b, v));
            v = Vector256.LoadUnsafe(ref parts, (nuint)((3 * columns) + at));
            (a3, b3) = (Add(a3, a, v), Add(b3, b, v));
        }

        (sums[0], sums[1], sums[2], sums[3]) = (Vector256.Sum(a0), Vector256.Sum(a1), Vector256.Sum(a2), Vector256.Sum(a3));
        (sums[4], sums[5], sums[6], sums[7]) = (Vector256.Sum(b0), Vector256.Sum(b1), Vector256.Sum(b2), Vector256.Sum(b3));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddFew(ref sbyte weights, ref short parts, int count, Span<int> sums)
    {
        for (var i = 0; i < count; i++)
        {
            Vector256<int> a0 = default, b0 = default;
            for (var at = 0; at < columns; at += Step)
            {
                var v = Vector256.LoadUnsafe(ref parts, (nuint)((i * columns) + at));
                a0 = Add(a0, Widen(ref Unsafe.Add(ref weights, at)), v);
                b0 = Add(b0, Widen(ref Unsafe.Add(ref weights, columns + at)), v);
            }

            (sums[i], sums[Vectors + i]) = (Vector256.Sum(a0), Vector256.Sum(b0));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Widen(ref sbyte at)
    {
        var narrow = Vector128.LoadUnsafe(ref at);
        return Avx2.IsSupported
            ? Avx2.ConvertToVector256Int16(narrow)
            : Vector256.Create(Vector128.WidenLower(narrow), Vector128.WidenUpper(narrow));
    }

    /// <summary>Adds products of numbers in the same place, two by two added up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Add(Vector256<int> sum, Vector256<short> left, Vector256<short> right) =>
        AvxVnni.IsSupported ? AvxVnni.MultiplyWideningAndAdd(sum, left, right)
        : Avx2.IsSupported ? sum + Avx2.MultiplyAddAdjacent(left, right)
        : sum + (Vector256.WidenLower(left) * Vector256.WidenLower(right)) + (Vector256.WidenUpper(left) * Vector256.WidenUpper(right));
}
