using System.Text;
using CsCheck;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Markdown;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Formats.Markdown;

public sealed class MarkdownReaderTests
{
    [Theory]
    [InlineData("**I led** a *team*, ~~once~~ `twice`.", "I led a team, once twice.")]
    [InlineData("I led [the team](https://example.gov \"Team\") of <https://example.gov>.", "I led the team of https://example.gov.")]
    [InlineData("AT&amp;T paid \\*twice\\*.", "AT&T paid *twice*.")]
    [InlineData("I led a team\nof twelve.", "I led a team of twelve.")]
    [InlineData("I led.  \nI won.\\\nI left.", "I led.\nI won.\nI left.")]
    [InlineData("> I led\n> the team.", "I led the team.")]
    [InlineData("I led <b>the</b> team.<br>It won.", "I led the team.\nIt won.")]
    [InlineData("```\nline one\n  line two\n```", "line one\nline two")]
    [InlineData("I led.\n\n---\n\nI won.", "I led.\nI won.")]
    [InlineData("    Tabbed paragraphs are **prose**.", "Tabbed paragraphs are prose.")]
    [InlineData("I led.![a chart](c.png)", "I led.")]
    [InlineData("a_b_c and 5 * 3 * 2 and snake_case", "a_b_c and 5 * 3 * 2 and snake_case")]
    public void Signs_of_markup_leave_the_text_and_words_stay(string markdown, string text) =>
        Assert.Equal(text, Read(markdown).Text);

    [Theory]
    [InlineData("# Leading People", 1)]
    [InlineData("### Leading People ###", 3)]
    [InlineData("Leading People\n===", 1)]
    [InlineData("Leading People\n---", 2)]
    public void Headings_have_their_level(string markdown, int level)
    {
        var draft = Read(markdown + "\n\nI led.");

        Assert.Equal("Leading People\nI led.", draft.Text);
        Assert.Equal((BlockKind.Heading, level), (draft.Blocks[0].Kind, draft.Blocks[0].Level));
    }

    [Fact]
    public void Lists_have_their_depth_and_items_their_paragraphs()
    {
        var draft = Read("- Led\n  the team\n  - Hired\n\n    More on it.\n- [x] Cut costs\n\n1. First\n2. Second");

        Assert.Equal("Led the team\nHired\nMore on it.\nCut costs\n1. First\n2. Second", draft.Text);
        Assert.Equal(
            [(BlockKind.ListItem, 0), (BlockKind.ListItem, 1), (BlockKind.Paragraph, 0), (BlockKind.ListItem, 0), (BlockKind.ListItem, 0), (BlockKind.ListItem, 0)],
            draft.Blocks.Select(block => (block.Kind, block.Level)));
    }

    [Fact]
    public void The_letter_o_before_a_capital_opens_an_item() =>
        Assert.Equal("Deputy Chief (2013 – 2018)\nLed the move.\nCut costs.", Read("Deputy Chief (2013 – 2018)\no Led the move.\no Cut costs.").Text);

    [Fact]
    public void Bullets_that_Markdown_does_not_know_open_items()
    {
        var draft = Read("My yard:\n• **Led** the move.\n• Cut costs\n  by half.\n\n- Hired\n  ◦ Two crews");

        Assert.Equal("My yard:\nLed the move.\nCut costs by half.\nHired\nTwo crews", draft.Text);
        Assert.Equal(
            [(BlockKind.Paragraph, 0), (BlockKind.ListItem, 0), (BlockKind.ListItem, 0), (BlockKind.ListItem, 0), (BlockKind.ListItem, 1)],
            draft.Blocks.Select(block => (block.Kind, block.Level)));
    }

    [Theory]
    [InlineData("– Led the move.\n– Cut costs.", "Led the move.\nCut costs.")]
    [InlineData("(a) Led the move.\n(b) Cut costs.", "(a) Led the move.\n(b) Cut costs.")]
    [InlineData("I led the move\n– and the port.", "I led the move – and the port.")]
    [InlineData("– and the port.", "– and the port.")]
    [InlineData("I moved crew\n(b) to the port.", "I moved crew (b) to the port.")]
    public void A_dash_or_a_number_opens_items_only_where_it_opens_the_first_line_and_another(string markdown, string text) =>
        Assert.Equal(text, Read(markdown).Text);

    [Theory]
    [InlineData("ROBIN ADLER\nPort City | 555-0100", "ROBIN ADLER")]
    [InlineData("**HARBOR SERVICE**\r\nI led the yard.\r\nI won.", "HARBOR SERVICE")]
    [InlineData("> HARBOR SERVICE\n> I led the yard.", "HARBOR SERVICE")]
    [InlineData("- Led the yard.\nAWARDS\nMedal of the port.", "AWARDS")]
    public void A_line_in_capitals_is_a_heading_of_its_own(string markdown, string heading)
    {
        var draft = Read(markdown);

        var block = Assert.Single(draft.Blocks, block => block.Kind == BlockKind.Heading);
        Assert.Equal(heading, block.Span.Of(draft.Text).ToString());
        Assert.NotEqual(draft.Blocks[^1], block);
    }

    [Fact]
    public void Prose_in_capitals_throughout_stays_a_paragraph() =>
        Assert.Equal(BlockKind.Paragraph, Assert.Single(Read("WE MOVED THE NIGHT CREWS\nOVER TO THE YARD BY\nTHE RIVER IN MAY").Blocks).Kind);

    [Fact]
    public void Settings_between_plus_signs_are_kept_apart()
    {
        var draft = Read("+++\ntitle = \"Draft\"\n\ntags = [\n  'one',\n]\n[extra]\n+++\nI led the yard.");

        Assert.Equal("I led the yard.", draft.Text);
        Assert.Equal(new LineAnchor(9, 1), Assert.Single(draft.Source.Runs).Anchor);
        var note = Assert.Single(draft.Extraction.Notes, note => note.What == "front-matter");
        Assert.StartsWith("title", Assert.Single(note.Apart));
    }

    [Theory]
    [InlineData("+++\nI led the yard.\n+++\nI won.")]
    [InlineData("+++\nyard = 1\nI won.")]
    [InlineData("I led.\n+++\nyard = 1\n+++")]
    public void Prose_between_plus_signs_is_prose(string markdown) =>
        Assert.DoesNotContain(Read(markdown).Extraction.Notes, note => note.What == "front-matter");

    [Fact]
    public void Tables_are_read_row_by_row()
    {
        var draft = Read("| Year | Cases |\n| --- | ---: |\n| 2021 | **214** |\n| 2022 | a \\| b |");

        Assert.Equal("Year\nCases\n2021\n214\n2022\na | b", draft.Text);
        Assert.Equal([0, 0, 1, 1, 2, 2], draft.Blocks.Select(block => block.Level));
        Assert.All(draft.Blocks, block => Assert.Equal(BlockKind.TableCell, block.Kind));
    }

    [Fact]
    public void Footnotes_stand_after_the_body()
    {
        var draft = Read("I led[^1] the team.\n\n[^1]: From 2019 on.\n\nIt won.");

        Assert.Equal("I led the team.\nIt won.\nFrom 2019 on.", draft.Text);
        Assert.Equal(BlockKind.Note, draft.Blocks[2].Kind);
    }

    [Fact]
    public void Blocks_of_HTML_give_the_text_between_their_tags()
    {
        var draft = Read("<div class=\"x\">\nI led the team.\n<p>It won.</p>\n</div>\n\n<!-- ask Coach -->\n\n<script>\nlet x = 1;\n</script>\n\nDone.");

        Assert.Equal("I led the team.\nIt won.\nDone.", draft.Text);
        Assert.Contains(draft.Extraction.Notes, note => note is { What: "html-dropped", Count: 5 });
        var comments = Assert.Single(draft.Extraction.Notes, note => note.What == "html-comments");
        Assert.Equal((ExtractionGrade.Apart, "ask Coach"), (comments.Grade, Assert.Single(comments.Apart)));
    }

    [Fact]
    public void Front_matter_is_kept_apart()
    {
        var draft = Read("---\ntitle: My draft\ntags:\n  - ses\n---\n\nI led.");

        Assert.Equal("I led.", draft.Text);
        Assert.Contains("title: My draft", Assert.Single(draft.Extraction.Notes, note => note.What == "front-matter").Apart[0]);
    }

    [Theory]
    [InlineData("---\nI led the team to a win.\n---\n\nDone.", "I led the team to a win.\nDone.")]
    [InlineData("[Challenge]: understaffed\n\nI led.", "[Challenge]: understaffed")]
    [InlineData("I led.[^9]\n\n[^8]: A note that nothing points at.", "A note that nothing points at.")]
    public void Prose_that_only_looks_like_markup_is_not_lost(string markdown, string text) =>
        Assert.Contains(text, Read(markdown).Text);

    [Fact]
    public void A_word_knows_its_line_and_column()
    {
        var draft = Read("# Head\r\n\r\nI **led** it.");
        var at = draft.Text.IndexOf("led", StringComparison.Ordinal);

        Assert.Equal(new LineAnchor(3, 5), draft.Source.Over(new TextSpan(at, at + 3)).Single().Anchor);
    }

    [Theory]
    [InlineData("[a](", 30_000)]
    [InlineData("> ", 5_000)]
    [InlineData("x|y\n", 300_000)]
    public void Markup_beyond_what_people_write_is_read_as_plain_text(string part, int times)
    {
        var draft = Read(string.Concat(Enumerable.Repeat(part, times)) + "\n\nI led.");

        Assert.EndsWith("I led.", draft.Text);
        Assert.Contains(draft.Extraction.Notes, note => note is { What: "markdown-as-text", Grade: ExtractionGrade.Doubtful });
    }

    [Fact]
    public void Random_Unicode_keeps_every_letter()
    {
        // Signs of markup are left out of what must be kept, and so are letters inside what a sign may hide: tags, link targets. A lone
        // o before a gap is a bullet of Word's.
        var letters = Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Char['À', '\u1FFF'], Gen.Char['一', '龥'], Gen.Const(' '), Gen.Char['0', '9']), 0, 40].Where(text => !text.Split(' ').Contains("o"));
        var signs = Gen.OneOf("*", "**", "_", "\n", "\n\n", "\r\n", "# ", "- ", "1. ", "> ", "|", "\n|---|---|\n", "`", "~~", "\\", "\n===\n", "\n---\n", "    ", "  \n", ",", ".", "(", ")");
        Gen.Select(letters, signs).Array[0, 30].Select(parts => string.Concat(parts.Select(part => part.Item1 + part.Item2))).Sample(
            written => Assert.Equal(Letters(written), Letters(Read(written).Text)));
    }

    /// <summary>Markdown drops the numbers of its lists and what stands behind the sign of a code fence, so the digits do not
    /// count, and three backticks in a row are not written.</summary>
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    private static Draft Read(string markdown)
    {
        var draft = new MarkdownReader().Read(new DraftSource("draft.md", Encoding.UTF8.GetBytes(markdown)), CancellationToken.None);
        DraftContract.Holds(draft);
        return draft;
    }
}
