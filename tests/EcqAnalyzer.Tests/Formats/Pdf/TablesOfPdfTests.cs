using EcqAnalyzer.Model;
using static EcqAnalyzer.Tests.Formats.Pdf.TestPdf;

namespace EcqAnalyzer.Tests.Formats.Pdf;

/// <summary>Tables and forms whose lines are drawn, and rows that are told without lines.</summary>
public sealed class TablesOfPdfTests
{
    /// <summary>Stroked lines: the frame of two columns and two rows, the left column 100 points wide.</summary>
    private const string Frame =
        "72 600 m 540 600 l S 72 650 m 540 650 l S 72 700 m 540 700 l S 72 600 m 72 700 l S 172 600 m 172 700 l S 540 600 m 540 700 l S\n";

    [Fact]
    public void Cells_between_drawn_lines_are_read_along_the_rows_each_as_a_whole()
    {
        var draft = new TestPdf().Page(
            Frame + Lines(76, 688, "Leading", "people") + Lines(176, 688, "I led the yard for", "four years in all")
            + Lines(76, 638, "Business", "acumen") + Lines(176, 638, "I closed the books", "in nine days")).Read();
        Assert.Equal(
            ["Leading people", "I led the yard for four years in all", "Business acumen", "I closed the books in nine days"],
            Blocks(draft));
        Assert.All(draft.Blocks, block => Assert.Equal(BlockKind.TableCell, block.Kind));
        Assert.Equal([0, 0, 1, 1], draft.Blocks.Select(block => block.Level));
    }

    [Fact]
    public void A_line_between_them_keeps_words_apart_that_nearly_touch()
    {
        var draft = new TestPdf().Page(
            Frame + Text(110, 688, "Department") + Text(174, 688, "Ferries") + Text(76, 638, "Bureau") + Text(174, 638, "Ports")).Read();
        Assert.Equal(["Department", "Ferries", "Bureau", "Ports"], Blocks(draft));
    }

    [Fact]
    public void A_cell_over_several_columns_is_one_cell()
    {
        // Boxes filled as thin as lines, and no line between the two fields of the upper row.
        var draft = new TestPdf().Page(
            "72 600 468 .5 re f 72 650 468 .5 re f 72 700 468 .5 re f 72 600 .5 100 re f 172 600 .5 50 re f 540 600 .5 100 re f\n"
            + Text(130, 670, "Ferries and ports of the coast") + Text(76, 638, "2021") + Text(176, 638, "19 boats")).Read();
        Assert.Equal(["Ferries and ports of the coast", "2021", "19 boats"], Blocks(draft));
    }

    [Fact]
    public void Bullets_in_a_cell_are_list_items()
    {
        var draft = new TestPdf().Page(
            Frame + Text(76, 688, "Leading People") + Text(176, 688, "\\225") + Text(190, 688, "Led the yard.")
            + Text(176, 676, "\\225") + Text(190, 676, "Cut the wait.") + Text(76, 638, "Acumen") + Text(176, 638, "Closed the books.")).Read();
        Assert.Equal(["Leading People", "Led the yard.", "Cut the wait.", "Acumen", "Closed the books."], Blocks(draft));
        Assert.Equal(
            [BlockKind.TableCell, BlockKind.ListItem, BlockKind.ListItem, BlockKind.TableCell, BlockKind.TableCell],
            draft.Blocks.Select(block => block.Kind));
    }

    [Fact]
    public void Lines_that_text_lies_across_are_a_picture_and_divide_nothing()
    {
        var draft = new TestPdf().Page(Frame + Lines(120, 688, "I rebuilt the schedule of the", "yard around the cranes.")).Read();
        Assert.Equal(["I rebuilt the schedule of the yard around the cranes."], Blocks(draft));
    }

    [Fact]
    public void Text_around_a_table_stays_before_and_after_it()
    {
        var draft = new TestPdf().Page(
            Text(72, 580, "After the table.") + Frame + Text(76, 688, "A") + Text(176, 688, "B") + Text(76, 638, "C")
            + Text(176, 638, "D") + Text(72, 712, "Before the table.")).Read();
        Assert.Equal(["Before the table.", "A", "B", "C", "D", "After the table."], Blocks(draft));
    }

    [Fact]
    public void A_long_text_in_one_column_does_not_hold_rows_together_that_others_begin()
    {
        string[] text = ["Fare to the port,", "by boat.", "Fare to the yard,", "by the night", "boat.", "Fare home,", "by foot."];
        var draft = new TestPdf().Page(
            Text(72, 700, "D1") + Text(72, 676, "D2") + Text(72, 640, "D3")
            + Text(150, 700, "May") + Text(150, 676, "June") + Text(150, 640, "July")
            + Lines(250, 700, text)).Read();
        Assert.Equal(
            [
                "D1", "May", "Fare to the port, by boat.", "D2", "June", "Fare to the yard, by the night boat.",
                "D3", "July", "Fare home, by foot.",
            ],
            Blocks(draft));
    }

    [Fact]
    public void A_cell_whose_sentence_runs_on_is_one_though_those_beside_it_have_as_many_lines()
    {
        var draft = new TestPdf().Page(
            Text(72, 700, "Year") + Lines(150, 700, "Department of Ports and", "Human Services") + Lines(330, 700, "Department of Roads", "(in all)")
            + Text(72, 670, "2021") + Text(150, 670, "164") + Text(330, 670, "224")
            + Text(72, 640, "2022") + Text(150, 640, "103") + Text(330, 640, "78")).Read();
        Assert.Equal(
            ["Year", "Department of Ports and Human Services", "Department of Roads (in all)", "2021", "164", "224", "2022", "103", "78"],
            Blocks(draft));
    }

    [Fact]
    public void Rows_are_rows_though_a_title_lies_over_two_columns_and_the_head_stands_off()
    {
        string[][] rows = [["Austria", "8.9", "Vienna"], ["Belgium", "11.5", "Brussels"], ["Denmark", "5.8", "Copenhagen"], ["Finland", "5.5", "Helsinki"]];
        var draft = new TestPdf().Page(
            Text(72, 730, "Table 1: Countries of the Union") + Text(72, 716, "Country") + Text(180, 716, "People") + Text(300, 716, "Capital")
            + string.Concat(rows.Select((row, i) =>
                Text(72, 696 - (12 * i), row[0]) + Text(180, 696 - (12 * i), row[1]) + Text(300, 696 - (12 * i), row[2])))).Read();
        Assert.Equal(["Table 1: Countries of the Union", "Country", "People", "Capital", .. rows.SelectMany(row => row)], Blocks(draft));
    }

    [Fact]
    public void Rows_are_rows_though_some_cells_are_empty()
    {
        string[][] rows = [["Austria", "8.9", ""], ["Belgium", "11.5", "Brussels"], ["Denmark", "", "Copenhagen"], ["Finland", "5.5", "Helsinki"]];
        var draft = new TestPdf().Page(
            Text(72, 716, "Country") + Text(180, 716, "People") + Text(300, 716, "Capital")
            + string.Concat(rows.Select((row, i) =>
                Text(72, 696 - (12 * i), row[0]) + Text(180, 696 - (12 * i), row[1]) + Text(300, 696 - (12 * i), row[2])))).Read();
        Assert.Equal(["Country", "People", "Capital", .. rows.SelectMany(row => row).Where(cell => cell.Length > 0)], Blocks(draft));
    }

    [Fact]
    public void A_text_beside_a_box_of_short_lines_is_no_row_with_them()
    {
        string[] text =
        [
            "The agency reads the facts of", "your resume and compares them", "with what it asked for in the", "notice of the job, and before", "it rates you at all.",
        ];
        var draft = new TestPdf().Page(
            Lines(72, 700, text) + Text(300, 694, "What it asks for")
            + Text(300, 664, "#") + Text(330, 664, "Level") + Text(300, 652, "#") + Text(330, 652, "Amount")).Read();
        Assert.Equal(string.Join(' ', text), Blocks(draft)[0]);
    }
}
