namespace EcqAnalyzer.Engine.Language;

/// <summary>The many features by which the words are told that the first look leaves in doubt.</summary>
internal readonly struct SecondLook : ILook
{
    /// <summary>Numbers of the features that rest on tags given before begin here.</summary>
    private const int Tags = 96;

    public static ReadOnlySpan<byte> Sizes => [12, 11, 11, 11, 6, 10, 11, 10];

    public static int Fixed => 7;

    public static void WriteWordKeys(in TagContext at, Span<ulong> keys)
    {
        var shapes = Hash.Key(at.Word.Shape, Hash.Key(at.Before.Shape, at.After.Shape));
        keys[0] = Hash.Key(at.Word.Form, 0);
        keys[1] = Hash.Key(at.Before.Form, 0);
        keys[2] = Hash.Key(at.After.Form, 0);
        keys[3] = Hash.Key(at.After2.Form, 0);
        keys[4] = Hash.Key(at.Last.Form, at.IsFirst);
        keys[5] = Hash.Key(shapes, (((at.Word.Style * 2) + at.IsFirst) * 4) + Spaces(in at));
        keys[6] = Hash.Key(at.Own, (at.N1 * 256) + at.N2);
    }

    public static void WriteTagKeys(in TagContext at, Span<ulong> keys) => keys[7] = Hash.Key(at.P1, at.N1);

    public static void WriteGroup(int group, in TagContext at, ref FeatureSink sink)
    {
        switch (group)
        {
            case 0:
                AddOfWord(in at.Word, ref sink);
                break;
            case 1:
                sink.Add(14, at.Before.Lower);
                sink.Add(25, at.Before.Suffix3);
                sink.Add(48, at.Before.Cluster);
                break;
            case 2:
                AddOfAfter(in at.After, ref sink);
                break;
            case 3:
                sink.Add(17, at.After2.Lower);
                sink.Add(29, at.After2.Class);
                sink.Add(57, at.After2.Listed);
                break;
            case 4:
                sink.Add(37, at.Last.Lower, at.IsFirst);
                break;
            case 5:
                AddOfShapes(in at, ref sink);
                break;
            case 6:
                sink.Add(63, at.Own);
                sink.Add(64, at.N1);
                sink.Add(65, at.N1, at.N2);
                sink.Add(66, at.Own, at.N1);
                break;
            case 7:
                sink.Add(Tags, at.P1);
                sink.Add(Tags + 26, at.P1, at.N1);
                break;
        }
    }

    public static void WriteWords(in TagContext at, ref FeatureSink sink)
    {
        ref readonly var word = ref at.Word;
        var isFirst = at.IsFirst;
        var style = word.Style + (isFirst * 8);
        sink.Add(12, word.Suffix3, word.Shape, isFirst);
        sink.Add(59, style, word.Shape, word.Class);
        sink.Add(60, style, word.Shape, word.Listed);
        sink.Add(61, word.Style, word.Shape, word.Coarse);
        sink.Add(15, at.Before2.Lower);
        sink.Add(38, at.First.Lower, word.Class, (ulong)Math.Min(at.Place, 3));
        AddOfPairs(in at, ref sink);
        var (n1, n2) = (at.N1, at.N2);
        sink.Add(67, n1, word.Lower);
        sink.Add(68, n1, word.Class);
        sink.Add(69, n1, n2, word.Class);
        sink.Add(70, n1, word.Suffix2, word.Shape);
        sink.Add(71, n2, word.Lower);
        sink.Add(72, n1, n2, word.Lower);
    }

    public static void WriteTags(in TagContext at, ref FeatureSink sink)
    {
        ref readonly var word = ref at.Word;
        ref readonly var after = ref at.After;
        var (p1, p2, n1, finite, verb) = (at.P1, at.P2, at.N1, at.Finite, at.Verb);
        sink.Add(Tags + 1, p1, p2);
        sink.Add(Tags + 2, p1, word.Lower);
        sink.Add(Tags + 3, p1, p2, word.Class);
        sink.Add(Tags + 4, p1, word.Class);
        sink.Add(Tags + 5, p1, word.Suffix3);
        sink.Add(Tags + 6, p1, word.Suffix2, word.Shape);
        sink.Add(Tags + 7, p1, word.Class, after.Class);
        sink.Add(Tags + 8, p1, after.Class);
        sink.Add(Tags + 9, p1, after.Lower);
        sink.Add(Tags + 10, p1, word.Suffix3, after.Class);
        sink.Add(Tags + 11, p2, word.Lower);
        sink.Add(Tags + 12, p1, word.Cluster);
        sink.Add(Tags + 13, p1, p2, word.Coarse);
        sink.Add(Tags + 14, p1, word.Listed, after.Listed);
        sink.Add(Tags + 15, p1, word.Coarse, after.Coarse);
        sink.Add(Tags + 16, p1, p2, after.Class);
        sink.Add(Tags + 17, finite, word.Lower);
        sink.Add(Tags + 18, finite, word.Class);
        sink.Add(Tags + 19, finite, word.Suffix2, p1);
        sink.Add(Tags + 20, finite, word.Class, p1);
        sink.Add(Tags + 21, finite, word.Class, n1);
        sink.Add(Tags + 22, verb, p1, word.Class);
        sink.Add(Tags + 23, verb, p1, word.Lower);
        sink.Add(Tags + 24, verb, p1, word.Listed);
        sink.Add(Tags + 25, verb, p1, word.Suffix2);
        sink.Add(Tags + 27, p1, n1, word.Class);
        sink.Add(Tags + 28, p1, n1, word.Lower);
        sink.Add(Tags + 29, p1, n1, word.Coarse);
    }

    private static ulong Spaces(in TagContext at) =>
        (at.Word.SpaceBefore ? 2UL : 0UL) + (at.After.SpaceBefore ? 1UL : 0UL);

    private static void AddOfWord(in Word word, ref FeatureSink sink)
    {
        sink.Add(0, 0);
        sink.Add(1, word.Lower);
        sink.Add(2, word.Lower, word.Shape);
        sink.Add(3, word.Suffix1);
        sink.Add(4, word.Suffix2);
        sink.Add(5, word.Suffix3);
        sink.Add(6, word.Suffix4);
        sink.Add(7, word.Prefix1);
        sink.Add(8, word.Prefix2);
        sink.Add(9, word.Prefix3);
        sink.Add(11, word.Shape, word.Suffix2);
        sink.Add(13, word.Class);
        // What dictionaries and the use of words in large amounts of text say of it.
        sink.Add(39, word.Listed);
        sink.Add(40, word.Listed, word.Shape);
        sink.Add(41, word.Listed, word.Suffix2);
        sink.Add(42, word.Listed, word.Coarse);
        sink.Add(43, word.Cluster);
        sink.Add(44, word.Coarse);
        sink.Add(45, word.Cluster, word.Shape);
        sink.Add(46, word.Coarse, word.Suffix2);
    }

    private static void AddOfAfter(in Word after, ref FeatureSink sink)
    {
        sink.Add(16, after.Lower);
        sink.Add(26, after.Suffix3);
        sink.Add(28, after.Class);
        sink.Add(49, after.Cluster);
        sink.Add(56, after.Listed);
    }

    private static void AddOfShapes(in TagContext at, ref FeatureSink sink)
    {
        ref readonly var word = ref at.Word;
        sink.Add(10, word.Shape, at.IsFirst);
        sink.Add(33, at.After.Shape, word.Shape);
        sink.Add(34, at.Before.Shape, word.Shape);
        sink.Add(36, Spaces(in at), word.Shape);
        sink.Add(58, word.Style + (at.IsFirst * 8), word.Shape);
        sink.Add(62, word.Style, word.Shape, Hash.Join(at.Before.Shape, at.After.Shape));
    }

    private static void AddOfPairs(in TagContext at, ref FeatureSink sink)
    {
        ref readonly var word = ref at.Word;
        ref readonly var before = ref at.Before;
        ref readonly var after = ref at.After;
        ref readonly var after2 = ref at.After2;
        sink.Add(18, before.Lower, word.Lower);
        sink.Add(19, word.Lower, after.Lower);
        sink.Add(20, before.Lower, after.Lower);
        sink.Add(21, at.Before2.Lower, before.Lower);
        sink.Add(22, after.Lower, after2.Lower);
        sink.Add(23, before.Lower, word.Class);
        sink.Add(24, after.Lower, word.Class);
        sink.Add(27, after.Suffix3, word.Suffix3);
        sink.Add(30, word.Class, after.Class);
        sink.Add(31, word.Lower, after.Class);
        sink.Add(32, word.Class, after.Class, after2.Class);
        sink.Add(35, word.Suffix2, after.Class);
        sink.Add(47, word.Coarse, word.Shape, after.Shape);
        sink.Add(50, before.Coarse, word.Coarse);
        sink.Add(51, word.Coarse, after.Coarse);
        sink.Add(52, before.Listed, word.Listed);
        sink.Add(53, word.Listed, after.Listed);
        sink.Add(54, word.Listed, after.Listed, after2.Listed);
        sink.Add(55, word.Class, after.Coarse);
    }
}
