namespace EcqAnalyzer.Engine.Rules;

/// <summary>The words that rules name, as numbers from 1, so that matching compares numbers. A word no rule names is 0. It grows
/// while rules are loaded and is only read afterwards. A table of its own, and not a dictionary, since every word of every
/// draft is looked for twice, as it stands and as its lemma: hashed in small letters as they are read, without a copy.</summary>
public sealed class Vocabulary
{
    private const int LongestForm = 64;

    private readonly List<string> _words;

    /// <summary>The hash of a word in the high half, its number in the low one; 0 where a slot is free. Half of them are.</summary>
    private ulong[] _slots;

    public Vocabulary()
        : this([])
    {
    }

    /// <summary>One that holds these words already, numbered in their order.</summary>
    public Vocabulary(string[] words)
    {
        _slots = new ulong[SizeFor(words.Length)];
        _words = new List<string>(words.Length + 1) { "" };
        foreach (var word in words)
        {
            Add(word);
        }
    }

    public int Count => _words.Count;

    public string this[int id] => _words[id];

    /// <param name="word">As <see cref="Normalize"/> gives it.</param>
    public int Add(string word)
    {
        if (Find(word) is > 0 and var known)
        {
            return known;
        }

        _words.Add(word);
        if (_words.Count * 2 > _slots.Length)
        {
            _slots = new ulong[SizeFor(_words.Count)];
            for (var id = 1; id < _words.Count; id++)
            {
                Place(id);
            }
        }
        else
        {
            Place(_words.Count - 1);
        }

        return _words.Count - 1;
    }

    /// <summary>The number of a word that is in small letters already.</summary>
    public int Find(string word)
    {
        var hash = HashOf(word);
        for (var slot = SlotOf(hash); _slots[slot] is > 0 and var taken; slot = Next(slot))
        {
            if (taken >> 32 == hash && _words[(int)(uint)taken] == word)
            {
                return (int)(uint)taken;
            }
        }

        return 0;
    }

    /// <summary>The number of a word as it stands in text: in small letters, with straight apostrophes and plain hyphens.</summary>
    public int FindForm(ReadOnlySpan<char> form)
    {
        if (form.Length > LongestForm)
        {
            return 0;
        }

        var hash = HashOf(form);
        for (var slot = SlotOf(hash); _slots[slot] is > 0 and var taken; slot = Next(slot))
        {
            if (taken >> 32 == hash && IsForm(form, _words[(int)(uint)taken]))
            {
                return (int)(uint)taken;
            }
        }

        return 0;
    }

    /// <summary>A word as rules compare it.</summary>
    public static string Normalize(ReadOnlySpan<char> word)
    {
        var plain = word.ToArray();
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = Plain(plain[i]);
        }

        return new string(plain);
    }

    private static int SizeFor(int words)
    {
        var size = 64;
        while (size < words * 2)
        {
            size *= 2;
        }

        return size;
    }

    private void Place(int id)
    {
        var hash = HashOf(_words[id]);
        var slot = SlotOf(hash);
        while (_slots[slot] > 0)
        {
            slot = Next(slot);
        }

        _slots[slot] = (hash << 32) | (uint)id;
    }

    private int SlotOf(ulong hash) => (int)((uint)hash & (uint)(_slots.Length - 1));

    private int Next(int slot) => (slot + 1) & (_slots.Length - 1);

    private static bool IsForm(ReadOnlySpan<char> form, string word)
    {
        if (form.Length != word.Length)
        {
            return false;
        }

        for (var i = 0; i < form.Length; i++)
        {
            if (Plain(form[i]) != word[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Fowler, Noll and Vo's hash (FNV-1a) of the plain signs, its high bits folded in.</summary>
    private static ulong HashOf(ReadOnlySpan<char> word)
    {
        var hash = 2166136261;
        foreach (var sign in word)
        {
            hash = (hash ^ Plain(sign)) * 16777619;
        }

        return hash ^ (hash >> 15);
    }

    private static char Plain(char sign) =>
        sign is >= 'A' and <= 'Z' ? (char)(sign | 0x20) : sign < 0x80 ? sign : PlainBeyondAscii(sign);

    private static char PlainBeyondAscii(char sign) => sign switch
    {
        '\u2019' or '\u2018' or '\u02BC' => '\'',
        '\u2010' or '\u2011' => '-',
        '\u201C' or '\u201D' => '"',
        _ => char.ToLowerInvariant(sign),
    };
}
