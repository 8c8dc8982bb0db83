using System.Collections.Immutable;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Corpus;

/// <summary>Makes one narrative of its YAML and notes every fault with its place.</summary>
internal sealed class NarrativeReader(ImmutableArray<Framework> frameworks, Faults faults)
{
    private const int MostShown = 3;
    private const string Main = "opm-2006";
    private const string New = "opm-2025";

    private static readonly string[] Kinds =
    [
        "ecq", "tq", "ksa", "resume", "story", "position-description", "workshop", "case-study", "report", "bio", "award-citation",
        "candidacy", "interview", "account", "questionnaire", "speech", "job-notice",
    ];

    private static readonly string[] Qualities = ["strong", "mixed", "weak"];
    private static readonly string[] Types = ["challenge", "context", "action", "result", "duty", "other"];
    private static readonly string[] Persons = ["i", "we", "other", "none"];
    private static readonly string[] Levels = ["self", "projects", "people", "programs", "organization"];

    public GoldNarrative Read(YamlKeys keys, CorpusParts parts)
    {
        var id = keys.RequireText("id");
        var framework = FrameworkOf(keys.RequireScalar("framework"));
        var narrative = new GoldNarrative(
            id,
            keys.RequireOneOf("kind", Kinds),
            framework,
            EcqOf(keys, framework),
            keys.RequireOneOf("quality", Qualities),
            keys.RequireText("setting"),
            LabelledOf(keys, framework),
            [.. keys.RequireKeyLists("sentences").Select(ReadSentence)],
            [.. Ratings(keys, "ratings", Main), .. Ratings(keys, "ratings_2025", New)],
            parts.Of(id))
        {
            HasShapedRules = parts.HasShapedRules(id),
        };
        keys.Close();
        return narrative;
    }

    /// <summary>What the file says, else <c>opm-2006</c> always and <c>opm-2025</c> where that is the draft's framework.</summary>
    private ImmutableArray<string> LabelledOf(YamlKeys keys, string framework)
    {
        var said = keys.FindScalars("labelled");
        return said.IsEmpty ? framework == New ? [Main, New] : [Main] : [.. said.Select(FrameworkOf)];
    }

    private string FrameworkOf(YamlScalar scalar)
    {
        if (frameworks.All(framework => framework.Id != scalar.Text))
        {
            faults.Add(CorpusFaults.NoSuchFramework, scalar.Place, $"there is no framework '{scalar.Text}'");
        }

        return scalar.Text;
    }

    private string? EcqOf(YamlKeys keys, string framework)
    {
        var scalar = keys.FindScalar("ecq");
        if (scalar is null or { Text: "null", IsPlain: true })
        {
            return null;
        }

        if (frameworks.FirstOrDefault(each => each.Id == framework) is { } known && known.Ecqs.All(ecq => ecq.Id.Name != scalar.Text))
        {
            faults.Add(CorpusFaults.NoSuchEcq, scalar.Place, $"{framework} has no ECQ '{scalar.Text}'");
        }

        return scalar.Text;
    }

    private GoldSentence ReadSentence(YamlKeys keys)
    {
        var text = keys.RequireScalar("text");
        if (string.IsNullOrWhiteSpace(text.Text))
        {
            faults.Add(CorpusFaults.EmptySentence, text.Place, "a sentence has words");
        }

        var first = ReadReading(keys);
        var second = keys.FindKeys("second") is { } other ? ReadReadingAlone(other) : null;
        var (type, shown) = keys.FindKeys("settled") is { } settled ? ReadReadingAlone(settled) : first;
        ImmutableArray<CompetencyId> claimed = [.. Competencies(keys, "claimed", Main), .. Competencies(keys, "claimed_2025", New)];
        foreach (var both in shown.Intersect(claimed))
        {
            faults.Add(CorpusFaults.ShownAndClaimed, keys.Place, $"'{both.Name}' is shown or claimed, not both");
        }

        var sentence = new GoldSentence(
            text.Text,
            type,
            AlsoOf(keys, first.Type),
            shown,
            claimed,
            (Person)Array.IndexOf(Persons, keys.RequireOneOf("person", Persons)),
            keys.FindFlag("measured"),
            keys.FindOneOf("level", Levels) is { } level ? (Level)Array.IndexOf(Levels, level) : null,
            text.Place.Line)
        {
            Readings = second is null ? [] : [first, second],
        };
        keys.Close();
        return sentence;
    }

    private GoldReading ReadReadingAlone(YamlKeys keys)
    {
        var reading = ReadReading(keys);
        keys.Close();
        return reading;
    }

    private GoldReading ReadReading(YamlKeys keys) => new(
        TypeOf(keys.RequireOneOf("type", Types)),
        [.. Competencies(keys, "competencies", Main), .. Competencies(keys, "competencies_2025", New)]);

    private ImmutableArray<StatementType> AlsoOf(YamlKeys keys, StatementType type)
    {
        var also = ImmutableArray.CreateBuilder<StatementType>();
        foreach (var scalar in keys.FindScalars("also"))
        {
            if (!Types.Contains(scalar.Text))
            {
                faults.Add(YamlFaults.UnknownValue, scalar.Place, $"'also' cannot be '{scalar.Text}'; it is one of: {string.Join(", ", Types)}");
            }
            else if (TypeOf(scalar.Text) == type || also.Contains(TypeOf(scalar.Text)))
            {
                faults.Add(CorpusFaults.SaidTwice, scalar.Place, $"'{scalar.Text}' is said already");
            }
            else
            {
                also.Add(TypeOf(scalar.Text));
            }
        }

        return also.ToImmutable();
    }

    private ImmutableArray<CompetencyId> Competencies(YamlKeys keys, string key, string framework)
    {
        var named = keys.FindScalars(key);
        if (named.Length > MostShown && key.StartsWith("competencies", StringComparison.Ordinal))
        {
            faults.Add(CorpusFaults.TooMany, named[MostShown].Place, $"at most {MostShown} competencies, strongest first");
        }

        foreach (var twice in named.GroupBy(scalar => scalar.Text).Where(group => group.Count() > 1))
        {
            faults.Add(CorpusFaults.SaidTwice, twice.Last().Place, $"'{twice.Key}' is said already");
        }

        return [.. named.Select(scalar => CompetencyOf(framework, scalar.Text, scalar.Place))];
    }

    private IEnumerable<GoldRating> Ratings(YamlKeys keys, string key, string framework)
    {
        if (keys.FindKeys(key) is not { } ratings)
        {
            yield break;
        }

        foreach (var entry in ratings.Entries)
        {
            var rung = ratings.RequireWhole(entry.Key);
            if (rung is < 0 or > 5)
            {
                faults.Add(CorpusFaults.NoRung, entry.Place, $"a rung is 0 to 5, not {rung}");
            }

            yield return new GoldRating(CompetencyOf(framework, entry.Key, entry.Place), (Rung)rung);
        }
    }

    private CompetencyId CompetencyOf(string framework, string name, YamlPlace place)
    {
        if (frameworks.FirstOrDefault(each => each.Id == framework) is { } known && known.FindCompetency(name) is null)
        {
            var names = known.Competencies.Select(competency => competency.Id.Name).ToArray();
            faults.Add(CorpusFaults.NoSuchCompetency, place, $"{framework} has no competency '{name}'{Spelling.Hint(name, names)}");
        }

        return new CompetencyId(framework, name);
    }

    private static StatementType TypeOf(string name) => (StatementType)Array.IndexOf(Types, name);
}
