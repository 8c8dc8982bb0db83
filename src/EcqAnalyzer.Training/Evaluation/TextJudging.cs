using System.Collections.Immutable;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>Whose judgement is measured.</summary>
public enum JudgedBy
{
    /// <summary>Phrase rules and the engine's reading of clauses, no model.</summary>
    Rules,

    /// <summary>What the classifier says of types and competencies, before rules are asked.</summary>
    Classifier,

    /// <summary>The product as it stands.</summary>
    Fused,
}

/// <summary>A sentence as it was labelled and as it was judged. <see cref="Probability"/> is that of <see cref="Type"/>.</summary>
public sealed record JudgedSentence(
    MeasuredSentence Gold, StatementType Type, double Probability, ImmutableArray<Shown> Shown)
{
    /// <summary>Null where who judges knows no claims.</summary>
    public ImmutableArray<CompetencyId>? Claimed { get; init; }
}

/// <summary>A text with what the program made of it. <see cref="Scores"/> is empty where it could not be scored.</summary>
public sealed record JudgedText(
    MeasuredText Gold, ImmutableArray<JudgedSentence> Sentences, ImmutableArray<CompetencyScore> Scores)
{
    public int Words { get; } = Gold.Sentences.Sum(sentence => sentence.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
}

/// <summary>Judges labelled texts as the product does: sentences given, kind found by itself, under one framework.
/// <paramref name="LeastShown"/> is how probable a competency must be to be called shown; <paramref name="Printed"/> rounds
/// probabilities as <c>ecq tag</c> prints them, so that whoever measures its output finds the same figures.</summary>
public sealed record TextJudging(
    Pipeline Pipeline, Framework Framework, JudgedBy By, double LeastShown, Func<StatementTypes, decimal[]> Printed)
{
    public JudgedText Judge(MeasuredText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var analysis = Pipeline.Analyze(text.ToDraft(), new AnalysisOptions(Framework.Id, null, text.Ecq) { Scope = AnalysisScope.Scores });
        if (analysis.Statements.Length != text.Sentences.Length)
        {
            throw new InvalidOperationException($"{text.Id}: {text.Sentences.Length} sentences given, {analysis.Statements.Length} read");
        }

        var model = By == JudgedBy.Classifier ? analysis.Evidence.Where(each => each.Origin is ModelOrigin).ToLookup(each => each.Sentence) : null;
        var sentences = text.Sentences.Zip(
            analysis.Statements,
            (gold, statement) => model is null ? Of(gold, statement) : Of(gold, [.. model[statement.Sentence.Index]]));
        return new JudgedText(text, [.. sentences], analysis.Competencies);
    }

    private JudgedSentence Of(MeasuredSentence gold, Statement statement) =>
        Of(gold, statement.Types, statement.Shown) with { Claimed = statement.Claimed };

    private JudgedSentence Of(MeasuredSentence gold, StatementTypes types, ImmutableArray<Shown> shown) =>
        new(gold, types.Top, (double)Printed(types)[(int)types.Top], shown);

    /// <summary>A sentence without words, of which the classifier says nothing, is <c>other</c>.</summary>
    private JudgedSentence Of(MeasuredSentence gold, ImmutableArray<Evidence> said)
    {
        var odds = new double[6];
        var shown = ImmutableArray.CreateBuilder<Shown>();
        foreach (var each in said)
        {
            if (each.Label is TypeLabel type)
            {
                odds[(int)type.Type] = each.Weight;
            }
            else if (each.Label is CompetencyLabel label && each.Weight >= LeastShown)
            {
                shown.Add(new Shown(label.Competency, each.Weight, []));
            }
        }

        odds[(int)StatementType.Other] += odds.Sum() > 0 ? 0 : 1;
        var sum = odds.Sum();
        var types = new StatementTypes(odds[0] / sum, odds[1] / sum, odds[2] / sum, odds[3] / sum, odds[4] / sum, odds[5] / sum);
        return Of(gold, types, shown.ToImmutable());
    }
}
