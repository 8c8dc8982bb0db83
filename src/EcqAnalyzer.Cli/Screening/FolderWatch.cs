namespace EcqAnalyzer.Cli.Screening;

/// <summary>
/// Says what changed in a folder that is looked at again and again. A file is taken when two looks in a row found it the same, so
/// that one that is still being saved is left until it is whole. By looking and not by the system's notices, which network drives
/// and synchronized folders do not send.
/// </summary>
internal sealed class FolderWatch
{
    private readonly Dictionary<string, string> _done;
    private Dictionary<string, string> _last;

    /// <summary><paramref name="done"/>: the folder as it was when the screening that is known began.</summary>
    public FolderWatch(FolderListing done) => _last = _done = StampsOf(done);

    /// <summary>Drafts to be done now. <paramref name="isLess"/>: whether any is gone since.</summary>
    public List<string> Take(FolderListing listing, out bool isLess)
    {
        var now = StampsOf(listing);
        var changed = now.Where(each => _done.GetValueOrDefault(each.Key) != each.Value && _last.GetValueOrDefault(each.Key) == each.Value).ToList();
        var gone = _done.Keys.Where(path => !now.ContainsKey(path)).ToList();
        foreach (var (path, stamp) in changed)
        {
            _done[path] = stamp;
        }

        gone.ForEach(path => _done.Remove(path));
        _last = now;
        isLess = gone.Count > 0;
        return [.. changed.Select(each => each.Key)];
    }

    private static Dictionary<string, string> StampsOf(FolderListing listing) =>
        listing.Drafts.ToDictionary(draft => draft.Path, draft => draft.Stamp, StringComparer.Ordinal);
}
