using System.Collections.Immutable;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Grading;

/// <summary>Reads a rubric, the product's own or one within an exercise, for the competencies that are asked: a criterion
/// <c>of: competency</c> becomes one for each. Every fault is noted at its place.</summary>
internal sealed class RubricReader(ImmutableArray<Competency> competencies, Faults faults)
{
    public const string Folder = "rubrics/";

    private const string OfCompetency = "competency";
    private const string OfDraft = "draft";
    private const int LeastLevels = 2;
    private const int MostLevels = 10;
    private const double HighestWeight = 100;

    public Rubric Read(YamlKeys keys, string id)
    {
        var name = keys.FindText("name") ?? id;
        var source = keys.FindText("source") ?? "the exercise";
        var criteria = ImmutableArray.CreateBuilder<Criterion>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var each in keys.RequireKeyLists("criteria"))
        {
            ReadCriterion(each, known, criteria);
            each.Close();
        }

        return new Rubric(id, name, source, criteria.ToImmutable());
    }

    private void ReadCriterion(YamlKeys keys, HashSet<string> known, ImmutableArray<Criterion>.Builder criteria)
    {
        var id = keys.RequireScalar("id");
        if (id.Text.Length > 0 && !known.Add(id.Text))
        {
            faults.Add(GradingFaults.SaidTwice, id.Place, $"there is a criterion '{id.Text}' already");
        }

        var of = keys.RequireOneOf("of", OfCompetency, OfDraft);
        var name = keys.RequireText("name");
        var weight = keys.FindScalar("weight") is { } scalar ? ReadWeight(keys, scalar) : 1;
        var levels = ReadLevels(keys, of == OfCompetency ? FactFinder.OfCompetency : FactFinder.OfDraft);
        if (of == OfDraft)
        {
            criteria.Add(new Criterion(id.Text, id.Text, name, null, weight, levels));
            return;
        }

        foreach (var competency in competencies)
        {
            var own = name.Replace("{competency}", competency.Name, StringComparison.Ordinal);
            criteria.Add(new Criterion($"{id.Text}/{competency.Id.Name}", id.Text, own, competency, weight, levels));
        }
    }

    private double ReadWeight(YamlKeys keys, YamlScalar scalar)
    {
        var weight = keys.FindNumber("weight") ?? 1;
        if (weight is <= 0 or > HighestWeight)
        {
            faults.Add(GradingFaults.OutOfRange, scalar.Place, $"a weight is above 0 and at most {HighestWeight}");
        }

        return weight;
    }

    private ImmutableArray<RubricLevel> ReadLevels(YamlKeys keys, ImmutableArray<string> facts)
    {
        var levels = ImmutableArray.CreateBuilder<RubricLevel>();
        foreach (var each in keys.RequireKeyLists("levels"))
        {
            var name = each.RequireText("name");
            var means = each.RequireText("means");
            each.FindText("reason");
            var isNoGoal = each.FindFlag("no-goal");
            var needs = each.FindKeys("needs") is { } map ? ReadNeeds(map, facts) : [];
            if (levels.Count == 0 && !needs.IsEmpty)
            {
                faults.Add(GradingFaults.Levels, each.Place, "the first level is level 0, for drafts that hold nothing: it needs nothing");
            }
            else if (levels.Count > 0 && needs.IsEmpty)
            {
                faults.Add(GradingFaults.Levels, each.Place, $"level {levels.Count} needs a fact that tells it from the one below: add 'needs:' with one of {string.Join(", ", facts)}");
            }

            each.Close();
            levels.Add(new RubricLevel(name, means, needs) { IsNoGoal = isNoGoal });
        }

        if (levels.Count is < LeastLevels or > MostLevels)
        {
            faults.Add(GradingFaults.Levels, keys.Place, $"a criterion has {LeastLevels} to {MostLevels} levels, from 0 up, and this has {levels.Count}");
        }

        return levels.ToImmutable();
    }

    private ImmutableArray<Need> ReadNeeds(YamlKeys keys, ImmutableArray<string> facts)
    {
        var needs = ImmutableArray.CreateBuilder<Need>();
        foreach (var entry in keys.Entries)
        {
            var least = keys.RequireNumber(entry.Key);
            if (!facts.Contains(entry.Key))
            {
                faults.Add(GradingFaults.UnknownFact, entry.Place, $"there is no fact '{entry.Key}' here{Spelling.Hint(entry.Key, facts)}");
            }
            else if (least <= 0)
            {
                faults.Add(GradingFaults.OutOfRange, entry.Value.Place, "a need is above 0: it says how much there must be at least");
            }

            needs.Add(new Need(entry.Key, least));
        }

        return needs.ToImmutable();
    }
}
