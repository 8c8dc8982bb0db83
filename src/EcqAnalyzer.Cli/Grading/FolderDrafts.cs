namespace EcqAnalyzer.Cli.Grading;

/// <summary>The drafts below a folder, one for each participant, in order of name: hidden files, what an office program leaves
/// beside an open file, and the folder of results are no drafts.</summary>
internal static class FolderDrafts
{
    private static readonly string[] Endings = [".docx", ".docm", ".pdf", ".txt", ".md", ".markdown"];

    /// <summary>Throws <see cref="UsageException"/> where there is no such folder.</summary>
    public static List<FoundDraft> Find(string folder, string results)
    {
        if (!Directory.Exists(folder))
        {
            throw new UsageException(File.Exists(folder)
                ? $"{folder} is a file: give the folder that holds the drafts"
                : $"there is no folder {folder}");
        }

        var output = Path.GetFullPath(results) + Path.DirectorySeparatorChar;
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
        var paths = Directory.EnumerateFiles(folder, "*", options)
            .Where(path => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            .Where(path => !Path.GetFileName(path).StartsWith("~$", StringComparison.Ordinal) && !Path.GetFullPath(path).StartsWith(output, StringComparison.Ordinal))
            .Select(path => (Path: path, Below: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .OrderBy(each => each.Below, StringComparer.Ordinal)
            .ToList();
        // Whose name stands twice, as .docx and as .pdf, is told apart by the ending.
        var counts = paths.CountBy(each => Path.ChangeExtension(each.Below, null)).ToDictionary(StringComparer.Ordinal);
        return [.. paths.Select(each => new FoundDraft(
            Path.ChangeExtension(each.Below, null) is var name && counts[name] == 1 ? name : each.Below, each.Path))];
    }
}

/// <summary>A draft and whose it is: the name of its file without the ending, with the folders it stands in.</summary>
internal sealed record FoundDraft(string Participant, string Path);
