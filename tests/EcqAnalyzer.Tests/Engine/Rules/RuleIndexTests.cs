using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Rules;

/// <summary>What the index and the filter of starts leave out never matches.</summary>
public sealed class RuleIndexTests
{
    [Fact]
    public void The_index_leaves_out_no_rule_that_fires()
    {
        var bench = new Workbench();
        var set = bench.Rulebook.Rules;
        var rules = set.Rules.Where(rule => rule.Status == RuleStatus.Stable).ToList();
        var draft = DraftOf(Texts());
        var sentences = bench.Annotator.Annotate(draft);
        var document = new Document(draft, [new Section(new TextSpan(0, draft.Text.Length), SectionKind.Front, "", null, null, sentences)]);

        Assert.Contains(sentences, sentence => sentence.Tokens.Length > 64);
        Assert.Equal(
            sentences.SelectMany(sentence => OneByOne(set, rules, draft.Text, sentence)),
            new RuleMatcher(set, rules).Find(document).Select(evidence => (evidence.Origin.Id, evidence.Sentence, evidence.Span)).Distinct());
    }

    [Fact]
    public void The_index_lets_through_only_programs_whose_every_needed_word_stands_in_the_sentence()
    {
        var bench = new Workbench();
        var set = bench.Rulebook.Rules;
        var programs = set.Rules.SelectMany(rule => rule.When).Where(program => program.Ways.All(way => way.Rarest >= 0)).Distinct().ToArray();
        var (index, scratch, words) = (new RuleIndex(set.Vocabulary, programs), new RuleIndex.Scratch(programs.Length), new SentenceWords(set.Vocabulary));
        var draft = DraftOf(Texts());
        var tried = 0;

        // In longer ones the index may take a token for another: they have more tokens than it has bits.
        foreach (var sentence in bench.Annotator.Annotate(draft).Where(sentence => sentence.Tokens.Length <= 64))
        {
            words.Fill(draft.Text, sentence);
            index.FindCandidates(words, scratch);
            tried += scratch.Candidates.Count;
            Assert.All(
                scratch.Candidates,
                program => Assert.Contains(programs[program].Ways, way => way.Needs.All(need => Enumerable.Range(0, words.Count).Any(at => IsMet(need, words, at)))));
        }

        Assert.NotEqual(0, tried);
    }

    private static bool IsMet(EcqAnalyzer.Engine.Rules.Need need, SentenceWords words, int at) =>
        (need.WordTags == 0 || (words.Tags[at] & need.WordTags) != 0)
        && ((words.Tags[at] & need.Tags) != 0 || need.Words.Contains(words.Forms[at]) || need.Words.Contains(words.Lemmas[at]));

    /// <summary>What rules find without an index, all patterns run over the whole sentence.</summary>
    internal static IEnumerable<(string Id, int Sentence, TextSpan Span)> OneByOne(RuleSet set, List<Rule> rules, string text, Sentence sentence)
    {
        var (words, application) = (new SentenceWords(set.Vocabulary), new RuleApplication());
        words.Fill(text, sentence);
        foreach (var rule in rules)
        {
            application.Begin();
            application.AddAll(rule, words);
            foreach (var range in application.Keep(rule, words))
            {
                yield return (rule.Id, sentence.Index, words.SpanOf(range));
            }
        }
    }

    /// <summary>Sentences of the corpus, and one that is longer than the index has bits.</summary>
    private static string Texts()
    {
        var lines = Directory.EnumerateFiles(Repository.Path("corpus", "narratives"), "*.yaml")
            .Order(StringComparer.Ordinal)
            .Where((_, at) => at % 40 == 0)
            .SelectMany(File.ReadLines)
            .Where(line => line.StartsWith("  - text: \"", StringComparison.Ordinal))
            .Select(line => line["  - text: ".Length..].Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal))
            .ToList();
        return string.Join(' ', lines) + " " + string.Join(" and then, as nobody had asked me to, ", lines.Take(12).Select(line => line.TrimEnd('.', '!', '?'))) + ".";
    }

    private static Draft DraftOf(string text) => new(
        new DraftFile("text", "", DraftFormat.Given), text, [new Block(new TextSpan(0, text.Length), BlockKind.Paragraph)],
        SourceMap.Empty, new Extraction(null, []));
}
