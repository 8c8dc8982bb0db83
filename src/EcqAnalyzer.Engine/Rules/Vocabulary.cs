namespace EcqAnalyzer.Engine.Rules;

/// <summary>The words that rules name, as numbers from 1, so that matching compares numbers. A word no rule names is 0. It grows
/// while rules are loaded and is only read afterwards.</summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, int> _ids;
    private readonly List<string> _words;

    public Vocabulary()
        : this([])
    {
    }

    /// <summary>One that holds these words already, numbered in their order.</summary>
    public Vocabulary(string[] words)
    {
        _ids = new Dictionary<string, int>(words.Length);
        _words = new List<string>(words.Length + 1) { "" };
        foreach (var word in words)
        {
            Add(word);
        }
    }

    public int Count => _words.Count;

    public string this[int id] => _words[id];

    public int Add(string word)
    {
        if (!_ids.TryGetValue(word, out var id))
        {
            _ids.Add(word, id = _words.Count);
            _words.Add(word);
        }

        return id;
    }

    public int Find(string word) => _ids.GetValueOrDefault(word);

    /// <summary>The number of a word as it stands in text: in small letters, with straight apostrophes and plain hyphens.</summary>
    public int FindForm(ReadOnlySpan<char> form)
    {
        const int LongestWord = 64;
        if (form.Length > LongestWord)
        {
            return 0;
        }

        Span<char> plain = stackalloc char[form.Length];
        for (var i = 0; i < form.Length; i++)
        {
            plain[i] = Plain(form[i]);
        }

        return _ids.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(plain, out var id) ? id : 0;
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

    private static char Plain(char sign) => sign switch
    {
        '\u2019' or '\u2018' or '\u02BC' => '\'',
        '\u2010' or '\u2011' => '-',
        '\u201C' or '\u201D' => '"',
        _ => char.ToLowerInvariant(sign),
    };
}
