using System.Xml;

namespace EcqAnalyzer.Formats.Word;

/// <summary>What the styles of a document say about a paragraph's place and visibility. Looks are left out.</summary>
internal sealed class WordStyles
{
    private readonly Dictionary<string, Style> _styles = new(StringComparer.OrdinalIgnoreCase);
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

    /// <summary>A style and those it is based on. Damaged files make rings of them: twenty is deeper than any real chain.</summary>
    private IEnumerable<(string Id, Style Style)> Chain(string? styleId)
    {
        for (var step = 0; step < 20 && styleId is not null && _styles.TryGetValue(styleId, out var style); step++)
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
            case "rFonts":
                style.Font = WordNames.Attribute(xml, "ascii") ?? WordNames.Attribute(xml, "hAnsi");
                break;
        }
    }
}
