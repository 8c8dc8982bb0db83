using System.Collections.Immutable;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Grading;

/// <summary>Reads an exercise of a trainer: what is asked, and the rubric, its own or one of <c>rules/rubrics/</c>. All faults of
/// the file are found in one run, each with line and column.</summary>
public sealed class ExerciseLoader(RulesFiles files, ImmutableArray<Framework> frameworks, Faults faults)
{
    private const string DefaultRubric = "narrative";
    private const int MostStories = 20;

    private static readonly string[] Kinds = ["resume", "story", "narrative", "record", "duties"];
    private static readonly string[] Parts = ["challenge", "context", "action", "result"];

    /// <summary>The exercise of a file; <paramref name="id"/> is its name without the ending. With faults, what comes back is
    /// not to be used.</summary>
    public Exercise? Load(YamlValue root, string id)
    {
        if (YamlKeys.Of(root, faults, "an exercise") is not { } keys)
        {
            return null;
        }

        var title = keys.RequireText("title");
        var framework = ReadFramework(keys);
        var kind = keys.FindOneOf("kind", Kinds) is { } name ? (DraftKind?)Array.IndexOf(Kinds, name) : null;
        var task = ReadTask(keys, framework);
        var rubric = ReadRubric(keys, task.Competencies);
        rubric = rubric with { Criteria = Reweigh(keys, rubric.Criteria) };
        var markers = keys.FindTexts("markers");
        keys.Close();
        return new Exercise(id, title, framework, kind, task, rubric) { Markers = markers };
    }

    private Framework ReadFramework(YamlKeys keys)
    {
        var asked = keys.RequireScalar("framework");
        var known = frameworks.Where(framework => !framework.IsVocabularyOnly).ToArray();
        var framework = known.FirstOrDefault(framework => framework.Id == asked.Text);
        if (framework is null && asked.Text.Length > 0)
        {
            faults.Add(GradingFaults.UnknownFramework, asked.Place, $"there is no framework '{asked.Text}' to grade by{Spelling.Hint(asked.Text, [.. known.Select(each => each.Id)])}");
        }

        return framework ?? known[0];
    }

    private ExerciseTask ReadTask(YamlKeys keys, Framework framework)
    {
        if (keys.FindKeys("asks") is not { } asks)
        {
            keys.RequireText("asks");
            return new ExerciseTask(null, [], [], 1, null, null);
        }

        var ecq = ReadEcq(asks, framework);
        var competencies = ReadCompetencies(asks, framework, ecq);
        var parts = asks.FindScalars("parts").Select(part => ReadPart(part)).Distinct().ToImmutableArray();
        var stories = InRange(asks, "stories", 1, MostStories) ?? 1;
        var (least, most) = ReadWords(asks);
        asks.Close();
        return new ExerciseTask(
            ecq,
            competencies,
            parts.IsEmpty ? [StatementType.Challenge, StatementType.Context, StatementType.Action, StatementType.Result] : parts,
            stories,
            least,
            most);
    }

    private Ecq? ReadEcq(YamlKeys asks, Framework framework)
    {
        if (asks.FindScalar("ecq") is not { } asked)
        {
            return null;
        }

        var ecq = framework.Ecqs.FirstOrDefault(ecq => ecq.Id.Name == asked.Text);
        if (ecq is null)
        {
            faults.Add(GradingFaults.UnknownEcq, asked.Place, $"{framework.Id} has no ECQ '{asked.Text}'{Spelling.Hint(asked.Text, [.. framework.Ecqs.Select(each => each.Id.Name)])}");
        }

        return ecq;
    }

    /// <summary>Those named, else all of the ECQ for which there are rules.</summary>
    private ImmutableArray<Competency> ReadCompetencies(YamlKeys asks, Framework framework, Ecq? ecq)
    {
        var found = ImmutableArray.CreateBuilder<Competency>();
        var named = asks.FindScalars("competencies");
        foreach (var asked in named)
        {
            if (framework.FindCompetency(asked.Text) is { } competency && !framework.WithoutRules.Contains(competency.Id))
            {
                found.Add(competency);
                continue;
            }

            var known = framework.Competencies.Where(each => !framework.WithoutRules.Contains(each.Id)).Select(each => each.Id.Name).ToArray();
            faults.Add(GradingFaults.UnknownCompetency, asked.Place, $"{framework.Id} has no competency '{asked.Text}' with rules{Spelling.Hint(asked.Text, known)}");
        }

        if (named.IsEmpty && ecq is not null)
        {
            return [.. ecq.Competencies.Where(each => !framework.WithoutRules.Contains(each.Id))];
        }

        if (named.IsEmpty && asks.FindText("ecq") is null)
        {
            faults.Add(GradingFaults.NothingAsked, asks.Place, "say what is asked: 'ecq:' with the ECQ, or 'competencies:' with a list of them");
        }

        return [.. found.Distinct()];
    }

    private StatementType ReadPart(YamlScalar part)
    {
        var index = Array.IndexOf(Parts, part.Text);
        if (index < 0)
        {
            faults.Add(YamlFaults.UnknownValue, part.Place, $"'{part.Text}' is no part of a story{Spelling.Hint(part.Text, Parts)}");
        }

        return (StatementType)Math.Max(0, index);
    }

    private (int? Least, int? Most) ReadWords(YamlKeys asks)
    {
        if (asks.FindKeys("words") is not { } words)
        {
            return (null, null);
        }

        var (least, most) = (InRange(words, "least", 1, int.MaxValue), InRange(words, "most", 1, int.MaxValue));
        if (least > most)
        {
            faults.Add(GradingFaults.OutOfRange, words.Place, $"'least' is {least} and 'most' is {most}: no draft can be both");
        }

        words.Close();
        return (least, most);
    }

    private Rubric ReadRubric(YamlKeys keys, ImmutableArray<Competency> competencies)
    {
        var reader = new RubricReader(competencies, faults);
        if (keys.Find("rubric") is YamlMap)
        {
            var own = keys.FindKeys("rubric")!;
            var rubric = reader.Read(own, Rubric.Own);
            own.Close();
            return rubric;
        }

        var asked = keys.FindScalar("rubric") ?? new YamlScalar(keys.Place, DefaultRubric, IsPlain: false);
        var known = files.Below(RubricReader.Folder).ToDictionary(file => file.Path[RubricReader.Folder.Length..^".yaml".Length], StringComparer.Ordinal);
        if (!known.TryGetValue(asked.Text, out var file))
        {
            faults.Add(GradingFaults.UnknownRubric, asked.Place, $"there is no rubric '{asked.Text}'{Spelling.Hint(asked.Text, known.Keys)}; or write your own under 'rubric:'");
            return new Rubric(asked.Text, "", "", []);
        }

        var ready = YamlKeys.Of(file.Root, faults, "a rubric")!;
        var id = ready.RequireText("id");
        var read = reader.Read(ready, id);
        ready.Close();
        return read;
    }

    /// <summary>Weights of the exercise take the place of the rubric's.</summary>
    private ImmutableArray<Criterion> Reweigh(YamlKeys keys, ImmutableArray<Criterion> criteria)
    {
        if (keys.FindKeys("weights") is not { } weights)
        {
            return criteria;
        }

        var sorts = criteria.Select(criterion => criterion.Sort).Distinct().ToArray();
        foreach (var entry in weights.Entries)
        {
            var weight = weights.RequireNumber(entry.Key);
            if (!sorts.Contains(entry.Key))
            {
                faults.Add(YamlFaults.UnknownKey, entry.Place, $"the rubric has no criterion '{entry.Key}'{Spelling.Hint(entry.Key, sorts)}");
            }
            else if (weight <= 0)
            {
                faults.Add(GradingFaults.OutOfRange, entry.Value.Place, "a weight is above 0; leave the criterion out of a rubric of your own if it should not count");
            }

            criteria = [.. criteria.Select(criterion => criterion.Sort == entry.Key ? criterion with { Weight = weight } : criterion)];
        }

        return criteria;
    }

    private int? InRange(YamlKeys keys, string key, int least, int most)
    {
        if (keys.FindScalar(key) is not { } scalar || keys.FindWhole(key) is not { } number)
        {
            return null;
        }

        if (number < least || number > most)
        {
            faults.Add(GradingFaults.OutOfRange, scalar.Place, most == int.MaxValue ? $"'{key}' is {least} or more" : $"'{key}' is from {least} to {most}");
        }

        return number;
    }
}
