using System.Collections.Immutable;
using EcqAnalyzer.Engine.Agreement;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>Figures of the texts of one kind, or of one competency, with how many sentences stand behind them.</summary>
public sealed record FigureGroup(string Id, int Texts, int Sentences, ImmutableArray<Figure> Figures);

/// <summary>Everything that is known of a judgement after measuring it. <see cref="About"/> says of what and on what;
/// <see cref="Judged"/> are the texts sentence by sentence.</summary>
public sealed record JudgementReport(
    ReportSubject About,
    Tally Tally,
    ImmutableArray<Figure> Figures,
    ImmutableArray<FigureGroup> Kinds,
    ImmutableArray<Figure> Competencies,
    ImmutableArray<GamingOutcome> Gaming,
    ImmutableArray<JudgedText> Judged)
{
    public Figure? Find(string id) => Figures.FirstOrDefault(figure => figure.Id == id);
}

/// <summary><see cref="Set"/> is how the texts are called: a folder and its part, or a file. <see cref="Readers"/> is 2 where
/// sentences were labelled by two.</summary>
public sealed record ReportSubject(string Set, JudgedBy By, string Framework, string Engine, int Readers);

/// <summary>START HERE: measures how the program judges labelled texts. Texts are judged, counted into a <see cref="Tally"/>
/// each, and figures made of the sum; intervals come from drawing texts again.</summary>
public static class JudgementEvaluation
{
    public static JudgementReport Measure(ReportSubject about, ImmutableArray<MeasuredText> texts, TextJudging judging)
    {
        ArgumentNullException.ThrowIfNull(judging);
        ImmutableArray<JudgedText> judged = [.. texts.Select(judging.Judge)];
        var tallies = judged.Select(text => Tally.Of(text, judging.Framework)).ToArray();
        var whole = TallyFigures.Sum(tallies);
        ImmutableArray<FigureKind> kinds = [.. FigureKind.OfTypes, .. FigureKind.OfCompetencies, .. FigureKind.OfClaims, .. FigureKind.OfRungs];
        var competencies = whole.Competencies
            .Select((id, i) => (Kind: FigureKind.OfCompetency(i, id.Name), Counts: whole.Found[i]))
            .Where(each => each.Counts.Right + each.Counts.Missed + each.Counts.Wrong > 0)
            .Select(each => each.Kind)
            .ToArray();
        return new JudgementReport(
            about,
            whole,
            [.. TallyFigures.Of(tallies, kinds), LengthEffect(judged)],
            [.. judged.Zip(tallies).GroupBy(pair => pair.First.Gold.Kind).OrderBy(group => group.Key, StringComparer.Ordinal).Select(OfKind)],
            TallyFigures.Of(tallies, competencies),
            Gaming.Play(judging.Pipeline, judging.Framework),
            judged);
    }

    private static FigureGroup OfKind(IGrouping<string, (JudgedText Text, Tally Tally)> kind)
    {
        var tallies = kind.Select(pair => pair.Tally).ToArray();
        ImmutableArray<FigureKind> figures =
        [
            .. FigureKind.OfTypes.Where(figure => figure.Id is "type-macro-f1" or "three-way-accuracy"),
            .. FigureKind.OfCompetencies.Where(figure => figure.Id is "competency-f1-agreed"),
        ];
        return new FigureGroup(kind.Key, tallies.Length, kind.Sum(pair => pair.Text.Sentences.Length), TallyFigures.Of(tallies, figures));
    }

    /// <summary>Whether longer texts get more for the same evidence. Evidence is what readers labelled: accomplishments that
    /// show a competency, and how many competencies they show.</summary>
    private static Figure LengthEffect(ImmutableArray<JudgedText> judged)
    {
        var scored = judged.Where(text => !text.Scores.IsEmpty && text.Gold.Labelled.Contains(text.Scores[0].Competency.Framework)).ToArray();
        var length = scored.Select(text => (double)text.Words).ToArray();
        var score = scored.Select(text => text.Scores.Sum(each => each.Accomplishment)).ToArray();
        var showings = scored.Select(text => Showings(text).Count()).Select(count => (double)count).ToArray();
        var competencies = scored.Select(text => (double)Showings(text).Distinct().Count()).ToArray();
        return Bootstrap.Of(
            "length-partial-correlation",
            "strength and length, evidence accounted for",
            scored.Length,
            drawn => Ranks.PartialCorrelation(Of(length, drawn), Of(score, drawn), Of(showings, drawn), Of(competencies, drawn)));

        static double[] Of(double[] values, int[] drawn) => [.. drawn.Select(text => values[text])];
    }

    private static IEnumerable<CompetencyId> Showings(JudgedText text) => text.Gold.Sentences
        .Where(sentence => sentence.Label.Type is StatementType.Action or StatementType.Result)
        .SelectMany(sentence => sentence.Label.Shown)
        .Where(id => id.Framework == text.Scores[0].Competency.Framework);
}
