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
            var power = Exp(Vector256.LoadUnsafe(ref at, (nuint)i) - less);
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

    /// <summary>e to the power of each, right to seven digits: two to the power of a whole number, times a polynomial of what is left
    /// (Cephes). The framework's own is not put in line, and so is slow in a run that lasts a blink.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> power)
    {
        const float Largest = 88;
        power = Vector256.Min(Vector256.Max(power, Vector256.Create(-Largest)), Vector256.Create(Largest));
        var whole = Vector256.Floor((power * Vector256.Create(1.44269504f)) + Vector256.Create(0.5f));
        var rest = power - (whole * Vector256.Create(0.693359375f)) + (whole * Vector256.Create(2.12194440e-4f));
        var sum = Vector256.Create(1.9875691500e-4f);
        sum = (sum * rest) + Vector256.Create(1.3981999507e-3f);
        sum = (sum * rest) + Vector256.Create(8.3334519073e-3f);
        sum = (sum * rest) + Vector256.Create(4.1665795894e-2f);
        sum = (sum * rest) + Vector256.Create(1.6666665459e-1f);
        sum = (sum * rest) + Vector256.Create(5.0000001201e-1f);
        sum = (sum * rest * rest) + rest + Vector256<float>.One;
        var exponent = (Vector256.ConvertToInt32(whole) + Vector256.Create(127)) << 23;
        return sum * exponent.AsSingle();
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
            var power = (x + (x * x * x * Vector256.Create(Cubic))) * Vector256.Create(Steepness);
            (x / (Exp(power) + Vector256<float>.One)).StoreUnsafe(ref at, (nuint)i);
        }
    }
}
