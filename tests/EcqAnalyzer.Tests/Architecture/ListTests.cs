using System.Reflection;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Architecture;

/// <summary>The lists in code name everything there is: nothing is found by reflection, nothing is forgotten.</summary>
public sealed class ListTests
{
    [Fact]
    public void Every_command_stands_in_the_list()
    {
        var list = File.ReadAllText(Repository.Path("src", "EcqAnalyzer.Cli", "Ecq.cs"));
        var commands = typeof(EcqAnalyzer.Cli.Ecq).Assembly.GetTypes()
            .Where(type => type.Namespace == "EcqAnalyzer.Cli.Commands" && type.Name.EndsWith("Command", StringComparison.Ordinal))
            .Where(type => type.GetMethod("Create", BindingFlags.Public | BindingFlags.Static) is not null)
            .ToList();

        Assert.NotEmpty(commands);
        Assert.All(commands, type => Assert.Contains($"{type.Name}.Create", list, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_top_level_folder_has_a_readme()
    {
        var folders = Directory.EnumerateDirectories(Repository.Root)
            .Select(folder => Path.GetFileName(folder)!)
            .Where(name => name is not ("artifacts" or "bin" or "obj" or "TestResults") && !name.StartsWith('.'));

        Assert.All(folders, name => Assert.True(File.Exists(Repository.Path(name, "README.md")), name));
    }
}
