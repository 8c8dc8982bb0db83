namespace EcqAnalyzer.Engine.Language;

/// <summary>The many features by which the words are told that the first look leaves in doubt.</summary>
internal readonly struct SecondLook : ILook
{
    /// <summary>Numbers of the features that rest on neighbours begin here, and of those that rest on tags given before.</summary>
    private const int Around = 32;
    private const int Tags = 96;

    public static ReadOnlySpan<byte> Sizes => [13, 11, 11, 11, 6, 10, 11, 11, 11];

    public static int Fixed => 7;

    public static void WriteWordKeys(in TagContext at, Span<ulong> keys)
    {
        var shapes = Hash.Key(at.Word.Shape, Hash.Key(at.Before.Shape, at.After.Shape));
        keys[0] = Hash.Key(at.Word.Form, (at.Word.Style * 2) + at.IsFirst);
        keys[1] = Hash.Key(at.Before.Form, 0);
        keys[2] = Hash.Key(at.After.Form, 0);
        keys[3] = Hash.Key(at.After2.Form, 0);
        keys[4] = Hash.Key(at.Last.Form, at.IsFirst);
        keys[5] = Hash.Key(shapes, (at.Word.Style * 4) + Spaces(in at));
        keys[6] = Hash.Key(at.Own, (at.N1 * 256) + at.N2);
    }

    public static void WriteTagKeys(in TagContext at, Span<ulong> keys)
    {
        keys[7] = Hash.Key(at.P1, at.P2);
        keys[8] = Hash.Key(at.P1, at.N1);
    }

    public static void WriteGroup(int group, in TagContext at, ref FeatureSink sink)
    {
        switch (group)
        {
            case 0:
                AddOfWord(in at.Word, at.IsFirst, ref sink);
                break;
            case 1:
                sink.Add(Around, at.Before.Lower);
                sink.Add(Around + 1, at.Before.Suffix3);
                sink.Add(Around + 2, at.Before.Cluster);
                break;
            case 2:
                AddOfAfter(in at.After, ref sink);
                break;
            case 3:
                sink.Add(Around + 8, at.After2.Lower);
                sink.Add(Around + 9, at.After2.Class);
                sink.Add(Around + 10, at.After2.Listed);
                break;
            case 4:
                sink.Add(Around + 11, at.Last.Lower, at.IsFirst);
                break;
            case 5:
                AddOfShapes(in at, ref sink);
                break;
            case 6:
                sink.Add(Around + 16, at.Own);
                sink.Add(Around + 17, at.N1);
                sink.Add(Around + 18, at.N1, at.N2);
                sink.Add(Around + 19, at.Own, at.N1);
                break;
            case 7:
                sink.Add(Tags, at.P1);
                sink.Add(Tags + 1, at.P1, at.P2);
                break;
            case 8:
                sink.Add(Tags + 2, at.P1, at.N1);
                break;
        }
    }

    public static void WriteWords(in TagContext at, ref FeatureSink sink)
    {
        ref readonly var word = ref at.Word;
        ref readonly var before = ref at.Before;
        ref readonly var after = ref at.After;
        var (n1, n2) = (at.N1, at.N2);
        sink.Add(Around + 20, at.Before2.Lower);
        sink.Add(Around + 21, at.First.Lower, word.Class, (ulong)Math.Min(at.Place, 3));
        sink.Add(Around + 22, before.Lower, word.Lower);
        sink.Add(Around + 23, word.Lower, after.Lower);
        sink.Add(Around + 24, before.Lower, word.Class);
        sink.Add(Around + 25, after.Lower, word.Class);
        sink.Add(Around + 26, word.Class, after.Class);
        sink.Add(Around + 27, word.Lower, after.Class);
        sink.Add(Around + 28, word.Class, after.Class, at.After2.Class);
        sink.Add(Around + 29, before.Listed, word.Listed);
        sink.Add(Around + 30, word.Class, after.Coarse);
        sink.Add(Around + 31, n1, word.Lower);
        sink.Add(Around + 32, n1, word.Class);
        sink.Add(Around + 33, n1, n2, word.Class);
        sink.Add(Around + 34, n1, n2, word.Lower);
    }

    public static void WriteTags(in TagContext at, ref FeatureSink sink)
    {
        ref readonly var word = ref at.Word;
        ref readonly var after = ref at.After;
        var (p1, p2, n1, finite, verb) = (at.P1, at.P2, at.N1, at.Finite, at.Verb);
        sink.Add(Tags + 3, p1, word.Class);
        sink.Add(Tags + 4, p1, word.Suffix3);
        sink.Add(Tags + 5, p1, word.Suffix2, word.Shape);
        sink.Add(Tags + 6, p1, word.Lower);
        sink.Add(Tags + 7, p1, word.Cluster);
        sink.Add(Tags + 8, p1, p2, word.Class);
        sink.Add(Tags + 9, p2, word.Lower);
        sink.Add(Tags + 10, p1, after.Class);
        sink.Add(Tags + 11, p1, word.Class, after.Class);
        sink.Add(Tags + 12, p1, n1, word.Class);
        sink.Add(Tags + 13, p1, n1, word.Lower);
        sink.Add(Tags + 14, finite, word.Class);
        sink.Add(Tags + 15, finite, word.Lower);
        sink.Add(Tags + 16, finite, word.Class, p1);
        sink.Add(Tags + 17, finite, word.Class, n1);
        sink.Add(Tags + 18, verb, p1, word.Class);
        sink.Add(Tags + 19, verb, p1, word.Lower);
    }

    private static ulong Spaces(in TagContext at) =>
        (at.Word.SpaceBefore ? 2UL : 0UL) + (at.After.SpaceBefore ? 1UL : 0UL);

    private static void AddOfWord(in Word word, ulong isFirst, ref FeatureSink sink)
    {
        var style = word.Style + (isFirst * 8);
        sink.Add(0, 0);
        sink.Add(1, word.Lower);
        sink.Add(2, word.Suffix2);
        sink.Add(3, word.Suffix3);
        sink.Add(4, word.Suffix4);
        sink.Add(5, word.Prefix3);
        sink.Add(6, word.Shape, isFirst);
        sink.Add(7, word.Shape, word.Suffix2);
        sink.Add(8, word.Suffix3, word.Shape, isFirst);
        sink.Add(9, word.Class);
        // What dictionaries and the use of words in large amounts of text say of it.
        sink.Add(10, word.Listed);
        sink.Add(11, word.Listed, word.Shape);
        sink.Add(12, word.Listed, word.Suffix2);
        sink.Add(13, word.Listed, word.Coarse);
        sink.Add(14, word.Cluster);
        sink.Add(15, word.Cluster, word.Shape);
        sink.Add(16, word.Coarse, word.Suffix2);
        sink.Add(17, style, word.Shape);
        sink.Add(18, style, word.Shape, word.Class);
        sink.Add(19, style, word.Shape, word.Listed);
        sink.Add(20, word.Style, word.Shape, word.Coarse);
        sink.Add(21, word.Lower, word.Shape);
    }

    private static void AddOfAfter(in Word after, ref FeatureSink sink)
    {
        sink.Add(Around + 3, after.Lower);
        sink.Add(Around + 4, after.Suffix3);
        sink.Add(Around + 5, after.Class);
        sink.Add(Around + 6, after.Cluster);
        sink.Add(Around + 7, after.Listed);
    }

    private static void AddOfShapes(in TagContext at, ref FeatureSink sink)
    {
        ref readonly var word = ref at.Word;
        sink.Add(Around + 12, at.After.Shape, word.Shape);
        sink.Add(Around + 13, at.Before.Shape, word.Shape);
        sink.Add(Around + 14, Spaces(in at), word.Shape);
        sink.Add(Around + 15, word.Style, word.Shape, Hash.Join(at.Before.Shape, at.After.Shape));
    }
}
