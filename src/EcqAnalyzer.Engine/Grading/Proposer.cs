using System.Collections.Immutable;
using EcqAnalyzer.Engine.Suggestions;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Grading;

/// <summary>
/// START HERE: proposes a level for each criterion of a rubric, from facts counted in the draft, and says why in the draft's own
/// words. The highest level whose needs, and those of all levels below, are met; where a fit to the trainer's own grades is
/// used, the level that it gives for the same facts. It never grades: a person does.
/// </summary>
public sealed class Proposer(GradingPolicy policy, Exercise exercise, LearnedRubric? learned, NamesInQuotes names)
{
    private const int MostQuotes = 3;
    private const int MostQuestions = 3;

    public GradedDraft Propose(string participant, string file, Analysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var facts = new FactFinder(policy, exercise.Task, analysis);
        return new GradedDraft(
            participant,
            file,
            analysis.Document,
            facts.WordCount,
            [.. exercise.Rubric.Criteria.Select(criterion => Propose(criterion, analysis, facts))])
        {
            PartsTold = facts.FindPartsTold(),
            Examples = ExampleFinder.Find(analysis),
        };
    }

    private Proposal Propose(Criterion criterion, Analysis analysis, FactFinder finder)
    {
        if (analysis.Gradable.Status != GradableStatus.Ok)
        {
            return new Proposal(criterion, null, null, $"No proposal: {analysis.Gradable.Reason}", [], [], []);
        }

        var facts = finder.Find(criterion.Competency);
        var byRubric = LevelOf(criterion, facts);
        var fit = learned?.Sorts.FirstOrDefault(sort => sort.Sort == criterion.Sort && sort.IsUsed);
        var level = fit is null ? byRubric : Math.Min(RubricLearner.LevelOf(fit, facts), criterion.Levels.Length - 1);
        var support = Support(criterion, facts, byRubric, analysis);
        var score = analysis.Competencies.FirstOrDefault(score => score.Competency == criterion.Competency?.Id);
        return new Proposal(
            criterion,
            level,
            byRubric,
            Because(criterion, facts, byRubric, level, support),
            support,
            [.. Enumerable.Range(0, criterion.Levels.Length).Select(from => Raise(criterion, facts, from))],
            facts)
        {
            NeedsReader = score?.NeedsReader ?? false,
        };
    }

    private static int LevelOf(Criterion criterion, ImmutableArray<Fact> facts)
    {
        var level = 0;
        while (level + 1 < criterion.Levels.Length && criterion.Levels[level + 1].Needs.All(need => IsMet(need, facts)))
        {
            level++;
        }

        return level;
    }

    private static bool IsMet(Need need, ImmutableArray<Fact> facts) => facts.First(fact => fact.Id == need.Fact).Value >= need.Least;

    /// <summary>Sentences that the facts of the levels reached were counted on, those of the highest first.</summary>
    private ImmutableArray<Quotation> Support(Criterion criterion, ImmutableArray<Fact> facts, int level, Analysis analysis)
    {
        var reached = criterion.Levels.Take(level + 1).Reverse().SelectMany(each => each.Needs).Select(need => need.Fact).Distinct();
        var rounds = reached.Select(id => facts.First(fact => fact.Id == id).Sentences).ToList();
        var picked = new List<int>();
        for (var depth = 0; picked.Count < MostQuotes && rounds.Exists(round => depth < round.Length); depth++)
        {
            picked.AddRange(rounds.Where(round => depth < round.Length).Select(round => round[depth]).Where(sentence => !picked.Contains(sentence)).Distinct());
        }

        return [.. picked.Distinct().Take(MostQuotes).Order().Select(sentence => new Quotation(sentence, WordsOf(analysis.Document, sentence)))];
    }

    private string WordsOf(Document document, int sentence) => names == NamesInQuotes.LeftOut
        ? Anonymous.Of(document, document.Sentences[sentence])
        : document.Sentences[sentence].Span.Of(document.Draft.Text).ToString();

    private static string Because(Criterion criterion, ImmutableArray<Fact> facts, int byRubric, int level, ImmutableArray<Quotation> support)
    {
        var told = criterion.Levels.SelectMany(each => each.Needs).Select(need => need.Fact).Distinct()
            .Select(id => facts.First(fact => fact.Id == id)).Where(fact => fact.Value > 0).Select(fact => fact.Says);
        var counted = string.Join("; ", told);
        var quoted = support.IsEmpty ? "" : $" In the draft: {string.Join(" ", support.Select(each => Quote.Of(each.Words, new TextSpan(0, each.Words.Length))))}.";
        var moved = level == byRubric ? "" : $" The rubric alone gives {byRubric}; by the grades given so far it is {level}.";
        var name = criterion.Levels[level];
        return $"{Capital(name.Name)}: {(counted.Length == 0 ? "nothing was found for it" : counted)}.{moved}{quoted}";
    }

    /// <summary>Questions on what the next level worth aiming for needs and the draft does not hold.</summary>
    private ImmutableArray<string> Raise(Criterion criterion, ImmutableArray<Fact> facts, int level)
    {
        if (criterion.FindGoal(level) is not { } goal)
        {
            return [];
        }

        var missing = criterion.Levels.Take(goal + 1).SelectMany(each => each.Needs).Where(need => !IsMet(need, facts)).Select(need => need.Fact).Distinct();
        var questions = missing.Select(fact => policy.FactOf(fact).Ask).ToList();
        return [.. (criterion.Competency is { } competency && level == 0 ? [competency.Question] : questions).Take(MostQuestions)];
    }

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}

/// <summary>Whether the sentences that support a proposal are quoted as they stand, or without names.</summary>
public enum NamesInQuotes
{
    Kept,
    LeftOut,
}
