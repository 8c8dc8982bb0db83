using static EcqAnalyzer.Tests.Formats.Pdf.TestPdf;

namespace EcqAnalyzer.Tests.Formats.Pdf;

/// <summary>Where text stands beside text: what is a column, what a row, and where either ends.</summary>
public sealed class ColumnsOfPdfTests
{
    private static readonly string[] Note =
    [
        "My night shift moved over to", "a yard right by the river", "which kept every one of us", "crews in work.",
    ];

    [Fact]
    public void A_raised_ordinal_stays_with_its_number()
    {
        var draft = new TestPdf().Page(
            Text(72, 700, "We opened the 3", 12) + Text(180, 705.6, "rd", 8) + Text(197, 700, "ferry landing in May.", 12)).Read();
        Assert.Equal(["We opened the 3rd ferry landing in May."], Blocks(draft));
    }

    [Fact]
    public void Spaces_of_a_typewriter_that_stand_under_each_other_part_no_columns()
    {
        string[] lines =
        [
            "we moved night crews over to", "my third river yard, which", "is where ships from a port", "of sixty lines wait until we", "do their holds in one shift.",
        ];
        Assert.Equal([string.Join(' ', lines)], Blocks(new TestPdf().Page(Lines(72, 700, lines)).Read()));
    }

    [Fact]
    public void Boxes_of_sentences_beside_each_other_are_read_one_by_one()
    {
        var draft = new TestPdf().Page(
            Lines(72, 700, Note) + Lines(260, 700, Note) + Lines(440, 700, Note)
            + Lines(72, 620, Note) + Lines(260, 620, Note) + Lines(440, 620, Note)
            + Text(72, 540, "Written by all of the superintendents")).Read();
        Assert.Equal(
            [.. Enumerable.Repeat(string.Join(' ', Note), 6), "Written by all of the superintendents"], Blocks(draft));
    }

    [Fact]
    public void A_sentence_that_flows_round_a_box_is_not_torn_by_it()
    {
        string[] box = ["Core strengths", "Harbors and ports", "Budgets of fleets", "Public speaking", "Spanish and Tagalog", "Night pilotage"];
        string[] beside = ["When the yard by the river lost", "its lease I moved nine crews to", "the old port, talked with every", "one of the nine foremen at night", "and on the day after, and then I", "asked the union and the owner to"];
        var draft = new TestPdf().Page(
            Lines(72, 700, beside) + Lines(400, 700, box)
            + Lines(72, 628, "sign one paper for both of the yards, which they did in the first week of the month of May,", "so that no crew was ever out of work in all of that year."))
            .Read();

        var blocks = Blocks(draft).ToList();
        Assert.Contains("asked the union and the owner to sign one paper", blocks[^1], StringComparison.Ordinal);
        Assert.Equal("Core strengths", blocks[0]);
    }

    [Fact]
    public void Justified_lines_pulled_wide_stay_lines_of_their_column()
    {
        var draft = new TestPdf().Page(
            Lines(72, 700, "the crews of both yards in", "only one roster that every") + Text(72, 676, "foreman") + Text(150, 676, "could")
            + Text(204, 676, "read") + Text(72, 664, "at a glance.")
            + Lines(300, 700, "We bought the second crane", "from the port of a county", "that had no use for it and", "saved a year."))
            .Read();
        Assert.Equal(
            [
                "the crews of both yards in only one roster that every foreman could read at a glance.",
                "We bought the second crane from the port of a county that had no use for it and saved a year.",
            ],
            Blocks(draft));
    }

    [Fact]
    public void Three_columns_below_two_are_columns_of_their_own()
    {
        string[] wide = ["I rebuilt the schedule of the yard", "around the cranes that still worked", "and the crews agreed to it in June."];
        string[] narrow = ["we then asked for", "a second landing", "and had it built", "in just one year", "and a half."];
        var draft = new TestPdf().Page(
            Lines(72, 700, wide) + Lines(400, 700, narrow[..3])
            + Text(72, 640, "Harbors")
            + Lines(72, 620, narrow) + Lines(230, 620, narrow) + Lines(400, 620, narrow)).Read();
        Assert.Equal(
            [
                string.Join(' ', wide), string.Join(' ', narrow[..3]), "Harbors",
                string.Join(' ', narrow), string.Join(' ', narrow), string.Join(' ', narrow),
            ],
            Blocks(draft));
    }

    [Fact]
    public void Contact_lines_above_two_columns_are_read_before_both()
    {
        string[] wide =
        [
            "Led the move of the night shift", "to the yard beside the river,", "with every crew kept in work.",
            "Bought the second crane from", "a county that no longer had", "any use for it at all.",
        ];
        string[] narrow =
        [
            "Harbor engineering", "Labor relations", "Budget and finance", "Crane maintenance", "Emergency response", "Rosters of crews",
        ];
        var draft = new TestPdf().Page(
            Text(74, 740, "ROBIN ADLER", 20)
            + Text(80, 715, "robin@example.org", 8) + Text(180, 715, "555-0100", 8) + Text(310, 715, "Harbor Street 5", 8) + Text(430, 715, "Port City", 8)
            + Text(80, 703, "example.org", 8) + Text(160, 703, "@robin", 8) + Text(330, 703, "robin.adler", 8) + Text(400, 703, "0000-0001", 8)
            + Text(72, 670, "EXPERIENCE", 12) + Text(360, 670, "SKILLS", 12)
            + Lines(72, 650, wide) + Lines(360, 645, narrow)).Read();
        var text = string.Join(' ', Blocks(draft));
        int PlaceOf(string word) => text.IndexOf(word, StringComparison.Ordinal);
        string[] contacts = ["ROBIN", "555-0100", "Port City", "@robin", "0000-0001"];
        Assert.All(contacts, contact => Assert.InRange(PlaceOf(contact), 0, PlaceOf("EXPERIENCE")));
        Assert.True(PlaceOf("EXPERIENCE") < PlaceOf("any use") && PlaceOf("any use") < PlaceOf("SKILLS"));
    }

    [Fact]
    public void Contact_lines_in_pieces_are_read_line_by_line()
    {
        var draft = new TestPdf().Page(
            Text(74, 740, "ROBIN ADLER", 20)
            + Text(80, 715, "robin@example.org", 8) + Text(200, 715, "555-0100", 8) + Text(310, 715, "Harbor Street 5", 8) + Text(430, 715, "Port City", 8)
            + Text(80, 705, "example.org", 8) + Text(160, 705, "@robin", 8) + Text(330, 705, "robin.adler", 8)).Read();
        Assert.Equal(
            "ROBIN ADLER robin@example.org 555-0100 Harbor Street 5 Port City example.org @robin robin.adler",
            string.Join(' ', Blocks(draft)));
    }

    [Fact]
    public void Words_in_boxes_one_after_the_other_are_read_line_by_line()
    {
        var draft = new TestPdf().Page(
            Text(72, 700, "Go") + Text(98, 700, "Python") + Text(148, 700, "TypeScript") + Text(222, 700, "Java")
            + Text(72, 683, "JavaScript") + Text(146, 683, "SQL") + Text(178, 683, "Perl")
            + Text(72, 666, "Redis") + Text(116, 666, "Kafka") + Text(160, 666, "Elastic") + Text(216, 666, "Rust")).Read();
        Assert.Equal(
            "Go Python TypeScript Java JavaScript SQL Perl Redis Kafka Elastic Rust", string.Join(' ', Blocks(draft)));
    }

    [Theory]
    [InlineData("2019.")]
    [InlineData("-")]
    [InlineData("o")]
    public void What_ends_a_line_is_no_bullet_of_the_column_beside_it(string end)
    {
        string[] left = ["the crews met in all of " + end, "the yards that we run and", "agreed on one roster that", "every foreman can read."];
        string[] right = ["We bought the second crane", "from the port of a county", "that had no use for it and", "saved a year."];
        var draft = new TestPdf().Page(Lines(72, 700, left) + Lines(72 + (6 * left[0].Length) + 16, 700, right)).Read();
        Assert.Equal([string.Join(' ', left), string.Join(' ', right)], Blocks(draft));
    }
}
