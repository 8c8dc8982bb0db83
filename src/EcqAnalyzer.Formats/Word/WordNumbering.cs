using System.Xml;

namespace EcqAnalyzer.Formats.Word;

/// <summary>One level of a list: what Word prints before its items.</summary>
internal sealed class NumberLevel
{
    public int Start = 1;
    public string Format = "decimal";

    /// <summary>The label's pattern: <c>%1.%2</c> stands for the numbers of levels one and two.</summary>
    public string Text = "";
    public bool HasSpaceAfter = true;
    public bool IsLegal;
    public int? RestartAfter;
    public string? Style;
}

/// <summary>The lists that a document defines (numbering.xml).</summary>
internal sealed class WordNumbering
{
    public const int Levels = 9;

    private readonly Dictionary<int, List> _abstract = [];
    private readonly Dictionary<int, Number> _numbers = [];
    private readonly Dictionary<string, int> _byStyleLink = new(StringComparer.Ordinal);

    private sealed class List
    {
        public readonly NumberLevel?[] Levels = new NumberLevel?[WordNumbering.Levels];
        public string? StyleOfList;
    }

    private sealed class Number
    {
        public int Abstract = -1;
        public readonly int?[] Starts = new int?[Levels];
        public readonly NumberLevel?[] Overrides = new NumberLevel?[Levels];
    }

    public static WordNumbering Read(XmlReader? xml)
    {
        var numbering = new WordNumbering();
        var place = new Place();
        while (xml is not null && xml.Read())
        {
            if (xml.Depth > ReadingLimits.XmlDepth)
            {
                break;
            }

            if (xml.NodeType == XmlNodeType.Element)
            {
                numbering.Take(xml, place);
            }
        }

        return numbering;
    }

    /// <summary>The list that a numbering belongs to: numberings of one list count on from each other.</summary>
    public int ListOf(int number) => _numbers.TryGetValue(number, out var found) ? found.Abstract : -1;

    /// <summary>The number at which a numbering begins a level anew, where it says so.</summary>
    public int? StartOverride(int number, int level) =>
        _numbers.TryGetValue(number, out var found) ? found.Starts[level] : null;

    /// <summary>The level's definition, or null where the document defines none.</summary>
    public NumberLevel? Level(int number, int level, WordStyles styles) =>
        _numbers.TryGetValue(number, out var found)
            ? found.Overrides[level] ?? ListBehind(found.Abstract, styles)?.Levels[level]
            : null;

    /// <summary>The level that a list ties to a paragraph style.</summary>
    public int? LevelOfStyle(int number, string style, WordStyles styles)
    {
        for (var level = 0; level < Levels; level++)
        {
            if (Level(number, level, styles)?.Style == style)
            {
                return level;
            }
        }

        return null;
    }

    /// <summary>A list may only name a list style, whose own numbering then leads to the real list.</summary>
    private List? ListBehind(int id, WordStyles styles)
    {
        for (var step = 0; step < 5; step++)
        {
            if (!_abstract.TryGetValue(id, out var list))
            {
                return null;
            }

            if (list.StyleOfList is not { } style)
            {
                return list;
            }

            var next = styles.NumberOf(style) is { } number && _numbers.TryGetValue(number, out var found)
                ? found.Abstract
                : -1;
            id = next != id && next >= 0 ? next : _byStyleLink.GetValueOrDefault(style, -1);
        }

        return null;
    }

    private sealed class Place
    {
        public List? List;
        public int ListId;
        public Number? Number;
        public int OverrideLevel;
        public NumberLevel? Level;
    }

    private void Take(XmlReader xml, Place place)
    {
        var value = WordNames.Attribute(xml, "val");
        switch (xml.LocalName)
        {
            case "abstractNum":
                place.Number = null;
                place.Level = null;
                place.List = new List();
                place.ListId = WordNames.Number(WordNames.Attribute(xml, "abstractNumId")) ?? -1;
                _abstract.TryAdd(place.ListId, place.List);
                break;
            case "numStyleLink" when place.List is not null && place.Number is null:
                place.List.StyleOfList = value;
                break;
            case "styleLink" when value is not null && place.Number is null:
                _byStyleLink.TryAdd(value, place.ListId);
                break;
            case "num":
                place.Number = new Number();
                place.Level = null;
                _numbers.TryAdd(WordNames.Number(WordNames.Attribute(xml, "numId")) ?? -1, place.Number);
                break;
            case "abstractNumId" when place.Number is not null:
                place.Number.Abstract = WordNames.Number(value) ?? -1;
                break;
            case "lvlOverride":
                place.OverrideLevel = LevelNumber(xml);
                break;
            case "startOverride" when place.Number is not null:
                place.Number.Starts[place.OverrideLevel] = WordNames.Number(value);
                break;
            case "lvl":
                BeginLevel(place, LevelNumber(xml));
                break;
            default:
                TakeOfLevel(xml, value, place.Level);
                break;
        }
    }

    private static void BeginLevel(Place place, int level)
    {
        place.Level = new NumberLevel();
        var levels = place.Number?.Overrides ?? place.List?.Levels;
        if (levels is not null)
        {
            levels[level] = place.Level;
        }
    }

    private static void TakeOfLevel(XmlReader xml, string? value, NumberLevel? level)
    {
        if (level is null)
        {
            return;
        }

        switch (xml.LocalName)
        {
            case "start":
                level.Start = WordNames.Number(value) ?? 1;
                break;
            case "numFmt":
                level.Format = value ?? "decimal";
                break;
            case "lvlText":
                level.Text = value ?? "";
                break;
            case "suff":
                level.HasSpaceAfter = value != "nothing";
                break;
            case "isLgl":
                level.IsLegal = WordNames.IsOn(value);
                break;
            case "lvlRestart":
                level.RestartAfter = WordNames.Number(value);
                break;
            case "pStyle":
                level.Style = value;
                break;
        }
    }

    private static int LevelNumber(XmlReader xml) =>
        Math.Clamp(WordNames.Number(WordNames.Attribute(xml, "ilvl")) ?? 0, 0, Levels - 1);
}
