namespace EcqAnalyzer.Tests.Support;

public sealed class SnapshotTests
{
    [Fact]
    public void A_missing_snapshot_fails()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("ECQ_UPDATE_SNAPSHOTS") == "1", "accepting snapshots");
        Assert.ThrowsAny<Exception>(() => Snapshot.Match("no-such-snapshot.txt", "text"));
    }
}
