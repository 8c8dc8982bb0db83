namespace EcqAnalyzer.Engine.Language;

/// <summary>Lemmas found before, by word and tag, so that one that comes a thousand times is found once and is one string.
/// Direct-mapped and bounded: a place taken by another is overwritten. For one thread at a time.</summary>
internal sealed class LemmaCache(Lemmatizer lemmatizer, TagSet tags)
{
    private const int Size = 1 << 13;

    private readonly ulong[] _keys = new ulong[Size];
    private readonly string[] _lemmas = new string[Size];

    public string Find(ReadOnlySpan<char> text, in Word word, byte tag)
    {
        if (text.Length >= Word.MaxLength)
            return text.ToString().ToLowerInvariant();
        var key = Hash.Key(word.Text, tag);
        var place = (int)(key >> 40) & (Size - 1);
        if (_keys[place] != key)
        {
            _lemmas[place] = Make(text, tags[tag]);
            _keys[place] = key;
        }

        return _lemmas[place];
    }

    private string Make(ReadOnlySpan<char> text, TagPair tag)
    {
        Span<char> form = stackalloc char[Word.MaxLength * 3];
        form = form[..Letters.Normalize(text, form)];
        for (var i = 0; i < form.Length; i++)
        {
            form[i] = char.ToLowerInvariant(form[i]);
        }

        Span<char> lemma = stackalloc char[(Word.MaxLength * 3) + 2];
        return lemma[..lemmatizer.Write(form, tag, lemma)].ToString();
    }
}
