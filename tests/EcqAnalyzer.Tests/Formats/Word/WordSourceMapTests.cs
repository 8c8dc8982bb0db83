using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using CsCheck;
using EcqAnalyzer.Formats.Word;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;
using static EcqAnalyzer.Tests.Formats.Word.WordFile;

namespace EcqAnalyzer.Tests.Formats.Word;

/// <summary>The way back: an anchor, followed into the XML by other means than the reader's, leads to the same character.</summary>
public sealed class WordSourceMapTests
{
    private static readonly Gen<string> Words = OneOf("I led", " the team ", "é", "\U0001F600", "a\nb", "\uF0B7", "co\u00ADchair", "");

    private static readonly Gen<string> Piece = Gen.OneOf(
        Words.Select(text => $"<w:t xml:space=\"preserve\">{text}</w:t>"),
        OneOf("<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", "<w:softHyphen/>", "<w:instrText>CODE</w:instrText>",
            "<w:sym w:font=\"Wingdings\" w:char=\"F0A7\"/>", "<w:lastRenderedPageBreak/>", "<w:t>&#x1;</w:t>"));

    private static readonly Gen<string> Run = Gen.Select(Piece.Array[0, 4], OneOf("", "", "", "<w:vanish/>"))
        .Select((pieces, properties) => $"<w:r><w:rPr>{properties}</w:rPr>{string.Concat(pieces)}</w:r>");

    private static readonly Gen<string> Inline = Gen.OneOf(
        Run, Run, Run,
        Run.Select(run => $"<w:ins>{run}</w:ins>"),
        Run.Select(run => $"<w:del>{run.Replace("w:t", "w:delText", StringComparison.Ordinal)}</w:del>"),
        Run.Select(run => $"<w:fldSimple w:instr=\"X\">{run}</w:fldSimple>"),
        Gen.Select(Run, Run, Words).Select((one, other, text) =>
            $"<w:r><w:t>{text}</w:t><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx><w:txbxContent><w:p>{one}</w:p>"
            + $"</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:txbxContent><w:p>{other}</w:p></w:txbxContent></mc:Fallback>"
            + $"</mc:AlternateContent><w:t>{text}</w:t></w:r>"),
        Gen.Select(Run, Run).Select((one, other) =>
            $"<w:r><w:ruby><w:rt>{one}</w:rt><w:rubyBase>{other}</w:rubyBase></w:ruby></w:r>"));

    private static readonly Gen<string> Paragraph = Gen.Select(Inline.Array[0, 5], OneOf("", "", "<w:rPr><w:del/></w:rPr>"))
        .Select((inlines, mark) => $"<w:p><w:pPr>{mark}</w:pPr>{string.Concat(inlines)}</w:p>");

    internal static readonly Gen<string> Body = Gen.OneOf(
            Paragraph, Paragraph, Paragraph.Array[1, 3].Select(cells =>
                $"<w:tbl><w:tr>{string.Concat(cells.Select(cell => $"<w:tc>{cell}</w:tc>"))}</w:tr></w:tbl>"))
        .Array[1, 6].Select(blocks => P("Start") + string.Concat(blocks));

    [Fact]
    public void Every_character_leads_back_to_itself() => Body.Sample(
        body =>
        {
            var bytes = new WordFile().Body(body).ToBytes();
            AssertMapLeadsBack(Read(bytes), bytes);
        },
        iter: 600);

    [Fact]
    public void No_character_of_a_run_is_read_twice() => Body.Sample(
        body =>
        {
            var places = Read(new WordFile().Body(body).ToBytes()).Source.Runs.SelectMany(run =>
                Enumerable.Range(0, run.Span.Length).Select(i => ((WordAnchor)run.Anchor) is var anchor
                    ? (anchor.Run, anchor.Offset + i) : default)).ToList();
            Assert.Equal(places.Count, places.Distinct().Count());
        },
        iter: 200);

    [Fact]
    public void The_map_of_real_documents_leads_back()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Shared("documents", "docx")).Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(file);
            if (WordSharedTests.TryRead(bytes) is { } draft && draft.Note("damaged-archive") is null)
            {
                AssertMapLeadsBack(draft, bytes, hasLabels: true);
            }
        }
    }

    private static Gen<string> OneOf(params string[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    private static void AssertMapLeadsBack(Draft draft, byte[] bytes, bool hasLabels = false)
    {
        var covered = new bool[draft.Text.Length];
        var parts = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (span, source) in draft.Source.Runs)
        {
            var anchor = Assert.IsType<WordAnchor>(source);
            if (!parts.TryGetValue(anchor.Part, out var runs))
            {
                parts.Add(anchor.Part, runs = Runs(bytes, anchor.Part));
            }

            Assert.True(
                IsSame(span.Of(draft.Text), runs[anchor.Run].AsSpan(anchor.Offset, span.Length)),
                $"{anchor} leads to another text than \"{span.Of(draft.Text)}\"");
            Array.Fill(covered, true, span.Start, span.Length);
        }

        foreach (var block in draft.Blocks)
        {
            var text = block.Span.Of(draft.Text);
            for (var i = block.Span.Start; i < block.Span.End; i++)
            {
                Assert.True(covered[i] || hasLabels || draft.Text[i] is '(' or ')' or '\uFFFD', $"no source for {i} in: {text}");
            }
        }
    }

    /// <summary>Private characters of symbol fonts are shown as what they look like; all others stay.</summary>
    private static bool IsSame(ReadOnlySpan<char> read, ReadOnlySpan<char> written)
    {
        for (var i = 0; i < read.Length; i++)
        {
            if (read[i] != written[i] && written[i] is not (>= '\uF020' and <= '\uF0FF'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The characters of each run of a part, by the definition in <see cref="WordRuns"/>.</summary>
    private static List<string> Runs(byte[] bytes, string part)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var stream = zip.Entries.First(entry =>
            WordPackage.Normalized(entry.FullName).Equals(part, StringComparison.OrdinalIgnoreCase)).Open();
        using var xml = System.Xml.XmlReader.Create(stream, new System.Xml.XmlReaderSettings { CheckCharacters = false });
        return [.. XDocument.Load(xml, LoadOptions.PreserveWhitespace).Descendants().Where(IsRun).Select(Characters)];
    }

    private static bool IsRun(XElement element) => WordRuns.IsRun(WordNames.Of(element.Name.NamespaceName), element.Name.LocalName);

    private static string Characters(XElement run)
    {
        var text = new StringBuilder();
        Add(run, text);
        return text.ToString();
    }

    private static void Add(XElement element, StringBuilder text)
    {
        foreach (var child in element.Elements().Where(child => !IsRun(child)))
        {
            if (WordRuns.IsText(WordNames.Of(child.Name.NamespaceName), child.Name.LocalName))
            {
                text.Append(child.Value.Replace('\n', ' ').Replace('\r', ' '));
            }
            else if (WordNames.Of(child.Name.NamespaceName) == Vocabulary.Word && child.Name.LocalName != "rPr")
            {
                using var reader = child.CreateReader();
                reader.MoveToContent();
                text.Append(WordRuns.CharacterOf(reader));
                Add(child, text);
            }
            else if (child.Name.LocalName is not ("rPr" or "Fallback"))
            {
                Add(child, text);
            }
        }
    }
}
