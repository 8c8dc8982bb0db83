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
/// with other words in their patterns and lists, for every word of four letters and more, by a fixed draw. What a vacancy or another
/// framework brings are rules for its competencies, about other matters: so these are taken anew, with words of the corpus's other
/// narratives, until there are ten times as many rules. Harder than any rules will be is the same with all packs, since types, levels
/// and marks are a closed list, and much of their patterns are tags and small words that stay; and, hardest, with the
/// words of the product's own patterns, so that every word has ten times the rules. A pattern in which no word changes is not taken
/// again, since the same rule ten times over is not ten rules. The best of some rounds counts.
/// </summary>
internal static partial class RuleSpeed
{
    private const int Rounds = 7;
    private const int Times = 10;
    private const int TextsTaken = 300;
    private const int LongWord = 4;
    private const string CopiesFolder = $"{PackLayers.Folder}c";

    public static void Run(string root, TextWriter output)
    {
        var workbench = new Workbench();
        var rulebook = workbench.Rulebook;
        var all = AnnotatorSpeed.TextsOf(root);
        var texts = all.Take(TextsTaken).ToImmutableArray();
        var documents = texts.Select(draft => DocumentOf(draft, workbench)).ToImmutableArray();
        var others = WordsOf([.. all.Skip(TextsTaken).Select(draft => DocumentOf(draft, workbench))]);
        Measured[] measured =
        [
            new("", rulebook.Rules, Stable(rulebook.Rules)),
            Multiply(", of further competencies", rulebook, IsOfCompetency, others),
            Multiply(", of other words", rulebook, _ => true, others),
            Multiply(", of the same words", rulebook, _ => true, []),
        ];
        var annotating = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            annotating = Math.Min(annotating, Time(() => texts.Sum(draft => workbench.Annotator.Annotate(draft).Length)));
            foreach (var rules in measured)
            {
                rules.Best = Math.Min(rules.Best, Time(() => rules.Find(documents)));
            }
        }

        output.WriteLine(Invariant($"{texts.Length} texts, {documents.Sum(document => document.Sentences.Length)} sentences"));
        output.WriteLine(Invariant($"annotator:   {annotating:F0} ms"));
        foreach (var rules in measured)
        {
            var beside = rules == measured[0] ? Invariant($"{rules.Best / annotating:P0} of the annotator") : Invariant($"{rules.Best / measured[0].Best:F2} times as long");
            output.WriteLine(Invariant($"{rules.Size}{rules.Name}: {rules.Best:F0} ms, {beside}; {rules.Find(documents)} times found"));
        }
    }

    private sealed class Measured(string name, RuleSet set, List<Rule> rules)
    {
        private readonly RuleMatcher _matcher = new(set, rules);

        public string Name { get; } = name;

        public string Size { get; } = $"{rules.Count} rules, {rules.Sum(rule => rule.When.Length)} patterns";

        public double Best { get; set; } = double.MaxValue;

        public int Find(ImmutableArray<Document> documents) => documents.Sum(document => _matcher.Find(document).Count());
    }

    private static List<Rule> Stable(RuleSet set) => [.. set.Rules.Where(rule => rule.Status == RuleStatus.Stable)];

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

    /// <summary>Rules of competencies multiply: types, levels and marks are a closed list.</summary>
    private static bool IsOfCompetency(RulesFile pack) => pack.Root is YamlMap map && map.Find("competency") is not null;

    /// <summary>The product's stable rules, and so many others like those of some packs that all are exactly ten times as many.</summary>
    private static Measured Multiply(string name, Rulebook rulebook, Func<RulesFile, bool> isTaken, List<string> others)
    {
        var files = new List<RulesFile>(rulebook.Files.All);
        var packs = rulebook.Rules.Packs.Select(pack => rulebook.Files.Find(pack.Path)!).Where(isTaken).ToList();
        var words = packs.SelectMany(pack => PatternsIn(pack.Root)).SelectMany(pattern => Word().Matches(pattern).Select(match => match.Value))
            .Distinct().Order(StringComparer.Ordinal).ToList();
        var own = Stable(rulebook.Rules);
        var wanted = (Times - 1) * own.Count;
        var made = 0;
        for (var copy = 1; made < wanted; copy++)
        {
            var exchange = others.Count > 0 ? Draw(words, others, copy) : Shuffle(words, copy);
            foreach (var pack in packs)
            {
                var root = Exchanged(pack.Root, exchange, copy);
                files.Add(new RulesFile($"{CopiesFolder}{copy}/{pack.Path}", pack.Sha256, () => root));
                made += StableRulesIn(root).Count();
            }
        }

        var faults = new Faults();
        var set = RuleSet.Load(new RulesFiles(files), rulebook.Frameworks, rulebook.Policy.Weights, faults);
        faults.ThrowIfAny();
        var copies = set.Packs.Where(pack => pack.Path.StartsWith(CopiesFolder, StringComparison.Ordinal)).SelectMany(pack => pack.Rules).ToArray();
        new Random(Times).Shuffle(copies);
        return new Measured(name, set, [.. Stable(set).Except(copies.Skip(wanted))]);
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

    private static IEnumerable<YamlMap> StableRulesIn(YamlValue root) => root is YamlMap map && map.Find("rules") is YamlList rules
        ? rules.Items.OfType<YamlMap>().Where(rule => rule.Find("status") is YamlScalar { Text: "stable" })
        : [];

    private static IEnumerable<string> PatternsIn(YamlValue root) => StableRulesIn(root)
        .SelectMany(rule => new[] { "when", "unless" }.SelectMany(key => (rule.Find(key) as YamlList)?.Items ?? []))
        .OfType<YamlScalar>().Select(pattern => pattern.Text);

    /// <summary>A pack's stable rules under new ids, with other words in its patterns and lists, and without patterns that stay as they are.</summary>
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
            { Key: "rules", Value: YamlList rules } => entry with { Value = rules with { Items = [.. StableRulesIn(root).Select(Rule).Where(IsLeft)] } },
            _ => entry,
        });
    }

    private static YamlMap Mapped(YamlMap map, Func<YamlEntry, YamlEntry> change) => map with { Entries = [.. map.Entries.Select(change)] };

    /// <summary>A word of a pattern: no list, no tag, no sign. Nor "cannot", which is two tokens and can have no tag.</summary>
    [GeneratedRegex(@"(?<![$=\w/'-])(?!cannot\b)[a-z]{2,}(?![\w'-])", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Word();
}
