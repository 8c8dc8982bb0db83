using System.Xml;

namespace EcqAnalyzer.Formats.Word;

/// <summary>What the styles of a document say about a paragraph's place and visibility, and about its font and size. Other
/// looks are left out.</summary>
internal sealed class WordStyles
{
    /// <summary>Damaged files make rings of styles: deeper than any real chain.</summary>
    private const int LongestChain = 20;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.OrdinalIgnoreCase);
    private readonly Style _defaults = new();
    private bool _hiddenByDefault;

    private sealed class Style
    {
        public string Name = "";
        public string? BasedOn;
        public int? Outline;
        public int? Number;
        public int? Level;
        public bool? Hidden;
        public string? Font;
        public string? ThemeFont;
        public int? Size;
    }

    /// <summary>The style of paragraphs that name none.</summary>
    public string? DefaultParagraphStyle { get; private set; }

    public static WordStyles Read(XmlReader? xml)
    {
        var styles = new WordStyles();
        Style? style = null;
        while (xml is not null && xml.Read())
        {
            if (xml.Depth > ReadingLimits.XmlDepth)
            {
                break;
            }

            if (xml.NodeType == XmlNodeType.Element)
            {
                style = xml.LocalName == "style" ? styles.Begin(xml) : style;
                styles.Take(xml, style);
            }
        }

        return styles;
    }

    /// <summary>The depth of a heading from 1, or null for a paragraph that is none. Built-in names are in English whatever the
    /// language of the document; ids are not, and count only where there is no name.</summary>
    public int? HeadingLevel(string? styleId)
    {
        foreach (var (id, style) in Chain(styleId))
        {
            if (style.Outline is { } outline)
            {
                return outline < 9 ? outline + 1 : null;
            }

            if (BuiltInHeading(style.Name.Length > 0 ? style.Name : id) is { } level)
            {
                return level;
            }
        }

        return styleId is not null && !_styles.ContainsKey(styleId) ? BuiltInHeading(styleId) : null;
    }

    /// <summary>Numbering that a style brings along: the numbering's id (0 for "none"), the level if it says one, and the
    /// style that says so.</summary>
    public (int Number, int? Level, string Style)? Numbering(string? styleId)
    {
        int? level = null;
        foreach (var (id, style) in Chain(styleId))
        {
            level ??= style.Level;
            if (style.Number is { } number)
            {
                return (number, level, id);
            }
        }

        return null;
    }

    public int? NumberOf(string styleId) => _styles.TryGetValue(styleId, out var style) ? style.Number : null;

    /// <summary>Whether text is hidden that has these styles and no property of its own. Hidden is a toggle: a paragraph
    /// style and a character style that both set it cancel out.</summary>
    public bool IsHidden(string? paragraphStyle, string? characterStyle) =>
        _hiddenByDefault || (Hidden(paragraphStyle) ^ Hidden(characterStyle));

    public string? Font(string? paragraphStyle, string? characterStyle) => Font(characterStyle) ?? Font(paragraphStyle);

    /// <summary>The theme's typefaces for headings and for text; null where it was not looked for or names none.</summary>
    public (string? Major, string? Minor)? Theme { get; set; }

    /// <summary>Whether any style or default leaves the font to the theme.</summary>
    public bool NamesTheme { get; private set; }

    /// <summary>The family and size in points of a run: its own, else those of its style, of the paragraph's style, of the
    /// document. What nobody says is Word's own default.</summary>
    public (string Name, double Size) LookOf(string? paragraphStyle, WordRunState run)
    {
        const string LastFont = "Times New Roman";
        const int LastSize = 20;
        var font = run.ThemeFont is not null || run.Font is not null ? Typeface(run.ThemeFont, run.Font) : null;
        var size = run.Size;
        foreach (var styleId in (ReadOnlySpan<string?>)[run.Style, paragraphStyle ?? DefaultParagraphStyle])
        {
            for (var (id, step) = (styleId, 0); step < LongestChain && id is not null && _styles.TryGetValue(id, out var style); step++)
            {
                font ??= Typeface(style.ThemeFont, style.Font);
                size ??= style.Size;
                id = style.BasedOn;
            }
        }

        return (
            font ?? Typeface(_defaults.ThemeFont, _defaults.Font) ?? LastFont,
            (size ?? _defaults.Size ?? LastSize) / 2.0);
    }

    private string? Typeface(string? theme, string? font) => theme switch
    {
        null => font,
        _ when theme.StartsWith("major", StringComparison.Ordinal) => Theme?.Major ?? font,
        _ => Theme?.Minor ?? font,
    };

    private static int? BuiltInHeading(string name)
    {
        if (name.StartsWith("heading", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(name.AsSpan("heading".Length).Trim(), out var level) && level is >= 1 and <= 9)
        {
            return level;
        }

        return name.ToLowerInvariant() switch
        {
            "title" => 1,
            "subtitle" => 2,
            _ => null,
        };
    }

    private bool Hidden(string? styleId)
    {
        foreach (var (_, style) in Chain(styleId))
        {
            if (style.Hidden is { } hidden)
            {
                return hidden;
            }
        }

        return false;
    }

    private string? Font(string? styleId)
    {
        foreach (var (_, style) in Chain(styleId))
        {
            if (style.Font is not null)
            {
                return style.Font;
            }
        }

        return null;
    }

    /// <summary>A style and those it is based on.</summary>
    private IEnumerable<(string Id, Style Style)> Chain(string? styleId)
    {
        for (var step = 0; step < LongestChain && styleId is not null && _styles.TryGetValue(styleId, out var style); step++)
        {
            yield return (styleId, style);
            styleId = style.BasedOn;
        }
    }

    private Style Begin(XmlReader xml)
    {
        var style = new Style();
        var id = WordNames.Attribute(xml, "styleId") ?? "";
        _styles.TryAdd(id, style);
        if (WordNames.Attribute(xml, "type") is "paragraph" && WordNames.Attribute(xml, "default") is "1" or "true")
        {
            DefaultParagraphStyle ??= id;
        }

        return style;
    }

    private void Take(XmlReader xml, Style? style)
    {
        var value = WordNames.Attribute(xml, "val");
        if (style is null)
        {
            _hiddenByDefault |= xml.LocalName == "vanish" && WordNames.IsOn(value);
            TakeLook(xml, _defaults, value);
            return;
        }

        switch (xml.LocalName)
        {
            case "name":
                style.Name = value ?? "";
                break;
            case "basedOn":
                style.BasedOn = value;
                break;
            case "outlineLvl":
                style.Outline = WordNames.Number(value);
                break;
            case "numId":
                style.Number = WordNames.Number(value);
                break;
            case "ilvl":
                style.Level = WordNames.Number(value);
                break;
            case "vanish":
                style.Hidden = WordNames.IsOn(value);
                break;
            default:
                TakeLook(xml, style, value);
                break;
        }
    }

    private void TakeLook(XmlReader xml, Style style, string? value)
    {
        if (xml.LocalName == "sz")
        {
            style.Size = WordNames.Number(value) ?? style.Size;
        }
        else if (xml.LocalName == "rFonts")
        {
            style.Font = WordNames.Attribute(xml, "ascii") ?? WordNames.Attribute(xml, "hAnsi");
            style.ThemeFont = WordNames.Attribute(xml, "asciiTheme") ?? WordNames.Attribute(xml, "hAnsiTheme");
            NamesTheme |= style.ThemeFont is not null;
        }
    }
}
