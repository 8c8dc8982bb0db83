using System.Text;

namespace EcqAnalyzer.Cli;

/// <summary>Where a command reads and writes: the console, or a test's buffers. Text is UTF-8 without a mark, lines end with
/// a line feed. Reports go to <see cref="Out"/>, everything else to <see cref="Error"/>.</summary>
public sealed record Streams(Stream In, TextWriter Out, TextWriter Error)
{
    public static Streams OfConsole() => new(
        Console.OpenStandardInput(), Writer(Console.OpenStandardOutput()), Writer(Console.OpenStandardError()));

    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
}
