using System.Diagnostics;
using EcqAnalyzer.Formats;

namespace EcqAnalyzer.Tests.Cli;

/// <summary>A cluster sends lines without end: what <c>ecq tag</c> holds does not grow with them.</summary>
public sealed class TagStreamTests
{
    private const int Lines = 100_000;

    /// <summary>The program needs two thirds of it; the answers to all lines alone would take more than the whole.</summary>
    private const int HeapBytes = 64 << 20;

    [Fact]
    public void A_hundred_thousand_lines_pass_through_a_heap_that_could_not_hold_them()
    {
        var program = ChildProgram.OfThisProgram("tag");
        var start = new ProcessStartInfo(program.FileName, [.. program.Arguments, "--framework", "opm-2006"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapBytes.ToString("x");
        using var tag = Process.Start(start)!;
        var input = new Thread(() => Feed(tag.StandardInput));
        input.Start();

        var (answered, bytes) = (0, 0L);
        while (tag.StandardOutput.ReadLine() is { } line)
        {
            Assert.StartsWith($"{{\"id\":{answered},\"framework\":\"opm-2006\"", line);
            answered++;
            bytes += line.Length * sizeof(char);
        }

        input.Join();
        tag.WaitForExit();

        Assert.Equal((EcqAnalyzer.Cli.ExitCode.Done, Lines), (tag.ExitCode, answered));
        Assert.True(bytes > HeapBytes);
    }

    /// <summary>Words enough that what the program remembers of words and sentences is full as well.</summary>
    private static void Feed(StreamWriter input)
    {
        try
        {
            using (input)
            {
                for (var line = 0; line < Lines; line++)
                {
                    input.Write($"{{\"id\":{line},\"sentences\":[\"Led w{line / 8}.\"]}}\n");
                }
            }
        }
        catch (IOException)
        {
            // It ended early; its exit code says so.
        }
    }
}
