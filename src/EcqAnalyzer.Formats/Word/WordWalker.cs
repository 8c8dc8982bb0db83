using System.Xml;
using EcqAnalyzer.Formats.Word.Comments;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Word;

/// <summary>
/// Walks one part of a Word package from its first element to its last and gathers its paragraphs. The walk streams and keeps
/// its own stack of open elements, so that neither size nor nesting of a file can exhaust memory or the call stack. Elements
/// that are not known are looked into, as the standard asks; only what is known not to be text is left out.
/// </summary>
internal sealed partial class WordWalker
{
    private const int NodesBetweenChecks = 4096;

    private readonly string _part;
    private readonly WordStyles _styles;
    private readonly WordTally _tally;
    private readonly DraftSource _source;
    private readonly HashSet<int> _unclosedFields;
    private readonly WordTrace? _trace;
    private readonly WordRuns _runs = new();
    private readonly char[] _buffer = new char[1024];
    private Frame[] _frames = new Frame[64];
    private int _depth;
    private int _skipped;
    private int _paragraphs;
    private int _characters;
    private int _fieldMarks;
    private int _page = 1;
    private bool _isPageBroken;
    private string _namespace = "";
    private Vocabulary _vocabulary;
    private WordScope _scope;
    private WordParagraph? _paragraph;
    private WordRunState _run = new();

    private WordWalker(WordStory story, WordWalkSettings settings, HashSet<int> unclosedFields)
    {
        (_part, _styles, _tally, _source) = (story.Part, settings.Styles, story.Tally, settings.Source);
        (_unclosedFields, _trace) = (unclosedFields, settings.Trace);
        Story = story;
        _scope = new WordScope(settings.Place, 0, story.Paragraphs, new WordFields(), Fate.Read)
        {
            IsInBox = settings.Place != BlockKind.Paragraph,
        };
    }

    private WordStory Story { get; }

    private bool IsComplete => Story.Root is not null && _depth == 0;

    /// <summary>Walks a part. Where a field never ends, what was taken for its code may be all the rest of the draft; such marks
    /// are then ignored in a second walk.</summary>
    public static WordStory Walk(
        string part, Func<XmlReader?> open, WordWalkSettings settings, CancellationToken cancellation)
    {
        var ignored = new HashSet<int>();
        for (var attempt = 0; ; attempt++)
        {
            var story = new WordStory(part);
            var walker = new WordWalker(story, settings, ignored);
            var before = ignored.Count;
            try
            {
                using var xml = open();
                if (xml is not null)
                {
                    walker.Walk(xml, cancellation);
                }
            }
            catch (Exception fault) when (WordPackage.IsDamage(fault))
            {
                // Bytes behind the end of the root element cost no text.
                story.Fault = walker.IsComplete ? null : fault;
            }

            walker.NoteUnclosed(walker._scope.Fields);
            if (ignored.Count == before || attempt == 2)
            {
                return story;
            }
        }
    }

    /// <summary>Walks a part once more, to learn where in its XML things stand.</summary>
    public static void Trace(string part, WordTrace trace, WordWalkSettings settings, CancellationToken cancellation)
    {
        using var xml = XmlReader.Create(trace.Text.Open(), WordPackage.XmlSettings(settings.Source));
        new WordWalker(new WordStory(part), settings with { Trace = trace }, []).Walk(xml, cancellation);
    }

    private void Walk(XmlReader xml, CancellationToken cancellation)
    {
        for (var nodes = 1; xml.Read(); nodes++)
        {
            if (nodes % NodesBetweenChecks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    var isEmpty = xml.IsEmptyElement;
                    Open(xml);
                    if (isEmpty)
                    {
                        Close();
                        _trace?.Close(xml);
                    }

                    break;
                case XmlNodeType.EndElement:
                    Close();
                    _trace?.Close(xml);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace
                    when _depth > 0 && _frames[_depth - 1].Kind == FrameKind.Text:
                    Text(xml);
                    break;
            }
        }
    }

    private void Push(FrameKind kind, object? before = null)
    {
        if (_depth == ReadingLimits.XmlDepth)
        {
            throw WordFaults.IsTooDeep(_source);
        }

        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, _depth * 2);
        }

        _frames[_depth++] = new Frame(kind, before);
        _skipped += kind == FrameKind.Skip ? 1 : 0;
    }

    private void Open(XmlReader xml)
    {
        var vocabulary = VocabularyOf(xml.NamespaceURI);
        _trace?.Open(xml, vocabulary);
        if (_depth == 0)
        {
            Story.Root = vocabulary == Vocabulary.Other ? "" : xml.LocalName;
        }

        if (_skipped > 0)
        {
            if (WordRuns.IsRun(vocabulary, xml.LocalName))
            {
                _runs.Pass();
            }

            Push(FrameKind.Skip);
            return;
        }

        if (_depth > 0 && OpenWithin(_frames[_depth - 1].Kind, vocabulary, xml))
        {
            return;
        }

        switch (vocabulary)
        {
            case Vocabulary.Word:
                OpenWord(xml);
                break;
            case Vocabulary.Compatibility when xml.LocalName == "AlternateContent":
                Push(FrameKind.Alternatives);
                break;
            default:
                OpenOther(vocabulary, xml);
                break;
        }
    }

    private Vocabulary VocabularyOf(string ns)
    {
        // One reader hands out one string per namespace, and neighbours mostly share it.
        if (!ReferenceEquals(ns, _namespace))
        {
            (_namespace, _vocabulary) = (ns, WordNames.Of(ns));
        }

        return _vocabulary;
    }

    private void OpenWord(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "p":
                OpenParagraph();
                break;
            case "r":
                OpenRun();
                break;
            case "t":
                Push(FrameKind.Text);
                break;
            case "pPr":
                Push(FrameKind.ParagraphProperties);
                break;
            case "rPr":
                Push(FrameKind.RunProperties);
                break;
            case "tbl":
                OpenTable();
                break;
            case "tr":
                OpenRow();
                break;
            case "tc":
                OpenCell();
                break;
            case "txbxContent":
                OpenBox();
                break;
            case "footnote" or "endnote" or "comment":
                OpenNote(xml);
                break;
            case "sectPr":
                Push(FrameKind.SectionProperties);
                break;
            default:
                OpenMark(xml);
                break;
        }
    }
}
