using System.ComponentModel;
using System.Diagnostics;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Training.Evaluation;

namespace EcqAnalyzer.Cli;

/// <summary>A report of an earlier evaluation, from a file or from a revision of the repository.</summary>
internal static class StoredReport
{
    /// <summary>Where the report of record stands, beside the model's card.</summary>
    public const string UsualPath = "models/judge/evaluation.json";

    /// <summary>Null where faults were added. Throws <see cref="UsageException"/> where there is neither such a file nor such
    /// a revision.</summary>
    public static EarlierReport? Read(string fileOrRevision, Faults faults) => File.Exists(fileOrRevision)
        ? EarlierReport.Read(fileOrRevision, File.ReadAllText(fileOrRevision), faults)
        : EarlierReport.Read($"{fileOrRevision}:{UsualPath}", OfRevision(fileOrRevision), faults);

    /// <summary>By the program git, which alone knows how a revision is written.</summary>
    private static string OfRevision(string revision)
    {
        // What begins with a dash would be an option of git.
        if (revision.StartsWith('-'))
        {
            throw new UsageException($"'{revision}' is no file and no git revision");
        }

        var start = new ProcessStartInfo("git", ["show", $"{revision}:{UsualPath}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var git = Process.Start(start) ?? throw new UsageException("git does not start");
            var told = git.StandardError.ReadToEndAsync();
            var text = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0
                ? text
                : throw new UsageException(
                    $"'{revision}' is no file, and no git revision that holds {UsualPath} ({told.GetAwaiter().GetResult().Split('\n')[0]})");
        }
        catch (Win32Exception)
        {
            throw new UsageException($"'{revision}' is no file, and git, which knows revisions, is not here");
        }
    }
}
