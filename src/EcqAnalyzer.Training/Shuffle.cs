namespace EcqAnalyzer.Training;

/// <summary>A seeded order that is the same on every platform and runtime version.</summary>
internal sealed class Shuffle(ulong seed)
{
    private ulong _state = seed;

    public void Apply<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>A number in [0, <paramref name="below"/>), by SplitMix64.</summary>
    public int Next(int below)
    {
        _state += 0x9E3779B97F4A7C15;
        var z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)below);
    }
}
