using EcqAnalyzer.Model;
using static EcqAnalyzer.Tests.Formats.Pdf.TestPdf;

namespace EcqAnalyzer.Tests.Formats.Pdf;

/// <summary>What a tab sets far to the right of its line: dates, places, ratings.</summary>
public sealed class TabsOfPdfTests
{
    private static readonly string[] Skills =
    [
        "Labor relations", "Crane maintenance", "Budgets", "Rosters", "Harbor law", "Ferry traffic", "Port safety", "Tide tables",
        "Night work", "Salvage", "Dredging", "Pilots",
    ];

    [Fact]
    public void Dates_at_the_margin_stand_with_the_first_line_of_their_entries()
    {
        var draft = new TestPdf().Page(
            Lines(72, 700, "Director of Ferries", "Port of Alder, Harbor Bureau") + Text(440, 700, "May 2019 - now")
            + Text(84, 676, "I led ninety-four employees in three shifts and cut the waiting time")
            + Text(84, 664, "of trucks by a half.")
            + Lines(72, 640, "Deputy Director", "City of Birch, Bureau of Bridges") + Text(450, 640, "2015 - 2019")
            + Text(84, 616, "I closed the books of all four bridges in nine days, as nobody had.")).Read();
        Assert.Equal(
            [
                "Director of Ferries May 2019 - now", "Port of Alder, Harbor Bureau",
                "I led ninety-four employees in three shifts and cut the waiting time of trucks by a half.",
                "Deputy Director 2015 - 2019", "City of Birch, Bureau of Bridges",
                "I closed the books of all four bridges in nine days, as nobody had.",
            ],
            Blocks(draft));
    }

    [Fact]
    public void A_date_at_the_margin_does_not_part_the_sentences_below_it()
    {
        // The first line of the text ends before the date begins, the second goes on below it.
        var draft = new TestPdf().Page(
            Text(72, 730, "PROJECTS") + Text(72, 700, "Transit forecasts") + Text(505, 700, "2022") + Text(72, 688, "Creator")
            + Lines(72, 676, "I had the tides of all four landings forecast from the sensors of the", "boats, by which crews plan their shifts to this day, and ours first of all."))
            .Read();
        Assert.Equal(
            [
                "PROJECTS", "Transit forecasts 2022", "Creator",
                "I had the tides of all four landings forecast from the sensors of the boats, by which crews plan their shifts to this day, and ours first of all.",
            ],
            Blocks(draft));
    }

    [Fact]
    public void Places_at_a_tab_stand_on_their_lines_beside_a_sidebar_too()
    {
        string Entry(double y, string title, params string[] text) =>
            Text(72, y, title) + Text(72, y - 14, "2019 - 2023") + Text(260, y - 14, "Alder") + Lines(72, y - 30, text);
        var draft = new TestPdf().Page(
            Entry(700, "Director", "I moved the night shift", "to the yard by the river.")
            + Entry(630, "Deputy Director", "We bought the second crane", "for a third of its price.")
            + Entry(560, "Manager", "Every crew kept its work", "though three yards closed.")
            + Lines(400, 703, Skills)).Read();
        Assert.Equal(
            [
                "Director", "2019 - 2023 Alder", "I moved the night shift to the yard by the river.",
                "Deputy Director", "2019 - 2023 Alder", "We bought the second crane for a third of its price.",
                "Manager", "2019 - 2023 Alder", "Every crew kept its work though three yards closed.",
                .. Skills,
            ],
            Blocks(draft));
    }

    [Fact]
    public void Ratings_stand_with_what_they_rate_and_the_next_heading_after_them()
    {
        var draft = new TestPdf().Page(
            Text(300, 700, "LANGUAGES", 12) + Text(300, 676, "English") + Text(460, 676, "native") + Text(300, 652, "Spanish") + Text(460, 652, "fluent")
            + Text(300, 628, "German") + Text(460, 628, "basic") + Text(300, 604, "EDUCATION", 12) + Text(300, 588, "Harbor College")).Read();
        Assert.Equal(
            ["LANGUAGES", "English native", "Spanish fluent", "German basic", "EDUCATION", "Harbor College"], Blocks(draft));
    }

    [Fact]
    public void A_sentence_that_goes_on_below_is_not_parted_by_what_stands_beside_its_first_line()
    {
        var draft = new TestPdf().Page(
            Lines(72, 700, "Moved the night shift to the yard by the river and", "kept all of its crews in work.") + Text(430, 700, "94 people")
            + Text(72, 664, "Bought the second crane.")).Read();
        Assert.Equal("Moved the night shift to the yard by the river and kept all of its crews in work.", Blocks(draft)[0]);
    }

    [Fact]
    public void A_short_line_of_an_entry_ends_where_the_dates_leave_room_for_the_next_word()
    {
        var draft = new TestPdf().Page(
            Text(72, 700, "Security Supervisor") + Text(470, 700, "2008 - now")
            + Lines(72, 688, "Employer: Harbor Development", "9700 Charles Street, Alder", "Salary: 75,000, 40 hours")).Read();
        Assert.Equal(
            ["Security Supervisor 2008 - now", "Employer: Harbor Development", "9700 Charles Street, Alder", "Salary: 75,000, 40 hours"],
            Blocks(draft));
    }

    [Fact]
    public void Lines_of_a_column_are_not_tabs_though_they_lie_beside_lines()
    {
        string[] text = ["We bought the second crane", "from the port of a county", "that had no use for it and", "saved a year."];
        var draft = new TestPdf().Page(
            Lines(72, 700, "The crews of both yards met", "and agreed on one roster", "that every foreman could", "read at a glance.")
            + Lines(300, 700, text)).Read();
        Assert.Equal(
            ["The crews of both yards met and agreed on one roster that every foreman could read at a glance.", string.Join(' ', text)],
            Blocks(draft));
    }
}
