namespace EcqAnalyzer.Engine.Rules;

/// <summary>Where each word and each tag stands in a sentence: a bit for each token. Those of tokens from the 64th on are
/// those of the first again, so that in a longer sentence a word may seem to stand where it does not.</summary>
internal sealed class WordPlaces
{
    private const int Bits = 64;

    /// <summary>By tag (<see cref="TagNames.PlaceOf"/>), and behind the tags by word.</summary>
    private ulong[] _bits = [];

    /// <summary>The entries of <see cref="_bits"/> that are not 0.</summary>
    private int[] _used = [];
    private int _usedCount;
    private int _last;

    /// <summary>The entry of a word.</summary>
    public static int OfWord(int word) => TagNames.Count + word;

    /// <summary>The tokens that have one of some words or tags.</summary>
    public ulong Of(ReadOnlySpan<int> entries)
    {
        var tokens = 0UL;
        foreach (var entry in entries)
        {
            tokens |= _bits[entry];
        }

        return tokens;
    }

    /// <summary>Whether one of some words stands anywhere.</summary>
    public bool HaveAny(ReadOnlySpan<int> words)
    {
        foreach (var word in words)
        {
            if (_bits[OfWord(word)] != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The tokens of the sentence from one to another, both included; either may lie outside it.</summary>
    public ulong Between(int from, int to)
    {
        from = Math.Max(from, 0);
        var length = Math.Min(to, _last) - from + 1;
        return length <= 0 ? 0 : length >= Bits ? ulong.MaxValue : ulong.RotateLeft((1UL << length) - 1, from);
    }

    /// <summary>Empty, for a sentence of so many tokens.</summary>
    public void Begin(int words, int tokens)
    {
        while (_usedCount > 0)
        {
            _bits[_used[--_usedCount]] = 0;
        }

        _last = tokens - 1;
        if (_bits.Length < OfWord(words))
        {
            _bits = new ulong[OfWord(words)];
        }

        if (_used.Length < tokens * 4)
        {
            _used = new int[tokens * 8];
        }
    }

    public void Add(int entry, int token)
    {
        ref var bits = ref _bits[entry];
        if (bits == 0)
        {
            _used[_usedCount++] = entry;
        }

        bits |= 1UL << (token % Bits);
    }
}
