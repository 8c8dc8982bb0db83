using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine.Packs;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Benchmarks;

/// <summary>
/// What phrase rules cost on narratives of the corpus, beside the annotator in the same run, and what ten times as many
/// cost: <c>dotnet run --project tests/EcqAnalyzer.Benchmarks -c Release -- rules</c>. The further rules are those of the product
/// with other words in their patterns and lists, for every word of four letters and more, by a fixed draw: once with words of the
/// corpus's other narratives, as rules about other matters would have; and once, harder than any rules will be, with the words
/// of the product's own patterns, so that every word has ten times the rules. A pattern in which no word changes is not taken
/// again, since the same rule ten times over is not ten rules. The best of some rounds counts.
/// </summary>
internal static partial class RuleSpeed
{
    private const int Rounds = 7;
    private const int Times = 10;
    private const int TextsTaken = 300;
    private const int LongWord = 4;

    public static void Run(string root, TextWriter output)
    {
        var workbench = new Workbench();
        var rulebook = workbench.Rulebook;
        var all = AnnotatorSpeed.TextsOf(root);
        var texts = all.Take(TextsTaken).ToImmutableArray();
        var documents = texts.Select(draft => DocumentOf(draft, workbench)).ToImmutableArray();
        var product = RuleMatcher.OfStable(rulebook.Rules);
        var ofOthers = Multiply(rulebook, WordsOf([.. all.Skip(TextsTaken).Select(draft => DocumentOf(draft, workbench))]));
        var ofSame = Multiply(rulebook, []);
        var (others, same) = (RuleMatcher.OfStable(ofOthers), RuleMatcher.OfStable(ofSame));
        var (annotating, matching, matchingOthers, matchingSame) = (double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            annotating = Math.Min(annotating, Time(() => texts.Sum(draft => workbench.Annotator.Annotate(draft).Length)));
            matching = Math.Min(matching, Time(() => documents.Sum(document => product.Find(document).Count())));
            matchingOthers = Math.Min(matchingOthers, Time(() => documents.Sum(document => others.Find(document).Count())));
            matchingSame = Math.Min(matchingSame, Time(() => documents.Sum(document => same.Find(document).Count())));
        }

        output.WriteLine(Invariant($"{texts.Length} texts, {documents.Sum(document => document.Sentences.Length)} sentences"));
        output.WriteLine(Invariant($"annotator:   {annotating:F0} ms"));
        output.WriteLine(Invariant($"{Stable(rulebook.Rules)}: {matching:F0} ms, {matching / annotating:P0} of the annotator; {Evidence(product)}"));
        output.WriteLine(Invariant($"{Stable(ofOthers)}, of other words: {matchingOthers:F0} ms, {matchingOthers / matching:F2} times as long; {Evidence(others)}"));
        output.WriteLine(Invariant($"{Stable(ofSame)}, of the same words: {matchingSame:F0} ms, {matchingSame / matching:F2} times as long; {Evidence(same)}"));
        string Evidence(RuleMatcher matcher) => $"{documents.Sum(document => matcher.Find(document).Count())} times found";
    }

    private static string Stable(RuleSet set)
    {
        var stable = set.Rules.Where(rule => rule.Status == RuleStatus.Stable).ToList();
        return $"{stable.Count} rules, {stable.Sum(rule => rule.When.Length)} patterns";
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static Document DocumentOf(Draft draft, Workbench workbench)
    {
        var sentences = workbench.Annotator.Annotate(draft);
        return new Document(draft, [new Section(new TextSpan(0, draft.Text.Length), SectionKind.Front, "", null, null, sentences)]);
    }

    /// <summary>Processor time, which a busy machine does not lengthen as it does the time on the wall.</summary>
    private static double Time(Func<int> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        GC.KeepAlive(work());
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    /// <summary>The product's rules and nine sets of others like them.</summary>
    private static RuleSet Multiply(Rulebook rulebook, List<string> others)
    {
        var files = new List<RulesFile>(rulebook.Files.All);
        var packs = rulebook.Rules.Packs.Select(pack => rulebook.Files.Find(pack.Path)!).ToList();
        var words = packs.SelectMany(pack => PatternsIn(pack.Root)).SelectMany(pattern => Word().Matches(pattern).Select(match => match.Value))
            .Distinct().Order(StringComparer.Ordinal).ToList();
        for (var copy = 1; copy < Times; copy++)
        {
            var exchange = others.Count > 0 ? Draw(words, others, copy) : Shuffle(words, copy);
            foreach (var pack in packs)
            {
                var root = Exchanged(pack.Root, exchange, copy);
                files.Add(new RulesFile($"{PackLayers.Folder}c{copy}/{pack.Path}", pack.Sha256, () => root));
            }
        }

        var faults = new Faults();
        var set = RuleSet.Load(new RulesFiles(files), rulebook.Frameworks, rulebook.Policy.Weights, faults);
        faults.ThrowIfAny();
        return set;
    }

    private static Dictionary<string, string> Shuffle(List<string> words, int seed)
    {
        var random = new Random(seed);
        var exchange = new Dictionary<string, string>();
        foreach (var alike in words.GroupBy(word => word.Length))
        {
            var others = alike.ToArray();
            random.Shuffle(others);
            foreach (var (word, other) in alike.Zip(others))
            {
                exchange.Add(word, other);
            }
        }

        return exchange;
    }

    /// <summary>Dictionary forms of the corpus, of four letters and more.</summary>
    private static List<string> WordsOf(ImmutableArray<Document> documents) =>
    [
        .. documents.SelectMany(document => document.Sentences)
            .SelectMany(sentence => sentence.Tokens)
            .Select(token => token.Lemma)
            .Where(lemma => lemma.Length >= LongWord && lemma.All(char.IsAsciiLetterLower))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static Dictionary<string, string> Draw(List<string> words, List<string> others, int seed)
    {
        var random = new Random(seed);
        return words.ToDictionary(word => word, word => word.Length < LongWord ? word : others[random.Next(others.Count)]);
    }

    private static IEnumerable<string> PatternsIn(YamlValue root) => root is YamlMap map && map.Find("rules") is YamlList rules
        ? rules.Items.OfType<YamlMap>().SelectMany(rule => new[] { "when", "unless" }.SelectMany(key => (rule.Find(key) as YamlList)?.Items ?? []))
            .OfType<YamlScalar>().Select(pattern => pattern.Text)
        : [];

    /// <summary>A pack under new ids, with other words in its patterns and lists, and without patterns that stay as they are.</summary>
    private static YamlMap Exchanged(YamlValue root, Dictionary<string, string> exchange, int copy)
    {
        YamlScalar Exchange(YamlScalar text) =>
            text with { Text = Word().Replace(text.Text, match => exchange.GetValueOrDefault(match.Value, match.Value)), IsPlain = false };
        var lists = ((root as YamlMap)?.Find("lists") as YamlMap)?.Entries
            .Where(list => (list.Value as YamlList)?.Items.OfType<YamlScalar>().Any(item => Exchange(item).Text != item.Text) == true)
            .Select(list => "$" + list.Key).ToArray() ?? [];
        bool IsNew(YamlScalar pattern) => Exchange(pattern).Text != pattern.Text || lists.Any(list => pattern.Text.Contains(list, StringComparison.Ordinal));
        YamlList Exchanged(YamlList list, Func<YamlScalar, bool> isTaken) =>
            list with { Items = [.. list.Items.OfType<YamlScalar>().Where(isTaken).Select(Exchange)] };
        YamlMap Rule(YamlMap rule) => Mapped(rule, entry => entry switch
        {
            { Key: "id", Value: YamlScalar id } => entry with { Value = id with { Text = $"{id.Text}.c{copy}" } },
            { Key: "formerly" } => entry with { Value = new YamlList(entry.Place, []) },
            { Key: "when", Value: YamlList list } => entry with { Value = Exchanged(list, IsNew) },
            { Key: "unless", Value: YamlList list } => entry with { Value = Exchanged(list, _ => true) },
            _ => entry,
        });
        bool IsLeft(YamlMap rule) => rule.Find("when") is YamlList { Items.IsEmpty: false };
        return Mapped((YamlMap)root, entry => entry switch
        {
            { Key: "lists", Value: YamlMap map } => entry with { Value = Mapped(map, list => list.Value is YamlList items ? list with { Value = Exchanged(items, _ => true) } : list) },
            { Key: "rules", Value: YamlList rules } => entry with { Value = rules with { Items = [.. rules.Items.OfType<YamlMap>().Select(Rule).Where(IsLeft)] } },
            _ => entry,
        });
    }

    private static YamlMap Mapped(YamlMap map, Func<YamlEntry, YamlEntry> change) => map with { Entries = [.. map.Entries.Select(change)] };

    /// <summary>A word of a pattern: no list, no tag, no sign.</summary>
    [GeneratedRegex(@"(?<![$=\w/'-])[a-z]{2,}(?![\w'-])", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
