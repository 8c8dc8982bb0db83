using System.Text.RegularExpressions;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Architecture;

/// <summary>Rules on the source files themselves.</summary>
public sealed partial class SourceTests
{
    private const int LongestFile = 400;

    public static TheoryData<string> SourceFiles => [.. Sources().Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void A_file_can_be_seen_through(string file) =>
        Assert.InRange(File.ReadAllLines(Repository.Path(file)).Length, 1, LongestFile);

    [Fact]
    public void A_diagnostic_code_is_declared_once()
    {
        var declared = Sources()
            .SelectMany(file => CodeDeclaration().Matches(File.ReadAllText(file)).Select(match => match.Groups["code"].Value))
            .ToList();

        Assert.NotEmpty(declared);
        Assert.Empty(declared.GroupBy(code => code).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Classes_are_sealed_static_or_abstract()
    {
        var open = typeof(EcqAnalyzer.Cli.Ecq).Assembly.GetReferencedAssemblies()
            .Where(name => name.Name!.StartsWith("EcqAnalyzer.", StringComparison.Ordinal))
            .Select(System.Reflection.Assembly.Load)
            .Append(typeof(EcqAnalyzer.Cli.Ecq).Assembly)
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !type.Name.Contains('<'))
            .Select(type => type.FullName)
            .Where(name => name is not ("Program" or "EcqAnalyzer.Model.Diagnostic"))
            .ToList();

        Assert.Empty(open);
    }

    [Fact]
    public void No_file_of_the_repository_names_a_machine()
    {
        var files = Sources().Concat(
            Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories).Where(IsOurs));

        Assert.All(files, file => Assert.DoesNotMatch(MachinePath(), File.ReadAllText(file)));
    }

    private static IEnumerable<string> Sources() =>
        new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.Path(folder), "*.cs", SearchOption.AllDirectories))
            .Where(IsOurs);

    private static bool IsOurs(string file) =>
        !Path.GetRelativePath(Repository.Root, file).Replace('\\', '/').Split('/')
            .Any(part => part is "bin" or "obj" or "artifacts");

    [GeneratedRegex("""= "(?<code>ECQ[1-4][0-9]{2})";""", RegexOptions.None, 1000)]
    private static partial Regex CodeDeclaration();

    [GeneratedRegex("/wor" + "k/|/home/[a-z]|/Users/[a-z]|C:\\\\Users", RegexOptions.None, 1000)]
    private static partial Regex MachinePath();
}
