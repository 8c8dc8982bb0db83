using System.Xml.Linq;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Architecture;

/// <summary>The arrows between projects and the packages each may use, as src/README.md draws them.</summary>
public sealed class LayerTests
{
    [Theory]
    [InlineData("Model", "", "")]
    [InlineData("Engine", "Model", "MathNet.Numerics YamlDotNet")]
    [InlineData("Formats", "Model", "Markdig PdfPig")]
    [InlineData("Training", "Engine Model", "MathNet.Numerics Microsoft.ML")]
    [InlineData("Cli", "Engine Formats Model Training", "Microsoft.Data.Sqlite.Core SQLitePCLRaw.bundle_e_sqlite3 System.CommandLine")]
    public void A_project_sees_only_the_layers_below_it(string name, string projects, string packages)
    {
        var project = XDocument.Load(Repository.Path("src", $"EcqAnalyzer.{name}", $"EcqAnalyzer.{name}.csproj"));

        var references = Included(project, "ProjectReference")
            .Select(path => Path.GetFileNameWithoutExtension(path)["EcqAnalyzer.".Length..]);

        Assert.Empty(references.Except(projects.Split(' ')));
        Assert.Empty(Included(project, "PackageReference").Except(packages.Split(' ')));
    }

    [Fact]
    public void Versions_of_packages_stand_in_one_place()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain(
                XDocument.Load(file).Descendants("PackageReference"), reference => reference.Attribute("Version") is not null);
        }
    }

    [Fact]
    public void Every_central_version_is_used()
    {
        var used = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Append(Repository.Path("Directory.Build.props"))
            .SelectMany(file => Included(XDocument.Load(file), "PackageReference"))
            .ToHashSet();
        var central = XDocument.Load(Repository.Path("Directory.Packages.props"));
        var pins = central.Descendants("ItemGroup").Where(group => group.Attribute("Label")!.Value.StartsWith("Pins"))
            .SelectMany(group => group.Elements()).Select(element => element.Attribute("Include")!.Value);

        Assert.Empty(Included(central, "PackageVersion").Except(used).Except(pins));
    }

    private static IEnumerable<string> Included(XDocument project, string element) =>
        project.Descendants(element).Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));
}
