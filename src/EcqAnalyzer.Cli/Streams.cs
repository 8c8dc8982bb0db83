using System.Text;
using EcqAnalyzer.Formats;
using Microsoft.Win32.SafeHandles;

namespace EcqAnalyzer.Cli;

/// <summary>Where a command reads and writes: the console, or a test's buffers. Text is UTF-8 without a mark, lines end with
/// a line feed. Reports go to <see cref="Out"/>, everything else to <see cref="Error"/>.</summary>
public sealed record Streams(Stream In, TextWriter Out, TextWriter Error)
{
    /// <summary>Where <see cref="Out"/> ends up, for what is not text.</summary>
    public Stream OutBytes { get; init; } = Stream.Null;

    /// <summary>What <see cref="Out"/> can show.</summary>
    public ConsoleTraits Traits { get; init; } = ConsoleTraits.Pipe;

    /// <summary>Whether somebody sees <see cref="Error"/> at once; asked for only by who shows how far a long run is.</summary>
    public Func<bool> IsErrorSeen { get; init; } = () => false;

    /// <summary>Writes a report to standard output once it is whole.</summary>
    public void Write(ReportForm form, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var whole = new MemoryStream();
        write(whole);
        if (form == ReportForm.Binary)
        {
            OutBytes.Write(whole.GetBuffer(), 0, (int)whole.Length);
        }
        else
        {
            Out.Write(Encoding.UTF8.GetString(whole.GetBuffer(), 0, (int)whole.Length));
        }
    }

    /// <summary>Throws <see cref="UsageException"/> where a screen would be given what no screen shows.</summary>
    public void RefuseBinary(string format, ReportForm form, string extension)
    {
        if (form == ReportForm.Binary && Traits.IsTerminal)
        {
            throw new UsageException($"a report as {format} is no text for a screen: give a file, as in -o report{extension}");
        }
    }

    public static Streams OfConsole()
    {
        // A console of Windows takes bytes for those of its old code page, unless it is told.
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }

        var output = StandardOutput();
        return new(Console.OpenStandardInput(), Writer(output), Writer(Console.OpenStandardError()))
        {
            OutBytes = output,
            Traits = ConsoleTraits.OfProcess(),
            IsErrorSeen = () => !Console.IsErrorRedirected,
        };
    }

    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };

    /// <summary>
    /// The console's own stream keeps silent when nobody reads any more, and a program that goes on writing to a closed pipe
    /// never learns that it can stop. A pipe is therefore written to directly; for a file, the console's stream keeps its
    /// place in step with other programs that write to the same file.
    /// </summary>
    private static Stream StandardOutput()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
        {
            return Console.OpenStandardOutput();
        }

        try
        {
            var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return pipe.CanSeek ? Console.OpenStandardOutput() : new PipeStream(pipe);
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return Console.OpenStandardOutput();
        }
    }
}
