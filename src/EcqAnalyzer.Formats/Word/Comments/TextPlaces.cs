namespace EcqAnalyzer.Formats.Word.Comments;

/// <summary>Where each character of a text element stands in the XML: a reference such as <c>&amp;amp;</c> is one character, an
/// end of line too.</summary>
internal sealed class TextPlaces
{
    private readonly XmlText _text;
    private readonly List<int> _places;

    private TextPlaces(XmlText text, List<int> places) => (_text, _places) = (text, places);

    public int Count => _places.Count - 1;

    /// <summary>From the first to behind the last character that is no white space; empty at 0 where there is none.</summary>
    public (int First, int Last) Core
    {
        get
        {
            var (first, last) = (0, Count);
            while (first < last && IsSpace(first))
            {
                first++;
            }

            while (last > first && IsSpace(last - 1))
            {
                last--;
            }

            return (first, last);
        }
    }

    /// <summary>Null where the element holds other things than characters, such as remarks.</summary>
    public static TextPlaces? Of(XmlText text, XmlElementPlace element)
    {
        var places = new List<int>();
        var xml = text.Text;
        var at = text.EndOfTag(element.Start);
        while (at < element.EndTag)
        {
            if (xml[at] == '<')
            {
                return null;
            }

            places.Add(at);
            if (xml[at] == '&')
            {
                var end = xml.IndexOf(';', at) + 1;
                if (end == 0)
                {
                    return null;
                }

                if (IsBeyondPlane(xml.AsSpan(at, end - at)))
                {
                    places.Add(at);
                }

                at = end;
            }
            else
            {
                at += xml[at] == '\r' && xml[at + 1] == '\n' ? 2 : 1;
            }
        }

        places.Add(element.EndTag);
        return new TextPlaces(text, places);
    }

    public int At(int character) => _places[character];

    /// <summary>Whether a cut before the character would part the two halves of one.</summary>
    public bool IsWithinPair(int character) => character > 0 && (_places[character] == _places[character - 1]
        || (character < Count && char.IsLowSurrogate(_text.Text[_places[character]]) && char.IsHighSurrogate(_text.Text[_places[character - 1]])));

    public static bool IsPreserved(string tag) =>
        tag.Contains("xml:space=\"preserve\"", StringComparison.Ordinal) || tag.Contains("xml:space='preserve'", StringComparison.Ordinal);

    public bool HasSpaceBeside(int character) => IsSpace(character - 1) || IsSpace(character);

    private bool IsSpace(int character)
    {
        var at = _places[character];
        return _text.Text[at] is ' ' or '\t' or '\r' or '\n'
            || (_text.Text[at] == '&' && _text.Text.AsSpan(at).StartsWith("&#") && char.IsWhiteSpace((char)CodeAt(at)));
    }

    private int CodeAt(int at) => Code(_text.Text.AsSpan(at, _text.Text.IndexOf(';', at) + 1 - at));

    private static bool IsBeyondPlane(ReadOnlySpan<char> reference) => Code(reference) > char.MaxValue;

    /// <summary>The number of a reference such as <c>&amp;#x1F600;</c>; 0 for a named one.</summary>
    private static int Code(ReadOnlySpan<char> reference)
    {
        if (!reference.StartsWith("&#"))
        {
            return 0;
        }

        var digits = reference[2..^1];
        return digits.StartsWith("x") || digits.StartsWith("X")
            ? int.TryParse(digits[1..], System.Globalization.NumberStyles.HexNumber, null, out var hex) ? hex : 0
            : int.TryParse(digits, out var code) ? code : 0;
    }
}
