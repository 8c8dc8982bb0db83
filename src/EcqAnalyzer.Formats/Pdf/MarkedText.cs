using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>What the file says about a stretch of its own drawing: that it is an artifact of the page (a running header), or
/// which text it stands for.</summary>
internal sealed class MarkedText(IResourceStore resources)
{
    private readonly Stack<Mark> _open = new();
    private int _artifacts;
    private string? _actual;
    private bool _actualGiven;

    public bool IsArtifact => _artifacts > 0;

    public void Begin(NameToken name, NameToken? dictionaryName, DictionaryToken? properties)
    {
        if (properties is null && dictionaryName is not null)
        {
            properties = resources.GetMarkedContentPropertiesDictionary(dictionaryName);
        }

        var artifact = name == NameToken.Artifact && IsPagination(properties);
        var actual = _actual is null ? ActualText(properties) : null;
        _open.Push(new Mark(artifact, actual));
        _artifacts += artifact ? 1 : 0;
        if (actual is not null)
        {
            _actual = actual;
            _actualGiven = false;
        }
    }

    public void End()
    {
        if (!_open.TryPop(out var closed))
        {
            return;
        }

        _artifacts -= closed.Artifact ? 1 : 0;
        if (closed.Actual is not null)
        {
            _actual = null;
        }
    }

    /// <summary>The text that the file gives for the stretch stands at its first letter; the others then have none.</summary>
    public string Replace(string letter)
    {
        if (_actual is null)
        {
            return letter;
        }

        if (_actualGiven)
        {
            return "";
        }

        _actualGiven = true;
        return _actual;
    }

    private static bool IsPagination(DictionaryToken? properties) =>
        properties is not null
        && properties.TryGet(NameToken.Type, out var type) && type is NameToken { Data: "Pagination" };

    private static string? ActualText(DictionaryToken? properties)
    {
        if (properties is null || !properties.TryGet(NameToken.ActualText, out var token))
        {
            return null;
        }

        return token switch
        {
            StringToken text => text.Data,
            HexToken hex => hex.Data,
            _ => null,
        };
    }

    private sealed record Mark(bool Artifact, string? Actual);
}
