namespace EcqAnalyzer.Tests.Support;

/// <summary>Compares text with a file under tests/snapshots. ECQ_UPDATE_SNAPSHOTS=1 accepts what came out; the diff is then
/// read line by line.</summary>
public static class Snapshot
{
    public static void Match(string name, string actual)
    {
        var path = Repository.Path("tests", "snapshots", name);
        actual = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("ECQ_UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"no snapshot {name}; run once with ECQ_UPDATE_SNAPSHOTS=1 and read it");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }
}
