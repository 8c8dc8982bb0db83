using EcqAnalyzer.Model;
using static EcqAnalyzer.Tests.Formats.Pdf.TestPdf;

namespace EcqAnalyzer.Tests.Formats.Pdf;

/// <summary>From words to paragraphs in the order of reading.</summary>
public sealed class LayoutOfPdfTests
{
    private static readonly string[] Left =
    [
        "I rebuilt the schedule around", "those machines that were still", "working and asked each analyst",
        "in private what would make him", "stay with us for another year.",
    ];

    private static readonly string[] Right =
    [
        "Within five months the backlog", "had fallen to two hundred work", "orders, and most of those that",
        "had asked to leave us withdrew", "their requests in the summer.",
    ];

    [Fact]
    public void Lines_of_a_paragraph_are_joined_by_a_space_that_the_reader_adds()
    {
        var draft = new TestPdf().Page(Lines(72, 700, Left)).Read();
        Assert.Equal([string.Join(' ', Left)], Blocks(draft));
        Assert.Empty(draft.Source.Over(new TextSpan(Left[0].Length, Left[0].Length + 1)));
    }

    [Fact]
    public void Two_columns_are_read_one_after_the_other_however_narrow_the_gutter()
    {
        // The gutter is nine points wide, less than one letter size; both columns stand on the same baselines.
        var draft = new TestPdf().Page(Lines(72, 700, Left) + Lines(261, 700, Right)).Read();
        Assert.Equal([string.Join(' ', Left), string.Join(' ', Right)], Blocks(draft));
    }

    [Fact]
    public void A_heading_over_two_columns_comes_first()
    {
        var draft = new TestPdf().Page(
            Lines(72, 700, Left) + Text(150, 730, "LEADING PEOPLE", 16, "F2") + Lines(270, 700, Right)).Read();
        Assert.Equal(["LEADING PEOPLE", string.Join(' ', Left), string.Join(' ', Right)], Blocks(draft));
        Assert.Equal((BlockKind.Heading, 1), (draft.Blocks[0].Kind, draft.Blocks[0].Level));
    }

    [Fact]
    public void The_rows_of_a_table_are_read_from_left_to_right()
    {
        var rows = new[] { ("Year", "Staff", "Budget"), ("2021", "19", "4.1"), ("2022", "31", "5.2"), ("2023", "44", "6.0") };
        var draft = new TestPdf().Page(string.Concat(rows.Select((row, i) =>
            Text(72, 700 - (14 * i), row.Item1) + Text(200, 700 - (14 * i), row.Item2) + Text(330, 700 - (14 * i), row.Item3)))).Read();
        Assert.Equal(rows.SelectMany(row => new[] { row.Item1, row.Item2, row.Item3 }), Blocks(draft));
        Assert.All(draft.Blocks, block => Assert.Equal(BlockKind.TableCell, block.Kind));
        Assert.Equal([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3], draft.Blocks.Select(block => block.Level));
    }

    [Fact]
    public void A_date_at_the_right_margin_stays_on_its_line()
    {
        var draft = new TestPdf().Page(
            Text(72, 700, "Director, Bureau of Ferries") + Text(460, 700, "2019-2023")
            + Lines(72, 680, "I led ninety-four employees in three shifts and cut the waiting time", "of trucks.")).Read();
        Assert.Equal("Director, Bureau of Ferries 2019-2023", Blocks(draft)[0]);
    }

    [Fact]
    public void Bullets_make_list_items_and_are_no_text()
    {
        var draft = new TestPdf().Page(
            Text(72, 700, "\\225") + Text(90, 700, "Led a team of twelve analysts through the merger and kept all of")
            + Text(90, 688, "them.") + Text(72, 676, "\\225") + Text(90, 676, "Cut costs.")
            + Text(100, 664, "-") + Text(118, 664, "By a third.")).Read();
        Assert.Equal(
            ["Led a team of twelve analysts through the merger and kept all of them.", "Cut costs.", "By a third."], Blocks(draft));
        Assert.All(draft.Blocks, block => Assert.Equal(BlockKind.ListItem, block.Kind));
        Assert.Equal([0, 0, 1], draft.Blocks.Select(block => block.Level));
    }

    [Fact]
    public void A_list_item_goes_on_below_its_bullet_where_no_item_stands_further_in()
    {
        var draft = new TestPdf().Page(Lines(
            72, 700, "\\225 Led all of the night crews over to one", "yard by the river, in every month of 2021.", "Each of them found work there.",
            "\\225 Moved the landing of ferries and trucks", "AWARDS AND HONORS",
            "\\225 Bought the second crane from a county.")).Read();
        Assert.Equal(
            [
                "Led all of the night crews over to one yard by the river, in every month of 2021. Each of them found work there.",
                "Moved the landing of ferries and trucks", "AWARDS AND HONORS",
                "Bought the second crane from a county.",
            ],
            Blocks(draft));
    }

    [Theory]
    [InlineData("Director of the Ferries of the County and of all its Ports, since May 2018", "- Present")]
    [InlineData("Director of the Ferries of the County and of all its Ports, 2012", "- 2018, Riverside")]
    public void A_dash_that_joins_dates_at_the_head_of_a_line_is_no_bullet(params string[] lines) =>
        Assert.Contains("- ", Assert.Single(Blocks(new TestPdf().Page(Lines(72, 700, lines)).Read())), StringComparison.Ordinal);

    [Fact]
    public void A_year_that_ends_a_sentence_at_the_head_of_a_line_is_no_number_of_an_item()
    {
        string[] lines = ["Nobody from the port had been there since", "1998. I met them in May."];
        Assert.Equal([string.Join(' ', lines)], Blocks(new TestPdf().Page(Lines(72, 700, lines)).Read()));
    }

    [Theory]
    [InlineData("Member of the Board of Ferries of the County", "AWARDS AND HONORS", "Medal of the Port.")]
    [InlineData("EXECUTIVE CORE QUALIFICATIONS", "Robin Adler")]
    public void A_line_in_capitals_goes_on_with_nothing_however_long_the_lines_are(params string[] lines) =>
        Assert.Equal(lines, Blocks(new TestPdf().Page(Lines(72, 700, lines)).Read()));

    [Fact]
    public void Capitals_throughout_are_a_paragraph()
    {
        string[] lines = ["AS WE MET BY SIX SO DID WE GO ON AT SIX AT", "RIVERSIDE"];
        Assert.Equal([string.Join(' ', lines)], Blocks(new TestPdf().Page(Lines(72, 700, lines)).Read()));
    }

    [Fact]
    public void Capitals_in_a_sentence_part_no_paragraph()
    {
        string[] lines = ["I led the crews of both yards through the", "OPERATION NIGHT CRANE", "and kept all of them."];
        Assert.Equal(string.Join(' ', lines[..2]), Blocks(new TestPdf().Page(Lines(72, 700, lines)).Read())[0]);
    }

    [Fact]
    public void A_line_below_a_bullet_opens_a_paragraph_where_items_stand_further_in()
    {
        var draft = new TestPdf().Page(
            Text(72, 700, "\\225") + Text(90, 700, "Led all of the night crews over to") + Text(90, 688, "one yard by the river, and kept all")
            + Lines(72, 676, "Director of the Ferries of the County", "\\225 Bought it.")).Read();
        Assert.Equal(
            [
                "Led all of the night crews over to one yard by the river, and kept all", "Director of the Ferries of the County", "Bought it.",
            ],
            Blocks(draft));
    }

    [Fact]
    public void Bullets_of_symbol_fonts_are_bullets()
    {
        var pdf = new TestPdf { Fonts = "/W << /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>" };
        var draft = pdf.Page(Text(72, 700, "l", 10, "W") + Text(90, 700, "Led a team.")).Read();
        Assert.Equal((BlockKind.ListItem, "Led a team."), (draft.Blocks[0].Kind, draft.Text));
    }

    [Fact]
    public void A_line_that_ends_early_ends_its_paragraph()
    {
        var draft = new TestPdf().Page(Lines(
            72, 700, "I led the team that rebuilt the port and its", "two bridges.", "I then led the board that runs them both.")).Read();
        Assert.Equal(
            ["I led the team that rebuilt the port and its two bridges.", "I then led the board that runs them both."], Blocks(draft));
    }

    [Fact]
    public void A_sideways_page_is_read_as_it_is_shown()
    {
        var draft = new TestPdf { PageEntries = "/Rotate 90" }.Page(
            "q 0 1 -1 0 612 0 cm\n" + Lines(72, 540, Left) + "Q").Read();
        Assert.Equal([string.Join(' ', Left)], Blocks(draft));
        var place = (PageAnchor)draft.Source.Runs[0].Anchor;
        Assert.InRange(place.Left, 71, 73);
        Assert.InRange(place.Top, 55, 75);
    }

    [Fact]
    public void Text_that_runs_up_the_page_is_read_in_its_own_direction()
    {
        var draft = new TestPdf().Page(
            Lines(72, 700, Left) + "BT /F1 10 Tf 0 1 -1 0 40 300 Tm (Not for release before May) Tj ET").Read();
        Assert.Equal([string.Join(' ', Left), "Not for release before May"], Blocks(draft));
    }

    [Fact]
    public void Running_headers_footers_and_page_numbers_are_furniture_and_their_words_stay()
    {
        var pdf = new TestPdf();
        for (var i = 1; i <= 3; i++)
        {
            pdf.Page(Text(72, 760, "Morgan Ellery") + Lines(72, 700, Left[i], Right[i]) + Text(300, 30, $"Page {i} of 3"));
        }

        var draft = pdf.Read();
        var furniture = draft.Blocks.Where(block => block.Kind == BlockKind.PageFurniture)
            .Select(block => block.Span.Of(draft.Text).ToString());
        Assert.Equal(["Morgan Ellery", "Page 1 of 3", "Morgan Ellery", "Page 2 of 3", "Morgan Ellery", "Page 3 of 3"], furniture);
        Assert.Equal(3, draft.Extraction.Pages);
        Assert.Equal(6, Assert.Single(draft.Extraction.Notes, note => note.What == "page-furniture").Count);
    }

    [Fact]
    public void The_number_of_a_lone_page_is_furniture()
    {
        var draft = new TestPdf().Page(Lines(72, 700, Left) + Text(300, 30, "1")).Read();
        Assert.Equal(BlockKind.PageFurniture, draft.Blocks[^1].Kind);
    }

    [Fact]
    public void A_bold_line_of_its_own_is_a_heading()
    {
        var draft = new TestPdf().Page(Text(72, 712, "Turning the port around", 10, "F2") + Lines(72, 700, Left)).Read();
        Assert.Equal((BlockKind.Heading, "Turning the port around"), (draft.Blocks[0].Kind, Blocks(draft)[0]));
    }

    [Fact]
    public void A_paragraph_over_a_page_break_stays_whole_and_the_furniture_stands_after_it()
    {
        var draft = new TestPdf()
            .Page(Text(72, 760, "Morgan Ellery") + Text(72, 100, "I led the team that rebuilt the harbor and its old"))
            .Page(Text(72, 760, "Morgan Ellery") + Text(72, 700, "bridges within a year."))
            .Read();
        Assert.Equal(
            ["Morgan Ellery", "I led the team that rebuilt the harbor and its old bridges within a year.", "Morgan Ellery"],
            Blocks(draft));
        Assert.Equal([1, 2], draft.Source.Over(draft.Blocks[1].Span).Select(run => ((PageAnchor)run.Anchor).Page).Distinct());
    }
}
