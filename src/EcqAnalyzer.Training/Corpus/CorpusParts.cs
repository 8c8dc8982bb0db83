using System.Collections.Immutable;
using EcqAnalyzer.Engine.Yaml;

namespace EcqAnalyzer.Training.Corpus;

/// <summary>
/// Which narrative belongs to which part: those named in <c>parts.yaml</c> where it says, any other by the hash of its id, so
/// that a new narrative finds its part without anybody choosing and an old one never changes it.
/// </summary>
public sealed class CorpusParts
{
    public const string FileName = "parts.yaml";

    /// <summary>Of a hundred new narratives, how many are for measuring at the end, and how many for choosing settings.</summary>
    private const int TestOfHundred = 15;
    private const int DevOfHundred = 15;

    private readonly Dictionary<string, (CorpusPart Part, YamlPlace Place)> _fixed = [];
    private readonly Dictionary<string, YamlPlace> _shapedRules = [];

    public static CorpusParts ByHash { get; } = new();

    public static CorpusParts Read(YamlValue root, Faults faults)
    {
        var parts = new CorpusParts();
        if (YamlKeys.Of(root, faults, "the list of parts") is not { } keys)
        {
            return parts;
        }

        foreach (var (key, part) in new[] { ("train", CorpusPart.Train), ("dev", CorpusPart.Dev), ("test", CorpusPart.Test) })
        {
            foreach (var id in keys.FindScalars(key))
            {
                if (!parts._fixed.TryAdd(id.Text, (part, id.Place)))
                {
                    faults.Add(CorpusFaults.SecondOfItsName, id.Place, $"'{id.Text}' stands here already; a narrative has one part");
                }
            }
        }

        foreach (var id in keys.FindScalars("shaped-rules"))
        {
            parts._shapedRules.TryAdd(id.Text, id.Place);
        }

        keys.Close();
        return parts;
    }

    /// <summary>Whether rules were written with this narrative before one's eyes.</summary>
    public bool HasShapedRules(string id) => _shapedRules.ContainsKey(id);

    public CorpusPart Of(string id)
    {
        if (_fixed.TryGetValue(id, out var known))
        {
            return known.Part;
        }

        return (int)(Hash(id) % 100) switch
        {
            < TestOfHundred => CorpusPart.Test,
            < TestOfHundred + DevOfHundred => CorpusPart.Dev,
            _ => CorpusPart.Train,
        };
    }

    /// <summary>Reports ids that name no narrative, such as one that was renamed.</summary>
    public void Check(IEnumerable<string> ids, Faults faults)
    {
        var known = ids.ToImmutableHashSet();
        foreach (var (id, place) in _fixed.Select(each => (each.Key, each.Value.Place)).Concat(_shapedRules.Select(each => (each.Key, each.Value))))
        {
            if (!known.Contains(id))
            {
                faults.Add(CorpusFaults.NoSuchNarrative, place, $"there is no narrative '{id}'");
            }
        }
    }

    /// <summary>FNV-1a with a last mixing, since ids that differ in their last digit only would fall side by side.</summary>
    private static uint Hash(string id)
    {
        var hash = 2166136261u;
        foreach (var sign in id)
        {
            hash = (hash ^ sign) * 16777619u;
        }

        hash ^= hash >> 16;
        hash *= 0x85EBCA6Bu;
        return hash ^ (hash >> 13);
    }
}
