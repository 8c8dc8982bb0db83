using System.Collections.Immutable;
using CsCheck;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Support;

/// <summary>Statements made by hand or by chance, and their scores under the repository's own numbers.</summary>
public static class Scoring
{
    public static readonly CompetencyId Competency = new("test", "team-building");

    public static readonly Framework Framework = new(
        "test", "Test", "current", "", [new Ecq(new EcqId("test", "leading-people"), "Leading People", "", false, [],
            [new Competency(Competency, "Team Building", "", "Which team did you build?")])], []);

    public static ScoringPolicy Policy { get; } = LoadPolicy();

    /// <summary>A sentence of the given words, as a statement that shows the competency.</summary>
    public static readonly Gen<Sketch> Sketches =
        from words in Gen.Int[0, 4].Array[2, 3]
        from type in Gen.Enum<StatementType>()
        from sureness in Gen.Double[0.3, 0.97]
        from probability in Gen.Double[0.5, 0.98]
        from person in Gen.Enum<Person>()
        from measured in Gen.Bool
        from level in Gen.Int[-1, 4]
        select new Sketch(
            string.Join(' ', words), type, sureness, probability, person, measured, level < 0 ? null : (Level)level);

    public static CompetencyScore Score(IEnumerable<Sketch> sketches) => Score([.. sketches], OneStory);

    public static CompetencyScore Score(ImmutableArray<Sketch> sketches, Func<ImmutableArray<Statement>, ImmutableArray<Story>> group)
    {
        var statements = sketches.Select((sketch, i) => sketch.ToStatement(i)).ToImmutableArray();
        return new CompetencyScorer(Policy).Score(Framework, statements, group(statements), []).Single();
    }

    public static ImmutableArray<Story> OneStory(ImmutableArray<Statement> statements) =>
        [new Story(new TextSpan(0, 0), [.. statements.Select(statement => statement.Sentence.Index)])];

    private static ScoringPolicy LoadPolicy()
    {
        var faults = new Faults();
        var yaml = File.ReadAllText(Repository.Path("rules", ScoringPolicyLoader.FileName));
        var policy = ScoringPolicyLoader.Load(Written.Files((ScoringPolicyLoader.FileName, yaml)), faults);
        faults.ThrowIfAny();
        return policy;
    }
}

/// <summary>What a law varies of a statement. <see cref="Sureness"/> is the probability of its type; the others share the
/// rest.</summary>
public sealed record Sketch(
    string Words, StatementType Type, double Sureness, double Probability, Person Person, bool Measured, Level? Level)
{
    public Statement ToStatement(int index)
    {
        var tokens = Words.Split(' ').Select(word => new Token(new TextSpan(0, 0), word, "NOUN", "NN"));
        var rest = (1 - Sureness) / 5;
        double Of(StatementType type) => type == Type ? Sureness : rest;
        return new Statement(
            new Sentence(index, new TextSpan(index, index + 1), BlockKind.Sentence, [.. tokens]),
            new StatementTypes(
                Of(StatementType.Challenge), Of(StatementType.Context), Of(StatementType.Action), Of(StatementType.Result),
                Of(StatementType.Duty), Of(StatementType.Other)),
            Type == StatementType.Other ? [] : [new Shown(Scoring.Competency, Probability, ["test.rule"])],
            Type == StatementType.Other ? [Scoring.Competency] : [],
            Person,
            Measured,
            Level);
    }
}
