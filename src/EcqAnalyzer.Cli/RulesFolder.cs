using System.Security.Cryptography;
using System.Text;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli;

/// <summary>A folder of YAML rules on disk.</summary>
public static class RulesFolder
{
    public const string NoFolder = "ECQ107";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Every .yaml file below the folder. Diagnostics name a file by <paramref name="shownAs"/> and the path below it.
    /// Files with faults are left out; the faults say so.</summary>
    public static RulesFiles Read(string folder, string shownAs, Faults faults)
    {
        if (!Directory.Exists(folder))
        {
            faults.Add(new Diagnostic(NoFolder, shownAs, null, null, "there is no such folder of rules"));
            return new RulesFiles([]);
        }

        var files = new List<RulesFile>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories))
        {
            var below = Path.GetRelativePath(folder, path).Replace('\\', '/');
            var name = $"{shownAs.Replace('\\', '/').TrimEnd('/')}/{below}";
            var bytes = File.ReadAllBytes(path);
            if (Decode(name, bytes, faults) is { } text && YamlReader.Read(name, text, faults) is { } root)
            {
                files.Add(new RulesFile(below, Convert.ToHexStringLower(SHA256.HashData(bytes)), () => root));
            }
        }

        return new RulesFiles(files);
    }

    private static string? Decode(string name, byte[] bytes, Faults faults)
    {
        try
        {
            return Utf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            faults.Add(YamlFaults.NotYaml, new YamlPlace(name, 1, 1), "not UTF-8; save the file with that encoding");
            return null;
        }
    }
}
