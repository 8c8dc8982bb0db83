using EcqAnalyzer.Formats;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Formats;

/// <summary>Every file under tests/fixtures/(word, pdf, text, markdown), whatever reader takes it, keeps the contract of
/// drafts and gives the text beside it: <c>name.expected.txt</c>, or <c>name.txt</c> where the file itself is no .txt.</summary>
public sealed class FixtureTests
{
    private static readonly string[] _folders = ["word", "pdf", "text", "markdown"];

    public static TheoryData<string> Files() => [.. _folders
        .Select(folder => Repository.Path("tests", "fixtures", folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder))
        .Where(file => FindExpected(file) is not null)
        .Order(StringComparer.Ordinal)
        .Select(file => Path.GetRelativePath(Repository.Path("tests", "fixtures"), file).Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_fixture_gives_the_text_beside_it_and_keeps_the_contract(string file)
    {
        var path = Repository.Path("tests", "fixtures", file);
        var draft = DraftContract.AllReaders().Read(DraftSource.Load(path), CancellationToken.None);

        DraftContract.Holds(draft);
        Assert.Equal(File.ReadAllText(FindExpected(path)!).TrimEnd('\n'), draft.Text);
    }

    [Fact]
    public void There_are_fixtures_of_text_and_Markdown() =>
        Assert.True(Files().Count(row => row.Data.StartsWith("text/") || row.Data.StartsWith("markdown/")) >= 8);

    private static string? FindExpected(string file)
    {
        if (file.EndsWith(".expected.txt", StringComparison.Ordinal))
        {
            return null;
        }

        var beside = Path.ChangeExtension(file, ".expected.txt");
        return File.Exists(beside) ? beside
            : Path.GetExtension(file) != ".txt" && File.Exists(Path.ChangeExtension(file, ".txt")) ? Path.ChangeExtension(file, ".txt")
            : null;
    }
}
