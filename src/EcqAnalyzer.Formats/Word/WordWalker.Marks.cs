using System.Xml;

namespace EcqAnalyzer.Formats.Word;

/// <content>Elements that stand for one thing, or for nothing that is read.</content>
internal sealed partial class WordWalker
{
    private void OpenMark(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "ins":
                _tally.Insertions++;
                Push(FrameKind.Plain);
                break;
            case "del":
                _tally.Deletions++;
                Push(FrameKind.Skip);
                break;
            case "moveTo":
                _tally.Moves++;
                Push(FrameKind.Plain);
                break;
            case "trPr":
                Push(FrameKind.RowProperties);
                break;
            case "tcPr":
                Push(FrameKind.CellProperties);
                break;
            case "sdtPr":
                Push(FrameKind.ControlProperties);
                break;
            case "ffData":
                Push(FrameKind.FormField);
                break;
            case "ruby":
                Push(FrameKind.Ruby);
                break;
            case "rt":
                Push(FrameKind.RubyText);
                _isInRubyText = true;
                break;
            case "moveFrom" or "instrText" or "delText" or "delInstrText" or "tblPr" or "tblPrEx" or "tblGrid" or "sdtEndPr"
                or "smartTagPr" or "customXmlPr" or "rubyPr" or "fldData" or "background" or "numberingChange":
                Push(FrameKind.Skip);
                break;
            default:
                Mark(xml);
                Push(FrameKind.Plain);
                break;
        }
    }

    private void Mark(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "fldChar":
                FieldMark(WordNames.Attribute(xml, "fldCharType"));
                break;
            case "lastRenderedPageBreak" when !_scope.IsInBox:
                _tally.RenderedBreaks++;
                _page += _isPageBroken ? 0 : 1;
                _isPageBroken = false;
                break;
            case "footnoteReference" when IsSeen:
                AddReference(_tally.Footnotes, xml);
                break;
            case "endnoteReference" when IsSeen:
                AddReference(_tally.Endnotes, xml);
                break;
            case "altChunk":
                _tally.AddChunk(WordNames.RelationshipId(xml) ?? "");
                break;
            case "subDoc":
                _tally.SubDocuments++;
                break;
            default:
                if (_runs.Run is not null && WordRuns.CharacterOf(xml) is { } character)
                {
                    Add(character);
                    BreakPage(xml);
                }

                break;
        }
    }

    private static void AddReference(List<(string Id, bool IsNumbered)> references, XmlReader xml)
    {
        var hasOwnMark = WordNames.Attribute(xml, "customMarkFollows") is { } value && WordNames.IsOn(value);
        references.Add((WordNames.Attribute(xml, "id") ?? "", !hasOwnMark));
    }

    /// <summary>Word marks the page that begins after a typed page break too, but not always.</summary>
    private void BreakPage(XmlReader xml)
    {
        if (xml.LocalName == "br" && !_scope.IsInBox && IsSeen && WordNames.Attribute(xml, "type") == "page")
        {
            _page++;
            _isPageBroken = true;
        }
    }

    private void OpenOther(Vocabulary vocabulary, XmlReader xml)
    {
        var name = xml.LocalName;
        if (WordRuns.IsRun(vocabulary, name))
        {
            OpenRun();
        }
        else if (WordRuns.IsText(vocabulary, name))
        {
            Push(FrameKind.Text);
        }
        else if (vocabulary == Vocabulary.Drawing && name == "p")
        {
            OpenParagraph();
        }
        else if (vocabulary == Vocabulary.Math && name is "num")
        {
            Push(FrameKind.Numerator);
        }
        else
        {
            CountOther(vocabulary, xml);
            Push(FrameKind.Plain);
        }
    }

    private void CountOther(Vocabulary vocabulary, XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "pic" when vocabulary == Vocabulary.Extension:
            case "imagedata" when vocabulary == Vocabulary.Vml:
                _tally.Pictures++;
                break;
            case "chart" when vocabulary is Vocabulary.Chart or Vocabulary.Extension:
                _tally.Charts++;
                break;
            case "OLEObject":
                _tally.Objects++;
                break;
            case "relIds" when vocabulary == Vocabulary.Diagram && IsSeen:
                _tally.AddDiagram(WordNames.RelationshipId(xml, "dm") ?? "", _paragraph);
                break;
            case "oMath" when vocabulary == Vocabulary.Math:
                _tally.Equations++;
                break;
            case "textpath" when vocabulary == Vocabulary.Vml:
                AddTextPath(xml.GetAttribute("string"));
                break;
        }
    }
}
