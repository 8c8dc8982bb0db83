using System.Collections.Immutable;
using System.Security.Cryptography;
using EcqAnalyzer.Engine.Packs;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Packs;

/// <summary>
/// The program's rules with a user's packs laid over them. A pack with faults is set aside, with all of them, and the rest
/// works. What comes out is compiled once and kept in <see cref="RulesCache"/>: the next run with the same packs reads one
/// file and parses no YAML.
/// </summary>
internal static class UserPacks
{
    /// <summary>Throws <see cref="FaultyFilesException"/> where there is no such folder or file.</summary>
    public static Rulebook Load(PacksAsked asked, RulesCache cache)
    {
        var sources = ReadSources(asked);
        var program = Rulebook.ReadArchive();
        var key = KeyOf(program, sources);
        if (cache.Find(key) is { } kept)
        {
            return Rulebook.LoadArchive(kept.Archive) with { Packs = kept.Packs };
        }

        var rulebook = Settle(new RulesFiles(RulesArchive.Read(program).All), sources);
        cache.Keep(key, new CachedRules(rulebook.Packs, rulebook.Rules.Compile(rulebook.Files)));
        return rulebook;
    }

    /// <summary>The same with the examples of every rule, from YAML.</summary>
    public static Rulebook LoadWithExamples(PacksAsked asked)
    {
        var faults = new Faults();
        var program = Rulebook.ReadYaml(null, faults);
        faults.ThrowIfAny();
        return Settle(program, ReadSources(asked));
    }

    /// <summary>One pack that is not written yet, over the program's rules.</summary>
    public static Rulebook Try(RulesSource pack) => Settle(new RulesFiles(RulesArchive.Read(Rulebook.ReadArchive()).All), [pack]);

    private static List<RulesSource> ReadSources(PacksAsked asked)
    {
        var faults = new Faults();
        var sources = new List<RulesSource>();
        if (asked.Folder is { } folder)
        {
            sources.AddRange(File.Exists(folder) ? [OfFile(folder)] : RulesFolder.ReadSources(folder, folder, faults));
        }

        if (asked.Vacancy is { } vacancy && !File.Exists(vacancy))
        {
            faults.Add(new Diagnostic(RulesFolder.NoFolder, vacancy, null, null, "there is no such vacancy pack; ecq rules new makes one"));
        }
        else if (asked.Vacancy is { } pack)
        {
            sources.RemoveAll(source => Path.GetFullPath(source.Name) == Path.GetFullPath(pack));
            sources.Add(OfFile(pack) with { LeavesEcqsOut = asked.LeavesEcqsOut });
        }

        faults.ThrowIfAny();
        return sources;
    }

    private static RulesSource OfFile(string path) => new(Path.GetFileName(path), path, File.ReadAllBytes(path));

    /// <summary>Sets aside whatever has faults, until nothing has: without it others may have faults that they had not.</summary>
    private static Rulebook Settle(RulesFiles program, List<RulesSource> sources)
    {
        var aside = new List<PackUse>();
        var sound = new List<RulesFile>();
        foreach (var source in sources)
        {
            var faults = new Faults();
            if (RulesFolder.Parse(source, faults) is { } pack && !faults.Any)
            {
                sound.Add(pack);
            }
            else
            {
                aside.Add(new PackUse(source.Name, Convert.ToHexStringLower(SHA256.HashData(source.Bytes)), faults.InOrder()));
            }
        }

        while (true)
        {
            var faults = new Faults();
            var rulebook = Rulebook.Load(PackLayers.Lay(program, sound, faults), faults);
            if (!faults.Any)
            {
                var used = sound.Select(pack => new PackUse(pack.Name, pack.Sha256, []));
                return rulebook with { Packs = [.. used.Concat(aside).OrderBy(pack => pack.Name, StringComparer.Ordinal)] };
            }

            SetAside(sound, aside, faults.InOrder());
        }
    }

    private static void SetAside(List<RulesFile> sound, List<PackUse> aside, ImmutableArray<Diagnostic> faults)
    {
        var found = sound
            .Select(pack => new PackUse(pack.Name, pack.Sha256, [.. faults.Where(fault => fault.File == pack.Name)]))
            .Where(pack => pack.IsSetAside)
            .ToList();
        if (found.Count == 0)
        {
            found = BreakingOthers(sound, faults);
        }

        sound.RemoveAll(pack => found.Exists(each => each.Name == pack.Name));
        aside.AddRange(found);
    }

    /// <summary>The program's own rules have no faults: those that appear in them come of what a pack put in the place of a
    /// framework or a list.</summary>
    private static List<PackUse> BreakingOthers(List<RulesFile> sound, ImmutableArray<Diagnostic> faults)
    {
        var guilty = sound.Exists(PackLayers.ReplacesFoundations) ? sound.Where(PackLayers.ReplacesFoundations) : sound;
        return
        [
            .. guilty.Select(pack => new PackUse(pack.Name, pack.Sha256, [new Diagnostic(
                PackFaults.BreaksOthers,
                pack.Name,
                1,
                1,
                $"with this in its place the program's own rules no longer fit ({faults[0].File}: {faults[0].Message}); choose another name or id")])),
        ];
    }

    /// <summary>The content of everything that goes into the compiled rules.</summary>
    private static string KeyOf(byte[] program, List<RulesSource> sources)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(SHA256.HashData(program));
        foreach (var source in sources)
        {
            hash.AppendData(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{source.Path}\n{source.Name}\n{source.LeavesEcqsOut}")));
            hash.AppendData(SHA256.HashData(source.Bytes));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
