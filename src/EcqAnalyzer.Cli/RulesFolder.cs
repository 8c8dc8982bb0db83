using System.Security.Cryptography;
using System.Text;
using EcqAnalyzer.Engine.Packs;
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
    public static RulesFiles Read(string folder, string shownAs, Faults faults) =>
        new(ReadSources(folder, shownAs, faults).Select(source => Parse(source, faults)).OfType<RulesFile>());

    /// <summary>The bytes of every .yaml file below the folder, in ordinal order of path. None and a fault where there is no
    /// such folder.</summary>
    internal static IReadOnlyList<RulesSource> ReadSources(string folder, string shownAs, Faults faults)
    {
        if (!Directory.Exists(folder))
        {
            faults.Add(new Diagnostic(NoFolder, shownAs, null, null, "there is no such folder of rules"));
            return [];
        }

        var sources = new List<RulesSource>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories))
        {
            var below = Path.GetRelativePath(folder, path).Replace('\\', '/');
            sources.Add(new RulesSource(below, $"{shownAs.Replace('\\', '/').TrimEnd('/')}/{below}", File.ReadAllBytes(path)));
        }

        sources.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        return sources;
    }

    /// <summary>The file, or null with faults.</summary>
    internal static RulesFile? Parse(RulesSource source, Faults faults)
    {
        if (Decode(source, faults) is not { } text || YamlReader.Read(source.Name, text, faults) is not { } root)
        {
            return null;
        }

        var value = source.LeavesEcqsOut && root is YamlMap map ? PackLayers.WithoutEcqs(map) : root;
        return new RulesFile(source.Path, Convert.ToHexStringLower(SHA256.HashData(source.Bytes)), () => value, source.Name);
    }

    private static string? Decode(RulesSource source, Faults faults)
    {
        try
        {
            return Utf8.GetString(source.Bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            faults.Add(YamlFaults.NotYaml, new YamlPlace(source.Name, 1, 1), WhatIs(source.Bytes));
            return null;
        }
    }

    /// <summary>A draft where rules or an exercise were asked for is told as one.</summary>
    private static string WhatIs(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK"u8) ? "a Word document or another packed file; a file of YAML text is asked for here"
        : bytes.StartsWith("%PDF"u8) ? "a PDF; a file of YAML text is asked for here"
        : "not UTF-8; save the file with that encoding";
}

/// <summary>A YAML file as it lies on disk: its path below the rules folder, and the name by which it is told of.</summary>
internal sealed record RulesSource(string Path, string Name, byte[] Bytes)
{
    /// <summary>Of a framework that builds on another: leave the other's ECQs out, whatever the file says.</summary>
    public bool LeavesEcqsOut { get; init; }
}
