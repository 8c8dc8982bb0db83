using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EcqAnalyzer.Engine.Encoders;

/// <summary>Arithmetic on rows of numbers, eight at a time, in an order that is the same on every machine. The length of a row is a
/// multiple of eight.</summary>
internal static class Numbers
{
    /// <summary>Turns each number into e to the power of it less <paramref name="most"/>; gives their sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Exponentials(Span<float> numbers, float most)
    {
        ref var at = ref MemoryMarshal.GetReference(numbers);
        var (less, sums) = (Vector256.Create(most), Vector256<float>.Zero);
        for (var i = 0; i < numbers.Length; i += 8)
        {
            var power = Vector256.Exp(Vector256.LoadUnsafe(ref at, (nuint)i) - less);
            power.StoreUnsafe(ref at, (nuint)i);
            sums += power;
        }

        return Sum(sums);
    }

    /// <summary>Eight sums, added up in a fixed order: the same on every machine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        ref var one = ref MemoryMarshal.GetReference(left);
        ref var two = ref MemoryMarshal.GetReference(right);
        var sums = Vector256<float>.Zero;
        for (var i = 0; i < left.Length; i += 8)
        {
            sums += Vector256.LoadUnsafe(ref one, (nuint)i) * Vector256.LoadUnsafe(ref two, (nuint)i);
        }

        return Sum(sums);
    }

    /// <summary>Always in the same order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector256<float> numbers)
    {
        var halves = numbers.GetLower() + numbers.GetUpper();
        return (halves[0] + halves[1]) + (halves[2] + halves[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddTimes(Span<float> sum, ReadOnlySpan<float> numbers, float factor)
    {
        ref var to = ref MemoryMarshal.GetReference(sum);
        ref var from = ref MemoryMarshal.GetReference(numbers);
        var factors = Vector256.Create(factor);
        for (var i = 0; i < sum.Length; i += 8)
        {
            (Vector256.LoadUnsafe(ref to, (nuint)i) + (Vector256.LoadUnsafe(ref from, (nuint)i) * factors)).StoreUnsafe(ref to, (nuint)i);
        }
    }

    /// <summary>The Gaussian error linear unit, in the form with a hyperbolic tangent (Hendrycks and Gimpel 2016).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gate(Span<float> numbers)
    {
        const float Steepness = -1.5957691f; // -2 * sqrt(2 / pi)
        const float Cubic = 0.044715f;
        ref var at = ref MemoryMarshal.GetReference(numbers);
        for (var i = 0; i < numbers.Length; i += 8)
        {
            var x = Vector256.LoadUnsafe(ref at, (nuint)i);
            var power = Vector256.Min((x + (x * x * x * Vector256.Create(Cubic))) * Vector256.Create(Steepness), Vector256.Create(80f));
            (x / (Vector256.Exp(power) + Vector256<float>.One)).StoreUnsafe(ref at, (nuint)i);
        }
    }
}
