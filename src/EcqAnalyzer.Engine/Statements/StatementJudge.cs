using System.Collections.Immutable;
using EcqAnalyzer.Engine.Encoders;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Sections;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Statements;

/// <summary>
/// Turns the evidence on each sentence into a statement. Sentence by sentence: beside its own words only the place where it
/// stands counts, and what its writer calls it, never its neighbours, so that a sentence added elsewhere cannot change what this one is.
/// </summary>
public sealed class StatementJudge(ScoringPolicy policy, LearnedParts? learned = null)
{
    private static readonly ImmutableArray<(Person Person, string Mark)> Persons =
    [
        (Person.I, Marks.PersonI), (Person.We, Marks.PersonWe), (Person.Other, Marks.PersonOther), (Person.None, Marks.PersonNone),
    ];

    private readonly EvidenceFuser _fuser = new(policy.Reliability);
    private readonly LearnedJudge? _learned = learned is null ? null : new LearnedJudge(learned.Model, new EvidenceFuser(policy.Reliability));

    /// <summary>Each sentence by its own words and place, of <paramref name="places"/>.</summary>
    public ImmutableArray<Statement> JudgeAlone(Document document, ImmutableArray<Place> places, ImmutableArray<Evidence> evidence)
    {
        var bySentence = new List<Evidence>?[document.Sentences.Length];
        foreach (var each in evidence)
        {
            (bySentence[each.Sentence] ??= []).Add(each);
        }

        var parts = LabelledParts.Of(document);
        var statements = ImmutableArray.CreateBuilder<Statement>(document.Sentences.Length);
        foreach (var sentence in document.Sentences)
        {
            var statement = Judge(sentence, places[sentence.Index], parts[sentence.Index], [.. bySentence[sentence.Index] ?? []]);
            statements.Add(statement with { Shown = TellOthers(statement, document.Draft.Text, bySentence[sentence.Index]) });
        }

        return statements.MoveToImmutable();
    }

    /// <summary>The same statements with the types that a reader sees, who knows what stands around them. A heading is one
    /// whatever stands around it.</summary>
    public ImmutableArray<Statement> ReadAround(Document document, ImmutableArray<Place> places, ImmutableArray<Statement> statements)
    {
        if (_learned is null || learned is not { Encoder: var encoder })
        {
            return statements;
        }

        var followed = new DraftFollower(encoder.Model).Read(encoder.Read(document));
        // The surroundings were learned without labels: they are read as if there were none, and the labels count once, after them.
        var parts = LabelledParts.Of(document);
        var bare = new StatementTypes[statements.Length];
        for (var i = 0; i < bare.Length; i++)
        {
            var types = statements[i].Types;
            bare[i] = places[i] == Place.Heading ? types : LabelledParts.Lean(types, parts[i], policy.Types.AgainstLabel);
        }

        var surroundings = new SurroundingInputs(places, bare, followed);
        var read = statements.ToBuilder();
        for (var i = 0; i < read.Count; i++)
        {
            if (places[i] != Place.Heading)
            {
                var types = LabelledParts.Lean(
                    _learned.TypesAround(surroundings, i, bare[i]), parts[i], 1 / policy.Types.AgainstLabel);
                read[i] = statements[i] with { Types = types, Alone = statements[i].Alone };
            }
        }

        return read.ToImmutable();
    }

    private Statement Judge(Sentence sentence, Place place, StoryLabel? part, ImmutableArray<Evidence> evidence)
    {
        var types = _learned is null || place == Place.Heading ? TypesOf(place, evidence) : _learned.TypesAlone(place, evidence);
        types = place == Place.Heading ? types : LabelledParts.Lean(types, part, 1 / policy.Types.AgainstLabel);
        var claims = types.Top == StatementType.Other ? evidence : evidence.RemoveAll(NameReader.IsTold);
        var claimed = FusedBy<ClaimLabel>(claims)
            .Where(each => each.Value >= policy.Thresholds.Claim)
            .Select(each => each.Label.Competency);
        var shown = Lines.IsCredential(sentence, evidence, policy.Signs) ? [] : ShownIn(evidence);

        // What stands in a heading, a belief or a remark is said and not shown, however well a phrase fits. What only the
        // classifier guesses there is not even said.
        if (place == Place.Heading || types.Top == StatementType.Other)
        {
            claimed = claimed.Concat(shown.Where(each => !each.Rules.IsEmpty && !Lines.IsLabelledList(sentence)).Select(each => each.Competency));
            shown = [];
        }

        // A title names what it stands over, and a prompt asks for it: neither boasts of it.
        if (place == Place.Heading || Lines.IsPrompt(sentence, types.Top))
        {
            (claimed, shown) = ([], []);
        }

        return new Statement(
            sentence,
            types,
            shown,
            [.. claimed.Except(shown.Select(each => each.Competency)).Distinct().OrderBy(id => id.Name, StringComparer.Ordinal)],
            PersonOf(evidence),
            !Lines.IsField(sentence) && IsMeasured(types, evidence),
            LevelOf(evidence))
        {
            IsHeading = place == Place.Heading,
        };
    }

    /// <summary>Odds of each type are what its place makes likely plus what its evidence says: so a sentence on which nothing
    /// speaks keeps the wide spread of its place, and strong evidence outweighs any place but a heading.</summary>
    private StatementTypes TypesOf(Place place, ImmutableArray<Evidence> evidence)
    {
        Span<double> said = stackalloc double[6];
        foreach (var fused in FusedBy<TypeLabel>(evidence))
        {
            said[(int)fused.Label.Type] = Math.Min(fused.Value, policy.Types.MostEvidence);
        }

        var prior = policy.Types.PriorIn(place);
        Span<double> odds = stackalloc double[6];
        var sum = 0.0;
        for (var type = 0; type < odds.Length; type++)
        {
            odds[type] = prior[(StatementType)type] + (place == Place.Heading ? 0 : said[type] / (1 - said[type]));
            sum += odds[type];
        }

        return new StatementTypes(odds[0] / sum, odds[1] / sum, odds[2] / sum, odds[3] / sum, odds[4] / sum, odds[5] / sum);
    }

    private ImmutableArray<Shown> ShownIn(ImmutableArray<Evidence> evidence)
    {
        var shown = new List<Shown>();
        foreach (var fused in FusedBy<CompetencyLabel>(evidence))
        {
            if (fused.Value >= policy.Thresholds.Competency)
            {
                shown.Add(new Shown(fused.Label.Competency, fused.Value, RulesFor(evidence, fused.Label.Competency)));
            }
        }

        shown.Sort(StrongestFirst);
        return [.. shown];
    }

    /// <summary>What the statement shows, with what it tells of others marked so.</summary>
    private static ImmutableArray<Shown> TellOthers(Statement statement, string text, List<Evidence>? evidence)
    {
        if (evidence is null || statement.Shown.IsEmpty || Doers.FindOthers(statement.Sentence, text) is not var (writer, before))
        {
            return statement.Shown;
        }

        return [.. statement.Shown.Select(shown => SpansOf(shown, evidence).All(span => span.End <= writer) ? shown with { ToldOf = before } : shown)];
    }

    /// <summary>The words of the rules that say so; where none does, those that weighed most for the classifier.</summary>
    private static IEnumerable<TextSpan> SpansOf(Shown shown, List<Evidence> evidence)
    {
        var speaking = evidence.Where(each => each.Label is CompetencyLabel label && label.Competency == shown.Competency);
        return shown.Rules.IsEmpty
            ? speaking.SelectMany(each => each.Words.IsDefaultOrEmpty ? [each.Span] : each.Words.Select(words => words.Span))
            : speaking.Where(each => each.Origin is RuleOrigin).Select(each => each.Span);
    }

    internal static int StrongestFirst(Shown left, Shown right)
    {
        var order = right.Probability.CompareTo(left.Probability);
        return order != 0 ? order : string.CompareOrdinal(left.Competency.Name, right.Competency.Name);
    }

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
        Level? highest = null;
        foreach (var fused in FusedBy<LevelLabel>(evidence))
        {
            if (fused.Value >= policy.Thresholds.Level && !(highest > fused.Label.Level))
            {
                highest = fused.Label.Level;
            }
        }

        return highest;
    }

    /// <summary>Measured is an outcome given as a number, date, sum, award or decision: what speaks for the measure counts as
    /// far as the sentence tells an outcome. "Managed 40 staff" has a number and measures nothing; nor does a problem.</summary>
    private bool IsMeasured(StatementTypes types, ImmutableArray<Evidence> evidence)
    {
        if (types.Top is StatementType.Duty or StatementType.Context or StatementType.Challenge)
        {
            return false;
        }

        var outcome = types.Result + (policy.Thresholds.OutcomeInAction * types.Action);
        return _fuser.Fuse(evidence.Where(each => IsMark(each, Marks.Measured))) * outcome >= policy.Thresholds.Measured;
    }

    private static bool IsMark(Evidence evidence, string mark) => evidence.Label is MarkLabel label && label.Mark == mark;

    /// <summary>The labels of one sort that evidence speaks for, in the order in which they are met.</summary>
    private List<Fused<TLabel>> FusedBy<TLabel>(ImmutableArray<Evidence> evidence)
        where TLabel : Label
    {
        var groups = new List<List<Evidence>>();
        foreach (var each in evidence)
        {
            if (each.Label is TLabel)
            {
                Group(groups, each);
            }
        }

        var fused = new List<Fused<TLabel>>(groups.Count);
        foreach (var group in groups)
        {
            var value = _learned is not null && group[0].Label is CompetencyLabel label ? _learned.Shows(label.Competency, group) : _fuser.Fuse(group);
            fused.Add(new Fused<TLabel>((TLabel)group[0].Label, value));
        }

        return fused;
    }

    private static void Group(List<List<Evidence>> groups, Evidence evidence)
    {
        foreach (var group in groups)
        {
            if (group[0].Label == evidence.Label)
            {
                group.Add(evidence);
                return;
            }
        }

        groups.Add([evidence]);
    }

    /// <summary>A label and how strongly all its evidence speaks for it.</summary>
    private sealed record Fused<TLabel>(TLabel Label, double Value)
        where TLabel : Label;
}
