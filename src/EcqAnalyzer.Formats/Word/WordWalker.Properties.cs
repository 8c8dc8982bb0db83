using System.Xml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Word;

/// <content>Elements whose meaning depends on the element around them: properties, alternatives, form fields.</content>
internal sealed partial class WordWalker
{
    private bool IsSeen => _scope.Fate == Fate.Read && !_scope.Fields.IsInCode && !IsRunHidden();

    /// <summary>Opens an element inside of one that gives it its meaning; false where the element means the same anywhere.</summary>
    private bool OpenWithin(FrameKind outer, Vocabulary vocabulary, XmlReader xml)
    {
        switch (outer)
        {
            case FrameKind.Alternatives:
                OpenAlternative(xml);
                return true;
            case FrameKind.ParagraphProperties:
                OpenParagraphProperty(xml);
                return true;
            case FrameKind.MarkProperties:
                TakeMarkProperty(xml.LocalName);
                Push(FrameKind.Skip);
                return true;
            case FrameKind.NumberProperties:
                TakeNumber(xml);
                Push(FrameKind.Skip);
                return true;
            case FrameKind.RunProperties:
                TakeRunProperty(vocabulary, xml);
                Push(FrameKind.Skip);
                return true;
            case FrameKind.RowProperties:
                TakeRowProperty(xml);
                Push(FrameKind.Skip);
                return true;
            case FrameKind.CellProperties:
                TakeCellProperty(xml);
                Push(FrameKind.Skip);
                return true;
            case FrameKind.ControlProperties:
                _tally.Placeholders += xml.LocalName == "showingPlcHdr" && Value(xml) ? 1 : 0;
                Push(FrameKind.Skip);
                return true;
            case FrameKind.SectionProperties:
                TakeSectionProperty(xml);
                Push(FrameKind.Skip);
                return true;
            case FrameKind.FormField:
                TakeFormField(xml);
                Push(FrameKind.FormField);
                return true;
            default:
                return false;
        }
    }

    private static bool Value(XmlReader xml) => WordNames.IsOn(WordNames.Attribute(xml, "val"));

    /// <summary>Of the alternatives the first Choice whose vocabularies are all understood is read, else the Fallback: what
    /// stands in both, as text boxes do, is read once.</summary>
    private void OpenAlternative(XmlReader xml)
    {
        ref var alternatives = ref _frames[_depth - 1];
        var isTaken = !alternatives.IsTaken && (xml.LocalName == "Fallback" || (xml.LocalName == "Choice" && IsUnderstood(xml)));
        alternatives.IsTaken |= isTaken;
        Push(isTaken ? FrameKind.Plain : FrameKind.Skip);
    }

    private static bool IsUnderstood(XmlReader xml)
    {
        foreach (var prefix in (xml.GetAttribute("Requires") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!WordNames.IsUnderstood(xml.LookupNamespace(prefix)))
            {
                return false;
            }
        }

        return true;
    }

    private void OpenParagraphProperty(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "rPr":
                Push(FrameKind.MarkProperties);
                return;
            case "numPr":
                Push(FrameKind.NumberProperties);
                return;
            case "sectPr":
                Push(FrameKind.SectionProperties);
                return;
            case "pStyle" when _paragraph is not null:
                _paragraph.Style = WordNames.Attribute(xml, "val");
                break;
            case "outlineLvl" when _paragraph is not null:
                _paragraph.Outline = WordNames.Number(WordNames.Attribute(xml, "val"));
                break;
        }

        Push(FrameKind.Skip);
    }

    private void TakeMarkProperty(string name)
    {
        if (name is "del" or "moveFrom" && _paragraph is not null)
        {
            _paragraph.IsMarkDeleted = true;
            _tally.Deletions += name == "del" ? 1 : 0;
        }

        _tally.Insertions += name == "ins" ? 1 : 0;
    }

    private void TakeNumber(XmlReader xml)
    {
        var value = WordNames.Number(WordNames.Attribute(xml, "val"));
        if (_paragraph is not null && xml.LocalName == "numId")
        {
            _paragraph.Number = value;
        }
        else if (_paragraph is not null && xml.LocalName == "ilvl")
        {
            _paragraph.NumberLevel = value;
        }
    }

    private void TakeRunProperty(Vocabulary vocabulary, XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "vanish" when vocabulary == Vocabulary.Word:
                _run.Vanish = Value(xml);
                break;
            case "rStyle":
                _run.Style = WordNames.Attribute(xml, "val");
                break;
            case "rFonts":
                _run.Font = WordNames.Attribute(xml, "ascii") ?? WordNames.Attribute(xml, "hAnsi");
                _run.ThemeFont = WordNames.Attribute(xml, "asciiTheme") ?? WordNames.Attribute(xml, "hAnsiTheme");
                break;
            case "sz" when vocabulary == Vocabulary.Word:
                _run.Size = WordNames.Number(WordNames.Attribute(xml, "val"));
                break;
        }
    }

    private void TakeRowProperty(XmlReader xml)
    {
        if (_scope.TableRow is not { } row)
        {
            return;
        }

        switch (xml.LocalName)
        {
            case "del":
                row.Fate = Fate.Deleted;
                _tally.Deletions++;
                break;
            case "ins":
                _tally.Insertions++;
                break;
            case "hidden" when Value(xml) && row.Fate == Fate.Read:
                row.Fate = Fate.Hidden;
                break;
        }
    }

    private void TakeCellProperty(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "vMerge" when _scope.Row > 0 && WordNames.Attribute(xml, "val") is null or "continue":
                // The upper cell covers this one; what is left in it is seen by nobody.
                _scope.Fate = _scope.Fate == Fate.Read ? Fate.Hidden : _scope.Fate;
                break;
            case "cellDel":
                _scope.Fate = Fate.Deleted;
                _tally.Deletions++;
                break;
            case "cellIns":
                _tally.Insertions++;
                break;
        }
    }

    private void TakeSectionProperty(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "pgSz":
                _tally.PageSize ??= WordPages.ReadSize(xml);
                break;
            case "pgMar":
                _tally.Margins = Margins.Narrowest(_tally.Margins, WordPages.ReadMargins(xml));
                break;
        }

        if (xml.LocalName is "headerReference" or "footerReference" && WordNames.RelationshipId(xml) is { } id
            && !_tally.HeadersAndFooters.Contains(id) && _tally.HeadersAndFooters.Count < ReadingLimits.HeadersAndFooters)
        {
            _tally.HeadersAndFooters.Add(id);
        }
    }

    private void TakeFormField(XmlReader xml)
    {
        if (_scope.Fields.Innermost is not { } field)
        {
            return;
        }

        switch (xml.LocalName)
        {
            case "checkBox":
                field.IsTicked = false;
                break;
            case "default" or "checked" when field.IsTicked is not null:
                field.IsTicked = Value(xml);
                break;
            case "ddList":
                field.Entries = [];
                break;
            case "result" when field.Entries is not null:
                field.Chosen = WordNames.Number(WordNames.Attribute(xml, "val")) ?? 0;
                break;
            case "listEntry":
                field.Entries?.Add(WordNames.Attribute(xml, "val") ?? "");
                break;
        }
    }
}
