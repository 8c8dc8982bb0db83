using System.Collections.Immutable;
using System.Security;
using System.Text;
using System.Xml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Word.Comments;

/// <summary>A new Word document of the text of a draft that was none: headings, paragraphs and list items, a run each.</summary>
internal static class PlainDocument
{
    private const string Main = "word/document.xml";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    private const int HeadingLevels = 3;
    private const int ListLevels = 9;

    /// <summary>The document, and the draft with its text led back to that document in place of the file it was read from.
    /// Running heads and page numbers of a PDF, which are in no sentence, are left out.</summary>
    public static (DraftSource Source, Draft Draft) Create(Draft draft)
    {
        var (body, runs) = (new StringBuilder(), ImmutableArray.CreateBuilder<SourceRun>());
        foreach (var block in draft.Blocks)
        {
            if (block.Kind != BlockKind.PageFurniture)
            {
                runs.Add(new SourceRun(block.Span, new WordAnchor(Main, runs.Count, 0)));
                WriteParagraph(body, block, draft.Text);
            }
        }

        var parts = new Dictionary<string, byte[]>
        {
            ["[Content_Types].xml"] = Part($"""
                <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/{Main}" ContentType="{Type}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{Type}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="{Type}.numbering+xml"/></Types>
                """),
            ["_rels/.rels"] = Part(Relationships(("officeDocument", Main))),
            [Main] = Part($"""<w:document xmlns:w="{Word}"><w:body>{body}<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>"""),
            ["word/_rels/document.xml.rels"] = Part(Relationships(("styles", "styles.xml"), ("numbering", "numbering.xml"))),
            ["word/styles.xml"] = Part(Styles()),
            ["word/numbering.xml"] = Part(Numbering()),
        };
        var package = new MemoryStream();
        ZipCopy.Empty.Write(package, parts);
        return (new DraftSource(draft.File.Name, package.ToArray()), draft with { Source = new SourceMap(runs.ToImmutable()) });
    }

    private static byte[] Part(string xml) => Encoding.UTF8.GetBytes(Head + xml.Trim());

    private static string Relationships(params (string Kind, string Target)[] all) =>
        $"""<Relationships xmlns="{Package}/relationships">{string.Concat(all.Select((one, i) => $"""<Relationship Id="rId{i + 1}" Type="{Office}/{one.Kind}" Target="{one.Target}"/>"""))}</Relationships>""";

    private static void WriteParagraph(StringBuilder body, Block block, string text)
    {
        body.Append("<w:p>").Append(Properties(block)).Append("<w:r>");
        var isOpen = false;
        foreach (var character in block.Span.Of(text))
        {
            var mark = character switch
            {
                '\t' => "<w:tab/>",
                '\n' => "<w:br/>",
                _ => null,
            };
            if (isOpen != (mark is null))
            {
                body.Append(isOpen ? "</w:t>" : "<w:t xml:space=\"preserve\">");
                isOpen = !isOpen;
            }

            body.Append(mark ?? Escaped(character));
        }

        body.Append(isOpen ? "</w:t></w:r></w:p>" : "</w:r></w:p>");
    }

    private static string Escaped(char character) => character is '<' or '>' or '&'
        ? SecurityElement.Escape(character.ToString())
        : char.IsSurrogate(character) || XmlConvert.IsXmlChar(character) ? character.ToString() : "\uFFFD";

    private static string Properties(Block block) => block.Kind switch
    {
        BlockKind.Heading => $"<w:pPr><w:pStyle w:val=\"Heading{Math.Clamp(block.Level, 1, HeadingLevels)}\"/></w:pPr>",
        BlockKind.ListItem => $"<w:pPr><w:numPr><w:ilvl w:val=\"{Math.Clamp(block.Level, 0, ListLevels - 1)}\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"60\"/></w:pPr>",
        BlockKind.Note => "<w:pPr><w:pStyle w:val=\"Note\"/></w:pPr>",
        _ => "",
    };

    private static string Styles()
    {
        var headings = new StringBuilder();
        for (var level = 1; level <= HeadingLevels; level++)
        {
            headings.Append($"""<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="{320 - (60 * level)}" w:after="80"/><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="{34 - (4 * level)}"/></w:rPr></w:style>""");
        }

        return $"""<w:styles xmlns:w="{Word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>{headings}<w:style w:type="paragraph" w:customStyle="1" w:styleId="Note"><w:name w:val="Note"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="18"/></w:rPr></w:style></w:styles>""";
    }

    private static string Numbering()
    {
        var levels = new StringBuilder();
        for (var level = 0; level < ListLevels; level++)
        {
            levels.Append($"""<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{360 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>""");
        }

        return $"""<w:numbering xmlns:w="{Word}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>""";
    }
}
