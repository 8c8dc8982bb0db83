namespace EcqAnalyzer.Cli;

/// <summary>Writes a file beside its place and moves it there when whole, so that nothing is ever half-overwritten.</summary>
public static class OutputFile
{
    private const string Unfinished = ".tmp";

    /// <summary>Throws <see cref="UsageException"/> where the path cannot be written to.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        try
        {
            if (IsDevice(path))
            {
                using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
                write(device);
                return;
            }

            WriteBeside(Path.GetFullPath(path), write);
        }
        catch (Exception fault) when (fault is IOException and not ReaderGoneException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot write {path}: {Why(path, fault)}");
        }
    }

    /// <summary>As <see cref="Write"/>, and what was written is on the disk before it is moved to its place: not even a power cut
    /// leaves half a file there.</summary>
    public static void WriteThrough(string path, Action<Stream> write) => Write(path, stream =>
    {
        write(stream);
        (stream as FileStream)?.Flush(flushToDisk: true);
    });

    /// <summary>Deletes what runs that were killed left beside their outputs: below <paramref name="folder"/>, of files whose names
    /// begin with <paramref name="name"/>.</summary>
    public static void Sweep(string folder, string name, SearchOption depth)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, $"{name}*{Unfinished}", depth))
        {
            if (Path.GetExtension(file[..^Unfinished.Length]) is ['.', .. { Length: > 0 } process] && process.All(char.IsAsciiDigit))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Whether two paths name one file, links followed.</summary>
    private static bool IsSame(string path, string other) => string.Equals(
        Resolve(path), Resolve(other), OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    /// <summary>Throws <see cref="UsageException"/> where writing would change one of the inputs.</summary>
    public static void Refuse(string output, params ReadOnlySpan<string> inputs)
    {
        foreach (var input in inputs)
        {
            if (input != DraftInput.StandardInput && IsSame(output, input))
            {
                throw new UsageException($"{output} is an input, which is never overwritten; give another path");
            }
        }
    }

    /// <summary>Throws <see cref="UsageException"/> where results would stand among the drafts: where <paramref name="drafts"/> is the
    /// folder <paramref name="output"/>, or lies below it.</summary>
    public static void RefuseFolder(string output, string drafts)
    {
        if (WithSeparator(drafts).StartsWith(WithSeparator(output), StringComparison.Ordinal))
        {
            throw new UsageException($"the results cannot go to {output}, where the drafts are; give a folder of its own, such as -o results");
        }
    }

    public static void CreateFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"cannot make the folder {path}: {(File.Exists(path) ? "there is a file of that name" : Why(path, fault))}");
        }
    }

    /// <summary>In words of ours: those of the fault name the unfinished file, which nobody asked for.</summary>
    private static string Why(string path, Exception fault) => fault switch
    {
        DirectoryNotFoundException => $"there is no folder {Path.GetDirectoryName(path)}; make it first",
        UnauthorizedAccessException or FileNotFoundException => "nothing may be written there; give another place",
        _ => fault.Message.ReplaceLineEndings(" "),
    };

    private static void WriteBeside(string path, Action<Stream> write)
    {
        if (Directory.Exists(path))
        {
            throw new UsageException($"cannot write {path}: it is a folder");
        }

        var beside = $"{path}.{Environment.ProcessId}{Unfinished}";
        try
        {
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write))
            {
                write(stream);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    private static string WithSeparator(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;

    /// <summary>/dev/stdout and the like, which nothing may be moved over.</summary>
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal);

    private static string Resolve(string path)
    {
        var full = Path.GetFullPath(path);
        return File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }
}

/// <summary>The command line asks for what cannot be done: one line on stderr, exit code 2.</summary>
public sealed class UsageException(string message) : Exception(message);
