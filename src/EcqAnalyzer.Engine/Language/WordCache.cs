namespace EcqAnalyzer.Engine.Language;

/// <summary>Words read before, by their characters: a word that comes a thousand times is read once. Direct-mapped and bounded:
/// a place taken by another word is overwritten. For one thread at a time.</summary>
internal sealed class WordCache(Lexicon lexicon, WordList list)
{
    private const int Size = 1 << 13;

    private readonly Word[] _words = new Word[Size];

    public void Read(ReadOnlySpan<char> text, bool spaceBefore, out Word word)
    {
        if (text.Length > Word.MaxLength)
        {
            word = Word.Of(text, spaceBefore, lexicon, list);
            return;
        }

        var key = Hash.Key(text);
        ref var known = ref _words[(int)(key >> 40) & (Size - 1)];
        if (known.Text != key)
        {
            known = Word.Of(text, spaceBefore, lexicon, list);
            known.Text = key;
        }

        word = known;
        word.SpaceBefore = spaceBefore;
    }
}
