using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace EcqAnalyzer.Engine.Language;

/// <summary>Asks the processor for memory before it is needed, where it can be asked. Changes when an answer comes and never
/// the answer.</summary>
internal static class Memory
{
    /// <summary>The place may have been moved or left by then: what is not there is not fetched, and nothing is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch<T>(ref readonly T place)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in place)));
    }
}
