using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;

namespace EcqAnalyzer.Formats;

/// <summary>How to start this program again, as a process that does one thing for it and may be ended.</summary>
public sealed record ChildProgram(string FileName, ImmutableArray<string> Arguments)
{
    /// <summary>The exit code with which such a process says that it met its limit on memory.</summary>
    public const int OutOfMemory = 9;

    private const string Program = "ecq";

    /// <summary>The program of this installation, started as it was started itself: its own executable, or its library
    /// through <c>dotnet</c>.</summary>
    public static ChildProgram OfThisProgram(string argument)
    {
        var executable = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? Program + ".exe" : Program);
        var library = Path.Combine(AppContext.BaseDirectory, Program + ".dll");
        var host = Environment.ProcessPath;
        return host is not null && Path.GetFileNameWithoutExtension(host) == "dotnet" && File.Exists(library)
            ? new ChildProgram(host, [library, argument])
            : new ChildProgram(executable, [argument]);
    }

    /// <summary>For a process that is talked to through its standard streams and may take so many bytes for its objects; no debugger
    /// attaches to it, and no dump is made when it dies.</summary>
    public ProcessStartInfo StartInfo(long heapBytes)
    {
        var start = new ProcessStartInfo(FileName, [.. Arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = heapBytes.ToString("x");
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }

    /// <summary>Ends a process and whatever it started.</summary>
    public static void Kill(Process process)
    {
        ArgumentNullException.ThrowIfNull(process);
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception fault) when (IsEnded(fault))
        {
            // It ended by itself in the meantime.
        }
    }

    /// <summary>Reads what a process complains of (the trace of a stack overflow), which is for nobody and unread would block
    /// it.</summary>
    public static void Ignore(Stream complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        try
        {
            complaints.CopyTo(Stream.Null);
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // It ended, and nobody wants to know of what.
        }
    }

    /// <summary>Whether a fault at asking something of a process says that it is no more.</summary>
    internal static bool IsEnded(Exception fault) => fault is InvalidOperationException or Win32Exception or NotSupportedException;
}
