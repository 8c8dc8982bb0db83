using System.Collections.Immutable;

namespace EcqAnalyzer.Engine.Language;

/// <summary>The pairs of universal part of speech and Penn tag seen in training, those first that rare words have most. A tag id
/// is a place in this list.</summary>
internal sealed record TagSet(ImmutableArray<TagPair> Pairs)
{
    public const int MaxCount = 128;

    /// <summary>So many tags, the first ones, are tried for words that are not frequent. Of the words of the tests, one in a
    /// thousand has another.</summary>
    public const int Common = 48;

    public int Count => Pairs.Length;

    /// <summary>How many of the common ones there are: fewer only in a set made of a few sentences.</summary>
    public int CommonCount => Math.Min(Count, Common);

    public TagPair this[int id] => Pairs[id];
}

internal sealed record TagPair(string Pos, string Tag);
