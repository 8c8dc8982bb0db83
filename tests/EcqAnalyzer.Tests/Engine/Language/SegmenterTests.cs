using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Language;

public sealed class SegmenterTests
{
    [Theory]
    [InlineData("I briefed Gov. Adams on the plan.|She approved it.")]
    [InlineData("I served in the U.S. Army for ten years.|I left as a major.")]
    [InlineData("My office is in Washington, D.C.|We moved there in 2019.")]
    [InlineData("I hold a Ph.D. in economics.|I teach.")]
    [InlineData("I was promoted to GS-15.|My staff doubled.")]
    [InlineData("I rewrote Sec. 5 of the rule.|It took effect in May.")]
    [InlineData("Order No. 12 was mine.|I wrote it alone.")]
    [InlineData("Dr. Ruth A. Novak and I met at 9 a.m. on Monday.|We agreed.")]
    [InlineData("The case of Smith vs. Jones was settled.|Costs fell by 3.5 percent.")]
    [InlineData("I hired Acme Inc. to build it.|They delivered early.")]
    [InlineData("We used tools, e.g. Gantt charts, to plan.|It worked.")]
    [InlineData("She said, \u201CIt cannot be done.\u201D|I did it anyway.")]
    [InlineData("I saved $1.2 million (see Annex A.)|The board took note.")]
    [InlineData("Could we finish?|We did!|Then came the audit.")]
    [InlineData("I hired ten people; two were veterans; all stayed.|None left.")]
    [InlineData("Costs fell by half.23|Morale rose.")]
    [InlineData("Rights were lost. 4|Even so, we went on.")]
    [InlineData("I cut the staff.|12 Analysts stayed.")]
    public void A_sentence_ends_where_a_reader_ends_it(string marked)
    {
        var expected = marked.Split('|');
        Assert.Equal(expected, Annotators.Sentences(string.Join(' ', expected)));
    }

    [Theory]
    [InlineData(BlockKind.Heading, "Executive Core Qualification 2: Leading People")]
    [InlineData(BlockKind.ListItem, "Managed Budget Of $4M Led Team Of 12")]
    [InlineData(BlockKind.ListItem, "Program Manager, GS-14, Office of Field Operations, Jan. 2015 - Present")]
    [InlineData(BlockKind.ListItem, "1. Rebuilt the audit staff")]
    [InlineData(BlockKind.ListItem, "\u2022 Cut the backlog from 900 to 40 cases")]
    [InlineData(BlockKind.Heading, "II. LEADING PEOPLE:")]
    [InlineData(BlockKind.Paragraph, "3. Building Coalitions")]
    [InlineData(BlockKind.Paragraph, "I rewrote the Veterans' Preference guide for 12 offices")]
    [InlineData(BlockKind.Paragraph, "I rewrote the Veterans’ Preference guide for 12 offices")]
    [InlineData(BlockKind.TableCell, "Supervisor: J. R. Lee, (202) 555-0100")]
    public void A_line_without_a_stop_is_one_sentence(BlockKind kind, string text)
    {
        Assert.Equal([text], Annotators.Sentences(text, kind));
    }

    [Fact]
    public void A_list_item_may_hold_two_sentences()
    {
        Assert.Equal(
            ["Rebuilt the staff.", "Cut overtime by half."],
            Annotators.Sentences("Rebuilt the staff. Cut overtime by half.", BlockKind.ListItem));
    }

    [Fact]
    public void No_sentence_ends_after_a_long_dash()
    {
        Assert.Equal(["ECQ #2 \u2013 Leading People"], Annotators.Sentences("ECQ #2 \u2013 Leading People"));
    }
}
