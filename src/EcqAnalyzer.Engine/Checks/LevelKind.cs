using System.Collections.Immutable;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>A draft of many deeds that nowhere tells a reach such as an executive's: no sentence at that level, no sum of
/// money or number of people that large, and none of the phrases.</summary>
public sealed class LevelKind(Level least, int deeds, Reach reach, Rule phrases) : ICheckKind
{
    private static readonly string[] Levels = ["self", "projects", "people", "programs", "organization"];

    public ImmutableArray<Rule> Phrases => [phrases];

    public static ICheckKind Read(CheckSettings settings) => new LevelKind(
        (Level)Array.IndexOf(Levels, settings.Keys.RequireOneOf("least", Levels)),
        settings.Keys.RequireWhole("of-deeds"),
        new Reach(settings.Keys.RequireNumber("money"), settings.Keys.RequireNumber("people")),
        settings.RequirePhrases("find"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        var all = 0;
        foreach (var statement in draft.Analysis.Statements)
        {
            if (statement.Level >= least || HasLargeFigure(statement.Sentence))
            {
                yield break;
            }

            all += statement.Type is StatementType.Action or StatementType.Result ? 1 : 0;
        }

        if (all >= deeds && draft.PhrasesOf(phrases.Id).Count == 0)
        {
            yield return new CheckHit(null, $"{all} deeds and results");
        }
    }

    private bool HasLargeFigure(Sentence sentence)
    {
        foreach (var measure in sentence.Measures)
        {
            if ((measure.Kind == MeasureKind.Money && measure.Value >= reach.Money)
                || (measure.Kind == MeasureKind.Headcount && measure.Value >= reach.People))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Figures from which on a deed is an executive's.</summary>
public sealed record Reach(double Money, double People);
