using System.Collections.Immutable;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Reads the checks of <c>rules/checks/</c>, in order of file and entry.</summary>
public static class CheckLoader
{
    private static readonly string[] Severities = ["advice", "weakens", "blocks"];
    private static readonly string[] Kinds = ["resume", "story", "narrative", "record", "duties"];

    public static ImmutableArray<Check> Load(RulesFiles files, Faults faults)
    {
        var checks = ImmutableArray.CreateBuilder<Check>();
        foreach (var file in files.Below("checks/"))
        {
            if (YamlKeys.Of(file.Root, faults, "a file of checks") is { } keys)
            {
                foreach (var check in keys.RequireKeyLists("checks"))
                {
                    checks.Add(Read(check));
                }

                keys.Close();
            }
        }

        var ids = new HashSet<string>();
        foreach (var check in checks)
        {
            if (!ids.Add(check.Id))
            {
                faults.Add(CheckFaults.DuplicateId, new YamlPlace("rules/checks", 1, 1), $"two checks have the id '{check.Id}'");
            }
        }

        return checks.ToImmutable();
    }

    private static Check Read(YamlKeys keys)
    {
        // Examples test a check; they do not make it.
        keys.Find("hits");
        keys.Find("misses");
        var check = new Check(
            keys.RequireText("id"),
            (Severity)Array.IndexOf(Severities, keys.RequireOneOf("severity", Severities)),
            ReadKinds(keys),
            keys.RequireText("message"),
            keys.RequireText("source"),
            ReadKind(keys));
        keys.Close();
        return check;
    }

    private static ImmutableArray<DraftKind> ReadKinds(YamlKeys keys)
    {
        var kinds = ImmutableArray.CreateBuilder<DraftKind>();
        foreach (var kind in keys.FindScalars("kinds"))
        {
            if (Array.IndexOf(Kinds, kind.Text) is >= 0 and var known)
            {
                kinds.Add((DraftKind)known);
            }
            else
            {
                keys.Faults.Add(YamlFaults.UnknownValue, kind.Place, $"there is no kind of draft '{kind.Text}'{Spelling.Hint(kind.Text, Kinds)}");
            }
        }

        return kinds.ToImmutable();
    }

    private static ICheckKind ReadKind(YamlKeys keys)
    {
        foreach (var entry in CheckKinds.All)
        {
            if (keys.FindKeys(entry.Key) is { } settings)
            {
                var kind = entry.Read(settings);
                settings.Close();
                return kind;
            }
        }

        keys.Faults.Add(
            CheckFaults.NoKind, keys.Place, $"say what to check: {string.Join(", ", CheckKinds.All.Select(entry => $"'{entry.Key}:'"))}");
        return new PhraseKind([]);
    }
}
