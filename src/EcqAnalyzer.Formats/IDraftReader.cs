using System.Security.Cryptography;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats;

/// <summary>Reads drafts of one format. Throws <see cref="UnreadableDraftException"/> for what is not such a file, is damaged
/// past reading, protected, or beyond <see cref="ReadingLimits"/>; never anything else for any bytes.</summary>
public interface IDraftReader
{
    DraftFormat Format { get; }

    Draft Read(DraftSource source, CancellationToken cancellation);
}

/// <summary>The bytes of a draft and the name to call it by, without folders.</summary>
public sealed record DraftSource(string Name, ReadOnlyMemory<byte> Bytes)
{
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));
}
