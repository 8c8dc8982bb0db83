using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EcqAnalyzer.Engine.Encoders;

/// <summary>Brings numbers to mean 0 and spread 1, then to a learned mean and spread (Ba, Kiros and Hinton 2016).</summary>
internal sealed record LayerNorm(float[] Factors, float[] Shifts)
{
    private const float Least = 1e-12f;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(Span<float> row)
    {
        ref var at = ref MemoryMarshal.GetReference(row);
        var sums = Vector256<float>.Zero;
        for (var i = 0; i < row.Length; i += 8)
        {
            sums += Vector256.LoadUnsafe(ref at, (nuint)i);
        }

        var means = Vector256.Create(Numbers.Sum(sums) / row.Length);
        var squares = Vector256<float>.Zero;
        for (var i = 0; i < row.Length; i += 8)
        {
            var off = Vector256.LoadUnsafe(ref at, (nuint)i) - means;
            squares += off * off;
        }

        ref var factors = ref MemoryMarshal.GetArrayDataReference(Factors);
        ref var shifts = ref MemoryMarshal.GetArrayDataReference(Shifts);
        var spread = Vector256.Create(1 / MathF.Sqrt((Numbers.Sum(squares) / row.Length) + Least));
        for (var i = 0; i < row.Length; i += 8)
        {
            var even = (Vector256.LoadUnsafe(ref at, (nuint)i) - means) * spread;
            ((even * Vector256.LoadUnsafe(ref factors, (nuint)i)) + Vector256.LoadUnsafe(ref shifts, (nuint)i)).StoreUnsafe(ref at, (nuint)i);
        }
    }
}
