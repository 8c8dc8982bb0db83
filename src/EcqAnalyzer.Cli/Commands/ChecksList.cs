using System.Text.Json;
using EcqAnalyzer.Engine.Checks;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Json;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq rules list --checks</c>: every check of a whole draft, for which drafts it is, and who says so; what no
/// program can check stands there with its reason.</summary>
internal static class ChecksList
{
    public static void Write(IReadOnlyList<Check> checks, string format, TextWriter output)
    {
        switch (format)
        {
            case "json":
                RulesList.WriteJson(checks, WriteJson, output);
                break;
            case "md":
                output.WriteLine("| check | rules | severity | kinds | frameworks | source |");
                output.WriteLine("| --- | --- | --- | --- | --- | --- |");
                foreach (var check in checks)
                {
                    output.WriteLine(
                        $"| `{check.Id}` | {Rules(check)} | {Severity(check)} | {Kinds(check)} | {Frameworks(check)} | {Source(check)} |");
                }

                break;
            default:
                WriteText(checks, output);
                break;
        }
    }

    private static void WriteText(IReadOnlyList<Check> checks, TextWriter output)
    {
        var ids = checks.Select(check => check.Id.Length).DefaultIfEmpty().Max();
        var rules = checks.Select(check => Rules(check).Length).DefaultIfEmpty().Max();
        var kinds = checks.Select(check => Kinds(check).Length).DefaultIfEmpty().Max();
        foreach (var check in checks)
        {
            var frameworks = check.Frameworks.IsEmpty ? "" : $"only {Frameworks(check)}; ";
            output.WriteLine(
                $"{check.Id.PadRight(ids)}  {Rules(check).PadRight(rules)}  {Severity(check),-7}  {Kinds(check).PadRight(kinds)}  "
                + frameworks + Source(check));
        }

        var not = checks.Count(check => check.Kind is NotCheckedKind);
        output.WriteLine($"{checks.Count - not} checks, and {not} that no program can make");
    }

    private static void WriteJson(Utf8JsonWriter json, Check check)
    {
        json.WriteString("id", check.Id);
        json.WriteTexts("rules", check.Rules);
        json.WriteString("severity", Severity(check));
        json.WriteTexts("kinds", KindsOf(check));
        json.WriteTexts("frameworks", check.Frameworks);
        json.WriteString("message", check.Message);
        json.WriteString("source", check.Source);
        if (check.Kind is NotCheckedKind not)
        {
            json.WriteString("notCheckedBecause", not.Because);
        }

        json.WriteString("file", check.Place.File);
        json.WriteNumber("line", check.Place.Line);
    }

    private static string Rules(Check check) => string.Join(", ", check.Rules);

    private static string Severity(Check check) => Wording.Id(check.Severity);

    private static string Frameworks(Check check) => string.Join(", ", check.Frameworks);

    private static string Kinds(Check check) => KindsOf(check) is var kinds && kinds.Count == Enum.GetValues<DraftKind>().Length
        ? "all"
        : string.Join(", ", kinds);

    private static List<string> KindsOf(Check check) =>
        [.. Enum.GetValues<DraftKind>().Where(kind => (check.Kinds & (DraftKinds)(1 << (int)kind)) != DraftKinds.None).Select(Wording.Id)];

    private static string Source(Check check) => check.Kind is NotCheckedKind not ? $"not checked: {not.Because}" : check.Source;
}
