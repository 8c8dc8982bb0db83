using System.Xml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Word;

/// <summary>
/// The one definition of what <see cref="WordAnchor"/> counts, for whoever reads a part and whoever later marks words in it.
/// Runs are the elements <c>r</c> of text, equations and drawings, counted from 0 in document order, those in deleted text and
/// in branches that are not read too. The characters of a run are, in document order and without those of runs inside it: the
/// UTF-16 units of its <c>t</c> elements and one for each tab, break, special hyphen and symbol. The counter itself is moved
/// along by a single walk over the part.
/// </summary>
internal sealed class WordRuns
{
    private readonly Stack<(int Run, int Offset)> _open = new();
    private int _next;
    private int _run = -1;
    private int _offset;

    /// <summary>The ordinal of the innermost open run; null outside of runs.</summary>
    public int? Run => _run < 0 ? null : _run;

    /// <summary>Characters of the innermost open run so far.</summary>
    public int Offset => _offset;

    public static bool IsRun(Vocabulary vocabulary, string localName) =>
        localName == "r" && vocabulary is Vocabulary.Word or Vocabulary.Math or Vocabulary.Drawing;

    public static bool IsText(Vocabulary vocabulary, string localName) =>
        localName == "t" && vocabulary is Vocabulary.Word or Vocabulary.Math or Vocabulary.Drawing;

    /// <summary>The character that an element of a run stands for, or null where it stands for none.</summary>
    public static char? CharacterOf(XmlReader xml) => xml.LocalName switch
    {
        "tab" or "ptab" => '\t',
        "br" or "cr" => '\n',
        "noBreakHyphen" => '\u2011',
        "softHyphen" => '\u00AD',
        "sym" => WordSymbols.Of(WordNames.Attribute(xml, "font"), WordNames.Attribute(xml, "char")),
        _ => null,
    };

    public void Enter()
    {
        _open.Push((_run, _offset));
        _run = _next++;
        _offset = 0;
    }

    public void Leave() => (_run, _offset) = _open.Pop();

    /// <summary>Counts a run that is not read.</summary>
    public void Pass() => _next++;

    public void Advance(int characters) => _offset += characters;
}
