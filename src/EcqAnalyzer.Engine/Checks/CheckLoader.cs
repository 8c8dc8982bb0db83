using System.Collections.Immutable;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Reads the checks of <c>rules/checks/</c>, in order of file and entry. Their phrases are made with the compiler of
/// the rule packs, after these.</summary>
public sealed class CheckLoader
{
    public const string Folder = "checks/";

    private static readonly string[] Severities = ["advice", "weakens", "blocks"];
    private static readonly string[] Kinds = ["resume", "story", "narrative", "record", "duties"];

    private readonly PatternCompiler _patterns;
    private readonly Faults _faults;
    private readonly HashSet<string> _ids = [];

    private CheckLoader(PatternCompiler patterns, Faults faults) => (_patterns, _faults) = (patterns, faults);

    public static CheckSet Load(RulesFiles files, RuleSet rules, Faults faults)
    {
        var loader = new CheckLoader(rules.Patterns, faults);
        var checks = ImmutableArray.CreateBuilder<Check>();
        foreach (var file in files.All)
        {
            if (file.Path.StartsWith(Folder, StringComparison.Ordinal))
            {
                loader.LoadFile(file, checks);
            }
        }

        return new CheckSet(checks.ToImmutable(), rules);
    }

    private void LoadFile(RulesFile file, ImmutableArray<Check>.Builder checks)
    {
        if (YamlKeys.Of(file.Root, _faults, "a file of checks") is not { } keys)
        {
            return;
        }

        var lists = _patterns.ReadLists(keys);
        foreach (var entry in keys.RequireKeyLists("checks"))
        {
            checks.Add(Load(entry, lists));
        }

        _patterns.Finish(lists);
        keys.Close();
    }

    private Check Load(YamlKeys keys, PatternLists lists)
    {
        var id = keys.RequireScalar("id");
        if (!_ids.Add(id.Text) && id.Text.Length > 0)
        {
            _faults.Add(CheckFaults.DuplicateId, id.Place, $"two checks have the id '{id.Text}'");
        }

        var check = new Check(
            id.Text,
            keys.FindTexts("rule"),
            (Severity)Array.IndexOf(Severities, keys.RequireOneOf("severity", Severities)),
            LoadKinds(keys),
            keys.FindTexts("frameworks"),
            keys.RequireText("message"),
            keys.RequireText("source"),
            LoadKind(keys, id.Text, lists),
            id.Place)
        {
            Hits = ExamplesOf(keys, "hits"),
            Misses = ExamplesOf(keys, "misses"),
            IsForEssays = keys.FindFlag("essays"),
            IsAboutAll = keys.FindFlag("about-all"),
        };
        keys.Close();
        return check;
    }

    private static ImmutableArray<YamlValue> ExamplesOf(YamlKeys keys, string key) =>
        keys.Find(key) is YamlList examples ? examples.Items : [];

    private DraftKinds LoadKinds(YamlKeys keys)
    {
        var kinds = DraftKinds.None;
        foreach (var kind in keys.FindScalars("kinds"))
        {
            var at = Array.IndexOf(Kinds, kind.Text);
            if (at < 0)
            {
                _faults.Add(
                    YamlFaults.UnknownValue, kind.Place, $"there is no kind of draft '{kind.Text}'{Spelling.Hint(kind.Text, Kinds)}");
            }
            else
            {
                kinds |= (DraftKinds)(1 << at);
            }
        }

        if (kinds == DraftKinds.None)
        {
            _faults.Add(CheckFaults.NoKinds, keys.Place, $"'kinds' says for which drafts the check is: {string.Join(", ", Kinds)}");
        }

        return kinds;
    }

    private ICheckKind LoadKind(YamlKeys keys, string id, PatternLists lists)
    {
        foreach (var entry in CheckKinds.All)
        {
            if (keys.FindKeys(entry.Key) is { } settings)
            {
                var kind = entry.Read(new CheckSettings(settings, id, _patterns, lists));
                settings.Close();
                return kind;
            }
        }

        var known = new List<string>();
        foreach (var entry in CheckKinds.All)
        {
            known.Add($"'{entry.Key}:'");
        }

        _faults.Add(CheckFaults.NoKind, keys.Place, $"say what to check: {string.Join(", ", known)}");
        return new NotCheckedKind("");
    }
}

/// <summary>What a kind of check is set up from: the keys under its own, and what makes patterns of them.</summary>
public sealed record CheckSettings(YamlKeys Keys, string Id, PatternCompiler Patterns, PatternLists Lists)
{
    /// <summary>The phrases under <paramref name="key"/> and <c>unless</c>, in the notation of rule packs.</summary>
    public Rule ReadPhrases(string key, string? id = null)
    {
        var unless = Keys.FindScalars("unless");
        return new Rule(
            id ?? Id,
            Title: "",
            RuleStatus.Stable,
            RuleWeight.Strong,
            Strength: 1,
            [new MarkLabel(Id)],
            Patterns.Compile(Keys.FindScalars(key), Lists),
            Patterns.Compile(unless, Lists),
            Why: "",
            Formerly: [],
            Keys.Place)
        {
            UnlessWritten = unless,
        };
    }

    /// <summary>As <see cref="ReadPhrases"/>, with a fault where there are none.</summary>
    public Rule RequirePhrases(string key)
    {
        if (Keys.FindScalars(key).IsEmpty)
        {
            Keys.Faults.Add(CheckFaults.NothingToFind, Keys.Place, $"'{key}' lists the phrases to look for");
        }

        return ReadPhrases(key);
    }

    /// <summary>A share of a whole, above 0 and at most 1.</summary>
    public double RequireShare(string key)
    {
        var share = Keys.RequireNumber(key);
        if (share is <= 0 or > 1 && Keys.Find(key) is { } written)
        {
            Keys.Faults.Add(CheckFaults.NotAShare, written.Place, $"'{key}' is a share above 0 and at most 1, such as 0.5");
        }

        return share;
    }
}
