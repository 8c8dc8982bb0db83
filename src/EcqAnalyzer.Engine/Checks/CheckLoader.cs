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
                checks.AddRange(keys.RequireKeyLists("checks").Select(Read));
                keys.Close();
            }
        }

        foreach (var twice in checks.GroupBy(check => check.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            faults.Add(CheckFaults.DuplicateId, new YamlPlace("rules/checks", 1, 1), $"two checks have the id '{twice.Key}'");
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
        foreach (var unknown in keys.FindScalars("kinds").Where(kind => !Kinds.Contains(kind.Text)))
        {
            keys.Faults.Add(YamlFaults.UnknownValue, unknown.Place, $"there is no kind of draft '{unknown.Text}'{Spelling.Hint(unknown.Text, Kinds)}");
        }

        return [.. keys.FindTexts("kinds").Where(Kinds.Contains).Select(kind => (DraftKind)Array.IndexOf(Kinds, kind))];
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
