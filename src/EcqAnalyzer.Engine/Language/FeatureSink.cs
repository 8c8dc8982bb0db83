namespace EcqAnalyzer.Engine.Language;

/// <summary>Takes the features of one decision, in a fixed order. Each is salted with its number, so that the same value in two
/// places is two features. Where two sinks serve one decision, the second counts on from another number.</summary>
internal ref struct FeatureSink(Span<ulong> features, int first = 0)
{
    private readonly Span<ulong> _features = features;
    private readonly int _first = first;

    public int Count { get; private set; }

    private readonly ulong Salt => (ulong)(_first + Count + 1) * 0xD6E8FEB86659FD93;

    public void Add(ulong a) => _features[Count++] = Hash.Mix(a + Salt);

    public void Add(ulong a, ulong b) => _features[Count++] = Hash.Join(a + Salt, b);

    public void Add(ulong a, ulong b, ulong c) => _features[Count++] = Hash.Join(Hash.Join(a + Salt, b), c);
}
