using System.Collections.Immutable;

namespace EcqAnalyzer.Engine.Yaml;

/// <summary>One file of rules: its path below the rules folder with forward slashes (<c>types/duty.yaml</c>), the name that
/// diagnostics and reports print, the hash of its YAML bytes in lower-case hex, and its value. From an archive the value is
/// built when first asked for, so that a run pays only for the files it uses.</summary>
public sealed class RulesFile
{
    private readonly Lazy<YamlValue> _root;

    public RulesFile(string path, string sha256, Func<YamlValue> root, string? name = null)
    {
        Path = path;
        Name = name ?? $"rules/{path}";
        Sha256 = sha256;
        _root = new Lazy<YamlValue>(root);
    }

    public string Path { get; }

    public string Name { get; }

    public string Sha256 { get; }

    public YamlValue Root => _root.Value;
}

/// <summary>Every file of a rules folder, in ordinal order of path.</summary>
public sealed class RulesFiles
{
    public RulesFiles(IEnumerable<RulesFile> files, byte[]? compiled = null)
    {
        var sorted = new List<RulesFile>(files);
        sorted.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        All = [.. sorted];
        Compiled = compiled;
    }

    public ImmutableArray<RulesFile> All { get; }

    /// <summary>What the build worked out ahead from these files, for <c>Rules</c> to read; null where they were not
    /// compiled.</summary>
    public byte[]? Compiled { get; }

    public RulesFile? Find(string path) => All.FirstOrDefault(file => file.Path == path);

    /// <summary>The files below a folder, given with its last slash.</summary>
    public IEnumerable<RulesFile> Below(string folder) => All.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal));
}
