using System.Collections.Immutable;
using System.Text;

namespace EcqAnalyzer.Engine.Yaml;

/// <summary>
/// The compiled rules: every file of <c>rules/</c> as a tree of values in one binary file, made when the product is built,
/// so that a run parses no YAML. Layout, all numbers as variable-length integers unless said otherwise: eight bytes of
/// signature and version, the string table (count, then byte length and UTF-8 of each), the directory (count, then path, hash
/// and body length of each file), the bodies, and what else the build worked out
/// ahead (<see cref="RulesFiles.Compiled"/>). A value is its kind, its place as line difference and column, and its
/// content. The keys <c>hits</c> and <c>misses</c> are left out: examples test rules, they do not make them.
/// </summary>
public static class RulesArchive
{
    private const int LongestTable = 4_000_000;

    private enum Kind : byte
    {
        Text,
        PlainText,
        List,
        Map,
    }

    private static ReadOnlySpan<byte> Signature => "ECQRULE2"u8;

    public static byte[] Write(RulesFiles files, byte[]? compiled = null)
    {
        var strings = new Dictionary<string, int>();
        var directory = new MemoryStream();
        var bodies = new MemoryStream();
        WriteNumber(directory, files.All.Length);
        foreach (var file in files.All)
        {
            var start = bodies.Length;
            WriteValue(bodies, file.Root, strings, 0);
            WriteNumber(directory, Index(strings, file.Path));
            WriteNumber(directory, Index(strings, file.Name));
            WriteNumber(directory, Index(strings, file.Sha256));
            WriteNumber(directory, (int)(bodies.Length - start));
        }

        var archive = new MemoryStream();
        archive.Write(Signature);
        WriteNumber(archive, strings.Count);
        foreach (var text in strings.OrderBy(pair => pair.Value).Select(pair => Encoding.UTF8.GetBytes(pair.Key)))
        {
            WriteNumber(archive, text.Length);
            archive.Write(text);
        }

        directory.WriteTo(archive);
        bodies.WriteTo(archive);
        archive.Write(compiled);
        return archive.ToArray();
    }

    /// <summary>The files of an archive that <see cref="Write"/> made; <see cref="InvalidDataException"/> for anything else.</summary>
    public static RulesFiles Read(byte[] archive)
    {
        if (!archive.AsSpan().StartsWith(Signature))
        {
            throw new InvalidDataException("not a compiled rules file of this version");
        }

        var cursor = new Cursor(archive, Signature.Length, StringTable.Empty, "");
        var strings = cursor.ReadStrings();
        cursor = cursor with { Strings = strings };
        var entries = new Entry[cursor.ReadCount(LongestTable)];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = new Entry(cursor.ReadText(), cursor.ReadText(), cursor.ReadText(), cursor.ReadCount(archive.Length));
        }

        var files = new List<RulesFile>(entries.Length);
        var position = cursor.Position;
        foreach (var (path, name, sha256, length) in entries)
        {
            var body = new Cursor(archive, position, strings, name);
            files.Add(new RulesFile(path, sha256, () => (body with { }).ReadValue(0), name));
            position += length;
        }

        return new RulesFiles(files, position < archive.Length ? archive[position..] : null);
    }

    private static void WriteValue(Stream stream, YamlValue value, Dictionary<string, int> strings, int lineAbove)
    {
        var kind = value switch
        {
            YamlScalar { IsPlain: true } => Kind.PlainText,
            YamlScalar => Kind.Text,
            YamlList => Kind.List,
            _ => Kind.Map,
        };
        stream.WriteByte((byte)kind);
        WriteNumber(stream, value.Place.Line - lineAbove);
        WriteNumber(stream, value.Place.Column);
        switch (value)
        {
            case YamlScalar scalar:
                WriteNumber(stream, Index(strings, scalar.Text));
                break;
            case YamlList list:
                WriteNumber(stream, list.Items.Length);
                foreach (var item in list.Items)
                {
                    WriteValue(stream, item, strings, value.Place.Line);
                }

                break;
            case YamlMap map:
                WriteEntries(stream, map, strings);
                break;
        }
    }

    private static void WriteEntries(Stream stream, YamlMap map, Dictionary<string, int> strings)
    {
        var kept = map.Entries.Where(entry => entry.Key is not ("hits" or "misses")).ToList();
        WriteNumber(stream, kept.Count);
        foreach (var entry in kept)
        {
            WriteNumber(stream, Index(strings, entry.Key));
            WriteNumber(stream, entry.Place.Line - map.Place.Line);
            WriteNumber(stream, entry.Place.Column);
            WriteValue(stream, entry.Value, strings, map.Place.Line);
        }
    }

    private static int Index(Dictionary<string, int> strings, string text)
    {
        if (!strings.TryGetValue(text, out var index))
        {
            strings.Add(text, index = strings.Count);
        }

        return index;
    }

    private static void WriteNumber(Stream stream, int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        for (; number >= 0x80; number >>= 7)
        {
            stream.WriteByte((byte)(number | 0x80));
        }

        stream.WriteByte((byte)number);
    }

    private sealed record Entry(string Path, string Name, string Sha256, int Length);

    /// <summary>Strings that are decoded when first used: most of a pack's prose never is.</summary>
    private sealed class StringTable(byte[] bytes, int[] starts, int[] lengths)
    {
        private readonly string?[] _texts = new string?[starts.Length];

        public static StringTable Empty { get; } = new([], [], []);

        public int Count => starts.Length;

        public string this[int index] => _texts[index] ??= Encoding.UTF8.GetString(bytes, starts[index], lengths[index]);
    }

    /// <summary>Reads forward through the archive; never past its end, never deeper than YAML may nest.</summary>
    private sealed record Cursor(byte[] Bytes, int Start, StringTable Strings, string File)
    {
        public int Position { get; private set; } = Start;

        public YamlValue ReadValue(int lineAbove, int depth = 0)
        {
            if (depth > YamlReader.DeepestNesting || Position >= Bytes.Length)
            {
                throw Damaged();
            }

            var kind = (Kind)Bytes[Position++];
            var place = new YamlPlace(File, lineAbove + ReadNumber(), ReadNumber());
            return kind switch
            {
                Kind.Text => new YamlScalar(place, ReadText(), IsPlain: false),
                Kind.PlainText => new YamlScalar(place, ReadText(), IsPlain: true),
                Kind.List => new YamlList(place, ReadItems(place.Line, depth + 1)),
                Kind.Map => new YamlMap(place, ReadEntries(place.Line, depth + 1)),
                _ => throw Damaged(),
            };
        }

        public string ReadText() => Strings[ReadCount(Strings.Count - 1)];

        public StringTable ReadStrings()
        {
            var starts = new int[ReadCount(LongestTable)];
            var lengths = new int[starts.Length];
            for (var i = 0; i < starts.Length; i++)
            {
                lengths[i] = ReadCount(Bytes.Length - Position);
                starts[i] = Position;
                Position = lengths[i] <= Bytes.Length - Position ? Position + lengths[i] : throw Damaged();
            }

            return new StringTable(Bytes, starts, lengths);
        }

        public int ReadCount(int most) => ReadNumber() is var count && count >= 0 && count <= most ? count : throw Damaged();

        private ImmutableArray<YamlValue> ReadItems(int line, int depth)
        {
            var items = ImmutableArray.CreateBuilder<YamlValue>(ReadCount(Bytes.Length - Position));
            for (var left = items.Capacity; left > 0; left--)
            {
                items.Add(ReadValue(line, depth));
            }

            return items.MoveToImmutable();
        }

        private ImmutableArray<YamlEntry> ReadEntries(int line, int depth)
        {
            var entries = ImmutableArray.CreateBuilder<YamlEntry>(ReadCount(Bytes.Length - Position));
            for (var left = entries.Capacity; left > 0; left--)
            {
                var key = ReadText();
                var place = new YamlPlace(File, line + ReadNumber(), ReadNumber());
                entries.Add(new YamlEntry(key, place, ReadValue(line, depth)));
            }

            return entries.MoveToImmutable();
        }

        private int ReadNumber()
        {
            for (var (number, shift) = (0, 0); shift < 32 && Position < Bytes.Length; shift += 7)
            {
                var read = Bytes[Position++];
                number |= (read & 0x7F) << shift;
                if (read < 0x80)
                {
                    return number;
                }
            }

            throw Damaged();
        }

        private static InvalidDataException Damaged() => new("the compiled rules file is damaged; build the program again");
    }
}
