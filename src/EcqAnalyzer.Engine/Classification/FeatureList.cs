namespace EcqAnalyzer.Engine.Classification;

/// <summary>What sort of thing a feature says of a sentence. The number is part of the feature's hash: never renumber.</summary>
public enum FeatureKind
{
    Subject = 1,
    Form = 2,
    SubjectForm = 3,
    Verb = 4,
    FormVerb = 5,
    SubjectFormVerb = 6,
    SubjectClass = 7,
    SubjectClassForm = 8,
    SubjectClassVerb = 9,
    Object = 10,
    VerbObject = 11,
    FormObject = 12,
    AfterVerb = 13,
    ClassCount = 14,
    VerbTag = 15,
    Mark = 16,
    Length = 17,
    Opening = 18,
    Measure = 19,
    MeasureForm = 20,
    SmallWord = 21,
    Pattern = 22,
    Lemma = 23,
    LemmaPair = 24,
    MainPair = 25,
    Ending = 26,
    Stem = 27,
}

/// <summary>The features of one sentence: hash and value. A hash counts once. One list is filled again for each sentence.</summary>
public sealed class FeatureList
{
    private const int Seen = 4096;

    private readonly uint[] _seen = new uint[Seen];
    private readonly int[] _stamps = new int[Seen];
    private int _stamp = 1;

    private uint[] _hashes = new uint[512];
    private float[] _values = new float[512];
    private int[] _rows = new int[512];

    public int Count { get; private set; }

    public ReadOnlySpan<uint> Hashes => _hashes.AsSpan(0, Count);

    public ReadOnlySpan<float> Values => _values.AsSpan(0, Count);

    /// <summary>Where the model that scored the list last has the weights of each feature, from 1; 0 where it knows none.</summary>
    internal Span<int> Rows => _rows.AsSpan(0, Count);

    public void Clear()
    {
        Count = 0;
        _stamp++;
    }

    /// <summary>Adds a feature where there is still room and it is not there yet. Sentences so long that their patterns fill
    /// the table say no more by the rest of them.</summary>
    public void Add(FeatureKind kind, uint hash, float value) => AddHashed(FeatureHash.Add(hash, (int)kind), value);

    /// <summary>As <see cref="Add"/>, of a hash into which the kind is mixed already.</summary>
    public void AddHashed(uint hash, float value)
    {
        if (Count >= Seen / 2 || !IsNew(hash))
        {
            return;
        }

        if (Count == _hashes.Length)
        {
            Array.Resize(ref _hashes, Count * 2);
            Array.Resize(ref _values, Count * 2);
            Array.Resize(ref _rows, Count * 2);
        }

        _hashes[Count] = hash;
        _values[Count] = value;
        Count++;
    }

    private bool IsNew(uint hash)
    {
        var slot = (int)(FeatureHash.Spread(hash) % Seen);
        while (_stamps[slot] == _stamp)
        {
            if (_seen[slot] == hash)
            {
                return false;
            }

            slot = (slot + 1) % Seen;
        }

        _stamps[slot] = _stamp;
        _seen[slot] = hash;
        return true;
    }
}
