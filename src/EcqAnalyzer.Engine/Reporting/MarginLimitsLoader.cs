using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Reporting;

/// <summary>Reads <c>rules/comments.yaml</c>: each number is a whole one from 1 on, and has its reason.</summary>
public static class MarginLimitsLoader
{
    public const string FileName = "comments.yaml";
    public const string Faulty = "ECQ424";
    private const int Most = 100_000;

    public static MarginLimits Load(RulesFiles files, Faults faults)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(faults);
        var start = new YamlPlace(FileName, 1, 1);
        if (files.Find(FileName)?.Root is not YamlMap root)
        {
            faults.Add(Faulty, start, "the file with the limits of comments is missing");
            root = new YamlMap(start, []);
        }

        var keys = new YamlKeys(root, faults);
        var limits = new MarginLimits(
            Number(keys, "per-page"),
            Number(keys, "of-one-check-per-page"),
            Number(keys, "closing-lines"),
            Number(keys, "page-characters"));
        keys.Close();
        return limits;
    }

    private static int Number(YamlKeys parent, string key)
    {
        if (parent.FindKeys(key) is not { } keys)
        {
            parent.RequireText(key);
            return 1;
        }

        var value = keys.RequireWhole("value");
        if (value is < 1 or > Most)
        {
            keys.Faults.Add(Faulty, keys.Place, $"'{key}' is from 1 to {Most}");
        }

        if (keys.RequireText("reason").Length < 10)
        {
            keys.Faults.Add(Faulty, keys.Place, $"say in words why '{key}' is what it is");
        }

        keys.Close();
        return value;
    }
}
