using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsCheck;
using EcqAnalyzer.Model;
using static EcqAnalyzer.Tests.Formats.Word.WordFile;

namespace EcqAnalyzer.Tests.Formats.Word.Comments;

/// <summary>Marks of comments stand around the words, and nothing else in the text changes.</summary>
public sealed partial class CommentAnchorTests
{
    private const string Box = "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx><w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p>"
        + "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p>"
        + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";

    [Theory]
    [InlineData("<w:p><w:r><w:t>I led the team.</w:t></w:r></w:p>", "led")]
    [InlineData("<w:p><w:r><w:t>I led</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\"> the team.</w:t></w:r></w:p>", "led the")]
    [InlineData("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Grade</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>I led 40 people</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", "40 people")]
    [InlineData("<w:p><w:hyperlink w:anchor=\"x\"><w:r><w:t>See my page now</w:t></w:r></w:hyperlink></w:p>", "my page")]
    [InlineData("<w:p><w:r><w:t>I </w:t></w:r><w:ins w:id=\"1\" w:author=\"A\"><w:r><w:t>really led</w:t></w:r></w:ins><w:r><w:t> it</w:t></w:r></w:p>", "led it")]
    [InlineData("<w:p><w:sdt><w:sdtPr><w:id w:val=\"4\"/></w:sdtPr><w:sdtContent><w:r><w:t>I led it all</w:t></w:r></w:sdtContent></w:sdt></w:p>", "led")]
    [InlineData("<w:p><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r></w:p>", "two")]
    [InlineData("<w:p><w:r><w:t>A&amp;B &#x201C;led&#x201D; it</w:t></w:r></w:p>", "\u201cled\u201d")]
    public void The_words_stand_between_the_marks(string body, string words)
    {
        var bytes = new WordFile().Body(P("Start") + body).ToBytes();

        var after = Commented.SetOn(bytes, words);

        var comment = Assert.Single(Commented.See(after));
        Assert.Equal((words, "EcqAnalyzer", true), (comment.Words, comment.Author, comment.IsExact));
        Assert.Equal(Read(bytes).Text, Read(after).Text);
    }

    [Fact]
    public void A_split_run_keeps_its_attributes_and_properties()
    {
        var bytes = new WordFile().Body("<w:p><w:r w:rsidR=\"00AB\"><w:rPr><w:i/></w:rPr><w:t>I led it</w:t></w:r></w:p>").ToBytes();

        var after = Commented.Text(Commented.SetOn(bytes, "led"));

        Assert.Contains(
            "<w:p><w:r w:rsidR=\"00AB\"><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">I </w:t></w:r><w:commentRangeStart w:id=\"0\"/>"
            + "<w:r w:rsidR=\"00AB\"><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">led</w:t></w:r><w:commentRangeEnd w:id=\"0\"/>"
            + "<w:r><w:commentReference w:id=\"0\"/></w:r><w:r w:rsidR=\"00AB\"><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\"> it</w:t></w:r></w:p>",
            after,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_tracked_change_of_properties_gets_an_id_of_its_own_in_the_second_half()
    {
        var change = "<w:rPr><w:b/><w:rPrChange w:id=\"56\" w:author=\"A\"><w:rPr/></w:rPrChange></w:rPr>";
        var bytes = new WordFile().Body($"<w:p><w:r>{change}<w:t>I led it</w:t></w:r></w:p>").ToBytes();

        var ids = Commented.Xml(Commented.SetOn(bytes, "led")).Descendants(XName.Get("rPrChange", Transitional))
            .Select(each => (string)each.Attribute(XName.Get("id", Transitional))!);

        Assert.Equal(["56", "57", "58"], ids);
    }

    [Theory]
    [InlineData(" xml:space=\"preserve\"")]
    [InlineData("")]
    public void A_run_split_anywhere_shows_the_same_text(string space)
    {
        var bytes = new WordFile().Body($"<w:p><w:r><w:t{space}>  I led a &lt;b&gt; team  </w:t><w:tab/><w:t{space}> so &#x1F600;  far</w:t></w:r></w:p>").ToBytes();
        var draft = Read(bytes);
        for (var start = 0; start < draft.Text.Length; start++)
        {
            for (var end = start + 1; end <= draft.Text.Length; end++)
            {
                if (char.IsLowSurrogate(draft.Text[start]) || (end < draft.Text.Length && char.IsLowSurrogate(draft.Text[end])))
                {
                    continue;
                }

                var after = Commented.Set(bytes, Commented.Note(new TextSpan(start, end)));
                Assert.Equal(draft.Text[start..end], Assert.Single(Commented.See(after)).Words);
                Assert.Equal(draft.Text, Read(after).Text);
                Assert.Equal(Shown(bytes), Shown(after));
            }
        }
    }

    [Fact]
    public void Any_comments_on_any_text_change_no_character_of_it() => Gen.Select(WordSourceMapTests.Body, Gen.Int[0, 9999].Array[2, 10]).Sample(
        (body, numbers) =>
        {
            var bytes = new WordFile().Body(body).ToBytes();
            var draft = Read(bytes);
            var notes = Spans(draft, numbers).Select((span, i) => Commented.Note(span, $"check{i}")).ToArray();

            var after = Commented.Set(bytes, notes);

            Assert.Equal(draft.Outline(), Read(after).Outline());
            Assert.Equal(Shown(bytes), Shown(after));
            Assert.Equal(after, Commented.Set(after, notes));
            var seen = Commented.See(after);
            Assert.Equal(notes.Length, seen.Count);
            foreach (var (comment, note) in seen.OrderBy(each => int.Parse(each.Id, System.Globalization.CultureInfo.InvariantCulture)).Zip(notes).Where(pair => pair.First.IsExact))
            {
                AssertSame(draft, note.Span.Start, comment.Words[0]);
                AssertSame(draft, note.Span.End - 1, comment.Words[^1]);
            }

            Assert.Empty(Commented.See(Commented.Set(after)));
            Assert.Equal(Shown(bytes), Shown(Commented.Set(after)));
        },
        iter: 300);

    [Fact]
    public void In_a_text_box_the_comment_stands_at_the_box_and_both_copies_stay_the_same()
    {
        var bytes = new WordFile().Body($"<w:p><w:r><w:t>Before</w:t></w:r>{Box}</w:p>").ToBytes();

        var after = Commented.SetOn(bytes, "the box");

        Assert.Contains($"<w:commentRangeStart w:id=\"0\"/>{Box}<w:commentRangeEnd w:id=\"0\"/>", Commented.Text(after), StringComparison.Ordinal);
        Assert.StartsWith("On \u201cthe box\u201d here: About the box.", Assert.Single(Commented.See(after)).Says);
    }

    [Theory]
    [InlineData("footnote")]
    [InlineData("endnote")]
    public void In_a_note_the_comment_stands_where_the_text_refers_to_it(string kind)
    {
        var bytes = new WordFile()
            .Body($"<w:p><w:r><w:t>Before</w:t></w:r><w:r><w:{kind}Reference w:id=\"7\"/></w:r><w:r><w:t> after</w:t></w:r></w:p>")
            .Part($"{kind}s", $"{kind}s", $"<w:{kind} w:id=\"7\"><w:p><w:r><w:t>Saved by us</w:t></w:r></w:p></w:{kind}>")
            .ToBytes();

        var after = Commented.SetOn(bytes, "by us");

        Assert.Contains(
            $"<w:commentRangeStart w:id=\"0\"/><w:r><w:{kind}Reference w:id=\"7\"/></w:r><w:commentRangeEnd w:id=\"0\"/>",
            Commented.Text(after), StringComparison.Ordinal);
        Assert.StartsWith("On \u201cby us\u201d in this note: ", Assert.Single(Commented.See(after)).Says);
        Assert.Equal(Commented.Part(bytes, $"word/{kind}s.xml"), Commented.Part(after, $"word/{kind}s.xml"));
    }

    [Theory]
    [InlineData("<w:text/>")]
    [InlineData("<w:dataBinding w:xpath=\"/x\"/>")]
    public void A_content_control_that_holds_plain_text_gets_its_comment_around_it(string kind)
    {
        var control = $"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent><w:r><w:t>I led it all</w:t></w:r></w:sdtContent></w:sdt>";
        var bytes = new WordFile().Body($"<w:p>{control}</w:p>").ToBytes();

        Assert.Contains($"<w:commentRangeStart w:id=\"0\"/>{control}<w:commentRangeEnd", Commented.Text(Commented.SetOn(bytes, "led")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_without_the_usual_prefix_or_in_another_encoding_gets_its_marks()
    {
        var xml = $"<document xmlns=\"{Transitional}\"><body><p><r><t>I led the \u00e9quipe</t></r></p></body></document>";
        foreach (var encoded in (byte[][])[Encoding.UTF8.GetBytes(xml), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(xml)]])
        {
            var bytes = new WordFile { Main = "word/body.xml", MainEntry = "word/unused.xml" }.Raw("word/body.xml", encoded).ToBytes();

            var after = Commented.SetOn(bytes, "led");

            Assert.Equal(Read(bytes).Text, Read(after).Text);
            var main = Commented.Part(after, "word/body.xml")!;
            var text = (main[0] == 0xFF ? Encoding.Unicode : Encoding.UTF8).GetString(main);
            Assert.Contains($"<ecq:commentRangeStart xmlns:ecq=\"{Transitional}\" ecq:id=\"0\"/><r><t xml:space=\"preserve\">led</t></r>", text, StringComparison.Ordinal);
        }
    }

    /// <summary>What Word shows of the text elements: white space at their ends only where it is to be preserved.</summary>
    private static string Shown(byte[] bytes) => string.Concat(Commented.Xml(bytes).Descendants()
        .Where(element => element.Name.LocalName is "t" or "tab" or "br" or "delText" or "instrText")
        .Select(element => element.Name.LocalName == "t"
            ? (string?)element.Attribute(XNamespace.Xml + "space") == "preserve" ? element.Value : element.Value.Trim(' ', '\t', '\r', '\n')
            : $"<{element.Name.LocalName}>{element.Value}"));

    private static IEnumerable<TextSpan> Spans(Draft draft, int[] numbers)
    {
        for (var i = 0; i + 1 < numbers.Length; i += 2)
        {
            var block = draft.Blocks[numbers[i] % draft.Blocks.Length].Span;
            var start = block.Start + (numbers[i + 1] % block.Length);
            var end = Math.Min(block.End, start + 1 + (numbers[i] % 7));
            while (start < end && (char.IsWhiteSpace(draft.Text[start]) || char.IsLowSurrogate(draft.Text[start])))
            {
                start++;
            }

            while (end > start && (char.IsWhiteSpace(draft.Text[end - 1]) || char.IsHighSurrogate(draft.Text[end - 1])))
            {
                end--;
            }

            if (start < end)
            {
                yield return new TextSpan(start, end);
            }
        }
    }

    /// <summary>Brackets that the reader sets around a reading aid stand nowhere in the file.</summary>
    private static void AssertSame(Draft draft, int place, char character)
    {
        if (draft.Source.Over(new TextSpan(place, place + 1)).Any())
        {
            Assert.Equal(Plain(draft.Text[place]), Plain(character));
        }
    }

    /// <summary>Private characters of symbol fonts are read as what they look like.</summary>
    private static char Plain(char character) => SymbolLike().IsMatch(character.ToString()) ? '\u2022' : character;

    [GeneratedRegex("[\uE000-\uF8FF\u2022\u25AA\u00B7\u25A0]", RegexOptions.None, 1000)]
    private static partial Regex SymbolLike();
}
