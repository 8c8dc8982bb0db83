namespace EcqAnalyzer.Engine.Language;

/// <summary>A place between two tokens where a sentence may end. <see cref="Last"/> is the token that would end it (a stop, or
/// a word where there is none), <see cref="Next"/> the one that would open the next; quotes and brackets that close
/// behind the stop stand between.</summary>
internal readonly record struct Gap(int Last, int Next, GapKind Kind);

internal enum GapKind
{
    None,

    /// <summary>After a full stop, question or exclamation mark.</summary>
    Stop,

    /// <summary>After an abbreviation's full stop.</summary>
    AbbreviationStop,

    /// <summary>After three dots.</summary>
    Ellipsis,

    /// <summary>Where nothing but a capital or sign says that something new begins.</summary>
    Bare,

    /// <summary>The same after a comma or dash, as after the greeting and before the name in a letter.</summary>
    Joint,
}

/// <summary>What the segmenter sees of a gap. Training and segmenting call the same code.</summary>
internal static class GapFeatures
{
    public const int Max = 64;

    public static int Write(ReadOnlySpan<Word> words, Gap gap, int start, in GapState state, Span<ulong> features)
    {
        var kind = (ulong)gap.Kind;
        ref readonly var last = ref words[gap.Last];
        ref readonly var before = ref At(words, gap.Last - 1);
        ref readonly var next = ref words[gap.Next];
        ref readonly var next2 = ref At(words, gap.Next + 1);
        var word = gap.Kind is GapKind.Stop or GapKind.Ellipsis ? before : last;
        var closers = gap.Next - gap.Last > 1 ? words[gap.Last + 1].Lower : 0UL;
        var length = Bucket(gap.Last - start);
        var rest = Bucket(words.Length - gap.Next);
        var depth = (ulong)Math.Min(state.Brackets, 2) + (state.InQuote ? 4UL : 0UL);
        var sink = new FeatureSink(features);
        sink.Add(0, kind);
        sink.Add(1, kind, last.Lower);
        sink.Add(2, kind, next.Shape);
        sink.Add(3, kind, next.Lower);
        sink.Add(4, kind, next.Class);
        sink.Add(5, kind, word.Lower);
        sink.Add(6, kind, word.Shape);
        sink.Add(7, kind, word.Class);
        sink.Add(8, kind, last.Lower, next.Shape);
        sink.Add(9, kind, word.Shape, next.Shape);
        sink.Add(10, kind, word.Lower, next.Lower);
        sink.Add(11, kind, word.Class, next.Class);
        sink.Add(12, kind, word.Lower, next.IsCapitalized ? 1UL : 0UL);
        sink.Add(13, kind, next.Shape, next2.Shape);
        sink.Add(14, kind, next.Lower, next2.Lower);
        sink.Add(15, kind, next.Class, next2.Class);
        sink.Add(16, kind, closers, next.Shape);
        sink.Add(17, kind, depth);
        sink.Add(18, kind, depth, closers);
        sink.Add(19, kind, length);
        sink.Add(20, kind, length, word.Shape);
        sink.Add(21, kind, length, next.Shape);
        sink.Add(22, kind, rest);
        sink.Add(23, kind, words[^1].Shape, next.Shape);
        sink.Add(24, kind, words[^1].Shape, length);
        sink.Add(25, kind, words[start].Shape, next.Shape);
        sink.Add(26, kind, words[start].Lower);
        sink.Add(27, kind, words[start].Lower, next.Lower);
        sink.Add(28, kind, before.Lower, last.Lower);
        sink.Add(29, Hash.Join(kind, before.Shape), last.Shape, next.Shape);
        sink.Add(30, kind, next.SpaceBefore ? 1UL : 0UL, next.Shape);
        sink.Add(31, kind, word.Suffix3, next.Shape);
        AddOfUse(words, gap, start, ref sink);
        return sink.Count;
    }

    private static void AddOfUse(ReadOnlySpan<Word> words, Gap gap, int start, ref FeatureSink sink)
    {
        var kind = (ulong)gap.Kind;
        ref readonly var last = ref words[gap.Last];
        ref readonly var before = ref At(words, gap.Last - 1);
        ref readonly var next = ref words[gap.Next];
        ref readonly var next2 = ref At(words, gap.Next + 1);
        ref readonly var next3 = ref At(words, gap.Next + 2);
        ref readonly var first = ref words[start];
        var length = Bucket(gap.Last - start);
        sink.Add(32, kind, last.Coarse, next.Coarse);
        sink.Add(33, Hash.Join(kind, last.Coarse), next.Coarse, next2.Coarse);
        sink.Add(34, Hash.Join(kind, before.Coarse), last.Coarse, next.Coarse);
        sink.Add(35, kind, last.Listed, next.Listed);
        sink.Add(36, kind, last.Cluster, next.Shape);
        sink.Add(37, kind, next.Cluster, last.Shape);
        sink.Add(38, Hash.Join(kind, before.Class), last.Class, next.Class);
        sink.Add(39, Hash.Join(kind, last.Class), next.Class, next2.Class);
        sink.Add(40, Hash.Join(kind, last.Shape), next.Shape, next2.Shape);
        sink.Add(41, Hash.Join(kind, last.Shape), next.Shape, Hash.Join(next2.Shape, next3.Shape));
        sink.Add(42, Hash.Join(kind, length), first.Lower, next.Shape);
        sink.Add(43, Hash.Join(kind, length), first.Coarse, next.Shape);
        sink.Add(44, Hash.Join(kind, length), words[0].Lower, next.Shape);
        sink.Add(45, Hash.Join(kind, (ulong)Math.Min(gap.Next, 12)), words[0].Shape, next.Shape);
        sink.Add(46, kind, last.Lower, next.Listed);
        sink.Add(47, kind, last.Listed, next.Lower);
        sink.Add(48, kind, next2.Lower, next3.Lower);
        sink.Add(49, kind, before.Lower, next.Shape);
    }

    private static ulong Bucket(int length) => length switch
    {
        < 5 => (ulong)length,
        < 8 => 5,
        < 12 => 6,
        < 20 => 7,
        < 35 => 8,
        < 60 => 9,
        _ => 10,
    };

    private static ref readonly Word At(ReadOnlySpan<Word> words, int i)
    {
        if ((uint)i < (uint)words.Length)
            return ref words[i];
        return ref Word.None;
    }
}

/// <summary>Brackets and quotes open since the sentence began.</summary>
internal struct GapState
{
    public int Brackets;
    public bool InQuote;

    public void Pass(char c)
    {
        if (c is '(' or '[' or '{')
            Brackets++;
        else if (c is ')' or ']' or '}')
            Brackets = Math.Max(0, Brackets - 1);
        else if (c is '"' or '\u201C' or '\u201D')
            InQuote = c == '\u201C' || (c == '"' && !InQuote);
    }
}
