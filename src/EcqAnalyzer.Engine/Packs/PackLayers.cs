using System.Collections.Immutable;
using EcqAnalyzer.Engine.Checks;
using EcqAnalyzer.Engine.Frameworks;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Engine.Yaml;

namespace EcqAnalyzer.Engine.Packs;

/// <summary>
/// Lays a user's packs over the program's rules, before any loader sees them: what comes out is one set of files, in which
/// the rules, checks, lists and frameworks of the user stand beside those of the program, and whatever has the same id is
/// taken out there. What a pack is, its keys say, so that its file may stand anywhere and have any name.
/// </summary>
public static class PackLayers
{
    /// <summary>Where a user's packs of rules stand in the laid files.</summary>
    public const string Folder = "users/";

    private const string Sorts = "'rules:', 'checks:', 'ecqs:' (a framework), 'lists:' or 'suppress:'";

    /// <summary>The files with the packs laid over them. A pack that is none, and a list that two packs give, are faults.</summary>
    public static RulesFiles Lay(RulesFiles program, IEnumerable<RulesFile> packs, Faults faults)
    {
        var added = new List<RulesFile>();
        foreach (var pack in packs)
        {
            if (YamlKeys.Of(pack.Root, faults, "a pack") is not null)
            {
                Place(pack, (YamlMap)pack.Root, added, faults);
            }
        }

        var ids = new ReplacedIds(added);
        RequireOneOfEachList(added, faults);
        var paths = added.Select(file => file.Path).ToHashSet();
        return new RulesFiles([.. program.All.Where(file => !paths.Contains(file.Path)).Select(ids.TakeOut), .. added]);
    }

    /// <summary>Whether a pack puts something in the place of what other packs may build on.</summary>
    public static bool ReplacesFoundations(RulesFile pack) =>
        pack.Root is YamlMap map && (map.Find("ecqs") is not null || (map.Find("lists") is not null && map.Find("rules") is null));

    /// <summary>A framework with the ECQs of its base left out.</summary>
    public static YamlMap WithoutEcqs(YamlMap framework)
    {
        var entries = framework.Entries.RemoveAll(entry => entry.Key == "without-ecqs");
        var flag = new YamlEntry("without-ecqs", framework.Place, new YamlScalar(framework.Place, "true", IsPlain: true));
        return framework with { Entries = entries.Add(flag) };
    }

    private static void Place(RulesFile pack, YamlMap map, List<RulesFile> added, Faults faults)
    {
        var (wishes, rest) = Split(map, "suppress");
        if (wishes is not null)
        {
            added.Add(Moved(pack, SuppressionLoader.Folder + pack.Path, wishes));
        }

        if (PathOf(pack, rest) is { } path)
        {
            added.Add(Moved(pack, path, rest.Find("ecqs") is null ? rest : LiftRules(pack, rest, added)));
        }
        else if (wishes is null || !rest.Entries.IsEmpty)
        {
            faults.Add(PackFaults.NotAPack, pack.Root.Place, $"this is no pack of rules: it has none of {Sorts}");
        }
    }

    private static string? PathOf(RulesFile pack, YamlMap map) => map switch
    {
        _ when map.Find("ecqs") is not null => $"{FrameworkLoader.Folder}{(map.Find("id") as YamlScalar)?.Text}.yaml",
        _ when map.Find("checks") is not null => $"{CheckLoader.Folder}{Folder}{pack.Path}",
        _ when map.Find("rules") is not null => Folder + pack.Path,
        _ when map.Find("lists") is not null => RuleSet.ListsFolder + pack.Path,
        _ => null,
    };

    /// <summary>A framework of a user may hold the rules of its competencies: each competency's become a pack of their own. What
    /// comes back is the framework without them.</summary>
    private static YamlMap LiftRules(RulesFile pack, YamlMap framework, List<RulesFile> added) =>
        Mapped(framework, "ecqs", ecq => Mapped(ecq, "competencies", competency =>
        {
            var (rules, others) = Split(competency, "rules");
            if (rules is not null)
            {
                var name = $"{(framework.Find("id") as YamlScalar)?.Text}/{(competency.Find("id") as YamlScalar)?.Text}";
                var header = new YamlEntry("competency", competency.Place, new YamlScalar(competency.Place, name, IsPlain: true));
                added.Add(Moved(pack, $"{Folder}{name}.yaml", rules with { Entries = rules.Entries.Insert(0, header) }));
            }

            return others;
        }));

    /// <summary>The map with every map in the list under a key changed.</summary>
    private static YamlMap Mapped(YamlMap map, string key, Func<YamlMap, YamlMap> change) => map with
    {
        Entries = ImmutableArray.CreateRange(map.Entries, entry => entry.Key == key && entry.Value is YamlList list
            ? entry with { Value = list with { Items = ImmutableArray.CreateRange(list.Items, item => item is YamlMap each ? change(each) : item) } }
            : entry),
    };

    /// <summary>The entry of one key as a map of its own, and the map without it.</summary>
    private static (YamlMap? Part, YamlMap Others) Split(YamlMap map, string key)
    {
        var part = map.Entries.FirstOrDefault(entry => entry.Key == key);
        return part is null
            ? (null, map)
            : (map with { Entries = [part] }, map with { Entries = map.Entries.Remove(part) });
    }

    private static RulesFile Moved(RulesFile pack, string path, YamlMap root) => new(path, pack.Sha256, () => root, pack.Name);

    private static void RequireOneOfEachList(List<RulesFile> added, Faults faults)
    {
        var known = new HashSet<string>();
        foreach (var file in added.Where(file => file.Path.StartsWith(RuleSet.ListsFolder, StringComparison.Ordinal)))
        {
            foreach (var list in ReplacedIds.ListsOf(file))
            {
                if (!known.Add(list.Key))
                {
                    faults.Add(PackFaults.SecondList, list.Place, $"another of your packs gives the list '{list.Key}' too; keep one");
                }
            }
        }
    }
}

/// <summary>What the packs of a user give anew, by id: the program's own of the same id is taken out.</summary>
internal sealed class ReplacedIds
{
    private readonly HashSet<string> _rules = [];
    private readonly HashSet<string> _checks = [];
    private readonly HashSet<string> _lists = [];

    public ReplacedIds(IEnumerable<RulesFile> added)
    {
        foreach (var file in added)
        {
            _rules.UnionWith(IdsOf(file, "rules"));
            _checks.UnionWith(IdsOf(file, "checks"));
            if (file.Path.StartsWith(RuleSet.ListsFolder, StringComparison.Ordinal))
            {
                _lists.UnionWith(ListsOf(file).Select(list => list.Key));
            }
        }
    }

    public static IEnumerable<YamlEntry> ListsOf(RulesFile file) =>
        file.Root is YamlMap map && map.Find("lists") is YamlMap lists ? lists.Entries : [];

    /// <summary>The file without what is given anew.</summary>
    public RulesFile TakeOut(RulesFile file)
    {
        if (file.Root is not YamlMap map)
        {
            return file;
        }

        var entries = ImmutableArray.CreateRange(map.Entries, entry => entry switch
        {
            { Key: "rules", Value: YamlList rules } => entry with { Value = Without(rules, rule => IsAmong(rule, _rules)) },
            { Key: "checks", Value: YamlList checks } => entry with { Value = Without(checks, check => IsAmong(check, _checks)) },
            { Key: "lists", Value: YamlMap lists } when file.Path == RuleSet.SharedLists =>
                entry with { Value = lists with { Entries = lists.Entries.RemoveAll(list => _lists.Contains(list.Key)) } },
            _ => entry,
        });
        var root = map with { Entries = entries };
        return new RulesFile(file.Path, file.Sha256, () => root, file.Name);
    }

    private static YamlList Without(YamlList list, Predicate<YamlValue> isReplaced) =>
        list with { Items = list.Items.RemoveAll(isReplaced) };

    /// <summary>By its id, or by one that it had before.</summary>
    private static bool IsAmong(YamlValue value, HashSet<string> ids) =>
        value is YamlMap map
        && ((map.Find("id") is YamlScalar id && ids.Contains(id.Text))
            || (map.Find("formerly") is YamlList before && before.Items.OfType<YamlScalar>().Any(each => ids.Contains(each.Text))));

    private static IEnumerable<string> IdsOf(RulesFile file, string key) =>
        file.Root is YamlMap map && map.Find(key) is YamlList list
            ? list.Items.OfType<YamlMap>().Select(item => item.Find("id")).OfType<YamlScalar>().Select(id => id.Text)
            : [];
}
