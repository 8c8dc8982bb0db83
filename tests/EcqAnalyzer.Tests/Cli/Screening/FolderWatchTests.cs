using EcqAnalyzer.Cli.Screening;

namespace EcqAnalyzer.Tests.Cli.Screening;

public sealed class FolderWatchTests
{
    [Fact]
    public void A_draft_is_taken_once_it_stays_as_it_is()
    {
        var watch = new FolderWatch(Listing(("a.docx", "1")));

        Assert.Empty(Take(watch, ("a.docx", "1")));
        Assert.Empty(Take(watch, ("a.docx", "2")));
        Assert.Empty(Take(watch, ("a.docx", "3")));
        Assert.Equal(["a.docx"], Take(watch, ("a.docx", "3")));
        Assert.Empty(Take(watch, ("a.docx", "3")));
    }

    [Fact]
    public void A_new_draft_is_taken_and_one_that_goes_is_told()
    {
        var watch = new FolderWatch(Listing(("a.docx", "1")));

        Assert.Empty(Take(watch, ("a.docx", "1"), ("b.docx", "1")));
        Assert.Equal(["b.docx"], Take(watch, ("a.docx", "1"), ("b.docx", "1")));
        Assert.Empty(watch.Take(Listing(("b.docx", "1")), out var isLess));
        Assert.True(isLess);
        Assert.Empty(watch.Take(Listing(("b.docx", "1")), out isLess));
        Assert.False(isLess);
    }

    [Fact]
    public void A_draft_that_is_saved_by_putting_another_in_its_place_is_taken_when_it_is_back()
    {
        var watch = new FolderWatch(Listing(("a.docx", "1")));

        Assert.Empty(Take(watch));
        Assert.Empty(Take(watch, ("a.docx", "2")));
        Assert.Equal(["a.docx"], Take(watch, ("a.docx", "2")));
    }

    private static List<string> Take(FolderWatch watch, params (string Path, string Stamp)[] drafts) => watch.Take(Listing(drafts), out _);

    private static FolderListing Listing(params (string Path, string Stamp)[] drafts) =>
        new([.. drafts.Select(draft => new FolderDraft(draft.Path, draft.Stamp))], [], []);
}
