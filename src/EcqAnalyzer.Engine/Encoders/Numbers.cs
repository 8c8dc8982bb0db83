using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EcqAnalyzer.Engine.Encoders;

/// <summary>Arithmetic on rows of numbers, eight at a time, in an order that is the same on every machine. The length of a row is a
/// multiple of eight.</summary>
internal static class Numbers
{
    /// <summary>Turns numbers into shares of 1 that are in proportion to e to the power of each.</summary>
    /// <param name="numbers">A row; what stands behind the first <paramref name="count"/> counts for nothing.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="factor">What each is first multiplied by.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Share(Span<float> numbers, int count, float factor)
    {
        for (var i = count; i < numbers.Length; i++)
        {
            numbers[i] = float.NegativeInfinity;
        }

        ref var at = ref MemoryMarshal.GetReference(numbers);
        var mosts = Vector256.LoadUnsafe(ref at);
        for (var i = 8; i < numbers.Length; i += 8)
        {
            mosts = Vector256.Max(mosts, Vector256.LoadUnsafe(ref at, (nuint)i));
        }

        var most = mosts[0];
        for (var lane = 1; lane < 8; lane++)
        {
            most = Math.Max(most, mosts[lane]);
        }

        var (less, factors, sums) = (Vector256.Create(most), Vector256.Create(factor), Vector256<float>.Zero);
        for (var i = 0; i < numbers.Length; i += 8)
        {
            var power = Exp((Vector256.LoadUnsafe(ref at, (nuint)i) - less) * factors);
            power.StoreUnsafe(ref at, (nuint)i);
            sums += power;
        }

        var share = Vector256.Create(1 / Sum(sums));
        for (var i = 0; i < numbers.Length; i += 8)
        {
            (Vector256.LoadUnsafe(ref at, (nuint)i) * share).StoreUnsafe(ref at, (nuint)i);
        }
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

    /// <summary>Four rows times a matrix, eight columns at a time.</summary>
    /// <param name="rows">The first of the four, each <paramref name="rowStep"/> after the last.</param>
    /// <param name="rowStep">From row to row.</param>
    /// <param name="matrix">Its first row, each <paramref name="matrixStep"/> after the last.</param>
    /// <param name="matrixStep">From row to row of the matrix.</param>
    /// <param name="inner">How many numbers a row has, and rows the matrix.</param>
    /// <param name="columns">How many the matrix has.</param>
    /// <param name="into">The first of four rows, each <paramref name="intoStep"/> after the last.</param>
    /// <param name="intoStep">From row to row of the product.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyFour(
        ref float rows, int rowStep, ref float matrix, int matrixStep, int inner, int columns, ref float into, int intoStep)
    {
        ref var one = ref Unsafe.Add(ref rows, rowStep);
        ref var two = ref Unsafe.Add(ref one, rowStep);
        ref var three = ref Unsafe.Add(ref two, rowStep);
        for (nuint column = 0; column < (nuint)columns; column += 8)
        {
            Vector256<float> a = default, b = default, c = default, d = default;
            ref var row = ref Unsafe.Add(ref matrix, column);
            for (nuint at = 0; at < (nuint)inner; at++)
            {
                var factors = Vector256.LoadUnsafe(ref row);
                a = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref rows, at)), factors, a);
                b = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref one, at)), factors, b);
                c = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref two, at)), factors, c);
                d = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref three, at)), factors, d);
                row = ref Unsafe.Add(ref row, matrixStep);
            }

            ref var to = ref Unsafe.Add(ref into, column);
            a.StoreUnsafe(ref to);
            b.StoreUnsafe(ref to, (nuint)intoStep);
            c.StoreUnsafe(ref to, (nuint)(2 * intoStep));
            d.StoreUnsafe(ref to, (nuint)(3 * intoStep));
        }
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
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256.Create(1.3981999507e-3f));
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256.Create(8.3334519073e-3f));
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256.Create(4.1665795894e-2f));
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256.Create(1.6666665459e-1f));
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256.Create(5.0000001201e-1f));
        sum = Vector256.FusedMultiplyAdd(sum, rest * rest, rest + Vector256<float>.One);
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
