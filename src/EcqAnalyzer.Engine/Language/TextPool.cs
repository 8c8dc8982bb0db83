namespace EcqAnalyzer.Engine.Language;

/// <summary>Strings made before, so that a lemma that comes a thousand times is one string. Direct-mapped and bounded: a
/// place taken by another text is overwritten.</summary>
internal sealed class TextPool
{
    private const int Size = 1 << 12;
    private readonly string?[] _texts = new string?[Size];

    public string Get(ReadOnlySpan<char> text)
    {
        ref var slot = ref _texts[(int)(Hash.Of(text) >> 40) & (Size - 1)];
        if (slot is null || !text.SequenceEqual(slot))
            slot = text.ToString();
        return slot;
    }
}
