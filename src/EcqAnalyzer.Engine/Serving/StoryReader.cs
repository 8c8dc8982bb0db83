using System.Collections.Immutable;
using EcqAnalyzer.Engine.Checks;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Serving;

/// <summary>Reads what each story of a draft tells and shows by itself: strengths and rungs as of a draft that holds nothing
/// else.</summary>
public sealed class StoryReader(ScoringPolicy policy)
{
    private static readonly StatementType[] Parts =
        [StatementType.Challenge, StatementType.Context, StatementType.Action, StatementType.Result];

    private readonly StrengthScorer _strengths = new(policy);
    private readonly RungJudge _rungs = new(policy.Thresholds);

    /// <summary>The stories of the draft that is the <paramref name="number"/>th; none where it has no score.</summary>
    public IEnumerable<ToldStory> Read(Analysis analysis, int number, YearsTold years)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(years);
        return analysis.Competencies.IsEmpty ? [] : analysis.Stories.Select(story => Read(analysis, number, years, story));
    }

    /// <summary>The accomplishments of a story that show a competency, for whoever adds up several stories.</summary>
    public List<StrengthPart> PartsOf(ImmutableArray<Statement> told, CompetencyId competency) =>
        _strengths.Rank(Side.Accomplishment, [.. told.SelectMany(statement => ShowingsOf(statement, competency))]);

    /// <summary>The strength that parts of several stories make together; copies count once, as the stronger.</summary>
    public double StrengthOf(IEnumerable<StrengthPart> parts)
    {
        var strongest = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            strongest[part.Key] = Math.Max(strongest.GetValueOrDefault(part.Key), part.Worth);
        }

        return _strengths.Total(Side.Accomplishment, strongest.Values.ToArray());
    }

    private ToldStory Read(Analysis analysis, int number, YearsTold years, Story story)
    {
        var told = story.Of(analysis.Statements);
        var section = analysis.Document.FindSection(story.Span);
        return new ToldStory(
            number,
            story,
            told.Sum(statement => statement.Sentence.Tokens.Count(token => token.Pos is not ("PUNCT" or "SYM"))),
            [.. Parts.Select(type => new StoryPart(type, [.. told.Where(each => Tells(each, type)).Select(each => each.Sentence.Index)]))],
            [.. told.Where(IsMeasuredResult).Select(each => new MeasuredResult(each.Sentence.Index, NumbersOf(each.Sentence)))],
            [.. analysis.Competencies.Select(score => Shown(score.Competency, told)).OfType<ShownByStory>()])
        {
            Under = section?.Ecq,
            Level = told.Where(each => each.Type is not (StatementType.Duty or StatementType.Other)).Max(each => each.Level),
            Year = years.NewestOf(story, section),
        };
    }

    /// <summary>Where it stands, or by its own words, as rungs are judged: a deed may tell its result.</summary>
    private bool Tells(Statement statement, StatementType type) => statement.Type == type || type switch
    {
        StatementType.Action => _rungs.TellsDeed(statement),
        StatementType.Result => _rungs.TellsResult(statement),
        _ => false,
    };

    private ShownByStory? Shown(CompetencyId competency, ImmutableArray<Statement> told)
    {
        var rung = _rungs.JudgeStory(competency, told);
        return rung >= Rung.Action ? new ShownByStory(competency, rung, StrengthOf(PartsOf(told, competency))) : null;
    }

    private IEnumerable<Showing> ShowingsOf(Statement statement, CompetencyId competency) => statement.Shown
        .Where(shown => shown.Competency == competency && shown.Probability >= policy.Thresholds.Counted)
        .Select(shown => new Showing(statement, shown));

    /// <summary>By its own words, as rungs are judged, or where it stands.</summary>
    private static bool IsMeasuredResult(Statement statement) =>
        statement.Measured && (IsAccomplishment(statement.Type) || IsAccomplishment(statement.TypeAlone));

    private static bool IsAccomplishment(StatementType type) => type is StatementType.Action or StatementType.Result;

    /// <summary>The numbers of a sentence that may measure an outcome: neither when nor how long, nor what was only aimed
    /// at.</summary>
    private static ImmutableArray<TextSpan> NumbersOf(Sentence sentence) =>
    [
        .. sentence.Measures
            .Where(measure => measure.Sense is not (MeasureSense.Moment or MeasureSense.Time or MeasureSense.Aim or MeasureSense.Size))
            .Select(measure => measure.Span),
    ];
}
