using System.Collections.Immutable;
using EcqAnalyzer.Engine.Frameworks;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Yaml;

namespace EcqAnalyzer.Tests.Support;

/// <summary>Rules written in a test, over one small framework, <c>demo</c>.</summary>
public static class RulesWritten
{
    public static RuleWeights Weights { get; } = new(0.35, 0.6, 0.85);

    private const string Demo = """
        id: demo
        name: Demo
        status: current
        source: none
        ecqs:
          - id: leading
            name: Leading
            definition: Leads.
            competencies:
              - {id: team-building, name: Team Building, definition: Builds teams., question: Which team?}
              - {id: vision, name: Vision, definition: Sees far., question: What did you see?}
        """;

    /// <summary>The set, failing the test where it has faults.</summary>
    public static RuleSet Load(params (string Path, string Yaml)[] packs)
    {
        var set = Load(out var faults, packs);
        Assert.Empty(faults.Found);
        return set;
    }

    public static RuleSet Load(out Faults faults, params (string Path, string Yaml)[] packs)
    {
        faults = new Faults();
        var files = Written.Files([("frameworks/demo.yaml", Demo), .. packs]);
        var frameworks = FrameworkLoader.LoadAll(files, faults);
        return RuleSet.Load(files, frameworks, Weights, faults);
    }

    /// <summary>One rule of a type, with these patterns.</summary>
    public static RuleSet OfPatterns(ImmutableArray<string> when, ImmutableArray<string> unless = default, string lists = "") =>
        Load(("types/duty.yaml", Pack(when, unless.IsDefault ? [] : unless, lists)));

    public static string Pack(ImmutableArray<string> when, ImmutableArray<string> unless, string lists) => $"""
        type: duty
        lists: {(lists.Length == 0 ? "{}" : lists)}
        rules:
          - id: types.duty.test
            title: A rule of the tests
            status: stable
            weight: strong
            when: {Quoted(when)}
            unless: {Quoted(unless)}
            why: Because.

        """;

    /// <summary>The words that the set's rules match in one sentence.</summary>
    public static IEnumerable<string> MatchesIn(RuleSet set, string sentence)
    {
        var document = DocumentBuilder.From(sentence);
        return RuleMatcher.OfStable(set).Find(document).Select(evidence => evidence.Span.Of(document.Draft.Text).ToString());
    }

    private static string Quoted(ImmutableArray<string> texts) =>
        $"[{string.Join(", ", texts.Select(text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"))}]";
}
