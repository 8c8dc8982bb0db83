using System.Text;

namespace EcqAnalyzer.Engine.Yaml;

/// <summary>Writes numbers in as few bytes as they need, and strings with their length before them.</summary>
internal sealed class PackedWriter
{
    private readonly List<byte> _bytes = [];

    public void Write(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        WriteBits((ulong)number);
    }

    public void WriteBits(ulong bits)
    {
        for (; bits >= 0x80; bits >>= 7)
        {
            _bytes.Add((byte)(bits | 0x80));
        }

        _bytes.Add((byte)bits);
    }

    public void Write(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Write(bytes.Length);
        _bytes.AddRange(bytes);
    }

    /// <summary>Numbers in ascending order, as differences.</summary>
    public void Write(int[] ascending)
    {
        Write(ascending.Length);
        var last = 0;
        foreach (var number in ascending)
        {
            Write(number - last);
            last = number;
        }
    }

    /// <summary>What another wrote, with its length before it.</summary>
    public void Write(PackedWriter part)
    {
        Write(part._bytes.Count);
        Append(part);
    }

    public void Append(PackedWriter part) => _bytes.AddRange(part._bytes);

    public byte[] ToArray() => _bytes.ToArray();
}

/// <summary>Reads what <see cref="PackedWriter"/> wrote; <see cref="InvalidDataException"/> for anything else.</summary>
internal sealed class PackedReader(byte[] bytes, int start)
{
    public int Position { get; private set; } = start;

    /// <summary>A number of things that follow, or a length: never more than there are bytes.</summary>
    public int ReadCount() => ReadBits() is var bits && bits <= (ulong)bytes.Length ? (int)bits : throw Damaged();

    public int ReadNumber() => ReadBits() is var bits && bits <= int.MaxValue ? (int)bits : throw Damaged();

    public ulong ReadBits()
    {
        for (var (bits, shift) = (0UL, 0); shift < 64 && Position < bytes.Length; shift += 7)
        {
            var read = bytes[Position++];
            bits |= (ulong)(read & 0x7F) << shift;
            if (read < 0x80)
            {
                return bits;
            }
        }

        throw Damaged();
    }

    public string ReadString()
    {
        var length = ReadCount();
        var from = Position;
        Skip(length);
        return Encoding.UTF8.GetString(bytes, from, length);
    }

    public int[] ReadWords()
    {
        var words = new int[ReadCount()];
        var last = 0;
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = last += ReadNumber();
        }

        return words;
    }

    public void Skip(int length) => Position = length <= bytes.Length - Position ? Position + length : throw Damaged();

    public static InvalidDataException Damaged() => new("the compiled rules file is damaged; build the program again");
}
