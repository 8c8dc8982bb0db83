using System.CommandLine;
using System.Text.Json;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Formats.Json;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq rules list</c>: every rule with what it speaks for; and, pack by pack, the table of
/// <c>rules/README.md</c>.</summary>
public static class RulesList
{
    private const string Examples = """
        ecq rules list                             every rule
        ecq rules list leading-people              the rules whose ids begin so
        ecq rules list --label team-building       the rules that speak for it
        ecq rules list --checks                    the checks of a whole draft
        ecq rules list --format json               for programs
        ecq rules list --markdown                  how many rules speak for what: the table of rules/README.md
        """;

    /// <summary>Words that begin with so many same letters are near enough to be named: teamwork, team-building.</summary>
    private const int ManyLetters = 4;

    public static Command Create(Streams streams, Workbench workbench)
    {
        var ids = new Argument<string[]>("ID") { Description = "Rules to list, or how their ids begin", Arity = ArgumentArity.ZeroOrMore };
        var label = new Option<string?>("--label")
        {
            Description = "Only rules for what has this in its name: team-building, duty, measured",
            HelpName = "LABEL",
        };
        var format = new Option<string>("--format") { Description = "text, md or json", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "md", "json");
        var checks = new Option<bool>("--checks") { Description = "The checks of a whole draft, in place of the phrase rules" };
        var markdown = new Option<bool>("--markdown")
        {
            Description = "The table of rules/README.md: what rules speak for, in which pack, and how many",
        };
        var common = new CommonOptions();
        var command = new ExampledCommand(
            "list",
            "Lists the phrase rules: id, what it speaks for, status, weight and title. A stable rule scores; one on trial is only "
            + "evaluated; a draft is only tested.",
            Examples)
        {
            ids,
            label,
            checks,
            markdown,
            format,
            common.Rules,
        };
        command.SetAction(parsed =>
        {
            workbench.Packs = common.ReadPacks(parsed);
            var rulebook = workbench.Rulebook;
            if (parsed.GetValue(checks))
            {
                ChecksList.Write(
                    RulesCommand.Choose(rulebook.Checks, parsed.GetValue(ids) ?? []), parsed.GetRequiredValue(format), streams.Out);
                return ExitCode.Done;
            }

            var set = rulebook.Rules;
            if (parsed.GetValue(markdown))
            {
                WritePacks(set, streams.Out);
                return ExitCode.Done;
            }

            var part = parsed.GetValue(label) ?? "";
            RefuseUnknown(part, set);
            var rules = RulesCommand.Choose(set, parsed.GetValue(ids) ?? []).Where(rule => rule.Labels.Any(l => Has(l, part))).ToList();
            Write(rules, parsed.GetRequiredValue(format), streams.Out);
            return ExitCode.Done;
        });
        return command;
    }

    private static bool Has(Label label, string part) => LabelNames.Of(label).Contains(part, StringComparison.OrdinalIgnoreCase);

    /// <summary>A word that no label has in its name is a slip, not a list of no rules.</summary>
    private static void RefuseUnknown(string part, RuleSet set)
    {
        var labels = set.Rules.SelectMany(rule => rule.Labels).Distinct().ToList();
        if (labels.Exists(label => Has(label, part)))
        {
            return;
        }

        string[] names = [.. labels.Select(label => LabelNames.Of(label).Split(' ', '/')[^1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var word = part.Trim().ToLowerInvariant().Replace(' ', '-');
        string[] near = [.. names.Where(name => name.Split('-').Any(of => word.Split('-').Any(said => BeginAlike(of, said))))];
        var hint = Spelling.Hint(word, near.Length > 0 ? near : names);
        throw new UsageException($"no rule speaks for '{part}'{hint}; the first column of ecq rules list --markdown names what rules speak for");
    }

    private static bool BeginAlike(string a, string b) =>
        a.Length >= ManyLetters && b.Length >= ManyLetters && a[..ManyLetters] == b[..ManyLetters];

    private static void Write(List<Rule> rules, string format, TextWriter output)
    {
        switch (format)
        {
            case "json":
                WriteJson(rules, WriteJson, output);
                break;
            case "md":
                output.WriteLine("| rule | speaks for | status | weight | title |");
                output.WriteLine("| --- | --- | --- | --- | --- |");
                foreach (var rule in rules)
                {
                    output.WriteLine($"| `{rule.Id}` | {Labels(rule)} | {Status(rule)} | {Weight(rule)} | {rule.Title.Replace("|", "\\|", StringComparison.Ordinal)} |");
                }

                break;
            default:
                WriteText(rules, output);
                break;
        }
    }

    private static void WritePacks(RuleSet set, TextWriter output)
    {
        output.WriteLine("| speaks for | pack | stable | on trial |");
        output.WriteLine("| --- | --- | --- | --- |");
        foreach (var pack in set.Packs)
        {
            var (stable, trial) = (pack.Rules.Count(rule => rule.Status == RuleStatus.Stable), pack.Rules.Count(rule => rule.Status == RuleStatus.Trial));
            output.WriteLine($"| {LabelNames.Of(pack.Label)} | [{Path.GetFileName(pack.Path)}]({pack.Path}) | {stable} | {trial} |");
        }
    }

    private static void WriteText(List<Rule> rules, TextWriter output)
    {
        var ids = rules.Select(rule => rule.Id.Length).DefaultIfEmpty().Max();
        var labels = rules.Select(rule => LabelNames.Of(rule.Labels[0]).Length).DefaultIfEmpty().Max();
        foreach (var rule in rules)
        {
            output.WriteLine(
                $"{rule.Id.PadRight(ids)}  {LabelNames.Of(rule.Labels[0]).PadRight(labels)}  {Status(rule),-7}  {Weight(rule),-8}  {rule.Title}");
        }

        var stable = rules.Count(rule => rule.Status == RuleStatus.Stable);
        output.WriteLine($"{rules.Count} rules, {stable} of them stable");
    }

    private static void WriteJson(Utf8JsonWriter json, Rule rule)
    {
        json.WriteString("id", rule.Id);
        json.WriteString("title", rule.Title);
        json.WriteString("status", Status(rule));
        json.WriteString("weight", Weight(rule));
        json.WriteTexts("labels", rule.Labels.Select(LabelNames.Of));
        json.WriteTexts("when", rule.When.Select(program => program.Pattern.Text));
        json.WriteTexts("unless", rule.Unless.Select(program => program.Pattern.Text));
        json.WriteString("why", rule.Why);
        json.WriteString("file", rule.Place.File);
        json.WriteNumber("line", rule.Place.Line);
    }

    /// <summary>An array with an object for each item, whose members <paramref name="write"/> writes.</summary>
    internal static void WriteJson<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write, TextWriter output)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartArray();
            foreach (var item in items)
            {
                json.WriteStartObject();
                write(json, item);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n"));
    }

    private static string Labels(Rule rule) => string.Join(", ", rule.Labels.Select(LabelNames.Of));

    private static string Status(Rule rule) => rule.Status.ToString().ToLowerInvariant();

    private static string Weight(Rule rule) => rule.Weight.ToString().ToLowerInvariant();
}
