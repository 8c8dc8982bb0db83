using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Packs;

/// <summary>Rules that were compiled with a user's packs, and what became of each pack.</summary>
internal sealed record CachedRules(ImmutableArray<PackUse> Packs, byte[] Archive);

/// <summary>
/// Keeps compiled rules between runs, each under the hash of what it was made of. It only ever saves time: a file that is
/// damaged is as good as none, and where nothing can be written nothing is kept. Layout of a file: the SHA-256 of the rest,
/// then the packs with their faults, then the archive.
/// </summary>
internal sealed class RulesCache(string? folder)
{
    /// <summary>A megabyte each; a user has a few sets of packs, and edits one at a time.</summary>
    private const int MostKept = 8;

    private const string Prefix = "rules-";
    private const int HashLength = 32;

    /// <summary>Where the platform keeps such things: below XDG_CACHE_HOME where that is set, else local application data on
    /// Windows, ~/Library/Caches on a Mac, ~/.cache elsewhere. Nothing is kept where there is no home.</summary>
    public static RulesCache OfUser()
    {
        var asked = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? "";
        var home = Environment.GetEnvironmentVariable("HOME") ?? "";
        return Path.IsPathFullyQualified(asked) ? Below(asked)
            : OperatingSystem.IsWindows() ? Below(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData))
            : OperatingSystem.IsMacOS() ? Below(home, "Library", "Caches")
            : Below(home, ".cache");
    }

    public CachedRules? Find(string key)
    {
        try
        {
            var path = PathOf(key);
            return path is not null && File.Exists(path) ? Read(File.ReadAllBytes(path)) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    public void Keep(string key, CachedRules rules)
    {
        if (PathOf(key) is not { } path)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var beside = $"{path}.{Environment.ProcessId}.tmp";
            File.WriteAllBytes(beside, Write(rules));
            File.Move(beside, path, overwrite: true);
            Forget();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Not kept: the next run compiles again.
        }
    }

    private static RulesCache Below(string root, params string[] parts) =>
        new(Path.IsPathFullyQualified(root) ? Path.Combine([root, .. parts, "ecq"]) : null);

    private string? PathOf(string key) => folder is null ? null : Path.Combine(folder, $"{Prefix}{key}.bin");

    /// <summary>Deletes all but the newest.</summary>
    private void Forget()
    {
        var old = new DirectoryInfo(folder!).EnumerateFiles(Prefix + "*.bin").OrderByDescending(file => file.LastWriteTimeUtc).Skip(MostKept);
        foreach (var file in old)
        {
            file.Delete();
        }
    }

    private static byte[] Write(CachedRules rules)
    {
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(rules.Packs.Length);
            foreach (var pack in rules.Packs)
            {
                writer.Write(pack.Name);
                writer.Write(pack.Sha256);
                writer.Write(pack.Faults.Count);
                foreach (var fault in pack.Faults)
                {
                    writer.Write(fault.Code);
                    writer.Write(fault.File);
                    writer.Write(fault.Line ?? 0);
                    writer.Write(fault.Column ?? 0);
                    writer.Write(fault.Message);
                }
            }

            writer.Write(rules.Archive.Length);
            writer.Write(rules.Archive);
        }

        var bytes = body.ToArray();
        return [.. SHA256.HashData(bytes), .. bytes];
    }

    private static CachedRules Read(byte[] file)
    {
        if (file.Length <= HashLength || !SHA256.HashData(file.AsSpan(HashLength)).AsSpan().SequenceEqual(file.AsSpan(0, HashLength)))
        {
            throw new InvalidDataException();
        }

        using var reader = new BinaryReader(new MemoryStream(file, HashLength, file.Length - HashLength), Encoding.UTF8);
        var packs = ImmutableArray.CreateBuilder<PackUse>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            packs.Add(new PackUse(reader.ReadString(), reader.ReadString(), ReadFaults(reader)));
        }

        return new CachedRules(packs.ToImmutable(), reader.ReadBytes(reader.ReadInt32()));
    }

    private static List<Diagnostic> ReadFaults(BinaryReader reader)
    {
        var faults = new List<Diagnostic>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var (code, file, line, column) = (reader.ReadString(), reader.ReadString(), reader.ReadInt32(), reader.ReadInt32());
            faults.Add(new Diagnostic(code, file, line == 0 ? null : line, column == 0 ? null : column, reader.ReadString()));
        }

        return faults;
    }
}
