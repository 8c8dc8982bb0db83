using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Screening;

/// <summary>A draft in the folder, by its path below it, with slashes. <see cref="Stamp"/> changes when the file is saved.</summary>
internal sealed record FolderDraft(string Path, string Stamp);

/// <summary>What stands in the folder now: drafts in ordinal order of path, folders that cannot be looked into, and by ending how
/// many files are no drafts.</summary>
internal sealed record FolderListing(
    ImmutableArray<FolderDraft> Drafts, ImmutableArray<Diagnostic> Faults, ImmutableArray<NameCount> LeftAside);

/// <summary>Lists the drafts below a folder. Links to folders are not followed, since they may lead in circles; the output folder
/// is left out where it lies below.</summary>
internal sealed class DraftFolder(string folder, string output, ImmutableArray<string> endings)
{
    private const string NotListed = "ECQ297";

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    private readonly string _folder = Path.GetFullPath(folder);
    private readonly string _output = Path.GetFullPath(output);

    /// <summary>Throws <see cref="UsageException"/> where there is no such folder.</summary>
    public static void Require(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new UsageException(File.Exists(folder)
                ? $"{folder} is a file: give the folder that holds the drafts"
                : $"there is no folder {folder}");
        }
    }

    /// <summary>The file on this machine.</summary>
    public string FullPath(string path) => Path.Combine(_folder, path.Replace('/', Path.DirectorySeparatorChar));

    public FolderListing List()
    {
        var drafts = new List<FolderDraft>();
        var faults = new List<Diagnostic>();
        var aside = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var open = new Stack<DirectoryInfo>([new DirectoryInfo(_folder)]);
        while (open.TryPop(out var place))
        {
            try
            {
                foreach (var entry in place.EnumerateFileSystemInfos("*", Everything))
                {
                    Sort(entry, open, drafts, aside);
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                faults.Add(new Diagnostic(NotListed, Below(place), null, null, "this folder cannot be looked into; ask for permission, or move its drafts"));
            }
        }

        // Names that are not valid text may look the same; one of them stands for all, and says so.
        drafts = [.. drafts.DistinctBy(draft => draft.Path)];
        drafts.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        faults.Sort((one, other) => string.CompareOrdinal(one.File, other.File));
        return new FolderListing([.. drafts], [.. faults], [.. aside.Select(each => new NameCount(each.Key, each.Value))]);
    }

    private void Sort(FileSystemInfo entry, Stack<DirectoryInfo> open, List<FolderDraft> drafts, SortedDictionary<string, int> aside)
    {
        if (entry.Name.StartsWith('.') || entry.Name.StartsWith("~$", StringComparison.Ordinal))
        {
            return;
        }

        if (entry is DirectoryInfo below)
        {
            if (below.LinkTarget is null && below.FullName != _output)
            {
                open.Push(below);
            }

            return;
        }

        if (entry.Name.EndsWith(DraftInput.SuppressionsEnding, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var ending = entry.Extension.ToLowerInvariant();
        if (endings.Contains(ending))
        {
            drafts.Add(new FolderDraft(Below(entry), StampOf((FileInfo)entry)));
        }
        else
        {
            var name = ending.Length == 0 ? "without an ending" : ending;
            aside[name] = aside.GetValueOrDefault(name) + 1;
        }
    }

    /// <summary>What is kept silent in a draft stands in a file beside it, and counts as a part of it.</summary>
    private static string StampOf(FileInfo file)
    {
        var beside = new FileInfo(file.FullName + DraftInput.SuppressionsEnding);
        return $"{(file.Exists ? file.Length : 0)} {file.LastWriteTimeUtc.Ticks} {(beside.Exists ? beside.LastWriteTimeUtc.Ticks : 0)}";
    }

    private string Below(FileSystemInfo entry) => Path.GetRelativePath(_folder, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
}
