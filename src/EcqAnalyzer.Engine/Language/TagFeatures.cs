namespace EcqAnalyzer.Engine.Language;

/// <summary>The features by which a token is tagged. Training and tagging call the same code.</summary>
internal static class TagFeatures
{
    /// <summary>More than any one method writes.</summary>
    public const int Max = 96;

    /// <summary>More than the features of words and of tags are together.</summary>
    public const int MaxTogether = 128;

    /// <summary>Writes the features of word <paramref name="i"/> that rest on words and first tags and returns how many.
    /// <paramref name="first"/> holds what the first look gave every word.</summary>
    public static int WriteWords(ReadOnlySpan<Word> words, ReadOnlySpan<byte> first, int i, Span<ulong> features)
    {
        var sink = new FeatureSink(features);
        AddOfWord(in words[i], i == 0 ? 1UL : 0UL, ref sink);
        AddOfNeighbours(words, i, ref sink);
        AddOfUse(words, i, ref sink);
        AddOfFirstTags(words, first, i, ref sink);
        return sink.Count;
    }

    /// <summary>Writes the features that rest on the tags of the words before as well.</summary>
    public static int WriteTags(
        ReadOnlySpan<Word> words, ReadOnlySpan<byte> first, int i, TagsBefore before, Span<ulong> features)
    {
        var sink = new FeatureSink(features, Max);
        AddOfTags(words, i, (ulong)before.T1, (ulong)before.T2, ref sink);
        var (p1, n1) = ((ulong)before.T1, TagAt(first, i + 1));
        var finite = (ulong)((before.Finite * 4) + before.FiniteAfter);
        sink.Add(finite, words[i].Lower);
        sink.Add(finite, words[i].Class);
        sink.Add(finite, words[i].Suffix2, p1);
        sink.Add(finite, words[i].Class, p1);
        sink.Add(finite, words[i].Class, n1);
        var verb = (ulong)before.Verb;
        sink.Add(verb, p1, words[i].Class);
        sink.Add(verb, p1, words[i].Lower);
        sink.Add(verb, p1, words[i].Listed);
        sink.Add(verb, p1, words[i].Suffix2);
        sink.Add(p1, n1);
        sink.Add(p1, n1, words[i].Class);
        sink.Add(p1, n1, words[i].Lower);
        sink.Add(p1, n1, words[i].Coarse);
        return sink.Count;
    }

    /// <summary>Features of the first look at a word: words alone.</summary>
    public static int WriteFirstWords(ReadOnlySpan<Word> words, int i, Span<ulong> features)
    {
        ref readonly var word = ref words[i];
        ref readonly var before = ref At(words, i - 1);
        ref readonly var after = ref At(words, i + 1);
        var sink = new FeatureSink(features, 2 * Max);
        sink.Add(0);
        sink.Add(word.Lower);
        sink.Add(word.Class, word.Shape);
        sink.Add(word.Suffix2, word.Shape);
        sink.Add(word.Suffix3);
        sink.Add(word.Suffix3, word.Shape, i == 0 ? 1UL : 0UL);
        sink.Add(word.Listed, word.Shape);
        sink.Add(word.Coarse, word.Suffix2);
        sink.Add(word.Style, word.Shape, word.Listed);
        sink.Add(before.Lower);
        sink.Add(after.Lower);
        sink.Add(after.Class);
        sink.Add(word.Class, after.Class);
        sink.Add(word.Lower, after.Class);
        sink.Add(after.Suffix3, word.Suffix3);
        return sink.Count;
    }

    /// <summary>Features of the first look that rest on the tags before.</summary>
    public static int WriteFirstTags(ReadOnlySpan<Word> words, int i, int t1, int t2, Span<ulong> features)
    {
        ref readonly var word = ref words[i];
        ref readonly var after = ref At(words, i + 1);
        var (p1, p2) = ((ulong)t1, (ulong)t2);
        var sink = new FeatureSink(features, 3 * Max);
        sink.Add(p1, p2);
        sink.Add(p1, word.Lower);
        sink.Add(p1, word.Class);
        sink.Add(p1, word.Suffix3);
        sink.Add(p1, word.Class, after.Class);
        sink.Add(p1, after.Lower);
        return sink.Count;
    }

    private static void AddOfWord(in Word word, ulong isFirst, ref FeatureSink sink)
    {
        sink.Add(0);
        sink.Add(word.Lower);
        sink.Add(word.Lower, word.Shape);
        sink.Add(word.Suffix1);
        sink.Add(word.Suffix2);
        sink.Add(word.Suffix3);
        sink.Add(word.Suffix4);
        sink.Add(word.Prefix1);
        sink.Add(word.Prefix2);
        sink.Add(word.Prefix3);
        sink.Add(word.Shape, isFirst);
        sink.Add(word.Shape, word.Suffix2);
        sink.Add(word.Suffix3, word.Shape, isFirst);
        sink.Add(word.Class);
    }

    private static void AddOfTags(ReadOnlySpan<Word> words, int i, ulong p1, ulong p2, ref FeatureSink sink)
    {
        ref readonly var word = ref words[i];
        ref readonly var after = ref At(words, i + 1);
        sink.Add(p1);
        sink.Add(p1, p2);
        sink.Add(p1, word.Lower);
        sink.Add(p1, p2, word.Class);
        sink.Add(p1, word.Class);
        sink.Add(p1, word.Suffix3);
        sink.Add(p1, word.Suffix2, word.Shape);
        sink.Add(p1, word.Class, after.Class);
        sink.Add(p1, after.Class);
        sink.Add(p1, after.Lower);
        sink.Add(p1, word.Suffix3, after.Class);
        sink.Add(p2, word.Lower);
        sink.Add(p1, word.Cluster);
        sink.Add(p1, p2, word.Coarse);
        sink.Add(p1, word.Listed, after.Listed);
        sink.Add(p1, word.Coarse, after.Coarse);
        sink.Add(p1, p2, after.Class);
    }

    private static void AddOfNeighbours(ReadOnlySpan<Word> words, int i, ref FeatureSink sink)
    {
        ref readonly var word = ref words[i];
        ref readonly var before = ref At(words, i - 1);
        ref readonly var before2 = ref At(words, i - 2);
        ref readonly var after = ref At(words, i + 1);
        ref readonly var after2 = ref At(words, i + 2);
        sink.Add(before.Lower);
        sink.Add(before2.Lower);
        sink.Add(after.Lower);
        sink.Add(after2.Lower);
        sink.Add(before.Lower, word.Lower);
        sink.Add(word.Lower, after.Lower);
        sink.Add(before.Lower, after.Lower);
        sink.Add(before2.Lower, before.Lower);
        sink.Add(after.Lower, after2.Lower);
        sink.Add(before.Lower, word.Class);
        sink.Add(after.Lower, word.Class);
        sink.Add(before.Suffix3);
        sink.Add(after.Suffix3);
        sink.Add(after.Suffix3, word.Suffix3);
        sink.Add(after.Class);
        sink.Add(after2.Class);
        sink.Add(word.Class, after.Class);
        sink.Add(word.Lower, after.Class);
        sink.Add(word.Class, after.Class, after2.Class);
        sink.Add(after.Shape, word.Shape);
        sink.Add(before.Shape, word.Shape);
        sink.Add(word.Suffix2, after.Class);
        sink.Add((word.SpaceBefore ? 2UL : 0UL) + (after.SpaceBefore ? 1UL : 0UL), word.Shape);
        sink.Add(words[^1].Lower, i == 0 ? 1UL : 0UL);
        sink.Add(words[0].Lower, word.Class, (ulong)Math.Min(i, 3));
    }

    /// <summary>What dictionaries and the use of words in large amounts of text say of the word and its neighbours.</summary>
    private static void AddOfUse(ReadOnlySpan<Word> words, int i, ref FeatureSink sink)
    {
        ref readonly var word = ref words[i];
        ref readonly var before = ref At(words, i - 1);
        ref readonly var after = ref At(words, i + 1);
        ref readonly var after2 = ref At(words, i + 2);
        sink.Add(word.Listed);
        sink.Add(word.Listed, word.Shape);
        sink.Add(word.Listed, word.Suffix2);
        sink.Add(word.Listed, word.Coarse);
        sink.Add(word.Cluster);
        sink.Add(word.Coarse);
        sink.Add(word.Cluster, word.Shape);
        sink.Add(word.Coarse, word.Suffix2);
        sink.Add(word.Coarse, word.Shape, after.Shape);
        sink.Add(before.Cluster);
        sink.Add(after.Cluster);
        sink.Add(before.Coarse, word.Coarse);
        sink.Add(word.Coarse, after.Coarse);
        sink.Add(before.Listed, word.Listed);
        sink.Add(word.Listed, after.Listed);
        sink.Add(word.Listed, after.Listed, after2.Listed);
        sink.Add(word.Class, after.Coarse);
        sink.Add(after.Listed);
        sink.Add(after2.Listed);
        var isFirst = i == 0 ? 8UL : 0UL;
        sink.Add(word.Style + isFirst, word.Shape);
        sink.Add(word.Style + isFirst, word.Shape, word.Class);
        sink.Add(word.Style + isFirst, word.Shape, word.Listed);
        sink.Add(word.Style, word.Shape, word.Coarse);
        sink.Add(word.Style, word.Shape, Hash.Join(before.Shape, after.Shape));
    }

    /// <summary>What a first look called the words here and to the right.</summary>
    private static void AddOfFirstTags(ReadOnlySpan<Word> words, ReadOnlySpan<byte> first, int i, ref FeatureSink sink)
    {
        ref readonly var word = ref words[i];
        var (own, n1, n2) = (TagAt(first, i), TagAt(first, i + 1), TagAt(first, i + 2));
        sink.Add(own);
        sink.Add(n1);
        sink.Add(n1, n2);
        sink.Add(own, n1);
        sink.Add(n1, word.Lower);
        sink.Add(n1, word.Class);
        sink.Add(n1, n2, word.Class);
        sink.Add(n1, word.Suffix2, word.Shape);
        sink.Add(n2, word.Lower);
        sink.Add(n1, n2, word.Lower);
    }

    private static ulong TagAt(ReadOnlySpan<byte> first, int i) => (uint)i < (uint)first.Length ? first[i] + 1UL : 0UL;

    private static ref readonly Word At(ReadOnlySpan<Word> words, int i)
    {
        if ((uint)i < (uint)words.Length)
            return ref words[i];
        return ref Word.None;
    }
}

/// <summary>What the tags so far say at a word: <see cref="T1"/> and <see cref="T2"/> are the tags of the words before plus 1,
/// 0 where there are none, <see cref="Verb"/> that of the last verb; <see cref="Finite"/> and <see cref="FiniteAfter"/> tell of finite verbs to the left and right
/// (<see cref="FiniteVerbs"/>).</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct TagsBefore(int T1, int T2, int Verb, byte Finite, byte FiniteAfter);
