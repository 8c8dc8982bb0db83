namespace EcqAnalyzer.Engine.Language;

/// <summary>The features by which a token is tagged. Training and tagging call the same code.</summary>
internal static class TagFeatures
{
    public const int Max = 56;

    /// <summary>Writes the features of word <paramref name="i"/> and returns how many. <paramref name="t1"/> and
    /// <paramref name="t2"/> are the tags of the words before it plus 1, 0 where there are none.</summary>
    public static int Write(ReadOnlySpan<Word> words, int i, int t1, int t2, Span<ulong> features)
    {
        var sink = new FeatureSink(features);
        AddOfWord(in words[i], i == 0 ? 1UL : 0UL, ref sink);
        AddOfTags(words, i, (ulong)t1, (ulong)t2, ref sink);
        AddOfNeighbours(words, i, ref sink);
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

    private static ref readonly Word At(ReadOnlySpan<Word> words, int i)
    {
        if ((uint)i < (uint)words.Length)
            return ref words[i];
        return ref Word.None;
    }
}
