using EcqAnalyzer.Cli;
using EcqAnalyzer.Cli.Screening;

namespace EcqAnalyzer.Tests.Cli.Screening;

public sealed class ScreenStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ecq-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Results_outlive_the_run()
    {
        using (var store = ScreenStore.Open(_folder))
        {
            store.Save("a.docx", "k1", [1, 2], ["html", "docx"]);
        }

        using var again = ScreenStore.Open(_folder);

        Assert.Equal([1, 2], again.Find("k1"));
        Assert.Null(again.Find("k2"));
        var version = Assert.Single(again.FindVersions("a.docx"));
        Assert.Equal(["html", "docx"], version.Reports);
        Assert.Empty(again.FindVersions("b.docx"));
    }

    [Fact]
    public void Versions_of_a_file_come_in_order_and_one_that_comes_back_is_the_latest()
    {
        using var store = ScreenStore.Open(_folder);
        foreach (var key in (string[])["k1", "k2", "k1"])
        {
            store.Save("a.docx", key, [], []);
        }

        Assert.Equal(["k2", "k1"], store.FindVersions("a.docx").Select(version => version.Key));
    }

    [Fact]
    public void A_second_run_in_the_same_folder_is_told_to_wait()
    {
        using var store = ScreenStore.Open(_folder);

        Assert.Contains("another run", Assert.Throws<UsageException>(() => ScreenStore.Open(_folder)).Message);
    }

    [Theory]
    [InlineData("this is no database, but a text that somebody put there, long enough to be looked at as one")]
    public void A_file_that_is_no_store_is_not_touched(string text)
    {
        var path = Path.Combine(_folder, ScreenStore.FileName);
        File.WriteAllText(path, text);

        Assert.Contains("delete it", Assert.Throws<UsageException>(() => ScreenStore.Open(_folder)).Message);
        Assert.Equal(text, File.ReadAllText(path));
    }
}
