using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace EcqAnalyzer.Engine.Language;

/// <summary>Reads the parts of a model from front to back; little-endian on every platform. A count beyond what can be
/// there is a fault before anything is allocated.</summary>
internal ref struct ModelReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; private set; }

    public byte Byte() => Take(1)[0];

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    public int Count(int most)
    {
        var count = Int32();
        return count >= 0 && count <= most ? count : throw new InvalidDataException($"a count of {count}");
    }

    /// <summary>The size of a hash table: a power of two.</summary>
    public int Slots()
    {
        var count = Count(1 << 22);
        return count > 0 && (count & (count - 1)) == 0 ? count : throw new InvalidDataException($"a table of {count}");
    }

    public byte[] Bytes(int count) => Take(count).ToArray();

    public T[] Array<T>(int count)
        where T : unmanaged
    {
        var values = MemoryMarshal.Cast<byte, T>(Take(count * Marshal.SizeOf<T>())).ToArray();
        return BitConverter.IsLittleEndian ? values : throw new PlatformNotSupportedException("big-endian");
    }

    /// <summary>Goes past bytes that are used where they lie; says where they begin.</summary>
    public int Skip(int count)
    {
        var at = Position;
        Take(count);
        return at;
    }

    public string Text() => Encoding.UTF8.GetString(Take(Byte()));

    public string LongText() => Encoding.UTF8.GetString(Take(Count(1 << 24)));

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _bytes.Length - Position)
            throw new InvalidDataException("it ends early");
        var taken = _bytes.Slice(Position, count);
        Position += count;
        return taken;
    }
}
