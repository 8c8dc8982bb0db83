using System.Collections.Immutable;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Rules;

/// <summary>How many rules and examples a run tested.</summary>
public sealed record RuleTestCount(int Rules, int Examples);

/// <summary>
/// Runs the examples of rules through the whole annotator. A hit must match exactly the marked words, a miss nothing; both
/// must be one sentence each; a miss must have a word of the pattern in it, since one that could never match proves nothing;
/// and every <c>unless</c> must be needed by some miss.
/// </summary>
public sealed class RuleTester(RuleSet set, ILanguageAnnotator annotator, Faults faults)
{
    public const string TooFewExamples = "ECQ130";
    public const string BadMarks = "ECQ131";
    public const string NotOneSentence = "ECQ132";
    public const string HitFails = "ECQ133";
    public const string MissMatches = "ECQ134";
    public const string MissProvesNothing = "ECQ135";
    public const string UnlessUnused = "ECQ136";

    private readonly SentenceWords _words = new(set.Vocabulary);
    private readonly RuleApplication _application = new();

    /// <summary>Tests every rule but retired ones; faults go to the list given.</summary>
    public RuleTestCount Test(IEnumerable<Rule> rules)
    {
        var (tested, examples) = (0, 0);
        foreach (var rule in rules.Where(rule => rule.Status != RuleStatus.Retired))
        {
            tested++;
            examples += rule.Hits.Length + rule.Misses.Length;
            Test(rule);
        }

        return new RuleTestCount(tested, examples);
    }

    private void Test(Rule rule)
    {
        if (rule.Hits.Length < 2 || rule.Misses.Length < 1)
        {
            faults.Add(TooFewExamples, rule.Place, $"{rule.Id} needs at least two hits and one miss");
        }

        foreach (var hit in rule.Hits)
        {
            if (Read(hit) is { } example)
            {
                TestHit(rule, example);
            }
        }

        var misses = rule.Misses.Select(Read).OfType<Example>().ToList();
        foreach (var miss in misses)
        {
            TestMiss(rule, miss);
        }

        for (var i = 0; i < rule.Unless.Length; i++)
        {
            var without = rule with { Unless = rule.Unless.RemoveAt(i) };
            if (!misses.Exists(miss => Matches(without, miss).Count > 0))
            {
                faults.Add(
                    UnlessUnused,
                    rule.UnlessWritten[i].Place,
                    $"{rule.Id}: no miss needs 'unless: {rule.Unless[i].Pattern.Text}'; add one that matches without it, or take it out");
            }
        }
    }

    private void TestHit(Rule rule, Example hit)
    {
        var matches = Matches(rule, hit);
        if (matches.SequenceEqual(hit.Marks))
        {
            return;
        }

        var found = matches.Count == 0 ? "nothing matches" : $"what matches is: {Mark(hit.Text, matches)}";
        var problem = hit.Marks.IsEmpty ? "a hit marks the words that match with << >>" : "not the marked words";
        faults.Add(HitFails, hit.Place, $"{rule.Id}: {problem}; {found} (read as: {Tagged(hit)})");
    }

    private void TestMiss(Rule rule, Example miss)
    {
        if (!miss.Marks.IsEmpty)
        {
            faults.Add(BadMarks, miss.Place, $"{rule.Id}: a miss has no marks");
        }

        var matches = Matches(rule, miss);
        if (matches.Count > 0)
        {
            faults.Add(
                MissMatches, miss.Place, $"{rule.Id}: matches what it must not: {Mark(miss.Text, matches)} (read as: {Tagged(miss)})");
        }
        else if (!SharesWord(rule, miss))
        {
            faults.Add(
                MissProvesNothing, miss.Place, $"{rule.Id}: this miss has no word of the pattern in it, so it proves nothing");
        }
    }

    private List<TextSpan> Matches(Rule rule, Example example)
    {
        _words.Fill(example.Text, example.Sentence);
        _application.Begin();
        _application.AddAll(rule, _words);
        return [.. _application.Keep(rule, _words).Select(_words.SpanOf)];
    }

    /// <summary>A word of the pattern, or, where it has tags alone, one of these. What only says what must not stand somewhere
    /// can match any sentence.</summary>
    private bool SharesWord(Rule rule, Example example)
    {
        _words.Fill(example.Text, example.Sentence);
        var tests = rule.When.SelectMany(program => program.Instructions)
            .Select(instruction => instruction.Token?.Test)
            .OfType<TokenTest>()
            .Where(test => !test.IsNegated)
            .ToList();
        var ofWords = tests.Where(test => test.AnyOf.All(condition => condition.Match != WordMatch.Any)).ToList();
        var conditions = (ofWords.Count > 0 ? ofWords : tests)
            .SelectMany(test => test.AnyOf)
            .Select(condition => condition.Match == WordMatch.Any ? condition : condition with { Tags = 0 })
            .ToList();
        return conditions.Count == 0
            || Enumerable.Range(0, _words.Count).Any(at => conditions.Exists(condition => condition.Holds(_words, at)));
    }

    private Example? Read(YamlScalar written)
    {
        if (ReadMarks(written.Text) is not { } example)
        {
            faults.Add(BadMarks, written.Place, "the marks << and >> do not pair");
            return null;
        }

        var sentences = annotator.Annotate(DraftOf(example.Text));
        if (sentences.Length == 1 && !sentences[0].Tokens.IsEmpty)
        {
            return new Example(written.Place, example.Text, example.Marks, sentences[0]);
        }

        var split = string.Join(" | ", sentences.Select(sentence => sentence.Span.Of(example.Text).ToString()));
        faults.Add(NotOneSentence, written.Place, $"an example is one sentence; this is read as {sentences.Length}: {split}");
        return null;
    }

    internal static (string Text, ImmutableArray<TextSpan> Marks)? ReadMarks(string written)
    {
        var text = new System.Text.StringBuilder();
        var marks = ImmutableArray.CreateBuilder<TextSpan>();
        int? open = null;
        for (var i = 0; i < written.Length; i++)
        {
            var rest = written.AsSpan(i);
            if (rest.StartsWith("<<") && open is null)
            {
                open = text.Length;
                i++;
            }
            else if (rest.StartsWith(">>") && open is { } start)
            {
                marks.Add(new TextSpan(start, text.Length));
                open = null;
                i++;
            }
            else if (rest.StartsWith("<<") || rest.StartsWith(">>"))
            {
                return null;
            }
            else
            {
                text.Append(written[i]);
            }
        }

        return open is null ? (text.ToString(), marks.ToImmutable()) : null;
    }

    /// <summary>A draft of one paragraph.</summary>
    public static Draft DraftOf(string text) => new(
        new DraftFile("example", "", DraftFormat.Given),
        text,
        [new Block(new TextSpan(0, text.Length), BlockKind.Paragraph)],
        SourceMap.Empty,
        new Extraction(null, []));

    private static string Mark(string text, List<TextSpan> spans)
    {
        foreach (var span in spans.AsEnumerable().Reverse())
        {
            text = text.Insert(span.End, ">>").Insert(span.Start, "<<");
        }

        return text;
    }

    private static string Tagged(Example example) =>
        string.Join(' ', example.Sentence.Tokens.Select(token => $"{token.Span.Of(example.Text)}/{token.Tag}"));

    private sealed record Example(YamlPlace Place, string Text, ImmutableArray<TextSpan> Marks, Sentence Sentence);
}
