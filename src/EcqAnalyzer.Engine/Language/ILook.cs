namespace EcqAnalyzer.Engine.Language;

/// <summary>
/// The features of one look at a word. Some stand in groups that rest on little, a word form or a few tags, which the group's
/// key names: the sum of their weights is looked up once for many places (<see cref="SumCache{TLook}"/>). The others rest on
/// more, so that the same hardly comes again. Training and tagging call the same code.
/// </summary>
internal interface ILook
{
    /// <summary>For each group the logarithm of how many sums are kept.</summary>
    static abstract ReadOnlySpan<byte> Sizes { get; }

    /// <summary>So many groups, the first ones, rest on words and first tags only, and not on the tags given before.</summary>
    static abstract int Fixed { get; }

    /// <summary>Writes the keys of the fixed groups: equal for two places if all that a group's features rest on is.</summary>
    static abstract void WriteWordKeys(in TagContext at, Span<ulong> keys);

    /// <summary>The same for the other groups; their keys stand behind those of the fixed ones.</summary>
    static abstract void WriteTagKeys(in TagContext at, Span<ulong> keys);

    /// <summary>Writes the features of one group.</summary>
    static abstract void WriteGroup(int group, in TagContext at, ref FeatureSink sink);

    /// <summary>Writes the features outside groups that rest on words and first tags only.</summary>
    static abstract void WriteWords(in TagContext at, ref FeatureSink sink);

    /// <summary>Writes the features outside groups that rest on the tags given before as well.</summary>
    static abstract void WriteTags(in TagContext at, ref FeatureSink sink);
}
