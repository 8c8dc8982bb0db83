namespace EcqAnalyzer.Engine.Language;

/// <summary>Takes the features of one decision. Each is salted with its number, so that the same value in two places is two
/// features; numbers are part of the model's format.</summary>
internal ref struct FeatureSink(Span<ulong> features)
{
    private readonly Span<ulong> _features = features;

    public int Count { get; private set; }

    public void Add(int number, ulong a) => _features[Count++] = Hash.Mix(a + Salt(number));

    public void Add(int number, ulong a, ulong b) => _features[Count++] = Hash.Join(a + Salt(number), b);

    public void Add(int number, ulong a, ulong b, ulong c) =>
        _features[Count++] = Hash.Join(Hash.Join(a + Salt(number), b), c);

    private static ulong Salt(int number) => (ulong)(number + 2) * 0xD6E8FEB86659FD93;
}
