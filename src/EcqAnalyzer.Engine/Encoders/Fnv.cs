namespace EcqAnalyzer.Engine.Encoders;

/// <summary>FNV-1a of 64 bits over code units, as <c>models/encoder/pieces.py</c> has it: what stands in the encoder's files is looked up
/// by it.</summary>
internal static class Fnv
{
    public const ulong Start = 14695981039346656037;

    public static ulong Add(ulong hash, char sign) => (hash ^ sign) * 1099511628211;

    public static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var sign in text)
        {
            hash = Add(hash, sign);
        }

        return hash;
    }
}
