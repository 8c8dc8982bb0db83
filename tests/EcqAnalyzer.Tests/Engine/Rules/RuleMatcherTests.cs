using System.Globalization;
using CsCheck;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Rules;

public sealed class RuleMatcherTests
{
    private static readonly string[] Words = ["lead", "team", "build", "staff", "the", "of"];

    [Fact]
    public void Evidence_points_from_the_first_word_of_a_match_to_its_last()
    {
        var set = RulesWritten.OfPatterns(["lead ..2 team"]);
        var document = DocumentBuilder.From("We/PRP met/VBD ./.", "I/PRP led/VBD a/DT team/NN ./.");
        var evidence = Assert.Single(RuleMatcher.OfStable(set).Find(document));

        Assert.Equal(
            new Evidence(
                new TypeLabel(StatementType.Duty), 1, new TextSpan(10, 20), new RuleOrigin("types.duty.test"), 0.85, "Because."),
            evidence);
    }

    [Fact]
    public void A_rule_of_several_competencies_speaks_for_each()
    {
        var pack = RulesWritten.Pack(["team"], [], "")
            .Replace("type: duty", "competency: demo/vision\nalso: [demo/team-building]", StringComparison.Ordinal);
        var set = RulesWritten.Load(("demo/leading/vision.yaml", pack));

        Assert.Equal(
            ["demo/vision", "demo/team-building"],
            RuleMatcher.OfStable(set).Find(DocumentBuilder.From("team/NN"))
                .Select(evidence => ((CompetencyLabel)evidence.Label).Competency.ToString()));
    }

    [Theory]
    [InlineData("draft", 0, 0)]
    [InlineData("trial", 0, 1)]
    [InlineData("stable", 1, 1)]
    [InlineData("retired", 0, 0)]
    public void Only_stable_rules_judge_and_those_on_trial_are_evaluated(string status, int judging, int evaluated)
    {
        var pack = RulesWritten.Pack(["team"], [], "").Replace("stable", status, StringComparison.Ordinal);
        var set = RulesWritten.Load(("types/duty.yaml", pack));
        var document = DocumentBuilder.From("team/NN");

        Assert.Equal(judging, RuleMatcher.OfStable(set).Find(document).Count());
        Assert.Equal(evaluated, RuleMatcher.OfStableAndTrial(set).Find(document).Count());
    }

    [Fact]
    public void Two_rules_may_match_the_same_words()
    {
        var set = RulesWritten.Load(
            ("types/duty.yaml", RulesWritten.Pack(["team"], [], "")),
            ("types/action.yaml", RulesWritten.Pack(["team"], [], "").Replace("duty", "action", StringComparison.Ordinal)));

        Assert.Equal(2, RuleMatcher.OfStable(set).Find(DocumentBuilder.From("team/NN")).Count());
    }

    /// <summary>The index only saves work: all rules together find what each finds alone, every pattern run over every sentence.</summary>
    [Fact]
    public void All_rules_together_find_what_each_finds_alone()
    {
        var word = Gen.OneOf([.. Words.Select(text => Gen.Const(text))]);
        var part = Gen.OneOf(word, Gen.Const("NN"), Gen.Const("VBD"), Gen.Const("!of"), word.Select(w => $"({w} | NN of)"), word.Select(w => $"{w}?"),
            word.Select(w => $"{w}/VBD"), word.Select(w => $"({w}/NN | of)"), word.Select(w => $"..2 {w}/NN"), word.Select(w => $"..1 ({w} | VBD)"));
        var pattern = Gen.Select(word, part, part).Select((a, b, c) => $"{b} {a} {c}".TrimStart('.', '1', '2', ' '));
        var rules = Gen.Select(pattern, pattern, pattern).Array[1, 6];
        var sentence = Gen.Select(word, Gen.OneOf(Gen.Const("NN"), Gen.Const("VBD"))).Select((w, tag) => $"{w}/{tag}")
            .Array[1, 12].Select(tokens => string.Join(' ', tokens));
        Gen.Select(rules, sentence.Array[1, 3]).Sample(
            (written, sentences) =>
            {
                var set = RulesWritten.Load([.. written.Select((rule, i) => Pack(rule, i))]);
                var document = DocumentBuilder.From(sentences);
                var together = RuleMatcher.OfStable(set).Find(document).Select(Render);
                var alone = document.Sentences
                    .SelectMany(read => RuleIndexTests.OneByOne(set, [.. set.Rules], document.Draft.Text, read))
                    .Select(found => $"{found.Id} {found.Sentence} {found.Span}");

                Assert.Equal(alone.Order(StringComparer.Ordinal), together.Order(StringComparer.Ordinal));
            },
            iter: 300);
    }

    private static (string Path, string Yaml) Pack((string, string, string) patterns, int number)
    {
        var id = number.ToString(CultureInfo.InvariantCulture);
        var yaml = RulesWritten.Pack([patterns.Item1, patterns.Item2], [patterns.Item3], "");
        return ($"types/{id}.yaml", yaml.Replace("duty.test", $"duty.test{id}", StringComparison.Ordinal));
    }

    private static string Render(Evidence evidence) => $"{evidence.Origin.Id} {evidence.Sentence} {evidence.Span}";
}
