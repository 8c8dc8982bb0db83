using System.Collections.Immutable;
using EcqAnalyzer.Engine.Packs;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Rules;

/// <summary>Makes a pack of a file: its header says what its rules speak for, its lists serve its patterns.</summary>
internal sealed class RulePackLoader(
    IReadOnlyCollection<Framework> frameworks, RuleWeights weights, PatternCompiler patterns, Faults faults)
{
    private static readonly string[] Headers = ["competency", "type", "level", "mark"];
    private static readonly string[] Types = ["challenge", "context", "action", "result", "duty", "other"];
    private static readonly string[] Levels = ["self", "projects", "people", "programs", "organization"];
    private static readonly string[] Statuses = ["draft", "trial", "stable", "retired"];
    private static readonly string[] Weights = ["weak", "moderate", "strong"];

    /// <summary>The pack, or null with a fault where its header says nothing.</summary>
    public RulePack? Load(RulesFile file)
    {
        if (YamlKeys.Of(file.Root, faults, "a rule pack") is not { } keys)
        {
            return null;
        }

        var label = LoadHeader(keys, file.Path);
        var also = LoadAlso(keys, label);
        var lists = patterns.ReadLists(keys);
        var rules = ImmutableArray.CreateBuilder<Rule>();
        foreach (var rule in keys.RequireKeyLists("rules"))
        {
            rules.Add(LoadRule(rule, label, also, lists));
        }

        patterns.Finish(lists);
        keys.Close();
        return label is null ? null : new RulePack(file.Path, file.Sha256, label, rules.ToImmutable());
    }

    private Label? LoadHeader(YamlKeys keys, string path)
    {
        var said = Headers.Where(header => keys.Find(header) is not null).ToArray();
        if (said.Length != 1)
        {
            faults.Add(RuleFaults.Header, keys.Place, $"a pack says exactly one of: {string.Join(", ", Headers)}");
            return null;
        }

        var value = keys.RequireScalar(said[0]);
        return said[0] switch
        {
            "type" => ReadOneOf(value, Types) is { } type ? InFolder(new TypeLabel((StatementType)type), value, path, "types/") : null,
            "level" => ReadOneOf(value, Levels) is { } level ? InFolder(new LevelLabel((Level)level), value, path, "levels/") : null,
            "mark" => ReadMark(value) is { } mark ? InFolder(new MarkLabel(mark), value, path, "marks/") : null,
            _ => ReadCompetency(value) is { } named ? InFolder(named, value, path, FolderOf(named.Competency)) : null,
        };
    }

    private string FolderOf(CompetencyId id)
    {
        var ecq = frameworks.First(framework => framework.Id == id.Framework).FindEcqOf(id)!;
        return $"{id.Framework}/{ecq.Id.Name}/{id.Name}.yaml";
    }

    private Label InFolder(Label label, YamlScalar value, string path, string place)
    {
        if (!path.StartsWith(place, StringComparison.Ordinal) && !path.StartsWith(PackLayers.Folder, StringComparison.Ordinal))
        {
            faults.Add(RuleFaults.WrongPlace, value.Place, $"this pack belongs in {place}, not in {path}");
        }

        return label;
    }

    private string? ReadMark(YamlScalar value)
    {
        if (Kebab.IsId(value.Text))
        {
            return value.Text;
        }

        faults.Add(RuleFaults.UnknownLabel, value.Place, $"'{value.Text}' is not a mark's name: small letters, digits and hyphens");
        return null;
    }

    private int? ReadOneOf(YamlScalar value, string[] known)
    {
        var at = Array.IndexOf(known, value.Text);
        if (at >= 0)
        {
            return at;
        }

        faults.Add(RuleFaults.UnknownLabel, value.Place, $"'{value.Text}' is none of: {string.Join(", ", known)}");
        return null;
    }

    private CompetencyLabel? ReadCompetency(YamlScalar value)
    {
        var parts = value.Text.Split('/');
        var framework = frameworks.FirstOrDefault(f => f.Id == parts[0]);
        if (parts.Length == 2 && framework?.FindCompetency(parts[1]) is { } competency)
        {
            return new CompetencyLabel(competency.Id);
        }

        var known = framework is null
            ? frameworks.Select(f => f.Id + "/...").ToArray()
            : framework.Competencies.Select(c => c.Id.ToString()).ToArray();
        faults.Add(RuleFaults.UnknownLabel, value.Place, $"there is no competency '{value.Text}'{Spelling.Hint(value.Text, known)}");
        return null;
    }

    private List<CompetencyLabel> LoadAlso(YamlKeys keys, Label? label)
    {
        var written = keys.FindScalars("also");
        if (!written.IsEmpty && label is not (CompetencyLabel or null))
        {
            faults.Add(RuleFaults.Header, written[0].Place, "'also' names further competencies: only a pack of a competency has it, or a rule in one");
        }

        var also = new List<CompetencyLabel>(written.Length);
        foreach (var scalar in written)
        {
            if (ReadCompetency(scalar) is { } named)
            {
                also.Add(named);
            }
        }

        return also;
    }

    private Rule LoadRule(YamlKeys keys, Label? label, List<CompetencyLabel> also, PatternLists lists)
    {
        var id = keys.RequireScalar("id");
        if (id.Text.Length > 0 && !Kebab.IsDottedId(id.Text))
        {
            faults.Add(RuleFaults.BadRuleId, id.Place, $"'{id.Text}' is not a rule's id, such as leading-people.team.led");
        }

        var title = keys.RequireText("title");
        var status = (RuleStatus)Array.IndexOf(Statuses, keys.RequireOneOf("status", Statuses));
        var weight = (RuleWeight)Array.IndexOf(Weights, keys.RequireOneOf("weight", Weights));
        var unless = keys.FindScalars("unless");
        var when = keys.FindScalars("when");
        if (when.IsEmpty && status != RuleStatus.Retired)
        {
            faults.Add(RuleFaults.NoPatterns, keys.Place, "'when' is missing here: the patterns that the rule finds, one a line");
        }

        var rule = new Rule(
            id.Text,
            title,
            status,
            weight,
            weight switch { RuleWeight.Weak => weights.Weak, RuleWeight.Moderate => weights.Moderate, _ => weights.Strong },
            LabelsOf(keys, label, also),
            patterns.Compile(when, lists),
            patterns.Compile(unless, lists),
            keys.RequireText("why"),
            keys.FindTexts("formerly"),
            id.Place)
        {
            Hits = keys.FindScalars("hits"),
            Misses = keys.FindScalars("misses"),
            UnlessWritten = unless,
            Characteristic = ReadCharacteristic(keys, label),
            Reviewed = keys.FindText("reviewed"),
        };
        keys.Close();
        return rule;
    }

    /// <summary>The number of a key characteristic of the pack's framework, such as <c>leading-people/5</c>.</summary>
    private string? ReadCharacteristic(YamlKeys keys, Label? label)
    {
        if (keys.FindScalar("characteristic") is not { } written)
        {
            return null;
        }

        var framework = label is CompetencyLabel of ? frameworks.FirstOrDefault(f => f.Id == of.Competency.Framework) : null;
        var isKnown = framework is not null && framework.Ecqs.Any(
            ecq => ecq.KeyCharacteristics.Any(each => written.Text == $"{ecq.Id.Name}/{each.Number}"));
        if (!isKnown)
        {
            faults.Add(
                RuleFaults.UnknownCharacteristic,
                written.Place,
                $"the pack's framework has no key characteristic '{written.Text}'; it is written like leading-people/5");
        }

        return written.Text;
    }

    /// <summary>What a rule says under <c>also</c> takes the place of what its pack says.</summary>
    private ImmutableArray<Label> LabelsOf(YamlKeys keys, Label? label, List<CompetencyLabel> alsoOfPack)
    {
        var also = keys.Find("also") is null ? alsoOfPack : LoadAlso(keys, label);
        List<CompetencyLabel> competencies = label is CompetencyLabel own ? [own, .. also] : [];
        var isClaim = keys.FindOneOf("shows", "claim") is not null;
        if (isClaim && label is not (CompetencyLabel or null))
        {
            faults.Add(RuleFaults.ClaimOfNothing, keys.RequireScalar("shows").Place, "only a rule of a competency shows a claim");
        }

        return label switch
        {
            null => [],
            CompetencyLabel when isClaim => [.. competencies.Select(of => new ClaimLabel(of.Competency))],
            CompetencyLabel => [.. competencies],
            _ => [label],
        };
    }
}
