using CsCheck;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Rules;

/// <summary>The search against the plainest reading of the notation: try every way, in order, from the left.</summary>
public sealed class PatternSearchTests
{
    private static readonly Gen<string> Sentences =
        Any("a/NN", "b/NN", "c/VB", "d/VB").Array[1, 9].Select(tokens => string.Join(' ', tokens));

    private static readonly Gen<string> Items = Gen.Recursive<string>((depth, item) => depth >= 2
        ? Any("a", "b", "c", "NN", "VB", "!a", "!NN", "a/NN")
        : Gen.OneOf(
            Any("a", "b", "NN", "!b", "..1", "..3"),
            Gen.Select(item, Any("?", "*", "+")).Select((part, sign) => part.StartsWith("..") ? part : $"({part}){sign}"),
            Gen.Select(item, item).Select((x, y) => $"({x} | {y})"),
            Gen.Select(item, item).Select((x, y) => $"{x} {y}")));

    private static readonly Gen<string> Patterns = Gen.Select(
        Items, Items, Any("", "^ "), Any("", " $")).Select((x, y, start, end) => $"{start}{x} {y}{end}");

    [Fact]
    public void Finds_what_trying_every_way_in_order_finds()
    {
        Gen.Select(Patterns, Sentences).Sample(
            (pattern, sentence) =>
            {
                if (Parse(pattern) is not { } parsed)
                {
                    return;
                }

                Assert.Equal(Plainly(parsed.Pattern, parsed.Vocabulary, sentence), Searched(parsed.Pattern, parsed.Vocabulary, sentence));
            },
            iter: 20_000);
    }

    /// <summary>What the index leaves out, a pattern or a token to begin with, has no match.</summary>
    [Fact]
    public void Finds_the_same_from_where_the_index_says()
    {
        Gen.Select(Patterns, Sentences).Sample(
            (pattern, sentence) =>
            {
                if (Parse(pattern) is not { } parsed)
                {
                    return;
                }

                Assert.Equal(Searched(parsed.Pattern, parsed.Vocabulary, sentence), Indexed(parsed.Pattern, parsed.Vocabulary, sentence));
            },
            iter: 20_000);
    }

    [Fact]
    public void A_hostile_pattern_on_a_long_sentence_ends()
    {
        var sentence = string.Join(' ', Enumerable.Repeat("a/NN", 2000));
        var set = RulesWritten.OfPatterns(["((a | NN)+ (a | NN)*)+ ((a)* (a)*)* b"], ["(a+ a*)+ ..20 (a a)+"]);

        Assert.Empty(RulesWritten.MatchesIn(set, sentence));
        Assert.Empty(RulesWritten.MatchesIn(RulesWritten.OfPatterns(["a"], ["(a+ a*)+ ..20 (a a)+"]), sentence));
    }

    private static Gen<string> Any(params string[] texts) => Gen.OneOf([.. texts.Select(text => Gen.Const(text))]);

    private static (PhrasePattern Pattern, Vocabulary Vocabulary)? Parse(string pattern)
    {
        var (faults, vocabulary) = (new Faults(), new Vocabulary());
        var scalar = new YamlScalar(new YamlPlace("rules/test.yaml", 1, 1), pattern, IsPlain: true);
        return PatternParser.Parse(scalar, new PatternLists(vocabulary, faults), faults) is { } parsed ? (parsed, vocabulary) : null;
    }

    private static List<TokenRange> Indexed(PhrasePattern pattern, Vocabulary vocabulary, string sentence)
    {
        var (program, words, found) = (PatternProgram.Compile(pattern, vocabulary)!, Words(vocabulary, sentence), new List<TokenRange>());
        var scratch = new RuleIndex.Scratch(programs: 1);
        new RuleIndex(vocabulary, [program]).FindCandidates(words, scratch);
        if (scratch.Candidates.Count > 0)
        {
            new PatternSearch().Find(program, words, scratch.FirstStart(0), scratch.LastStart(0), found);
        }

        return found;
    }

    private static List<TokenRange> Searched(PhrasePattern pattern, Vocabulary vocabulary, string sentence)
    {
        var found = new List<TokenRange>();
        new PatternSearch().Find(PatternProgram.Compile(pattern, vocabulary)!, Words(vocabulary, sentence), found);
        return found;
    }

    private static List<TokenRange> Plainly(PhrasePattern pattern, Vocabulary vocabulary, string sentence)
    {
        var words = Words(vocabulary, sentence);
        var found = new List<TokenRange>();
        for (var start = 0; start < words.Count;)
        {
            var canStart = !pattern.IsAtStart || start == words.First;
            int? end = canStart ? Ends(pattern.Root, words, start).Where(e => !pattern.IsAtEnd || e == words.Last).Cast<int?>().FirstOrDefault() : null;
            if (end is { } match)
            {
                found.Add(new TokenRange(start, match));
            }

            start = end ?? start + 1;
        }

        return found;
    }

    /// <summary>Where the node can end when it begins at a token, the preferred way first; endless repetition of nothing left
    /// out.</summary>
    private static IEnumerable<int> Ends(PatternNode node, SentenceWords words, int at) => node switch
    {
        OneToken one => at < words.Count && one.Test.Fits(words, at) ? [at + 1] : [],
        Gap gap => Enumerable.Range(at, Math.Min(gap.Most, words.Count - at) + 1),
        InOrder order => order.Parts.Aggregate<PatternNode, IEnumerable<int>>([at], (ends, part) => ends.SelectMany(end => Ends(part, words, end))),
        Choice choice => choice.Alternatives.SelectMany(alternative => Ends(alternative, words, at)),
        Repeat { IsOnce: true } once => Ends(once.Part, words, at).Append(at),
        Repeat { IsNeeded: true } more => Ends(more.Part, words, at).SelectMany(end => Many(more.Part, words, end)),
        Repeat any => Many(any.Part, words, at),
        _ => throw new InvalidOperationException(),
    };

    private static IEnumerable<int> Many(PatternNode part, SentenceWords words, int at) =>
        Ends(part, words, at).Where(end => end > at).SelectMany(end => Many(part, words, end)).Append(at);

    private static SentenceWords Words(Vocabulary vocabulary, string sentence)
    {
        var document = DocumentBuilder.From(sentence);
        var words = new SentenceWords(vocabulary);
        words.Fill(document.Draft.Text, document.Sentences[0]);
        return words;
    }
}
