using System.Security.Cryptography;

namespace EcqAnalyzer.Model;

/// <summary>The SHA-256 of some bytes, in lower-case hex. Counted when first asked for, since loading the cryptography costs
/// a run as much as some of its stages, and most runs show no hash to anybody.</summary>
public sealed class ContentHash : IEquatable<ContentHash>
{
    private ReadOnlyMemory<byte> _bytes;
    private string? _hex;

    public ContentHash(ReadOnlyMemory<byte> bytes) => _bytes = bytes;

    /// <summary>A hash that somebody counted before.</summary>
    public ContentHash(string hex) => _hex = hex;

    public string Hex
    {
        get
        {
            if (_hex is null)
            {
                _hex = Convert.ToHexStringLower(SHA256.HashData(_bytes.Span));
                _bytes = default;
            }

            return _hex;
        }
    }

    public bool Equals(ContentHash? other) => other is not null && Hex == other.Hex;

    public override bool Equals(object? obj) => Equals(obj as ContentHash);

    public override int GetHashCode() => Hex.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Hex;

    public static implicit operator ContentHash(string hex) => new(hex);
}
