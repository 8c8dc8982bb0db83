using System.Text;
using CsCheck;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.PlainText;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Formats.PlainText;

public sealed class PlainTextReaderTests
{
    private const string Wrapped = """
        I inherited a regional office in which four of nine supervisors had left
        within a year, and where the audit backlog stood at 214 cases. I met with
        every employee in my first month, and rebuilt the case teams around the
        three lines of work that the members actually asked about.

        The backlog was gone in eleven months, and for the first time since 2015
        no statutory deadline was missed. Two of the people who led those teams
        have since become office directors themselves.
        """;

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32", false)]
    [InlineData("utf-32BE", true)]
    [InlineData("utf-32BE", false)]
    public void Any_Unicode_encoding_is_read_with_or_without_a_mark(string name, bool marked)
    {
        const string text = "I rebuilt the “Río Grande” team – 12 people – in 90 days.";
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];

        Assert.Equal(text, Read(bytes).Text);
    }

    [Fact]
    public void Bytes_that_are_no_Unicode_are_read_as_Windows_1252_and_the_draft_says_so()
    {
        var draft = Read([.. "I cut the r"u8, 0xE9, .. "sum"u8, 0xE9, .. " backlog "u8, 0x96, .. " to 0."u8]);

        Assert.Equal("I cut the résumé backlog – to 0.", draft.Text);
        var note = Assert.Single(draft.Extraction.Notes);
        Assert.Equal(("encoding", ExtractionGrade.Doubtful), (note.What, note.Grade));
        Assert.Contains("Windows-1252", note.Message);
    }

    [Fact]
    public void A_broken_byte_in_UTF_8_does_not_spoil_the_rest()
    {
        var draft = Read([.. "“I led” – résumé "u8, 0xE2, 0x80, .. " ok."u8]);

        Assert.StartsWith("“I led” – résumé", draft.Text);
        Assert.Contains(draft.Extraction.Notes, note => note is { What: "encoding", Grade: ExtractionGrade.Doubtful });
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    [InlineData("\v")]
    public void Every_line_end_ends_a_line(string end) =>
        Assert.Equal("I led the team.\nCosts fell by 12 percent.", Read($"I led the team.{end}Costs fell by 12 percent.{end}").Text);

    [Fact]
    public void Lines_broken_for_their_length_are_one_paragraph()
    {
        var draft = Read(Wrapped);

        Assert.Equal(2, draft.Blocks.Length);
        Assert.StartsWith("I inherited a regional office in which four of nine supervisors had left within a year", draft.Text);
        Assert.Contains(draft.Extraction.Notes, note => note is { What: "joined-lines", Count: 5 });
    }

    [Fact]
    public void Entries_of_a_list_are_not_joined_where_other_lines_go_on_beyond_their_length()
    {
        var draft = Read("""
            Springfield, IL | 555-010-0199 | rowan.vale@example.org
            Veterans' Preference: 5-point, first paid work in 2003
            Citizenship: United States of America; no clearance
            - Cut the backlog of permits from 4,200 to 310 in fourteen months by moving two teams to one queue.
            - Led sixty engineers through the merger of three field offices, which saved the bureau $3 million.

            Presidential Rank Award, Meritorious, 2021
            Secretary's Gold Medal for the portal, 2018
            Commissioner's Award for cutting appeals, 2016
            """);

        Assert.Equal(8, draft.Blocks.Length);
        Assert.DoesNotContain(draft.Extraction.Notes, note => note.What == "joined-lines");
    }

    [Fact]
    public void A_line_that_had_room_for_the_next_word_ends_its_paragraph()
    {
        var draft = Read(Wrapped.Replace("\n\n", "\n"));

        Assert.Equal(2, draft.Blocks.Length);
        Assert.Equal("The backlog", draft.Text.Substring(draft.Blocks[1].Span.Start, 11));
    }

    [Theory]
    [InlineData("TQ 2. ")]
    [InlineData("MTQ2: ")]
    [InlineData("ECQ 2 - ")]
    public void A_line_that_opens_with_a_numbered_label_begins_a_paragraph_however_long_the_one_before(string label)
    {
        var draft = Read($"TQ 1. Demonstrated experience leading large programs of water monitoring across several regions.\n" +
            $"{label}Experience directing a budget of more than fifty million dollars and answering to oversight for it.");

        Assert.Equal(2, draft.Blocks.Length);
        Assert.StartsWith(label, draft.Text[draft.Blocks[1].Span.Start..]);
    }

    [Fact]
    public void A_text_of_one_paragraph_a_line_keeps_its_paragraphs()
    {
        const string text = "I led a team of twelve analysts through the merger of two offices, which took fourteen months and ended on time.\n" +
            "I briefed the committee staff.\n" +
            "I then asked every supervisor for the one rule that cost most time, and took eleven of those rules away within a year.\n" +
            "Turnover fell from 31 to 9 percent.";

        Assert.Equal(4, Read(text).Blocks.Length);
        Assert.Equal(text, Read(text).Text);
    }

    [Fact]
    public void A_word_broken_at_its_own_hyphen_is_joined_without_a_space()
    {
        var draft = Read("I brought the lawyers and the engineers together in a single cross-\nfunctional team, which met daily.");

        Assert.Contains("cross-functional team", draft.Text);
    }

    [Theory]
    [InlineData("LEADING PEOPLE\nI led a team of twelve through the merger of two offices and kept every one of them.")]
    [InlineData("Leading People\n==============\n\nI led a team of twelve through the merger.")]
    [InlineData("ECQ 2: Leading People\n\nI led a team of twelve through the merger.")]
    [InlineData("Leading People\n\nI led a team of twelve through the merger.")]
    [InlineData("What leading people means\n\nI led a team of twelve through the merger of two offices and kept every one of them.")]
    [InlineData("## Leading People\nI led a team of twelve through the merger.")]
    public void A_heading_is_seen_in_the_ways_people_write_one(string text)
    {
        var draft = Read(text);

        Assert.Equal([BlockKind.Heading, BlockKind.Paragraph], draft.Blocks.Select(block => block.Kind));
        Assert.Contains("leading people", draft.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("=", draft.Text);
        Assert.DoesNotContain("#", draft.Text);
    }

    [Theory]
    [InlineData("I led the team.\n\nIt worked.\n\nWe won.")]
    [InlineData("My duties also include the following:\n- I lead the team.")]
    [InlineData("jane.doe@example.gov\n\n(202) 555-0134\n\nJune 2019 – May 2023\n\nI led the team.")]
    public void A_sentence_an_address_or_a_date_alone_on_its_line_is_no_heading(string text) =>
        Assert.DoesNotContain(Read(text).Blocks, block => block.Kind == BlockKind.Heading);

    [Fact]
    public void Bullets_leave_the_text_and_numbers_stay()
    {
        var draft = Read("- Led the team.\n• Cut costs.\n  o   Closed two sites.\n1. Hired 12 people.\n(b) Trained them.\n–\tBriefed Congress.");

        Assert.Equal("Led the team.\nCut costs.\nClosed two sites.\n1. Hired 12 people.\n(b) Trained them.\nBriefed Congress.", draft.Text);
        Assert.All(draft.Blocks, block => Assert.Equal(BlockKind.ListItem, block.Kind));
        Assert.Equal([0, 0, 1, 0, 0, 0], draft.Blocks.Select(block => block.Level));
    }

    [Theory]
    [InlineData("» Led the team.\n» Cut costs.", "Led the team.\nCut costs.")]
    [InlineData("→ Led the team.\n→ Cut costs.", "Led the team.\nCut costs.")]
    [InlineData("»So it went«, he said.", "»So it went«, he said.")]
    public void Arrows_and_angles_are_bullets_before_a_blank(string text, string read) => Assert.Equal(read, Read(text).Text);

    [Fact]
    public void The_letter_o_is_a_bullet_before_a_capital() => Assert.Equal(
        "Deputy Chief, Savannah, GA (2013 – 2018)\nOversaw the yard.\nCleared 4,400 appeals.",
        Read("Deputy Chief, Savannah, GA (2013 – 2018)\no Oversaw the yard.\no Cleared 4,400 appeals.").Text);

    [Fact]
    public void A_list_item_goes_on_where_its_next_line_is_indented()
    {
        var draft = Read("* Led the team\n  that merged\n* Cut costs");

        Assert.Equal("Led the team that merged\nCut costs", draft.Text);
    }

    [Theory]
    [InlineData("2019. That year I led.")]
    [InlineData("-5 percent was the result.")]
    [InlineData("I. was there.")]
    [InlineData("A. Smith led.")]
    [InlineData("o brother, where were you?")]
    public void What_only_looks_like_a_bullet_stays(string text) => Assert.Equal(text, Read(text).Text);

    [Fact]
    public void Form_feeds_are_pages()
    {
        var draft = Read("I led the first team.\n\fI led the second team.\n\f");

        Assert.Equal(2, draft.Extraction.Pages);
        Assert.Equal([1, 2], draft.Blocks.Select(block => block.Page));
    }

    [Fact]
    public void A_sentence_that_runs_over_a_page_is_not_cut()
    {
        var draft = Read("I brought the two offices together in a single\fteam of twelve.");

        Assert.Equal("I brought the two offices together in a single team of twelve.", draft.Text);
    }

    [Fact]
    public void Control_characters_are_left_out_and_counted()
    {
        var draft = Read("I led\u001B the\u0007 team of twelve people through the long merger of the two offices.");

        Assert.StartsWith("I led the team", draft.Text);
        Assert.Contains(draft.Extraction.Notes, note => note is { What: "control-characters", Count: 2 });
        DraftContract.Holds(draft);
    }

    [Fact]
    public void Each_character_knows_its_line_and_column()
    {
        var draft = Read("  I led.\r\n\r\n- Cut costs.");

        Assert.Equal(
            [new LineAnchor(1, 3), new LineAnchor(3, 3)], draft.Source.Runs.Select(run => (LineAnchor)run.Anchor));
    }

    [Fact]
    public void Text_beyond_the_limit_is_refused_with_the_limit_named()
    {
        var fault = Assert.Throws<UnreadableDraftException>(() => Read(new string('a', ReadingLimits.TextLength + 1)));

        Assert.Contains("8 million characters", fault.Message);
    }

    [Fact]
    public void Lines_beyond_the_limit_are_refused_with_the_limit_named()
    {
        var text = new StringBuilder().Insert(0, "a\n", ReadingLimits.Paragraphs + 1).ToString();

        Assert.Contains("400,000 lines", Assert.Throws<UnreadableDraftException>(() => Read(text)).Message);
    }

    [Fact]
    public void Random_Unicode_keeps_every_character_but_markup()
    {
        const string markup = "=-_*~#─━═•‣◦▪▫■□●○·∙➢➤►▶✓✔❖◆◇⁃\uF0B7\uF0A7\uF0D8+–—o\uFEFF";
        var text = Gen.Frequency(
            (3, Gen.String[Gen.Char['\u0001', '\uD7FF'], 0, 60]),
            (3, Gen.String[Gen.Char[' ', '~'], 0, 90]),
            (1, Gen.OneOf("\n", "\r\n", "\n\n", "\f", "\u2028", "    ", "\n- ", "\n1. ", "\n====\n")));
        text.Array[0, 12].Select(parts => string.Concat(parts)).Sample(written =>
        {
            Draft draft;
            try
            {
                draft = Read(written);
            }
            catch (UnreadableDraftException)
            {
                return;
            }

            DraftContract.Holds(draft);
            Assert.Equal(Kept(written, markup), Kept(draft.Text, markup));
        });
    }

    private static string Kept(string text, string markup) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && !markup.Contains(c)));

    private static Draft Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static Draft Read(byte[] bytes)
    {
        var draft = new PlainTextReader().Read(new DraftSource("draft.txt", bytes), CancellationToken.None);
        DraftContract.Holds(draft);
        return draft;
    }
}
