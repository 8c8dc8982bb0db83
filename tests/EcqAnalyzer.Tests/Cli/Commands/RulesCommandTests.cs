using System.Text.Json;
using System.Text.RegularExpressions;
using EcqAnalyzer.Cli;

namespace EcqAnalyzer.Tests.Cli.Commands;

public sealed class RulesCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ecq-rules-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void List_shows_the_rules_of_the_product()
    {
        var (code, output, _) = Run("rules", "list");

        Assert.Equal(ExitCode.Done, code);
        Assert.Matches(@"(?m)^\d+ rules, \d+ of them stable$", output);
    }

    [Fact]
    public void List_as_json_names_the_patterns_and_the_place_of_each_rule()
    {
        var (_, output, _) = Run("rules", "list", "--format", "json");
        using var json = JsonDocument.Parse(output);

        Assert.All(json.RootElement.EnumerateArray(), rule =>
        {
            Assert.NotEqual("", rule.GetProperty("id").GetString());
            Assert.StartsWith("rules/", rule.GetProperty("file").GetString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void List_as_markdown_is_a_table()
    {
        Add("types/mine.yaml", Pack);

        Assert.Contains(
            "| `mine.team.led` | type action | trial | weak | Led a team |",
            Run("rules", "list", "mine", "--format", "md", "--rules", _folder).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Test_ends_with_a_count_and_fails_where_an_example_does()
    {
        Add("types/mine.yaml", Pack);
        Assert.Equal((ExitCode.Done, "1 rules, 3 examples, 0 faults\n"), Tested("mine"));

        Add("types/mine.yaml", Pack.Replace("<<led a team>> of ten", "led <<a team>> of ten", StringComparison.Ordinal));
        var (code, output) = Tested("mine");
        Assert.Equal(ExitCode.UnreadableInput, code);
        Assert.Contains("types/mine.yaml(10,9): error ECQ133", output, StringComparison.Ordinal);
        Assert.EndsWith("1 rules, 3 examples, 1 faults\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_one_line()
    {
        var (code, _, error) = Run("rules", "list", "--rules", Path.Combine(_folder, "nowhere"));

        Assert.Equal(ExitCode.UnreadableInput, code);
        Assert.Contains("there is no such folder of rules", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_rule_is_wrong_usage_with_the_nearest_named()
    {
        Add("types/mine.yaml", Pack);
        var (code, _, error) = Run("rules", "test", "mine.team.let", "--rules", _folder);

        Assert.Equal(ExitCode.WrongUsage, code);
        Assert.Contains("there is no rule 'mine.team.let'; did you mean 'mine.team.led'?", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nope", "no rule speaks for 'nope'; the first column")]
    [InlineData("dutty", "did you mean 'duty'?")]
    [InlineData("team building", "did you mean 'team-building'?")]
    [InlineData("teamwork", "known here: team-building")]
    public void A_label_that_nothing_has_is_wrong_usage_with_near_ones_named(string label, string said)
    {
        var (code, output, error) = Run("rules", "list", "--label", label);

        Assert.Equal(ExitCode.WrongUsage, code);
        Assert.Empty(output);
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_is_found_by_a_part_of_its_name_in_any_case()
    {
        var (code, output, _) = Run("rules", "list", "--label", "Diversity");

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("leading-people.diversity.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("leading-people.team.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_shows_words_rules_vetoes_and_near_misses()
    {
        Add("types/mine.yaml", Pack);
        string Explain(string sentence) => Run("rules", "explain", sentence, "--rule", "mine", "--rules", _folder).Output;

        Assert.Contains("  led   lead  VERB   VBD\n", Explain("I led a team."), StringComparison.Ordinal);
        Assert.Contains("mine.team.led (type action, weak, trial: does not score)\n    on: \"led a team\"", Explain("I led a team."), StringComparison.Ordinal);
        Assert.Contains("unless: team meeting, which fits \"team meeting\"", Explain("I led a team meeting."), StringComparison.Ordinal);
        Assert.Contains("missing: lead/VBD", Explain("I joined a team."), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_ends_with_what_rules_and_classifier_make_of_it_together()
    {
        var told = Run("rules", "explain", "I led a cross-functional team of 12 analysts through the merger.", "--framework", "opm-2006").Output;

        Assert.Contains("\nJudged by all evidence together, under opm-2006", told, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^  action \d+ %$", told);
        Assert.Matches(@"(?m)^  team-building \d+ %$", told);
        Assert.Matches("""(?m)^    rule \S+ on "led a .*" \(weight 0\.\d\d\)$""", told);
        Assert.Matches("""(?m)^    classifier \d+ %: "[^"]+" \+\d+\.\d\d""", told);
    }

    /// <summary>The classifier weighs "the" and "of" too, which tell a reader nothing.</summary>
    [Theory]
    [InlineData("Responsible for the budget of the office.")]
    [InlineData("The team was able to cut the wait by half.")]
    [InlineData("My office serves a county of 900,000.")]
    [InlineData("I led a team of 12 analysts through the merger.")]
    public void Explain_quotes_words_that_carry_or_the_phrases_of_those_that_do_not(string sentence)
    {
        var told = Run("rules", "explain", sentence).Output;

        var quoted = Regex.Matches(told, """(?m)^    classifier .*$""").SelectMany(line => Regex.Matches(line.Value, "\"([^\"]+)\"").Select(match => match.Groups[1].Value)).ToList();
        Assert.NotEmpty(quoted);
        Assert.All(quoted, words => Assert.DoesNotMatch("(?i)^(the|a|an|of|for|by|to|was|000|900)$", words));
    }

    [Fact]
    public void Compile_writes_nothing_where_there_are_faults()
    {
        Add("types/mine.yaml", "type: nothing\nrules: []\n");
        var target = Path.Combine(_folder, "rules.bin");

        Assert.Equal(ExitCode.UnreadableInput, Run("rules", "compile", _folder, target).Code);
        Assert.False(File.Exists(target));
    }

    [Fact]
    public void Frameworks_are_listed_and_shown()
    {
        Assert.Contains("opm-2025  Executive Core Qualifications of 2025", Run("frameworks", "list").Output, StringComparison.Ordinal);

        var shown = Run("frameworks", "show", "opm-2006", "--questions").Output;
        Assert.Contains("Team Building (team-building", shown, StringComparison.Ordinal);
        Assert.Contains("?", shown, StringComparison.Ordinal);
        Assert.All(shown.Split('\n'), line => Assert.InRange(line.Length, 0, 120));

        Assert.Equal(ExitCode.WrongUsage, Run("frameworks", "show", "opm-1925").Code);
        Assert.Equal(ExitCode.WrongUsage, Run("frameworks", "show", "auto").Code);
    }

    private const string Pack = """
        type: action
        rules:
          - id: mine.team.led
            title: Led a team
            status: trial
            weight: weak
            when: [lead/VBD a team]
            unless: [team meeting]
            hits:
              - I <<led a team>> of ten.
              - She <<led a team>> of six.
            misses: [I led a team meeting.]
            why: A team was led.
        """;

    private (int Code, string Output) Tested(string id)
    {
        var (code, output, _) = Run("rules", "test", id, "--rules", _folder);
        return (code, output);
    }

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = Ecq.Run(args, new Streams(Stream.Null, output, error));
        return (code, output.ToString(), error.ToString());
    }

    private void Add(string path, string yaml)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, path))!);
        File.WriteAllText(Path.Combine(_folder, path), yaml);
    }
}
