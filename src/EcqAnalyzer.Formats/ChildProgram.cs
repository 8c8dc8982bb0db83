using System.Collections.Immutable;

namespace EcqAnalyzer.Formats;

/// <summary>How to start this program again, as a process that does one thing for it and may be ended.</summary>
public sealed record ChildProgram(string FileName, ImmutableArray<string> Arguments)
{
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
}
