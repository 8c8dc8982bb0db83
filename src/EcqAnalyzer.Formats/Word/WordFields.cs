namespace EcqAnalyzer.Formats.Word;

/// <summary>A field between its begin and its end mark. Until the mark that separates code and result, what stands in it is
/// code, which nobody sees.</summary>
internal sealed class WordField(int ordinal)
{
    /// <summary>Which of the part's begin marks opened it, from 0.</summary>
    public int Ordinal { get; } = ordinal;

    public bool IsInCode { get; set; } = true;

    /// <summary>Text was left out as code.</summary>
    public bool LeftOutText { get; set; }

    /// <summary>Text stands between the mark that ends the code and the end.</summary>
    public bool HasResult { get; set; }

    /// <summary>Of a form's check box: whether it is ticked.</summary>
    public bool? IsTicked { get; set; }

    /// <summary>Of a form's drop-down list: its entries, and the one chosen.</summary>
    public List<string>? Entries { get; set; }

    public int Chosen { get; set; }
}

/// <summary>The open fields of a story (body, box or note); fields nest.</summary>
internal sealed class WordFields
{
    private const int Deepest = 200;

    private readonly List<WordField> _open = [];
    private int _codes;

    public bool IsInCode => _codes > 0;

    public WordField? Innermost => _open.Count > 0 ? _open[^1] : null;

    public IEnumerable<WordField> Open => _open;

    public void Begin(int ordinal)
    {
        if (_open.Count < Deepest)
        {
            _open.Add(new WordField(ordinal));
            _codes++;
        }
    }

    public void Separate()
    {
        if (Innermost is { IsInCode: true } field)
        {
            field.IsInCode = false;
            _codes--;
        }
    }

    /// <summary>Closes the innermost field; null where none is open.</summary>
    public WordField? End()
    {
        if (Innermost is not { } field)
        {
            return null;
        }

        Separate();
        _open.RemoveAt(_open.Count - 1);
        return field;
    }

    public void LeaveOut(char character)
    {
        if (!char.IsWhiteSpace(character) && Innermost is { } field)
        {
            field.LeftOutText = true;
        }
    }
}
