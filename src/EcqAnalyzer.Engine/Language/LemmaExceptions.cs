namespace EcqAnalyzer.Engine.Language;

/// <summary>Lemmas that the rules do not give, by word and Penn tag: went/VBD is go. Keys are hashes in an open-addressing
/// table; the lemmas lie end to end in one text.</summary>
internal sealed class LemmaExceptions(uint[] keys, ushort[] entries, int[] offsets, string text)
{
    public static LemmaExceptions Empty { get; } = new([0], [0], [0], "");

    public ReadOnlySpan<uint> Keys => keys;

    public ReadOnlySpan<ushort> Entries => entries;

    public ReadOnlySpan<int> Offsets => offsets;

    public string Text => text;

    /// <summary>The lemma, empty where there is no exception.</summary>
    public ReadOnlySpan<char> Find(ReadOnlySpan<char> word, string tag)
    {
        var hash = HashOf(word, tag);
        var key = (uint)hash | 1;
        var mask = keys.Length - 1;
        for (var slot = (int)(hash >> 32) & mask; keys[slot] != 0; slot = (slot + 1) & mask)
        {
            if (keys[slot] == key)
                return text.AsSpan(offsets[entries[slot]], offsets[entries[slot] + 1] - offsets[entries[slot]]);
        }

        return [];
    }

    public static LemmaExceptions Of(IReadOnlyList<LemmaException> all)
    {
        var size = 4;
        while (size < all.Count * 2)
        {
            size *= 2;
        }

        var (keys, entries, offsets) = (new uint[size], new ushort[size], new int[all.Count + 1]);
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < all.Count; i++)
        {
            text.Append(all[i].Lemma);
            offsets[i + 1] = text.Length;
            var hash = HashOf(all[i].Word, all[i].Tag);
            var slot = (int)(hash >> 32) & (size - 1);
            while (keys[slot] != 0)
            {
                slot = (slot + 1) & (size - 1);
            }

            (keys[slot], entries[slot]) = ((uint)hash | 1, (ushort)i);
        }

        return new LemmaExceptions(keys, entries, offsets, text.ToString());
    }

    private static ulong HashOf(ReadOnlySpan<char> word, string tag) => Hash.Join(Hash.Of(word), Hash.Of(tag));
}

/// <summary>Word and lemma in lower case, and the Penn tag under which the one has the other.</summary>
internal sealed record LemmaException(string Word, string Tag, string Lemma);
