using EcqAnalyzer.Model;
using static EcqAnalyzer.Tests.Formats.Pdf.TestPdf;

namespace EcqAnalyzer.Tests.Formats.Pdf;

/// <summary>Dates and other labels beside what they belong to, in tables whose lines are not drawn; and side bars, which look like them.</summary>
public sealed class LabelledRowsOfPdfTests
{
    private static readonly string[] _first =
        ["Deputy Director of Harbors", "\\225 Led ninety-four employees in three shifts at the", "  gates of the northern yard.", "\\225 Cut the wait to twenty-five minutes.", "\\225 Answered for 41 million dollars."];

    private static readonly string[] _second =
        ["Chief of Ferries", "\\225 Replaced the paper timetable with one for the", "  telephone.", "\\225 Hired nineteen deckhands.", "\\225 Sold two boats that nobody used."];

    private static readonly string[] _firstRead =
        ["Deputy Director of Harbors", "Led ninety-four employees in three shifts at the gates of the northern yard.", "Cut the wait to twenty-five minutes.", "Answered for 41 million dollars."];

    private static readonly string[] _secondRead =
        ["Chief of Ferries", "Replaced the paper timetable with one for the telephone.", "Hired nineteen deckhands.", "Sold two boats that nobody used."];

    [Fact]
    public void A_date_stands_at_its_post()
    {
        var draft = new TestPdf().Page(
            Text(72, 700, "2019-2024") + Post(180, 700, _first) + Text(72, 640, "2013-2019") + Post(180, 640, _second)).Read();
        Assert.Equal(["2019-2024", .. _firstRead, "2013-2019", .. _secondRead], Blocks(draft));
        Assert.Equal([0, 1], draft.Blocks.Where(block => block.Span.Of(draft.Text).StartsWith("20")).Select(block => block.Level));
        Assert.Empty(draft.Extraction.Notes);
    }

    [Fact]
    public void So_does_one_of_several_lines_though_the_title_of_its_post_stands_off()
    {
        var draft = new TestPdf().Page(
            Lines(72, 706, "2019-2024", "Port Wessel") + Post(180, 700, _first)
            + Lines(72, 640, "2013-2019", "Lower Quay") + Post(180, 634, _second)).Read();
        Assert.Equal(["2019-2024", "Port Wessel", .. _firstRead, "2013-2019", "Lower Quay", .. _secondRead], Blocks(draft));
    }

    [Fact]
    public void What_goes_on_from_the_page_before_and_a_heading_below_have_no_label()
    {
        var draft = new TestPdf().Page(
            Post(180, 712, "\\225 Stood in for the chief.") + Text(72, 700, "2019-2024") + Post(180, 700, _first)
            + Text(72, 620, "EDUCATION") + Text(72, 600, "Master of Public Administration, College of the Sound, 2007")).Read();
        Assert.Equal(
            ["Stood in for the chief.", "2019-2024", .. _firstRead, "EDUCATION", "Master of Public Administration, College of the Sound, 2007"],
            Blocks(draft));
    }

    [Fact]
    public void A_date_to_the_right_follows_its_post_as_cells_do()
    {
        var draft = new TestPdf().Page(
            Post(72, 700, _first) + Lines(460, 700, "2019-2024", "Port Wessel")
            + Post(72, 640, _second) + Lines(460, 640, "2013-2019", "Lower Quay") + Text(72, 560, "EDUCATION")).Read();
        Assert.Equal(
            [.. _firstRead, "2019-2024", "Port Wessel", .. _secondRead, "2013-2019", "Lower Quay", "EDUCATION"], Blocks(draft));
    }

    [Fact]
    public void The_name_of_a_section_stands_at_its_text()
    {
        var draft = new TestPdf().Page(
            Text(72, 700, "SUMMARY") + Lines(180, 700, "I have led ports and ferries through storms, strikes", "and two audits.")
            + Text(72, 676, "POSTS") + Post(180, 676, _first)
            + Text(72, 616, "EDUCATION") + Lines(180, 616, "Master of Public Administration, 2007.", "Bachelor of Arts, 2003.")).Read();
        Assert.Equal(
            [
                "SUMMARY", "I have led ports and ferries through storms, strikes and two audits.", "POSTS", .. _firstRead,
                "EDUCATION", "Master of Public Administration, 2007.", "Bachelor of Arts, 2003.",
            ],
            Blocks(draft));
    }

    [Fact]
    public void Items_with_numbers_go_on_beside_them_in_a_cell_too()
    {
        string[] items = ["(a) Moved nine crews to the old", "    port.", "(b) Sold two boats."];
        var draft = new TestPdf().Page(
            Text(72, 700, "2019-2024") + Text(180, 700, "Deputy Director", font: "F2") + Numbered(688)
            + Text(72, 640, "2013-2019") + Text(180, 640, "Chief of Ferries", font: "F2") + Numbered(628)).Read();
        string[] read = ["(a) Moved nine crews to the old port.", "(b) Sold two boats."];
        Assert.Equal(["2019-2024", "Deputy Director", .. read, "2013-2019", "Chief of Ferries", .. read], Blocks(draft));

        string Numbered(double y) =>
            string.Concat(items.Select((item, i) => Text(item[0] == ' ' ? 204 : 180, y - (12 * i), item.Trim().Replace("(", "\\(").Replace(")", "\\)"))));
    }

    [Fact]
    public void A_side_bar_is_read_by_itself_though_its_lines_stand_on_those_of_the_column()
    {
        string[] bar = ["SKILLS", "Budgets", "Pilotage", "Storms", "", "EDUCATION", "M.P.A., 2007", "B.A., 2003", "", "AWARDS", "Medal, 2021"];
        var draft = new TestPdf().Page(Lines(72, 700, bar) + Post(200, 700, [.. _first, "", .. _second])).Read();
        Assert.Equal([.. bar.Where(line => line.Length > 0), .. _firstRead, .. _secondRead], Blocks(draft));
        Assert.Empty(draft.Extraction.Notes);
    }

    [Fact]
    public void Dates_that_begin_with_nothing_are_read_by_themselves_and_said()
    {
        var draft = new TestPdf().Page(
            Text(72, 674, "2019-2024") + Post(180, 700, _first) + Text(72, 614, "2013-2019") + Post(180, 640, _second)).Read();
        Assert.Equal(["2019-2024", "2013-2019", .. _firstRead, .. _secondRead], Blocks(draft));
        var note = Assert.Single(draft.Extraction.Notes);
        Assert.Equal(("reading-order", ExtractionGrade.Doubtful), (note.What, note.Grade));
        Assert.StartsWith("Page 1 held dates in a column of their own", note.Message);
    }

    /// <summary>A title in bold, and list items below it, as <see cref="Lines"/>.</summary>
    private static string Post(double x, double y, params string[] lines) =>
        string.Concat(lines.Select((line, i) =>
            Text(x + (line.StartsWith("  ") ? 12 : 0), y - (12 * i), line.Trim(), font: line.StartsWith('\\') || line.StartsWith(' ') ? "F1" : "F2")));
}
