namespace EcqAnalyzer.Engine.Language;

/// <summary>What a look at a word sees: the word, its neighbours (<see cref="Word.None"/> beyond the sentence), the tags given
/// before, and what a first look called the words from here on. Tags are ids plus 1, 0 where there are none.</summary>
internal readonly ref struct TagContext
{
    public readonly ref readonly Word Word;
    public readonly ref readonly Word Before;
    public readonly ref readonly Word Before2;
    public readonly ref readonly Word After;
    public readonly ref readonly Word After2;

    /// <summary>The sentence's first and last word.</summary>
    public readonly ref readonly Word First;
    public readonly ref readonly Word Last;

    public readonly int Place;

    /// <summary>Tags of the two words before, and of the last verb.</summary>
    public readonly ulong P1;
    public readonly ulong P2;
    public readonly ulong Verb;

    /// <summary>Finite verbs to the left and right together.</summary>
    public readonly ulong Finite;

    /// <summary>First tags of the word and of the two after it.</summary>
    public readonly ulong Own;
    public readonly ulong N1;
    public readonly ulong N2;

    /// <param name="words">The sentence.</param>
    /// <param name="first">First tags, empty at the first look itself.</param>
    /// <param name="i">Which word.</param>
    /// <param name="before">What the tags so far say.</param>
    public TagContext(ReadOnlySpan<Word> words, ReadOnlySpan<byte> first, int i, TagsBefore before)
    {
        Place = i;
        Word = ref words[i];
        Before = ref At(words, i - 1);
        Before2 = ref At(words, i - 2);
        After = ref At(words, i + 1);
        After2 = ref At(words, i + 2);
        First = ref words[0];
        Last = ref words[^1];
        P1 = (ulong)before.T1;
        P2 = (ulong)before.T2;
        Verb = (ulong)before.Verb;
        Finite = (ulong)((before.Finite * 4) + before.FiniteAfter);
        Own = TagAt(first, i);
        N1 = TagAt(first, i + 1);
        N2 = TagAt(first, i + 2);
    }

    public ulong IsFirst => Place == 0 ? 1UL : 0UL;

    private static ulong TagAt(ReadOnlySpan<byte> first, int i) => (uint)i < (uint)first.Length ? first[i] + 1UL : 0UL;

    private static ref readonly Word At(ReadOnlySpan<Word> words, int i)
    {
        if ((uint)i < (uint)words.Length)
            return ref words[i];
        return ref Language.Word.None;
    }
}

/// <summary>What the tags so far say at a word: <see cref="T1"/> and <see cref="T2"/> are the tags of the words before plus 1,
/// 0 where there are none, <see cref="Verb"/> that of the last verb; <see cref="Finite"/> and <see cref="FiniteAfter"/> tell of
/// finite verbs to the left and right (<see cref="FiniteVerbs"/>).</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct TagsBefore(int T1, int T2, int Verb, byte Finite, byte FiniteAfter);
