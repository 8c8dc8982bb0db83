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

    public static ulong Join(ulong first, ulong second) => Mix(first * 31 + second);

    public static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 32)) * Multiplier;
        return hash ^ (hash >> 29);
    }
}
