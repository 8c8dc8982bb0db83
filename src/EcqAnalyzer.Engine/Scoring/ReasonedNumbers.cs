using EcqAnalyzer.Engine.Yaml;

namespace EcqAnalyzer.Engine.Scoring;

/// <summary>Reads files of numbers that express judgement: every number stands as a value with its reason. One without a
/// reason, or out of its range, is a fault.</summary>
internal static class ReasonedNumbers
{
    /// <summary>The keys of a file; where it is missing, a fault, and keys of nothing.</summary>
    public static YamlKeys Open(RulesFiles files, string name, Faults faults)
    {
        var root = files.Find(name)?.Root;
        if (root is null)
        {
            faults.Add(ScoringFaults.NoFile, new YamlPlace(name, 1, 1), "this file of numbers is missing");
        }

        return new YamlKeys(root as YamlMap ?? new YamlMap(new YamlPlace(name, 1, 1), []), faults);
    }

    public static double Number(YamlKeys parent, string key, double most = 1) =>
        Reasoned(parent, key, keys => InRange(keys, keys.RequireNumber("value"), most));

    public static int Whole(YamlKeys parent, string key, int most = 100_000) =>
        Reasoned(parent, key, keys => (int)InRange(keys, keys.RequireWhole("value"), most));

    public static double InRange(YamlKeys keys, double number, double most)
    {
        if (number <= 0 || number > most)
        {
            keys.Faults.Add(ScoringFaults.OutOfRange, keys.Place, $"the value is above 0 and at most {most}");
        }

        return number;
    }

    /// <summary>Reads the map under a key, which must give a reason beside what it holds.</summary>
    public static T Reasoned<T>(YamlKeys parent, string key, Func<YamlKeys, T> read) => Part(parent, key, keys =>
    {
        if (keys.RequireText("reason").Length < 10)
        {
            keys.Faults.Add(ScoringFaults.NoReason, keys.Place, $"say in words why '{key}' is what it is");
        }

        return read(keys);
    });

    /// <summary>Reads the map under a key and reports what nobody asked for.</summary>
    public static T Part<T>(YamlKeys parent, string key, Func<YamlKeys, T> read)
    {
        var keys = parent.FindKeys(key);
        if (keys is null)
        {
            parent.RequireText(key);
            keys = new YamlKeys(new YamlMap(parent.Place, []), new Faults());
        }

        var value = read(keys);
        keys.Close();
        return value;
    }
}
