using System.Text;
using EcqAnalyzer.Engine.Planning;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Csv;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Planning;

public sealed class CatalogLoaderTests
{
    [Fact]
    public void Columns_stand_in_any_order_and_competencies_by_id_or_name()
    {
        var (catalog, faults) = Load("Hours,TITLE,Competency,level\n7.5,One,strategic-thinking,programs\n,Two,Strategic Thinking,\n8,Three,OPM-2025/innovation,Organization\n");

        Assert.Empty(faults.Found);
        Assert.Equal(
            [("One", "strategic-thinking", Level.Programs, 7.5, 2), ("Two", "strategic-thinking", null, null, 3), ("Three", "innovation", Level.Organization, 8.0, 4)],
            catalog.Entries.Select(entry => (entry.Title, entry.Competency.Name, entry.Level, entry.Hours, entry.Line)));
    }

    [Fact]
    public void A_competency_of_another_framework_serves_the_one_in_which_it_lives_on()
    {
        var (catalog, faults) = Load("competency,title\nopm-2006/flexibility,Change\nopm-2006/financial-management,Money\n");

        Assert.Empty(faults.Found);
        Assert.Equal(["agility-and-resilience", "fiscal-responsibility"], catalog.Entries.Select(entry => entry.Competency.Name));
    }

    [Fact]
    public void A_row_for_a_competency_that_lives_on_nowhere_here_is_counted_and_no_fault()
    {
        var (catalog, faults) = Load("competency,title\nopm-2006/written-communication,Letters\ninnovation,One\n");

        Assert.Empty(faults.Found);
        Assert.Equal((1, 1, 0), (catalog.Entries.Length, catalog.Elsewhere, catalog.Skipped));
    }

    [Theory]
    [InlineData("strategic-thinkng,One,,", 1, "there is no competency 'strategic-thinkng'; did you mean 'strategic-thinking'?; this row is left out")]
    [InlineData("knitting,One,,", 1, "there is no competency 'knitting'; ecq frameworks show opm-2025 lists what there is; this row is left out")]
    [InlineData(",One,,", 1, "the competency is missing; this row is left out")]
    [InlineData("innovation,,,", 2, "the title is missing; this row is left out")]
    [InlineData("innovation,One,program,", 3, "'program' is no level of the journey; did you mean 'programs'?; this row is left out")]
    [InlineData("innovation,One,,-3", 4, "'-3' is no number of hours from 0 on, such as 24 or 7.5; this row is left out")]
    public void A_row_with_a_fault_is_told_with_its_place_and_the_others_are_used(string row, int column, string message)
    {
        var (catalog, faults) = Load($"competency,title,level,hours\n{row}\naccountability,Good,,\n");

        Assert.Equal(("courses.csv", 2, column, message), Place(Assert.Single(faults.Found)));
        Assert.Equal("Good", Assert.Single(catalog.Entries).Title);
        Assert.Equal(1, catalog.Skipped);
    }

    [Fact]
    public void Every_fault_of_a_row_is_told_in_one_run()
    {
        var (_, faults) = Load("competency,title,level,hours\nx,,y,z\n");

        Assert.Equal([1, 2, 3, 4], faults.Found.Select(fault => fault.Column ?? 0).Order());
    }

    [Fact]
    public void A_column_that_nobody_knows_is_told_and_the_rest_is_used()
    {
        var (catalog, faults) = Load("competency,title,providr\ninnovation,One,X\n");

        Assert.Contains("a column 'providr', and it is not used; did you mean 'provider'?", Assert.Single(faults.Found).Message);
        Assert.Single(catalog.Entries);
    }

    [Theory]
    [InlineData("name,course\ninnovation,One\n", "'competency' and 'title' are not among them")]
    [InlineData("", "'competency' and 'title' are not among them")]
    [InlineData("competency;titel\ninnovation;One\n", "'title' is not among them")]
    public void Without_its_two_columns_a_catalog_is_not_used(string text, string message)
    {
        var (catalog, faults) = Load(text);

        Assert.Contains(faults.Found, fault => fault.Message.Contains(message, StringComparison.Ordinal));
        Assert.Empty(catalog.Entries);
    }

    private static (string, int, int, string) Place(Diagnostic fault) => (fault.File, fault.Line!.Value, fault.Column!.Value, fault.Message);

    private static (Catalog Catalog, Faults Faults) Load(string text)
    {
        var faults = new Faults();
        var rows = CsvReader.Read(new DraftSource("courses.csv", Encoding.UTF8.GetBytes(text)));
        return (new CatalogLoader("courses.csv", Plans.FrameworkOf("opm-2025"), Plans.Frameworks, faults).Load("courses.csv", rows), faults);
    }
}
