using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Csv;
using EcqAnalyzer.Formats.Grading;
using EcqAnalyzer.Formats.Xlsx;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Engine.Grading;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Formats.Grading;

/// <summary>The grade sheet: what it holds, and that it comes back from whoever saved it.</summary>
public sealed class GradeSheetTests
{
    private static readonly GradedClass Graded = Exercises.Class(4, (proposal, i) => Math.Max(0, proposal.Level!.Value - i % 2));

    [Fact]
    public void A_workbook_of_grades_is_valid_by_the_rules_of_its_format()
    {
        using var stream = new MemoryStream(Workbook(Graded));
        using var book = SpreadsheetDocument.Open(stream, isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(book).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public void Grades_and_reasons_come_back_as_they_were_given(string format)
    {
        var reasons = Graded with { Book = new GradeBook([.. Graded.Book.All.Select(grade => grade with { Reason = $"=a, \"b\"; {grade.Level}" })]) };

        var reading = Read(format == "xlsx" ? Workbook(reasons) : Csv(reasons));

        Assert.Empty(reading.Faults);
        Assert.Equal(reasons.Book.All.Select(Shown), reading.Grades.Select(Shown));
    }

    [Fact]
    public void A_sheet_without_grades_gives_none() => Assert.Empty(Read(Workbook(Exercises.Summarizer.Summarize(Exercises.Default, Graded.Drafts, []))).Grades);

    /// <summary>The sheet of corpus/exercise with grades written in, opened and saved by LibreOffice 7.4.</summary>
    [Theory]
    [InlineData("saved-by-libreoffice.xlsx")]
    [InlineData("saved-by-libreoffice.csv")]
    public void A_sheet_that_LibreOffice_saved_is_read(string name)
    {
        var reading = Read(File.ReadAllBytes(Repository.Path("tests", "fixtures", "grading", name)));

        Assert.Empty(reading.Faults);
        Assert.Equal(48, reading.Grades.Count(grade => grade.Level is not null));
        Assert.Equal(8, reading.Grades.Select(grade => grade.Participant).Distinct().Count());
        Assert.Contains(reading.Grades, grade => grade.Reason == "Read twice; the <result> is thin = so");
    }

    [Fact]
    public void Columns_may_be_moved_and_markers_added()
    {
        var reading = Read("Id;grade: Ann ;Reason: Ann;PARTICIPANT;Grade\nstory;2;because;avery;proven\nstory;;;blake;\nstory;1.0;;casey;4\n");

        // "proven" is a level of the evidence, not of the story.
        Assert.Contains("'proven' is no level of this criterion", Assert.Single(reading.Faults).Message, StringComparison.Ordinal);
        Assert.Equal(
            ["avery story Ann 2 because", "casey story Ann 1 ", "casey story trainer 4 "],
            reading.Grades.Select(grade => $"{grade.Participant} {grade.Criterion} {grade.Marker} {grade.Level} {grade.Reason}"));
    }

    [Fact]
    public void A_level_may_be_given_by_its_name() =>
        Assert.Equal(3, Assert.Single(Read("Participant,Id,Grade\navery,story,Complete\n").Grades).Level);

    [Fact]
    public void Every_grade_that_is_no_level_is_told_with_its_row_and_column()
    {
        var reading = Read("Participant,Id,Grade\na,story,5\nb,story,good\nc,story,2.5\nd,story,-1\ne,story,3\n");

        Assert.Equal(["(2,3)", "(3,3)", "(4,3)", "(5,3)"], reading.Faults.Select(fault => $"({fault.Line},{fault.Column})"));
        Assert.All(reading.Faults, fault => Assert.Contains("write a whole number from 0 to 4", fault.Message, StringComparison.Ordinal));
        Assert.Equal("e", Assert.Single(reading.Grades).Participant);
    }

    [Fact]
    public void A_sheet_without_its_titles_says_which() =>
        Assert.Contains("'Participant', 'Grade' and 'Id'", Assert.Single(Read("a,b\n1,2\n").Faults).Message, StringComparison.Ordinal);

    [Fact]
    public void A_marker_with_a_sheet_of_his_own_is_named_by_it()
    {
        var source = new DraftSource("grades-ben.csv", Encoding.UTF8.GetBytes("Participant,Id,Grade\na,story,2\n"));

        var grade = Assert.Single(GradeSheetReader.Read(Exercises.Default, "grades-ben.csv", source, "ben", isMain: false).Grades);

        Assert.Equal(("ben", false), (grade.Marker, grade.IsInMainSheet));
    }

    [Fact]
    public void What_is_left_to_do_stands_on_its_row()
    {
        var table = GradeSheet.Of(Graded);
        var toDo = Enumerable.Range(0, table.Columns.Length).Single(i => table.Columns[i].Title == "To do");
        var owed = Graded.Drafts.Sum(draft => draft.Proposals.Count(proposal => Graded.Book.FindWithoutReason(draft, proposal) is not null));

        Assert.True(owed > 0);
        Assert.Equal(owed, table.Rows.Count(row => row[toDo] is EcqAnalyzer.Formats.Tables.TextCell cell && cell.Text.StartsWith("Say in Reason why", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_grade_of_a_draft_that_is_gone_is_kept()
    {
        var fewer = Exercises.Summarizer.Summarize(Exercises.Default, [.. Graded.Drafts.Skip(1)], Graded.Book.All);

        Assert.Equal(Graded.Book.All.Select(Shown).Order(), Read(Workbook(fewer)).Grades.Select(Shown).Order());
    }

    private static SheetReading Read(string csv) => Read(Encoding.UTF8.GetBytes(csv));

    private static SheetReading Read(byte[] bytes) =>
        GradeSheetReader.Read(Exercises.Default, "grades.xlsx", new DraftSource("grades.xlsx", bytes), Markers.Trainer, isMain: true);

    private static byte[] Workbook(GradedClass graded)
    {
        using var stream = new MemoryStream();
        XlsxWriter.Write(stream, GradeSheet.WorkbookOf(graded));
        return stream.ToArray();
    }

    private static byte[] Csv(GradedClass graded)
    {
        using var stream = new MemoryStream();
        CsvWriter.Write(stream, GradeSheet.Of(graded));
        return stream.ToArray();
    }

    private static string Shown(Grade grade) => $"{grade.Participant}|{grade.Criterion}|{grade.Marker}|{grade.Level}|{grade.Reason}";
}
