using System.Xml;

namespace EcqAnalyzer.Formats.Word.Comments;

/// <summary>
/// Where things stand in the XML of a part: the runs that were asked for with the pieces of their text, the references to
/// notes, and the marks of comments. It is filled by <see cref="WordWalker"/>, so that runs and characters are counted by the
/// very walk that read the draft.
/// </summary>
internal sealed class WordTrace(XmlText text, IReadOnlySet<int> wanted)
{
    private readonly List<Level> _open = [];
    private int _nextRun;

    public XmlText Text { get; } = text;

    /// <summary>The runs that were asked for, by their ordinal.</summary>
    public Dictionary<int, TracedRun> Runs { get; } = [];

    /// <summary>The runs that refer to foot- and endnotes, by kind and id.</summary>
    public Dictionary<string, TracedRun> References { get; } = [];

    public List<TracedMark> Marks { get; } = [];

    /// <summary>The vocabulary of Word by which the part is written, strict or transitional, and its prefix there.</summary>
    public string Namespace { get; private set; } = "";

    public string Prefix { get; private set; } = "";

    public void Open(XmlReader xml, Vocabulary vocabulary)
    {
        var position = (IXmlLineInfo)xml;
        var place = new XmlElementPlace(Text.Offset(position.LineNumber, position.LinePosition) - 1);
        if (_open.Count == 0)
        {
            (Namespace, Prefix) = (xml.NamespaceURI, xml.Prefix);
        }

        var level = new Level(vocabulary, xml.LocalName, place);
        if (WordRuns.IsRun(vocabulary, xml.LocalName))
        {
            OpenRun(level);
        }
        else if (_open.Count > 0)
        {
            OpenWithin(xml, level);
        }

        if (_open.Count > 0)
        {
            _open[^1].Children++;
        }

        _open.Add(level);
    }

    public void Close(XmlReader xml)
    {
        var level = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        if (xml.NodeType == XmlNodeType.EndElement)
        {
            var position = (IXmlLineInfo)xml;
            level.Place.EndTag = Text.Offset(position.LineNumber, position.LinePosition) - 2;
            level.Place.End = Text.EndOfTag(level.Place.EndTag);
        }
        else
        {
            level.Place.End = Text.EndOfTag(level.Place.Start);
            level.Place.EndTag = level.Place.End;
        }
    }

    /// <summary>A character of the innermost open run, standing in the innermost open element.</summary>
    public void Add(int run, int offset)
    {
        if (!Runs.TryGetValue(run, out var traced))
        {
            return;
        }

        var level = _open[^1];
        if (traced.Pieces is not [.., var last] || last.Place != level.Place)
        {
            var below = _open.FindLastIndex(each => each == traced.Level) + 1;
            var child = new RunChild(traced.Level, _open[below].Place, traced.Level.Children - 1);
            traced.Pieces.Add(last = new TracedPiece(offset, level.Place, child, level.Name == "t"));
        }

        last.Length++;
    }

    private void OpenRun(Level level)
    {
        if (wanted.Contains(_nextRun))
        {
            Runs.Add(_nextRun, Trace(level));
        }

        _nextRun++;
    }

    private void OpenWithin(XmlReader xml, Level level)
    {
        if (level.Vocabulary != Vocabulary.Word && level.Name != "checkbox")
        {
            return;
        }

        var outer = _open[^1];
        switch (level.Name)
        {
            case "rPr":
                outer.Properties = level.Place;
                break;
            case "footnoteReference" or "endnoteReference":
                AddReference(xml, level);
                break;
            case "commentRangeStart" or "commentRangeEnd" or "commentReference":
                Marks.Add(new TracedMark(
                    WordNames.Attribute(xml, "id") ?? "", level.Place, level.Name == "commentReference" ? outer : null));
                break;
            case "footnote" or "endnote":
                level.NoteId = WordNames.Attribute(xml, "id");
                break;
            case "text" or "dataBinding" or "comboBox" or "dropDownList" or "date" or "checkbox" or "picture" or "citation"
                or "bibliography" or "equation" or "docPartList" or "docPartObj" when outer.Name == "sdtPr":
                _open[^2].IsSolid = true;
                break;
        }
    }

    private void AddReference(XmlReader xml, Level level)
    {
        var run = _open[^1];
        if (WordRuns.IsRun(run.Vocabulary, run.Name))
        {
            var traced = Trace(run);
            References.TryAdd(
                $"{level.Name}:{WordNames.Attribute(xml, "id")}",
                traced.IsExact ? traced with { Child = new RunChild(run, level.Place, run.Children) } : traced);
        }
    }

    /// <summary>A run, and what a comment on it must be set around: the run itself or, where that stands in something that
    /// holds no comments or exists twice (a text box, an equation, alternatives, a bound content control), all of that.</summary>
    private TracedRun Trace(Level run)
    {
        Level? solid = null;
        RunChild? child = null;
        var isInParagraph = false;
        string? note = null;
        foreach (var level in _open)
        {
            if (level == run)
            {
                break;
            }

            if (solid is { Vocabulary: Vocabulary.Word, Name: "r" })
            {
                child ??= new RunChild(solid, level.Place, solid.Children - 1);
            }

            note ??= level.NoteId;
            solid ??= isInParagraph && IsSolid(level) ? level : null;
            isInParagraph |= level is { Vocabulary: Vocabulary.Word, Name: "p" };
        }

        return new TracedRun(run, (solid ?? run).Place, child, note);
    }

    private static bool IsSolid(Level level) => level.Vocabulary switch
    {
        Vocabulary.Word => level.Name == "r" || level.IsSolid,
        Vocabulary.Compatibility => level.Name == "AlternateContent",
        Vocabulary.Math => level.Name is "oMath" or "oMathPara",
        _ => false,
    };

    /// <summary>An open element.</summary>
    internal sealed class Level(Vocabulary vocabulary, string name, XmlElementPlace place)
    {
        public Vocabulary Vocabulary { get; } = vocabulary;

        public string Name { get; } = name;

        public XmlElementPlace Place { get; } = place;

        /// <summary>A content control that holds no comment within it.</summary>
        public bool IsSolid { get; set; }

        public XmlElementPlace? Properties { get; set; }

        public string? NoteId { get; set; }

        public int Children { get; set; }
    }
}

/// <summary>Where an element stands in the text of its part: from <see cref="Start"/> to <see cref="End"/>, its end tag at
/// <see cref="EndTag"/>.</summary>
internal sealed class XmlElementPlace(int start)
{
    public int Start { get; } = start;

    public int EndTag { get; set; }

    public int End { get; set; }
}

/// <summary>A run, and the element that a comment on its words is set around: <see cref="Around"/> is the run itself where the
/// run may be split. Where it stands within another run, as in a text box, <see cref="Child"/> is the part of that one which
/// holds it. <see cref="Note"/> is the id of the note that it stands in, if it does.</summary>
internal sealed record TracedRun(WordTrace.Level Level, XmlElementPlace Around, RunChild? Child, string? Note)
{
    public List<TracedPiece> Pieces { get; } = [];

    public XmlElementPlace Place => Level.Place;

    public bool IsExact => Place == Around;

    public TracedPiece? FindPiece(int offset) =>
        Pieces.Find(piece => offset >= piece.Offset && offset < piece.Offset + piece.Length);
}

/// <summary>An element right below a run, and the how manieth it is, its properties counted.</summary>
internal sealed record RunChild(WordTrace.Level Run, XmlElementPlace Place, int Index)
{
    public bool IsFirst => Index == (Run.Properties is null ? 0 : 1);

    public bool IsLast => Index == Run.Children - 1;
}

/// <summary>An element of a run that holds or stands for characters, from <see cref="Offset"/> on, and what of the run it stands
/// in: mostly itself.</summary>
internal sealed class TracedPiece(int offset, XmlElementPlace place, RunChild child, bool isText)
{
    public int Offset { get; } = offset;

    public int Length { get; set; }

    public XmlElementPlace Place { get; } = place;

    public RunChild Child { get; } = child;

    /// <summary>It is text right in the run, so that the run can be split between two of its characters.</summary>
    public bool IsText { get; } = isText && child.Place == place;
}

/// <summary>A mark of a comment: the start or end of its range, or, in <see cref="Run"/>, the reference to it.</summary>
internal sealed record TracedMark(string Id, XmlElementPlace Place, WordTrace.Level? Run)
{
    /// <summary>What goes with the comment: for a reference that stands alone in its run, the run.</summary>
    public XmlElementPlace Whole => Run is { Name: "r", Children: 1 } or { Name: "r", Children: 2, Properties: not null }
        ? Run.Place
        : Place;
}
