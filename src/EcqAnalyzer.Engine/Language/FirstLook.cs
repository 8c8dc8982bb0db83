namespace EcqAnalyzer.Engine.Language;

/// <summary>The few features by which most words are told at once.</summary>
internal readonly struct FirstLook : ILook
{
    /// <summary>Numbers of its features begin here, and of those among them that rest on tags.</summary>
    private const int Words = 192;
    private const int Tags = 288;

    public static ReadOnlySpan<byte> Sizes => [13, 11, 12, 11];

    public static int Fixed => 3;

    public static void WriteWordKeys(in TagContext at, Span<ulong> keys)
    {
        keys[0] = Hash.Key(at.Word.Form, (at.Word.Style * 2) + at.IsFirst);
        keys[1] = Hash.Key(at.Before.Form, 0);
        keys[2] = Hash.Key(at.After.Form, 0);
    }

    public static void WriteTagKeys(in TagContext at, Span<ulong> keys) => keys[3] = Hash.Key(at.P1, at.P2);

    public static void WriteGroup(int group, in TagContext at, ref FeatureSink sink)
    {
        switch (group)
        {
            case 0:
                AddOfWord(in at.Word, at.IsFirst, ref sink);
                break;
            case 1:
                sink.Add(Words + 9, at.Before.Lower);
                break;
            case 2:
                sink.Add(Words + 10, at.After.Lower);
                sink.Add(Words + 11, at.After.Class);
                break;
            case 3:
                sink.Add(Tags, at.P1, at.P2);
                break;
        }
    }

    public static void WriteWords(in TagContext at, ref FeatureSink sink)
    {
        ref readonly var word = ref at.Word;
        ref readonly var after = ref at.After;
        sink.Add(Words + 12, word.Class, after.Class);
        sink.Add(Words + 13, word.Lower, after.Class);
        sink.Add(Words + 14, after.Suffix3, word.Suffix3);
    }

    public static void WriteTags(in TagContext at, ref FeatureSink sink)
    {
        ref readonly var word = ref at.Word;
        ref readonly var after = ref at.After;
        sink.Add(Tags + 1, at.P1, word.Lower);
        sink.Add(Tags + 2, at.P1, word.Class);
        sink.Add(Tags + 3, at.P1, word.Suffix3);
        sink.Add(Tags + 4, at.P1, word.Class, after.Class);
        sink.Add(Tags + 5, at.P1, after.Lower);
    }

    private static void AddOfWord(in Word word, ulong isFirst, ref FeatureSink sink)
    {
        sink.Add(Words, 0);
        sink.Add(Words + 1, word.Lower);
        sink.Add(Words + 2, word.Class, word.Shape);
        sink.Add(Words + 3, word.Suffix2, word.Shape);
        sink.Add(Words + 4, word.Suffix3);
        sink.Add(Words + 5, word.Suffix3, word.Shape, isFirst);
        sink.Add(Words + 6, word.Listed, word.Shape);
        sink.Add(Words + 7, word.Coarse, word.Suffix2);
        sink.Add(Words + 8, word.Style, word.Shape, word.Listed);
    }
}
