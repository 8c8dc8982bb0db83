using System.Numerics;

namespace EcqAnalyzer.Engine.Rules;

/// <summary>Words and tags, roughly: the tags as bits of their own (<see cref="TagNames"/>), the words as 128 bits that all words
/// share.</summary>
public readonly struct Signs
{
    private readonly ulong _low;
    private readonly ulong _high;
    private readonly ulong _tags;

    private Signs(ulong low, ulong high, ulong tags) => (_low, _high, _tags) = (low, high, tags);

    /// <summary>Those that meet every token with a word that a rule names, or with a tag.</summary>
    internal static Signs All => new(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);

    /// <summary>Of some words and some tags.</summary>
    public static Signs Of(int[] words, ulong tags)
    {
        var signs = new Signs(0, 0, tags);
        foreach (var word in words)
        {
            signs = signs.And(Of(word, word, 0));
        }

        return signs;
    }

    /// <summary>Of one token: its form, its lemma (0 for words that no rule names) and its tags.</summary>
    public static Signs Of(int form, int lemma, ulong tags) =>
        new(LowOf(form) | LowOf(lemma), HighOf(form) | HighOf(lemma), tags);

    public Signs And(in Signs other) => new(_low | other._low, _high | other._high, _tags | other._tags);

    /// <summary>How many bits are set.</summary>
    public int Count => BitOperations.PopCount(_low) + BitOperations.PopCount(_high) + BitOperations.PopCount(_tags);

    /// <summary>False where they have no word and no tag in common. Words that share a bit may make it true in vain.</summary>
    public bool Meet(in Signs other) => ((_low & other._low) | (_high & other._high) | (_tags & other._tags)) != 0;

    private static ulong LowOf(int word) => word == 0 || PlaceOf(word) > 63 ? 0 : 1UL << PlaceOf(word);

    private static ulong HighOf(int word) => word == 0 || PlaceOf(word) < 64 ? 0 : 1UL << (PlaceOf(word) - 64);

    /// <summary>Words that rules name one after the other get bits far apart.</summary>
    private static int PlaceOf(int word) => (int)(((uint)word * 2654435769) >> 25);
}

/// <summary>What stands between any two tokens of a sentence, at a glance: the signs of every stretch of 1, 2, 4... tokens are joined
/// ahead, and any stretch is two of those that overlap.</summary>
public sealed class SentenceSigns
{
    private const int Levels = 6;

    /// <summary>By the length of a stretch: the level of the longest that is joined ahead and fits into it. A table, since the
    /// machine's instruction for logarithms would be compiled at every start.</summary>
    private static readonly byte[] LevelOf = MakeLevels();

    private readonly Signs[][] _levels = new Signs[Levels][];
    private int _count;
    private Signs _whole;

    internal SentenceSigns() => MakeRoom(64);

    /// <summary>Of one token.</summary>
    public ref readonly Signs this[int token] => ref _levels[0][token];

    internal void Fill(int[] forms, int[] lemmas, ulong[] tags, int count)
    {
        (_count, _whole) = (count, default);
        if (_levels[0].Length < count)
        {
            MakeRoom(forms.Length);
        }

        for (var i = 0; i < count; i++)
        {
            _levels[0][i] = Signs.Of(forms[i], lemmas[i], tags[i]);
            _whole = _whole.And(_levels[0][i]);
        }

        for (var (level, half) = (1, 1); level < Levels; level++, half *= 2)
        {
            var (halves, wholes) = (_levels[level - 1], _levels[level]);
            for (var i = 0; i + (2 * half) <= count; i++)
            {
                wholes[i] = halves[i].And(halves[i + half]);
            }
        }
    }

    /// <summary>Whether one of some words, or a token with one of some tags, may stand anywhere.</summary>
    internal bool MayHold(in Signs any) => _whole.Meet(any);

    /// <summary>Whether one of some words, or a token with one of some tags, may stand at a token from <paramref name="from"/> to
    /// <paramref name="to"/>, both included; either may lie outside the sentence.</summary>
    internal bool MayHold(int from, int to, in Signs any)
    {
        from = Math.Max(from, 0);
        to = Math.Min(to, _count - 1);
        if (from > to)
        {
            return false;
        }

        var length = to - from + 1;
        if (length >= LevelOf.Length)
        {
            return true;
        }

        var level = LevelOf[length];
        return _levels[level][from].Meet(any) || _levels[level][to + 1 - (1 << level)].Meet(any);
    }

    private void MakeRoom(int tokens)
    {
        for (var level = 0; level < Levels; level++)
        {
            _levels[level] = new Signs[tokens];
        }
    }

    private static byte[] MakeLevels()
    {
        var levels = new byte[1 << Levels];
        for (var length = 2; length < levels.Length; length++)
        {
            levels[length] = (byte)(levels[length / 2] + 1);
        }

        return levels;
    }
}
