using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Grading;

/// <summary>Finds sentences of a draft that a class can talk about: of each sort of <c>examples:</c> in
/// <c>rules/uses/grading.yaml</c> the clearest, without the names in it.</summary>
internal static class ExampleFinder
{
    public const string Strong = "strong", Duty = "duty", Open = "open";

    private const int Shortest = 8;
    private const int Longest = 34;

    public static ImmutableArray<Example> Find(Analysis analysis) =>
    [
        .. analysis.Statements.Where(statement => statement.Sentence.Tokens.Length is >= Shortest and <= Longest)
            .Select(statement => (Statement: statement, Sort: SortOf(statement, analysis)))
            .Where(each => each.Sort is not null)
            .GroupBy(each => each.Sort!)
            .Select(group => group.MaxBy(each => Clearness(each.Statement)))
            .Select(each => new Example(each.Sort!, Anonymous.Of(analysis.Document, each.Statement.Sentence), Clearness(each.Statement)))
            .OrderBy(example => example.Sort, StringComparer.Ordinal),
    ];

    private static string? SortOf(Statement statement, Analysis analysis) => statement.Type switch
    {
        StatementType.Action or StatementType.Result when statement is { Measured: true, Person: Person.I } => Strong,
        StatementType.Duty => Duty,
        StatementType.Action when statement.Person == Person.I && StandsOpen(statement, analysis) => Open,
        _ => null,
    };

    private static bool StandsOpen(Statement statement, Analysis analysis) =>
        !analysis.Stories.Any(story => story.Statements.Contains(statement.Sentence.Index)
            && story.Of(analysis.Statements).Any(told => told.Type == StatementType.Result || told is { Type: StatementType.Action, Measured: true }));

    private static double Clearness(Statement statement) => statement.Types[statement.Type];
}
