using System.Text;
using EcqAnalyzer.Cli;

namespace EcqAnalyzer.Tests.Cli;

/// <summary>A run of the program without a process: what it wrote and how it ended.</summary>
internal sealed record EcqRun(int ExitCode, string Out, string Error)
{
    /// <summary>What went to standard output that was no text.</summary>
    public byte[] OutBytes { get; private init; } = [];

    public static EcqRun Of(params string[] arguments) => WithInput("", arguments);

    public static EcqRun WithInput(string input, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var bytes = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        using var stdin = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var streams = new Streams(stdin, output, error) { OutBytes = bytes };
        var code = EcqAnalyzer.Cli.Ecq.Run(arguments, streams);
        return new EcqRun(code, output.ToString(), error.ToString()) { OutBytes = bytes.ToArray() };
    }
}
