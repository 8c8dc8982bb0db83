using System.Security.Cryptography;
using System.Text;
using EcqAnalyzer.Engine.Yaml;

namespace EcqAnalyzer.Tests.Support;

/// <summary>YAML written in a test, as the loaders see it.</summary>
public static class Written
{
    /// <summary>The value of <paramref name="yaml"/>; fails the test where it has faults.</summary>
    public static YamlValue Value(string yaml)
    {
        var faults = new Faults();
        var value = YamlReader.Read("rules/test.yaml", yaml, faults);
        faults.ThrowIfAny();
        return value!;
    }

    public static RulesFiles Files(params (string Path, string Yaml)[] files)
    {
        var faults = new Faults();
        var read = new RulesFiles(files.Select(file =>
        {
            var value = YamlReader.Read($"rules/{file.Path}", file.Yaml, faults);
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Yaml)));
            return new RulesFile(file.Path, hash, () => value!);
        }));
        faults.ThrowIfAny();
        return read;
    }

    /// <summary>A value as text, with places: what two equal values have in common.</summary>
    public static string Render(YamlValue value) => value switch
    {
        YamlScalar scalar => $"{At(scalar.Place)}{(scalar.IsPlain ? "" : "~")}'{scalar.Text}'",
        YamlList list => $"{At(list.Place)}[{string.Join(' ', list.Items.Select(Render))}]",
        YamlMap map => $"{At(map.Place)}{{{string.Join(' ', map.Entries.Select(e => $"{At(e.Place)}{e.Key}={Render(e.Value)}"))}}}",
        _ => throw new InvalidOperationException(),
    };

    private static string At(YamlPlace place) => $"{place.Line},{place.Column}:";
}
