using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace EcqAnalyzer.Formats.Word;

/// <summary>
/// Finds the entries of a zip whose directory at the end is cut off or broken, by the header that stands before each entry.
/// A mail gateway or a full disk leaves such files; most of the text is usually whole.
/// </summary>
internal static class ZipLocalHeaders
{
    private const int HeaderLength = 30;
    private const int LongestName = 1_000;
    private const ushort Stored = 0;
    private const ushort Deflated = 8;
    private const ushort Encrypted = 1;

    private static ReadOnlySpan<byte> Signature => [(byte)'P', (byte)'K', 3, 4];

    public static Dictionary<string, ZipPart> Find(ReadOnlyMemory<byte> bytes)
    {
        var parts = new Dictionary<string, ZipPart>(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        for (var tried = 0; tried < ReadingLimits.PackageEntries; tried++)
        {
            var found = bytes.Span[at..].IndexOf(Signature);
            if (found < 0 || at + found + HeaderLength > bytes.Length)
            {
                break;
            }

            at += found;
            if (Part(bytes, at) is var (name, part) && name.Length <= LongestName)
            {
                parts.TryAdd(WordPackage.Normalized(name), part);
            }

            at += Signature.Length;
        }

        return parts;
    }

    private static (string Name, ZipPart Part)? Part(ReadOnlyMemory<byte> bytes, int at)
    {
        var header = bytes.Span[at..];
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(header[6..]);
        var method = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
        var packed = BinaryPrimitives.ReadUInt32LittleEndian(header[18..]);
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
        var start = HeaderLength + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        if (start >= header.Length || nameLength == 0 || (flags & Encrypted) != 0 || method is not (Stored or Deflated))
        {
            return null;
        }

        // A size of zero means that it stands behind the entry; deflated data know their own end.
        var rest = bytes[(at + start)..];
        var length = packed == 0 || packed > rest.Length ? rest.Length : (int)packed;
        var content = rest[..length];
        return (
            Encoding.UTF8.GetString(header.Slice(HeaderLength, nameLength)),
            new ZipPart(length, () => method == Stored
                ? Memory(content)
                : new DeflateStream(Memory(content), CompressionMode.Decompress)));
    }

    internal static MemoryStream Memory(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}

/// <summary>One entry of a zip: its packed size, and how to unpack it.</summary>
internal sealed record ZipPart(long PackedBytes, Func<Stream> Open);
