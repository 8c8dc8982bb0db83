using System.Collections.Immutable;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Statements;

/// <summary>
/// Turns the evidence on each sentence into a statement. Sentence by sentence: beside its own words only the place where it
/// stands counts, never its neighbours, so that a sentence added elsewhere cannot change what this one is.
/// </summary>
public sealed class StatementJudge(ScoringPolicy policy)
{
    private static readonly ImmutableArray<(Person Person, string Mark)> Persons =
    [
        (Person.I, Marks.PersonI), (Person.We, Marks.PersonWe), (Person.Other, Marks.PersonOther), (Person.None, Marks.PersonNone),
    ];

    private readonly EvidenceFuser _fuser = new(policy.Reliability);

    public ImmutableArray<Statement> Judge(Document document, DraftKind kind, ImmutableArray<Evidence> evidence)
    {
        var places = Places.Of(document, kind);
        var bySentence = evidence.ToLookup(each => each.Sentence);
        return [.. document.Sentences.Select(sentence => Judge(sentence, places[sentence.Index], [.. bySentence[sentence.Index]]))];
    }

    private Statement Judge(Sentence sentence, Place place, ImmutableArray<Evidence> evidence)
    {
        var types = TypesOf(place, evidence);
        var claimed = FusedBy<ClaimLabel, CompetencyId>(evidence, label => label.Competency)
            .Where(each => each.Value >= policy.Thresholds.Claim)
            .Select(each => each.Key);
        var shown = ShownIn(evidence);

        // What stands in a heading, a belief or a remark is said and not shown, however well a phrase fits.
        if (place == Place.Heading || types.Top == StatementType.Other)
        {
            claimed = claimed.Concat(shown.Select(each => each.Competency));
            shown = [];
        }

        return new Statement(
            sentence,
            types,
            shown,
            [.. claimed.Except(shown.Select(each => each.Competency)).Distinct().OrderBy(id => id.Name, StringComparer.Ordinal)],
            PersonOf(evidence),
            IsMarked(evidence, Marks.Measured),
            LevelOf(evidence));
    }

    /// <summary>Odds of each type are what its place makes likely plus what its evidence says: so a sentence on which nothing
    /// speaks keeps the wide spread of its place, and strong evidence outweighs any place but a heading.</summary>
    private StatementTypes TypesOf(Place place, ImmutableArray<Evidence> evidence)
    {
        var fused = FusedBy<TypeLabel, StatementType>(evidence, label => label.Type).ToDictionary(each => each.Key, each => each.Value);
        var prior = policy.Types.Priors[place];
        Span<double> odds = stackalloc double[6];
        var sum = 0.0;
        for (var type = 0; type < odds.Length; type++)
        {
            var said = Math.Min(fused.GetValueOrDefault((StatementType)type), policy.Types.MostEvidence);
            odds[type] = prior[(StatementType)type] + (place == Place.Heading ? 0 : said / (1 - said));
            sum += odds[type];
        }

        return new StatementTypes(odds[0] / sum, odds[1] / sum, odds[2] / sum, odds[3] / sum, odds[4] / sum, odds[5] / sum);
    }

    private ImmutableArray<Shown> ShownIn(ImmutableArray<Evidence> evidence) =>
    [
        .. FusedBy<CompetencyLabel, CompetencyId>(evidence, label => label.Competency)
            .Where(each => each.Value >= policy.Thresholds.Competency)
            .OrderByDescending(each => each.Value)
            .ThenBy(each => each.Key.Name, StringComparer.Ordinal)
            .Select(each => new Shown(each.Key, each.Value, RulesFor(evidence, each.Key))),
    ];

    private static ImmutableArray<string> RulesFor(ImmutableArray<Evidence> evidence, CompetencyId competency) =>
    [
        .. evidence
            .Where(each => each.Origin is RuleOrigin && each.Label is CompetencyLabel label && label.Competency == competency)
            .Select(each => each.Origin.Id)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private Person PersonOf(ImmutableArray<Evidence> evidence)
    {
        var (best, most) = (Person.None, 0.0);
        foreach (var (person, mark) in Persons)
        {
            if (_fuser.Fuse(evidence.Where(each => IsMark(each, mark))) is var fused && fused > most)
            {
                (best, most) = (person, fused);
            }
        }

        return best;
    }

    private Level? LevelOf(ImmutableArray<Evidence> evidence)
    {
        var levels = FusedBy<LevelLabel, Level>(evidence, label => label.Level)
            .Where(each => each.Value >= policy.Thresholds.Level)
            .Select(each => (Level?)each.Key);
        return levels.Max();
    }

    private bool IsMarked(ImmutableArray<Evidence> evidence, string mark) =>
        _fuser.Fuse(evidence.Where(each => IsMark(each, mark))) >= policy.Thresholds.Mark;

    private static bool IsMark(Evidence evidence, string mark) => evidence.Label is MarkLabel label && label.Mark == mark;

    private IEnumerable<KeyValuePair<TKey, double>> FusedBy<TLabel, TKey>(ImmutableArray<Evidence> evidence, Func<TLabel, TKey> key)
        where TLabel : Label =>
        evidence
            .Where(each => each.Label is TLabel)
            .GroupBy(each => key((TLabel)each.Label))
            .Select(group => KeyValuePair.Create(group.Key, _fuser.Fuse(group)));
}
