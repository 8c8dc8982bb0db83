namespace EcqAnalyzer.Engine.Classification;

/// <summary>Hashes of what a feature is made of (FNV-1a), built step by step without making text. The same on every
/// platform and run: models are looked up by them.</summary>
public static class FeatureHash
{
    private const uint Prime = 16777619;

    public const uint Start = 2166136261;

    public static uint Add(uint hash, int number)
    {
        hash = (hash ^ (uint)(number & 0xFF)) * Prime;
        return (hash ^ (uint)((number >> 8) & 0xFF)) * Prime;
    }

    public static uint Add(uint hash, ReadOnlySpan<char> text)
    {
        foreach (var sign in text)
        {
            hash = (hash ^ (sign < 0x80 ? sign : 0x80u | (uint)(sign & 0x7F))) * Prime;
        }

        // Parts stay apart: "in" before "side" is not "ins" before "ide".
        return (hash ^ 0xFF) * Prime;
    }

    /// <summary>Joins two hashes, the order of which counts.</summary>
    public static uint Join(uint first, uint second)
    {
        var joined = first ^ (second + 0x9E3779B9u + (first << 6) + (first >> 2));
        return joined * Prime;
    }

    /// <summary>Spreads a hash over all its bits, for use as a place in a table.</summary>
    public static uint Spread(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6Bu;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }
}
