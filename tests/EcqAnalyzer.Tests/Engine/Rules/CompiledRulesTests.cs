using System.Security.Cryptography;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Rules;

/// <summary>The compiled rules beside the program are those of the repository.</summary>
public sealed class CompiledRulesTests
{
    [Fact]
    public void The_compiled_rules_are_current()
    {
        var root = Repository.Path("rules");
        var onDisk = Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories)
            .ToDictionary(
                file => Path.GetRelativePath(root, file).Replace('\\', '/'),
                file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
        var compiled = Rulebook.LoadCompiled().Files.All.ToDictionary(file => file.Path, file => file.Sha256);

        Assert.Equal(
            onDisk.OrderBy(pair => pair.Key, StringComparer.Ordinal), compiled.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Rules_are_the_same_from_yaml_and_compiled()
    {
        Assert.Equal(
            Rulebook.LoadYaml(null).Rules.Rules.Select(Render), Rulebook.LoadCompiled().Rules.Rules.Select(Render));
    }

    private static string Render(Rule rule) =>
        $"{rule.Place} {rule.Id} {rule.Title} {rule.Status} {rule.Strength} {string.Join(' ', rule.Labels)} {rule.Why} "
        + string.Join(" | ", rule.When.Concat(rule.Unless).Select(Render))
        + string.Join(' ', rule.UnlessWritten.Select(written => written.Place));

    private static string Render(PatternProgram program) =>
        $"{program.Pattern.Text} {program.Pattern.IsAtStart} {program.Pattern.IsAtEnd} {program.Pattern.Root.Least} "
        + string.Join(' ', program.Ways.SelectMany(way => way.Needs).Select(need => $"{string.Join(',', need.Words)}:{need.Tags}:{need.WordTags}:{need.Before}:{need.Since}"))
        + string.Join(' ', program.Instructions.Select(Render));

    private static string Render(Instruction instruction) =>
        $"{instruction.Operation} {instruction.Next} {instruction.Other} {instruction.Token?.Text} {instruction.Token?.Test.IsNegated} "
        + string.Join(' ', instruction.Token?.Test.AnyOf.Select(
            c => $"{c.Match} {string.Join(',', c.Words)} {c.Exact} {c.Tags}") ?? []);
}
