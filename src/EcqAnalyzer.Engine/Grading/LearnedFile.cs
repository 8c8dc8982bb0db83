using System.Collections.Immutable;
using System.Globalization;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Grading;

/// <summary>The file in which a trainer keeps what was learned from his grades, beside the exercise: YAML that can be read, sent
/// on and thrown away. <see cref="Write"/> and <see cref="Load"/> are each other's reverse.</summary>
public static class LearnedFile
{
    /// <summary>What is added to the name of the exercise.</summary>
    public const string Ending = ".learned.yaml";

    public static void Write(LearnedRubric learned, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(learned);
        ArgumentNullException.ThrowIfNull(output);
        output.Write(
            "# What `ecq grade --learn` learned from decided grades: weights of facts, and the bound that their sum must reach for each\n"
            + "# level from 1. Used where `used` is true. Delete the file to go back to the rubric alone.\n"
            + $"exercise: \"{learned.Exercise}\"\nsorts:\n");
        foreach (var sort in learned.Sorts)
        {
            output.Write(string.Create(CultureInfo.InvariantCulture, $"""
                  - sort: "{sort.Sort}"
                    used: {(sort.IsUsed ? "true" : "false")}
                    grades: {sort.Grades}
                    participants: {sort.Participants}
                    distance-before: {sort.DistanceBefore:0.######}
                    distance-after: {sort.DistanceAfter:0.######}
                    gain: [{string.Join(", ", new[] { sort.Gain.Value, sort.Gain.Low, sort.Gain.High }.OfType<double>().Select(value => value.ToString("0.######", CultureInfo.InvariantCulture)))}]
                    says: "{sort.Says.Replace("\"", "'", StringComparison.Ordinal)}"
                    bounds: [{string.Join(", ", sort.Bounds.Select(bound => bound.ToString("0.######", CultureInfo.InvariantCulture)))}]
                    weights:

                """).ReplaceLineEndings("\n"));
            foreach (var weight in sort.Weights)
            {
                output.Write(string.Create(
                    CultureInfo.InvariantCulture, $"      - {{fact: \"{weight.Fact}\", most: {weight.Most:0.######}, weight: {weight.Weight:0.######}}}\n"));
            }
        }
    }

    /// <summary>What was learned for this exercise; sorts that its rubric no longer has are faults.</summary>
    public static LearnedRubric? Load(YamlValue root, string file, Exercise exercise, Faults faults)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        if (YamlKeys.Of(root, faults, "what was learned") is not { } keys)
        {
            return null;
        }

        var of = keys.RequireText("exercise");
        var sorts = keys.RequireKeyLists("sorts").Select(each => Read(each, exercise, faults)).ToImmutableArray();
        keys.Close();
        return new LearnedRubric(of, file, sorts);
    }

    private static LearnedSort Read(YamlKeys keys, Exercise exercise, Faults faults)
    {
        var sort = keys.RequireScalar("sort");
        var criterion = exercise.Rubric.Criteria.FirstOrDefault(each => each.Sort == sort.Text);
        if (criterion is null)
        {
            faults.Add(GradingFaults.UnknownFact, sort.Place, $"the rubric has no criterion '{sort.Text}' any more: learn again with --learn, or delete this file");
        }

        var facts = criterion?.Competency is null ? FactFinder.OfDraft : FactFinder.OfCompetency;
        var gain = Numbers(keys, "gain");
        var read = new LearnedSort(
            sort.Text,
            [.. keys.RequireKeyLists("weights").Select(each => ReadWeight(each, facts, faults))],
            Numbers(keys, "bounds"),
            keys.RequireWhole("grades"),
            keys.RequireWhole("participants"),
            keys.RequireNumber("distance-before"),
            keys.RequireNumber("distance-after"),
            new Figure("gain", "steps nearer to the grades", At(gain, 0), At(gain, 1), At(gain, 2)),
            keys.FindFlag("used"),
            keys.RequireText("says"));
        keys.Close();
        return read;
    }

    private static FactWeight ReadWeight(YamlKeys keys, ImmutableArray<string> facts, Faults faults)
    {
        var fact = keys.RequireScalar("fact");
        if (!facts.Contains(fact.Text))
        {
            faults.Add(GradingFaults.UnknownFact, fact.Place, $"there is no fact '{fact.Text}' here{Spelling.Hint(fact.Text, facts)}");
        }

        var (most, weight) = (keys.RequireNumber("most"), keys.RequireNumber("weight"));
        if (most <= 0 || weight < 0)
        {
            faults.Add(GradingFaults.OutOfRange, keys.Place, "'most' is above 0, and 'weight' is never negative: more evidence never lowers a proposal");
        }

        keys.Close();
        return new FactWeight(fact.Text, most, weight);
    }

    private static ImmutableArray<double> Numbers(YamlKeys keys, string key) =>
    [
        .. keys.FindScalars(key).Select(scalar =>
        {
            if (!double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                keys.Faults.Add(YamlFaults.WrongKind, scalar.Place, $"'{key}' holds numbers, not '{scalar.Text}'");
            }

            return number;
        }),
    ];

    private static double? At(ImmutableArray<double> numbers, int index) => index < numbers.Length ? numbers[index] : null;
}
