using System.Collections.Immutable;
using System.Runtime.InteropServices;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Frameworks;

/// <summary>Makes the frameworks of <c>rules/frameworks/</c>, one file each, named after its id.</summary>
public static class FrameworkLoader
{
    public const string Folder = "frameworks/";
    public const string WrongFileName = "ECQ400";
    public const string SecondOfItsName = "ECQ401";
    public const string NoSuchCompetency = "ECQ402";
    public const string OutOfRange = "ECQ403";
    public const string NotAnId = "ECQ404";
    public const string NoFrameworks = "ECQ405";
    public const string NoSuchBase = "ECQ407";

    private static readonly string[] Levels = ["self", "projects", "people", "programs", "organization"];
    private static readonly string[] Kinds = ["resume", "story", "narrative", "record", "duties"];

    /// <summary>Every framework in ordinal order of id. None at all is a fault.</summary>
    public static ImmutableArray<Framework> LoadAll(RulesFiles files, Faults faults)
    {
        var frameworks = new List<Framework>();
        var (links, bases) = (new FrameworkLinks(faults), new FrameworkBases(faults));
        foreach (var file in files.Below(Folder))
        {
            if (YamlKeys.Of(file.Root, faults, "a framework") is { } keys)
            {
                frameworks.Add(Load(keys, file.Path[Folder.Length..], links, bases));
            }
        }

        if (frameworks.Count == 0 && !faults.Any)
        {
            faults.Add(new Diagnostic(NoFrameworks, "rules/frameworks", null, null, "no framework stands here; the rules are incomplete"));
        }

        return bases.Join(links.Close(frameworks));
    }

    private static Framework Load(YamlKeys keys, string fileName, FrameworkLinks links, FrameworkBases bases)
    {
        var id = RequireId(keys, "id", []);
        if (id.Length > 0 && fileName != $"{id}.yaml")
        {
            keys.Faults.Add(WrongFileName, keys.RequireScalar("id").Place, $"the file of '{id}' is named {id}.yaml, not {fileName}");
        }

        var names = new HashSet<string>();
        var framework = new Framework(
            id,
            keys.RequireText("name"),
            keys.RequireText("status"),
            keys.RequireText("source"),
            LoadEcqs(keys, id, names, links),
            [.. keys.FindKeyLists("limits").Select(LoadLimits)])
        {
            Issuer = keys.FindText("issuer"),
            Dates = [.. keys.FindKeyLists("dates").Select(LoadDate)],
            Unverified = keys.FindTexts("unverified"),
            IsVocabularyOnly = keys.FindFlag("vocabulary-only"),
            WithoutRules = LoadWithoutRules(keys, id, names),
            Base = bases.Read(keys),
            LeavesEcqsOut = keys.FindFlag("without-ecqs"),
        };
        if (keys.FindNumber("prevalence") is { } prevalence)
        {
            if (prevalence is <= 0 or > 1)
            {
                keys.Faults.Add(OutOfRange, keys.RequireScalar("prevalence").Place, "'prevalence' is above 0 and at most 1");
            }

            framework = framework with { Prevalence = prevalence };
        }

        keys.Close();
        return framework;
    }

    private static ImmutableArray<Ecq> LoadEcqs(
        YamlKeys keys, string framework, HashSet<string> names, FrameworkLinks links)
    {
        var ids = new HashSet<string>();
        var ecqs = ImmutableArray.CreateBuilder<Ecq>();
        foreach (var ecq in keys.RequireKeyLists("ecqs"))
        {
            ecqs.Add(new Ecq(
                new EcqId(framework, RequireId(ecq, "id", ids)),
                ecq.RequireText("name"),
                ecq.RequireText("definition"),
                ecq.FindFlag("fundamental"),
                ecq.FindTexts("headings"),
                [.. ecq.RequireKeyLists("competencies").Select(competency => LoadCompetency(competency, framework, names, links))])
            {
                IsUnverified = ecq.FindFlag("unverified"),
                Level = ecq.FindOneOf("level", Levels) is { } level ? (Level)Array.IndexOf(Levels, level) : null,
                KeyCharacteristics = [.. ecq.FindKeyLists("key-characteristics").Select(LoadCharacteristic)],
            });
            ecq.Close();
        }

        return ecqs.ToImmutable();
    }

    /// <summary>A competency that takes from another may leave its texts to it.</summary>
    private static Competency LoadCompetency(YamlKeys keys, string framework, HashSet<string> names, FrameworkLinks links)
    {
        var takes = links.Read(keys, "takes");
        string Text(string key) => takes.IsEmpty ? keys.RequireText(key) : keys.FindText(key) ?? "";
        var competency = new Competency(
            new CompetencyId(framework, RequireId(keys, "id", names)), Text("name"), Text("definition"), Text("question"))
        {
            IsUnverified = keys.FindFlag("unverified"),
            Called = keys.FindTexts("called"),
            Takes = takes,
            Descends = links.Read(keys, "descends"),
            Partly = links.Read(keys, "partly"),
        };
        keys.Close();
        return competency;
    }

    private static KeyCharacteristic LoadCharacteristic(YamlKeys keys)
    {
        var characteristic = new KeyCharacteristic(
            keys.RequireWhole("number"), keys.RequireText("what"), keys.FindFlag("unverified"));
        keys.Close();
        return characteristic;
    }

    private static Limits LoadLimits(YamlKeys keys)
    {
        var kind = keys.RequireOneOf("kind", Kinds);
        var limits = new Limits(
            (DraftKind)Array.IndexOf(Kinds, kind),
            FindPositive(keys, "pages"),
            FindPositive(keys, "characters-per-ecq"),
            keys.RequireText("source"))
        {
            Fonts = keys.FindTexts("fonts"),
            FontStandIns = keys.FindTexts("font-stand-ins"),
            FontSize = FindPositiveNumber(keys, "font-size"),
            Margin = FindPositiveNumber(keys, "margin"),
        };
        if (limits is { Pages: null, CharactersPerEcq: null, FontSize: null, Margin: null, Fonts.IsEmpty: true })
        {
            keys.Faults.Add(
                YamlFaults.MissingKey, keys.Place, "a limit has 'pages', 'characters-per-ecq', 'fonts', 'font-size' or 'margin'");
        }

        keys.Close();
        return limits;
    }

    private static FrameworkDate LoadDate(YamlKeys keys)
    {
        var date = new FrameworkDate(keys.RequireText("date"), keys.RequireText("what"));
        keys.Close();
        return date;
    }

    private static ImmutableArray<CompetencyId> LoadWithoutRules(YamlKeys keys, string framework, HashSet<string> names)
    {
        var written = keys.FindScalars("without-rules");
        var without = new CompetencyId[written.Length];
        for (var i = 0; i < without.Length; i++)
        {
            var name = written[i];
            if (!names.Contains(name.Text))
            {
                keys.Faults.Add(
                    NoSuchCompetency, name.Place, $"{framework} has no competency '{name.Text}'{Spelling.Hint(name.Text, names)}");
            }

            without[i] = new CompetencyId(framework, name.Text);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(without);
    }

    private static int? FindPositive(YamlKeys keys, string key)
    {
        var number = keys.FindWhole(key);
        if (number <= 0)
        {
            keys.Faults.Add(OutOfRange, keys.RequireScalar(key).Place, $"'{key}' is 1 or more");
        }

        return number;
    }

    private static double? FindPositiveNumber(YamlKeys keys, string key)
    {
        var number = keys.FindNumber(key);
        if (number <= 0)
        {
            keys.Faults.Add(OutOfRange, keys.RequireScalar(key).Place, $"'{key}' is more than 0");
        }

        return number;
    }

    /// <summary>An id in lower-kebab-case that nobody had before.</summary>
    private static string RequireId(YamlKeys keys, string key, HashSet<string> taken)
    {
        var id = keys.RequireScalar(key);
        if (id.Text.Length == 0)
        {
            return id.Text;
        }

        if (!Kebab.IsId(id.Text))
        {
            keys.Faults.Add(NotAnId, id.Place, $"'{id.Text}' is not an id: small letters, digits and hyphens");
        }
        else if (!taken.Add(id.Text))
        {
            keys.Faults.Add(SecondOfItsName, id.Place, $"'{id.Text}' stands in this framework already");
        }

        return id.Text;
    }
}
