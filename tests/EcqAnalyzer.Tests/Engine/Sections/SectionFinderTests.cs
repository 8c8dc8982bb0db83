using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Sections;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Sections;

public sealed class SectionFinderTests
{
    private const string Prose = "I led the merger of two offices and moved twelve analysts before the school year began.";

    [Theory]
    [InlineData("Leading People")]
    [InlineData("# Leading People")]
    [InlineData("LEADING PEOPLE")]
    [InlineData("ECQ 2: Leading People")]
    [InlineData("ECQ2 - Leading People")]
    [InlineData("2. Leading People")]
    [InlineData("II. LEADING PEOPLE:")]
    [InlineData("Leading Poeple")]
    [InlineData("Leadng People")]
    [InlineData("ECQ #2 – Leading People")]
    [InlineData("ECQ 2")]
    [InlineData("Executive Core Qualification 2: Leading People (continued)")]
    public void A_heading_of_an_ecq_is_found_however_it_is_written(string heading)
    {
        var analysis = TestEngine.Analyze(new AnalysisOptions("opm-2006"), Prose, heading, Prose);

        var section = Assert.Single(analysis.Document.Sections, section => section.Kind == SectionKind.Ecq);
        Assert.Equal(new EcqId("opm-2006", "leading-people"), section.Ecq);
        Assert.StartsWith(heading.TrimStart('#', ' ').TrimEnd(':'), section.Sentences[0].Span.Of(analysis.Document.Draft.Text).ToString());
        Assert.Equal(2, section.Sentences.Length);
    }

    [Theory]
    [InlineData("Leading people takes patience and I have learned to listen before I speak.")]
    [InlineData("Leading Purple")]
    [InlineData("- Leading a team of people")]
    public void Prose_and_other_words_are_no_heading(string line)
    {
        var analysis = TestEngine.Analyze(new AnalysisOptions("opm-2006"), Prose, line, Prose);

        Assert.DoesNotContain(analysis.Document.Sections, section => section.Kind == SectionKind.Ecq);
    }

    [Fact]
    public void A_list_of_headings_opens_nothing()
    {
        var analysis = TestEngine.Analyze(
            new AnalysisOptions("opm-2006"), "Leading Change", "Leading People", "Results Driven", "Business Acumen", "Building Coalitions", Prose);

        Assert.Equal([SectionKind.Front], analysis.Document.Sections.Select(section => section.Kind));
    }

    [Fact]
    public void A_heading_of_another_framework_opens_a_section_without_an_ecq()
    {
        var analysis = TestEngine.Analyze(new AnalysisOptions("opm-2025"), "Leading People", Prose, "Building Coalitions", Prose);

        Assert.Equal([SectionKind.Ecq, SectionKind.Other], analysis.Document.Sections.Select(section => section.Kind));
        Assert.Null(analysis.Document.Sections[1].Ecq);
    }

    [Fact]
    public void A_story_s_title_stays_within_its_ecq()
    {
        var analysis = TestEngine.Analyze(new AnalysisOptions("opm-2006"), "ECQ 2: Leading People", "# The two offices", Prose);

        Assert.Single(analysis.Document.Sections);
    }

    [Theory]
    [InlineData("Deputy Director, Office of Grants | June 2021 - present", 2021, null, true)]
    [InlineData("Office of Grants, Deputy Director, 06/2019 – 03/2023", 2019, 2023, false)]
    [InlineData("Office of Grants, Deputy Director, 6/15/2019 – 3/1/2023", 2019, 2023, false)]
    [InlineData("Deputy Director (FY19-FY22), Office of Grants", 2019, 2022, false)]
    [InlineData("Deputy Director; Office of Grants; Jan. 2015 to Mar. 2018", 2015, 2018, false)]
    public void The_head_of_a_post_is_read(string head, int from, int? to, bool isCurrent)
    {
        var analysis = TestEngine.Analyze(AnalysisOptions.Auto, head, "- Led the merger of two offices.");

        var post = Assert.Single(analysis.Document.Sections, section => section.Kind == SectionKind.Post).Post!;
        var text = analysis.Document.Draft.Text;
        Assert.Equal((from, to, isCurrent), (post.FromYear, post.ToYear, post.IsCurrent));
        Assert.StartsWith("Deputy Director", post.Role!.Value.Of(text).ToString());
        Assert.StartsWith("Office of Grants", post.Employer!.Value.Of(text).ToString());
    }

    [Theory]
    [InlineData("Office of Grants, Deputy Director, GS-15, 07/2019–Present", "07/2019–Present")]
    [InlineData("Office of Grants, Deputy Director, NH-04 Aug 2021 - present", "Aug 2021 - present")]
    [InlineData("Office of Grants, Deputy Director, GS-15, June 2019 - present", "June 2019 - present")]
    [InlineData("Office of Grants, Deputy Director, June 15, 2019 - present", "June 15, 2019 - present")]
    [InlineData("Office of Grants, Deputy Director, 15 June 2019 - present", "15 June 2019 - present")]
    [InlineData("Office of Grants, Deputy Director, 6/15/2019 - present", "6/15/2019 - present")]
    public void A_number_before_a_date_belongs_to_it_only_where_it_is_a_day_or_month(string head, string dates)
    {
        var range = DateRange.Find(head, new TextSpan(0, head.Length))!;
        Assert.Equal(dates, range.Span.Of(head));
    }

    [Fact]
    public void A_head_of_three_lines_is_one_post()
    {
        var analysis = TestEngine.Analyze(
            AnalysisOptions.Auto, "Experience", "Office of Grants, Springfield", "Deputy Director", "June 2021 - present", "- Led the merger of two offices.");

        var section = Assert.Single(analysis.Document.Sections, section => section.Kind == SectionKind.Post);
        var text = analysis.Document.Draft.Text;
        Assert.Equal("Office of Grants", section.Post!.Employer!.Value.Of(text));
        Assert.Equal("Deputy Director", section.Post.Role!.Value.Of(text));
        Assert.Equal(4, section.Sentences.Length);
    }

    [Fact]
    public void The_highest_grade_held_is_no_post()
    {
        var analysis = TestEngine.Analyze(
            AnalysisOptions.Auto, "Highest grade: GS-15, 07/2019–Present", "Experience", "Deputy Director, Office of Grants, 06/2015 – 03/2019", "- Led the merger of two offices.");

        var post = Assert.Single(analysis.Document.Sections, section => section.Kind == SectionKind.Post).Post!;
        Assert.Equal(2015, post.FromYear);
    }

    [Fact]
    public void A_sentence_with_years_is_no_post()
    {
        var analysis = TestEngine.Analyze(AnalysisOptions.Auto, "From 2019 to 2022 I led the merger of two offices.");

        Assert.DoesNotContain(analysis.Document.Sections, section => section.Kind == SectionKind.Post);
    }

    [Fact]
    public void Skills_and_education_are_sections()
    {
        var analysis = TestEngine.Analyze(AnalysisOptions.Auto, Prose, "Skills", "Budgeting, hiring", "EDUCATION", "Master of Public Policy");

        Assert.Equal(
            [SectionKind.Front, SectionKind.Skills, SectionKind.Education],
            analysis.Document.Sections.Select(section => section.Kind));
    }

    [Fact]
    public void Every_sentence_stands_in_one_section_in_order()
    {
        var analysis = TestEngine.Analyze(
            AnalysisOptions.Auto, "Ann Example", "Leading People", Prose, "Challenge: the offices fought.", "Skills", "Budgeting");

        Assert.Equal(
            Enumerable.Range(0, analysis.Document.Sentences.Length), analysis.Document.Sentences.Select(sentence => sentence.Index));
        Assert.All(analysis.Document.Sections, section => Assert.All(section.Sentences, sentence => Assert.True(section.Span.Contains(sentence.Span))));
    }
}
