using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EcqAnalyzer.Engine.Language;

/// <summary>64-bit hashes of texts and features: equal on every platform, part of the model's format.</summary>
internal static class Hash
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = 0xCBF29CE484222325UL ^ (ulong)text.Length;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 0x100000001B3UL;
        }

        return Mix(hash);
    }

    /// <summary>A key of a text for a cache, four characters at a time. Not part of the model's format.</summary>
    public static ulong Key(ReadOnlySpan<char> text)
    {
        var hash = (ulong)text.Length;
        foreach (var four in MemoryMarshal.Cast<char, ulong>(text))
        {
            hash = Key(hash, four);
        }

        foreach (var c in text[(text.Length & ~3)..])
        {
            hash = (hash ^ c) * 0x100000001B3UL;
        }

        return Key(hash, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Join(ulong first, ulong second) => Mix(first * 31 + second);

    /// <summary>A key of two parts for a cache; never 0. Not part of the model's format.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Key(ulong first, ulong second) => Mix((first * 0xFF51AFD7ED558CCD) + second + 1) | 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 32)) * Multiplier;
        return hash ^ (hash >> 29);
    }
}
