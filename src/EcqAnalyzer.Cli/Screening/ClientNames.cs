using System.IO.Enumeration;

namespace EcqAnalyzer.Cli.Screening;

/// <summary>Whose draft a file is. By default the folder just below the screened one, and for a file that lies in that itself its
/// name without the ending. Or by a pattern of names, such as <c>{client}_*</c> or <c>*/{client} - draft *</c>: <c>*</c> and
/// <c>?</c> as in a shell, matched against the name without its ending, or against the path where the pattern has a slash; the
/// client is the shortest stretch that fits. What does not fit goes by default.</summary>
internal sealed class ClientNames
{
    public const string Hole = "{client}";

    private readonly string? _before;
    private readonly string _after = "";
    private readonly bool _isOfPath;

    public ClientNames(string? pattern)
    {
        if (pattern is null)
        {
            return;
        }

        if (pattern.Split(Hole) is not [var before, var after])
        {
            throw new UsageException($"--client '{pattern}' has to hold {Hole} once, as in '{Hole}_*'");
        }

        (_before, _after, _isOfPath) = (before, after, pattern.Contains('/', StringComparison.Ordinal));
    }

    /// <summary><paramref name="path"/> is below the screened folder, with slashes.</summary>
    public string Of(string path)
    {
        var withoutEnding = path[..^Path.GetExtension(path).Length];
        var name = withoutEnding[(withoutEnding.LastIndexOf('/') + 1)..];
        return Find(_isOfPath ? withoutEnding : name)
            ?? (path.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? path[..end] : name);
    }

    private string? Find(string name)
    {
        for (var start = 0; _before is not null && start < name.Length; start++)
        {
            if (!Fits(_before, name.AsSpan(0, start)))
            {
                continue;
            }

            for (var end = start + 1; end <= name.Length; end++)
            {
                if (Fits(_after, name.AsSpan(end)) && !name.AsSpan(start, end - start).Contains('/'))
                {
                    return name[start..end].Trim();
                }
            }
        }

        return null;
    }

    private static bool Fits(string pattern, ReadOnlySpan<char> name) =>
        pattern.Length == 0 ? name.IsEmpty : FileSystemName.MatchesSimpleExpression(pattern, name);
}
