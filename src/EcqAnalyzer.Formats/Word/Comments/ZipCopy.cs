using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace EcqAnalyzer.Formats.Word.Comments;

/// <summary>
/// Copies a zip with some entries changed or added. All others are copied as they are packed, in their order, with their names,
/// dates and remarks: the library for zip files can only unpack and pack them anew.
/// </summary>
internal sealed class ZipCopy
{
    private const int EndLength = 22;
    private const int CentralLength = 46;
    private const int LocalLength = 30;
    private const int LongestRemark = 65_535;
    private const uint EndSignature = 0x06054B50;
    private const uint CentralSignature = 0x02014B50;
    private const uint LocalSignature = 0x04034B50;
    private const ushort SizesFollow = 8;
    private const ushort Utf8Names = 0x800;
    private const ushort Deflated = 8;
    private const ushort Version = 20;
    private const ushort Zip64Field = 1;

    /// <summary>1 January 1980, the first day that a zip can name: the same input gives the same bytes on any day.</summary>
    private const uint NoDate = 0x00210000;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly List<Entry> _entries = [];
    private readonly int _shift;

    private ZipCopy()
    {
    }

    private ZipCopy(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        var span = bytes.Span;
        var end = FindEnd(span);
        var count = U16(span, end + 10);
        var (size, at) = (U32(span, end + 12), U32(span, end + 16));
        // Bytes before the zip move everything; the directory ends where its end mark begins.
        _shift = count == ushort.MaxValue || at == uint.MaxValue ? throw Damage() : checked(end - (int)size - (int)at);
        var next = checked((int)at + _shift);
        for (var i = 0; i < count; i++)
        {
            next = ReadEntry(next);
        }
    }

    /// <summary>A zip without entries, to which all are added.</summary>
    public static ZipCopy Empty { get; } = new();

    /// <summary>Throws <see cref="InvalidDataException"/> where the directory of the zip is damaged.</summary>
    public static ZipCopy Open(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return new ZipCopy(bytes);
        }
        catch (Exception fault) when (fault is ArgumentOutOfRangeException or OverflowException or IndexOutOfRangeException)
        {
            throw new InvalidDataException(fault.Message, fault);
        }
    }

    /// <summary>Writes the copy. <paramref name="changed"/> are entries by their normalized names; those that the zip does not
    /// hold are added behind the others.</summary>
    public void Write(Stream stream, IReadOnlyDictionary<string, byte[]> changed)
    {
        var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var directory = new MemoryStream();
        var (at, count) = (0L, 0);
        void Add(Entry entry, ReadOnlySpan<byte> packed)
        {
            directory.Write(entry.Central((uint)at));
            at += WriteEntry(stream, entry, packed);
            count++;
        }

        foreach (var entry in _entries)
        {
            if (changed.TryGetValue(entry.Part, out var content) && written.Add(entry.Part))
            {
                var packed = Pack(content);
                Add(entry.For(content, packed), packed);
            }
            else
            {
                Add(entry, Packed(entry));
            }
        }

        foreach (var (name, content) in changed.Where(one => !written.Contains(one.Key)))
        {
            var packed = Pack(content);
            Add(Entry.New(name).For(content, packed), packed);
        }

        stream.Write(directory.GetBuffer(), 0, (int)directory.Length);
        stream.Write(End(count, (uint)directory.Length, (uint)at));
    }

    private ReadOnlySpan<byte> Packed(Entry entry)
    {
        var span = _bytes.Span;
        var local = checked((int)entry.Offset + _shift);
        if (U32(span, local) != LocalSignature)
        {
            throw Damage();
        }

        var start = local + LocalLength + U16(span, local + 26) + U16(span, local + 28);
        return span.Slice(start, checked((int)entry.PackedSize));
    }

    private int ReadEntry(int at)
    {
        var span = _bytes.Span;
        if (U32(span, at) != CentralSignature)
        {
            throw Damage();
        }

        var (name, extra, remark) = (U16(span, at + 28), U16(span, at + 30), U16(span, at + 32));
        var header = span.Slice(at, CentralLength).ToArray();
        // Sizes stand in the header before the entry from now on, wherever they stood.
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), (ushort)(U16(header, 8) & ~SizesFollow));
        _entries.Add(new Entry(
            header,
            span.Slice(at + CentralLength, name).ToArray(),
            WithoutZip64(header, span.Slice(at + CentralLength + name, extra)),
            span.Slice(at + CentralLength + name + extra, remark).ToArray()));
        return at + CentralLength + name + extra + remark;
    }

    /// <summary>Takes sizes out of the field for those beyond four gigabytes, which some programs write for every entry.</summary>
    private static byte[] WithoutZip64(Span<byte> header, ReadOnlySpan<byte> extra)
    {
        var kept = new List<byte>();
        while (extra.Length >= 4)
        {
            var length = Math.Min(4 + U16(extra, 2), extra.Length);
            if (U16(extra, 0) == Zip64Field)
            {
                var field = extra[4..length];
                foreach (var at in (ReadOnlySpan<int>)[24, 20, 42])
                {
                    if (U32(header, at) == uint.MaxValue)
                    {
                        var value = BinaryPrimitives.ReadUInt64LittleEndian(field);
                        BinaryPrimitives.WriteUInt32LittleEndian(header[at..], checked((uint)value));
                        field = field[8..];
                    }
                }
            }
            else
            {
                kept.AddRange(extra[..length]);
            }

            extra = extra[length..];
        }

        return [.. kept];
    }

    private static long WriteEntry(Stream stream, Entry entry, ReadOnlySpan<byte> packed)
    {
        var header = new byte[LocalLength];
        BinaryPrimitives.WriteUInt32LittleEndian(header, LocalSignature);
        // From the version that is needed to the length of the name, both headers say the same.
        entry.Header.AsSpan(6, 24).CopyTo(header.AsSpan(4));
        stream.Write(header);
        stream.Write(entry.Name);
        stream.Write(packed);
        return header.Length + entry.Name.Length + packed.Length;
    }

    private static byte[] Pack(byte[] content)
    {
        var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] End(int count, uint size, uint at)
    {
        var end = new byte[EndLength];
        BinaryPrimitives.WriteUInt32LittleEndian(end, EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), size);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), at);
        return end;
    }

    private static int FindEnd(ReadOnlySpan<byte> span)
    {
        for (var at = span.Length - EndLength; at >= Math.Max(0, span.Length - EndLength - LongestRemark); at--)
        {
            if (U32(span, at) == EndSignature)
            {
                return at;
            }
        }

        throw Damage();
    }

    private static InvalidDataException Damage() => new("The directory of the zip is damaged.");

    private static ushort U16(ReadOnlySpan<byte> span, int at) => BinaryPrimitives.ReadUInt16LittleEndian(span[at..]);

    private static uint U32(ReadOnlySpan<byte> span, int at) => BinaryPrimitives.ReadUInt32LittleEndian(span[at..]);

    /// <summary>An entry as the directory holds it: its fixed header, name, extra fields and remark.</summary>
    private sealed record Entry(byte[] Header, byte[] Name, byte[] Extra, byte[] Remark)
    {
        public string Part { get; } = WordPackage.Normalized(Encoding.UTF8.GetString(Name));

        public uint PackedSize => U32(Header, 20);

        public uint Offset => U32(Header, 42);

        public static Entry New(string name)
        {
            var bytes = Encoding.UTF8.GetBytes(name);
            var header = new byte[CentralLength];
            BinaryPrimitives.WriteUInt32LittleEndian(header, CentralSignature);
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), Version);
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(6), Version);
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), Utf8Names);
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(12), NoDate);
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(28), (ushort)bytes.Length);
            return new Entry(header, bytes, [], []);
        }

        /// <summary>The same entry with another content.</summary>
        public Entry For(byte[] content, byte[] packed)
        {
            var header = Header.ToArray();
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(10), Deflated);
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), Crc32.Of(content));
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(20), (uint)packed.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(24), (uint)content.Length);
            return this with { Header = header };
        }

        public byte[] Central(uint offset)
        {
            var header = Header.ToArray();
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(30), (ushort)Extra.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(42), offset);
            return [.. header, .. Name, .. Extra, .. Remark];
        }
    }
}
