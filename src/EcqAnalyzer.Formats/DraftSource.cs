using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats;

/// <summary>The bytes of a draft and the name to call it by, without folders.</summary>
public sealed record DraftSource(string Name, ReadOnlyMemory<byte> Bytes)
{
    private const string NotOpened = "ECQ200";
    private const string TooLarge = "ECQ201";

    public ContentHash Hash { get; } = new(Bytes);

    /// <summary>Reads a file. Throws <see cref="UnreadableDraftException"/> where there is none, where it may not be
    /// read, and, without reading it, where it is larger than <see cref="ReadingLimits.FileBytes"/>.</summary>
    public static DraftSource Load(string path)
    {
        if (Directory.Exists(path))
        {
            throw Fault(NotOpened, path, "this is a folder; name a file in it, such as draft.docx");
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
            return new DraftSource(Path.GetFileName(path), ReadWithinLimit(file, path));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Fault(NotOpened, path, path.Contains('\uFFFD', StringComparison.Ordinal)
                ? "the name of this file is not valid text, so it cannot be opened; rename it"
                : "there is no such file; check the name and the folder");
        }
        catch (UnauthorizedAccessException)
        {
            throw Fault(
                NotOpened, path, "this file may not be read; ask for permission or copy it to a folder of your own");
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or NotSupportedException)
        {
            throw Fault(NotOpened, path, $"this file cannot be opened: {OneLine(fault.Message)}");
        }
    }

    /// <summary>Reads a stream such as standard input, and stops at <see cref="ReadingLimits.FileBytes"/>.</summary>
    public static DraftSource Load(Stream stream, string name)
    {
        try
        {
            return new DraftSource(name, ReadWithinLimit(stream, name));
        }
        catch (IOException fault)
        {
            throw Fault(NotOpened, name, $"this cannot be read: {OneLine(fault.Message)}");
        }
    }

    internal UnreadableDraftException Fault(string code, string message, Exception? inner = null) =>
        new(new Diagnostic(code, Name, null, null, message), inner);

    private static UnreadableDraftException Fault(string code, string path, string message) =>
        new(new Diagnostic(code, path, null, null, message));

    private static ReadOnlyMemory<byte> ReadWithinLimit(Stream stream, string name)
    {
        if (stream.CanSeek && stream.Length > ReadingLimits.FileBytes)
        {
            throw TooLargeFault(name, $"{stream.Length / 1e6:0} MB");
        }

        var bytes = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
        var buffer = new byte[1 << 16];
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            if (bytes.Length + read > ReadingLimits.FileBytes)
            {
                throw TooLargeFault(name, "larger");
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private static UnreadableDraftException TooLargeFault(string name, string size) => Fault(
        TooLarge,
        name,
        $"a draft may have {ReadingLimits.FileBytes >> 20} MB and this file is {size}; " +
        "save it without pictures, or save only the pages that matter");

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
