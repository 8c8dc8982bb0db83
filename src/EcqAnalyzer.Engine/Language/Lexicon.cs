using System.Runtime.InteropServices;

namespace EcqAnalyzer.Engine.Language;

/// <summary>The words seen often enough in training to trust the tags they were seen with. A word maps to a class: the set
/// of its tags, and whether it was so frequent that other tags need not be tried. Open addressing over flat arrays.</summary>
internal sealed class Lexicon
{
    private readonly uint[] _keys;
    private readonly ushort[] _classes;
    private readonly WordClass[] _table;

    public Lexicon(uint[] keys, ushort[] classes, WordClass[] table)
    {
        _keys = keys;
        _classes = classes;
        _table = table;
    }

    public static Lexicon Empty { get; } = new([0], [0], [new WordClass([], IsClosed: false, 0)]);

    public ReadOnlySpan<uint> Keys => _keys;

    public ReadOnlySpan<ushort> Classes => _classes;

    public ReadOnlySpan<WordClass> Table => _table;

    /// <summary>Has the processor fetch what <see cref="Find"/> will look at first.</summary>
    public void Expect(ulong word) => Memory.Prefetch(ref _keys[(int)(word >> 32) & (_keys.Length - 1)]);

    /// <summary>The class of a word by the hash of its normal form, 0 where it is not in the lexicon.</summary>
    public int Find(ulong word)
    {
        var key = KeyOf(word);
        var mask = _keys.Length - 1;
        for (var slot = (int)(word >> 32) & mask; _keys[slot] != 0; slot = (slot + 1) & mask)
        {
            if (_keys[slot] == key)
                return _classes[slot];
        }

        return 0;
    }

    public ulong ContentOf(int classId) => _table[classId].Content;

    public ref readonly WordClass ClassOf(int classId) => ref _table[classId];

    /// <summary>A lexicon of the given words; at most half of the slots are used, so that a search is short.</summary>
    public static Lexicon Of(IReadOnlyCollection<KeyValuePair<ulong, ushort>> words, WordClass[] table)
    {
        var size = 4;
        while (size < words.Count * 3 / 2)
        {
            size *= 2;
        }

        var keys = new uint[size];
        var classes = new ushort[size];
        foreach (var (word, classId) in words)
        {
            var slot = (int)(word >> 32) & (size - 1);
            while (keys[slot] != 0)
            {
                slot = (slot + 1) & (size - 1);
            }

            keys[slot] = KeyOf(word);
            classes[slot] = classId;
        }

        return new Lexicon(keys, classes, table);
    }

    private static uint KeyOf(ulong word) => (uint)word | 1;
}

/// <summary>Tags that go together: <see cref="Tags"/> are ids of the tag set, the likeliest first. Where
/// <see cref="IsClosed"/>, only they are tried. <see cref="Content"/> is a hash of the set.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordClass(byte[] Tags, bool IsClosed, ulong Content)
{
    /// <summary>The tags to try; empty where all common ones are.</summary>
    public ReadOnlySpan<byte> Candidates => IsClosed ? Tags : [];

    /// <summary>Only one tag can be.</summary>
    public bool IsFixed => IsClosed && Tags.Length == 1;
}
