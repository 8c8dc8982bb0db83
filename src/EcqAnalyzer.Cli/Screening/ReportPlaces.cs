using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Screening;

/// <summary>Where the reports on a draft stand below the output folder: in the same folders as the draft, under its whole name, so
/// that no two drafts ever have one report.</summary>
internal static class ReportPlaces
{
    public const string Folder = "reports";

    /// <summary>What most file systems take, less room for what is added while a file is written.</summary>
    private const int MostBytes = 220;
    private const int HashLength = 8;

    public static ImmutableArray<StoredPath> Of(string path, ImmutableArray<string> formats) =>
        [.. formats.Select(format => new StoredPath(format, $"{Folder}/{NameOf(path, Reporters.Find(format)!)}"))];

    private static string NameOf(string path, ReportFormat format)
    {
        var start = path.LastIndexOf('/') + 1;
        var (folder, name) = (path[..start], path[start..]);
        var ending = ReportOutput.EndingOf(name, format);
        return folder + Fitting(name) + (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? ".checked" : "") + ending;
    }

    /// <summary>A name that is too long is cut, and a hash of all of it keeps it apart from others.</summary>
    private static string Fitting(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MostBytes)
        {
            return name;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashLength];
        var cut = name;
        while (Encoding.UTF8.GetByteCount(cut) > MostBytes - HashLength - 1)
        {
            cut = cut[..^(char.IsLowSurrogate(cut[^1]) ? 2 : 1)];
        }

        return $"{cut}~{hash}";
    }
}
