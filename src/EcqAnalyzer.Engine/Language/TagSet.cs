using System.Collections.Immutable;

namespace EcqAnalyzer.Engine.Language;

/// <summary>The pairs of universal part of speech and Penn tag seen in training. A tag id is a place in this list.</summary>
internal sealed record TagSet(ImmutableArray<TagPair> Pairs)
{
    public const int MaxCount = 128;

    public int Count => Pairs.Length;

    public TagPair this[int id] => Pairs[id];
}

internal sealed record TagPair(string Pos, string Tag);
