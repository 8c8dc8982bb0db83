using System.IO.Compression;
using System.Text.RegularExpressions;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Csv;
using EcqAnalyzer.Formats.Xlsx;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Cli.Grading;

/// <summary>The command as a trainer runs it, again and again on one folder of results.</summary>
public sealed class GradeCommandTests : IDisposable
{
    private static readonly string Exercise = Repository.Path("corpus", "exercise", "leading-people.yaml");

    private readonly string _folder = Directory.CreateTempSubdirectory("ecq-test-").FullName;

    private string Results => Path.Combine(_folder, "results");

    private string Drafts => Path.Combine(_folder, "drafts");

    public GradeCommandTests()
    {
        Directory.CreateDirectory(Drafts);
        foreach (var name in new[] { "avery.txt", "blake.txt", "casey.md" })
        {
            File.Copy(Repository.Path("corpus", "exercise", "drafts", name), Path.Combine(Drafts, name));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_first_run_makes_a_sheet_a_page_and_a_next_exercise()
    {
        var run = Grade();

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, FaultsOf(run)));
        Assert.Contains("3 drafts read; 0 with a grade for every criterion.", run.Out, StringComparison.Ordinal);
        Assert.Equal(["class.html", "grades.json", "grades.xlsx", "next-exercise.yaml"], FilesOf(Results));
    }

    [Theory]
    [InlineData]
    [InlineData("--blind")]
    public void The_page_says_of_a_file_that_could_not_be_read_why(params string[] options)
    {
        File.WriteAllText(Path.Combine(Drafts, "dora.txt"), " \n\t\n");

        var run = Grade(options);

        Assert.Equal(ExitCode.UnreadableInput, run.ExitCode);
        Assert.Contains("dora.txt: error ECQ202: this file holds white space alone and no text; check that it was saved", run.Error, StringComparison.Ordinal);
        var page = File.ReadAllText(Path.Combine(Results, "class.html"));
        Assert.Matches("<li><b dir=\"auto\">[^<]+</b>: this file holds white space alone and no text; check that it was saved</li>", page);
        Assert.Equal(options.Length == 0, page.Contains("dora", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("leading-people.docx", "a Word document or another packed file; a file of YAML text is asked for here")]
    [InlineData("leading-people.pdf", "a PDF; a file of YAML text is asked for here")]
    public void A_draft_in_place_of_the_exercise_is_told_as_one(string draft, string what)
    {
        var run = EcqRun.Of(["grade", Repository.Path("corpus", "samples", draft), Drafts, "-o", Results]);

        Assert.NotEqual(ExitCode.Done, run.ExitCode);
        Assert.Contains(what, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Results));
    }

    [Fact]
    public void A_run_that_changes_nothing_writes_the_same_bytes_and_keeps_nothing()
    {
        Grade();
        var before = FilesOf(Results).ToDictionary(name => name, name => File.ReadAllBytes(Path.Combine(Results, name)));

        Grade();

        Assert.Equal(before.Keys.Order(), FilesOf(Results));
        Assert.All(before, pair => Assert.Equal(pair.Value, File.ReadAllBytes(Path.Combine(Results, pair.Key))));
    }

    [Fact]
    public void Grades_are_carried_into_the_next_sheet_and_the_one_that_was_saved_is_kept()
    {
        Grade("--format", "csv");
        Write("avery", "story", "1", "Too long.");
        var saved = File.ReadAllBytes(Sheet);
        File.WriteAllText(Path.Combine(Drafts, "avery.txt"), "I led a team.");

        var run = Grade();

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(("1", "Too long."), Read("avery", "story"));
        var kept = Assert.Single(Directory.GetFiles(Path.Combine(Results, "kept")));
        Assert.Equal(saved, File.ReadAllBytes(kept));
    }

    [Fact]
    public void Results_do_not_go_among_the_drafts()
    {
        var before = FilesOf(Drafts);

        var run = EcqRun.Of("grade", Repository.Path("corpus", "exercise", "leading-people.yaml"), Drafts, "-o", Drafts);

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("where the drafts are; give a folder of its own", run.Error);
        Assert.Equal(before, FilesOf(Drafts));
    }

    [Fact]
    public void Grades_of_a_draft_that_is_gone_are_not_lost()
    {
        Grade("--format", "csv");
        Write("avery", "story", "1", "");
        File.Delete(Path.Combine(Drafts, "avery.txt"));

        Grade();
        Grade();

        Assert.Equal(("1", ""), Read("avery", "story"));
    }

    [Fact]
    public void Feedback_is_written_for_whoever_has_all_grades()
    {
        Grade("--format", "csv");
        foreach (var criterion in Criteria)
        {
            Write("avery", criterion, "2", "");
        }

        Write("blake", "story", "0", "");
        var run = Grade();

        Assert.Equal(["avery.docx"], FilesOf(Path.Combine(Results, "feedback")));
        Assert.Contains("1 with a grade for every criterion", run.Out, StringComparison.Ordinal);
        Assert.Contains("Reason missing: row ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_in_a_sheet_stops_the_run_before_anything_is_written()
    {
        Grade("--format", "csv");
        Write("avery", "story", "9", "");
        Write("blake", "story", "good", "");
        var page = File.GetLastWriteTimeUtc(Path.Combine(Results, "class.html"));
        var sheet = File.ReadAllBytes(Sheet);

        var run = Grade();

        Assert.Equal(ExitCode.UnreadableInput, run.ExitCode);
        Assert.Contains("grades.csv(6,4): error ECQ472: '9' is no level of this criterion", run.Error, StringComparison.Ordinal);
        Assert.Contains("grades.csv(12,4): error ECQ472: 'good' is no level of this criterion", run.Error, StringComparison.Ordinal);
        Assert.Equal(sheet, File.ReadAllBytes(Sheet));
        Assert.Equal(page, File.GetLastWriteTimeUtc(Path.Combine(Results, "class.html")));
    }

    [Fact]
    public void A_second_marker_has_a_sheet_of_his_own_that_is_never_written()
    {
        Grade("--format", "csv");
        Write("avery", "story", "4", "");
        var own = Path.Combine(Results, "grades-ann.csv");
        File.Copy(Sheet, own);
        var bytes = File.ReadAllBytes(own);

        Grade();

        Assert.Equal(bytes, File.ReadAllBytes(own));
        Assert.Contains("\"marker\":\"ann\"", File.ReadAllText(Path.Combine(Results, "grades.json")).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("ann", File.ReadAllText(Sheet), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sheet_of_a_second_marker_shows_neither_proposals_nor_grades()
    {
        Grade("--format", "csv");
        Write("avery", "story", "4", "Because.");

        Grade("--marker", "ann");

        var own = Path.Combine(Results, "grades-ann.xlsx");
        var rows = XlsxReader.Read(DraftSource.Load(own))[0].Rows;
        Assert.Equal(["Participant", "Criterion", "Grade", "Reason", "Id"], rows[0].Fields);
        Assert.All(rows.Skip(1), row => Assert.Equal(("", ""), (row.Fields[2], row.Fields[3])));
        Assert.Equal(19, rows.Length);

        var bytes = File.ReadAllBytes(own);
        Grade("--marker", "ann");
        Assert.Equal(bytes, File.ReadAllBytes(own));
        Assert.Contains("becomes part of a file's name", Grade("--marker", "../ann").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_marker_is_one_however_the_name_is_spelled()
    {
        Grade("--format", "csv");
        File.WriteAllText(Path.Combine(Results, "grades-ann.csv"), "Participant,Id,Grade\navery,story,2\n");
        File.WriteAllText(Path.Combine(Results, "grades-other.csv"), "Participant,Id,Grade: Ann\navery,form,1\n");

        Grade();

        var json = File.ReadAllText(Path.Combine(Results, "grades.json")).Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(3, json.Split("\"marker\":\"ann\"").Length);
        Assert.DoesNotContain("\"marker\":\"Ann\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_grade_of_a_criterion_that_left_the_rubric_is_kept()
    {
        var exercise = Path.Combine(_folder, "people.yaml");
        File.Copy(Exercise, exercise);
        EcqRun.Of("grade", exercise, Drafts, "-o", Results, "--format", "csv");
        Write("avery", "evidence/team-building", "1", "");
        File.WriteAllText(exercise, File.ReadAllText(exercise).Replace("ecq: leading-people", "competencies: [conflict-management]", StringComparison.Ordinal));

        Assert.Equal(ExitCode.Done, EcqRun.Of("grade", exercise, Drafts, "-o", Results).ExitCode);
        Assert.Equal(("1", ""), Read("avery", "evidence/team-building"));
    }

    [Fact]
    public void Two_sheets_that_differ_are_pointed_out()
    {
        Grade("--format", "csv");
        Write("avery", "story", "4", "");
        var text = File.ReadAllText(Sheet);
        Grade("--format", "xlsx");
        File.WriteAllText(Sheet, Regex.Replace(text, "(\"The story \\(CCAR\\)\",\"[0-9]\"),\"4\"", "$1,\"2\""));

        var run = Grade();

        Assert.Equal(ExitCode.UnreadableInput, run.ExitCode);
        Assert.Contains("ECQ473: trainer gives", run.Error, StringComparison.Ordinal);
        Assert.Contains("clear one of the two", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Blinded_names_stand_only_in_the_key()
    {
        File.WriteAllText(Path.Combine(Drafts, "averyson.pdf"), "no such thing");
        Grade("--blind", "--format", "csv");
        var key = CsvReader.Read(DraftSource.Load(Path.Combine(Results, "key.csv")));
        var code = key.Single(row => row.Fields[1] == "avery").Fields[0];
        Write(code, "story", "2", "");
        Assert.Equal(Rows().Skip(1).Select(row => row.Fields[0]).Order(StringComparer.Ordinal), Rows().Skip(1).Select(row => row.Fields[0]));

        Grade("--blind");

        Assert.Equal(("2", ""), Read(code, "story"));
        foreach (var name in FilesOf(Results).Where(name => name != "key.csv"))
        {
            Assert.DoesNotContain("avery", File.ReadAllText(Path.Combine(Results, name)), StringComparison.OrdinalIgnoreCase);
        }

        Grade();
        Assert.Equal(("2", ""), Read("avery", "story"));
    }

    [Fact]
    public void A_file_that_cannot_be_read_does_not_stop_the_others()
    {
        File.WriteAllBytes(Path.Combine(Drafts, "broken.docx"), [1, 2, 3]);
        File.WriteAllText(Path.Combine(Drafts, "~$avery.docx"), "");
        File.WriteAllText(Path.Combine(Drafts, "notes.xyz"), "");

        var run = Grade();

        Assert.Equal(ExitCode.UnreadableInput, run.ExitCode);
        Assert.Contains("3 drafts read, 1 not", run.Out, StringComparison.Ordinal);
        Assert.Contains("broken.docx", run.Error, StringComparison.Ordinal);
        Assert.Contains("broken.docx", File.ReadAllText(Path.Combine(Results, "class.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Participants_stand_in_the_order_in_which_people_count()
    {
        File.Copy(Path.Combine(Drafts, "blake.txt"), Path.Combine(Drafts, "p10.txt"));
        File.Copy(Path.Combine(Drafts, "blake.txt"), Path.Combine(Drafts, "p9.txt"));
        File.Copy(Path.Combine(Drafts, "blake.txt"), Path.Combine(Drafts, "avery.md"));

        Grade("--format", "csv");

        Assert.Equal(["avery.md", "avery.txt", "blake", "casey", "p9", "p10"], Rows().Skip(1).Select(row => row.Fields[0]).Distinct());
    }

    [Fact]
    public void Results_within_the_folder_of_drafts_are_no_drafts()
    {
        var results = Path.Combine(Drafts, "results");
        var first = EcqRun.Of("grade", Exercise, Drafts, "-o", results);
        File.WriteAllText(Path.Combine(results, "note.txt"), "I led a team of nine.");

        Assert.Equal(first.Out, EcqRun.Of("grade", Exercise, Drafts, "-o", results).Out);
    }

    [Fact]
    public void What_was_learned_is_kept_beside_the_exercise_and_used_in_the_next_run()
    {
        var exercise = Path.Combine(_folder, "people.yaml");
        File.Copy(Exercise, exercise);

        var run = EcqRun.Of("grade", exercise, Drafts, "-o", Results, "--learn");

        Assert.Contains("Learned, evidence: Too few grades to learn from", run.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "people.learned.yaml")));
        Assert.Contains("Learned, evidence: ", EcqRun.Of("grade", exercise, Drafts, "-o", Results).Out, StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(_folder, "people.learned.yaml"), "exercise: x\nsort: []\n");
        var faulty = EcqRun.Of("grade", exercise, Drafts, "-o", Results);
        Assert.Equal(ExitCode.UnreadableInput, faulty.ExitCode);
        Assert.Contains("people.learned.yaml(2,1): error ECQ101: unknown key 'sort'; did you mean 'sorts'?", faulty.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exercise_is_begun_and_never_overwritten()
    {
        var path = Path.Combine(_folder, "new.yaml");

        Assert.Equal(ExitCode.Done, EcqRun.Of("grade", path, "--new", "--framework", "opm-2006").ExitCode);
        Assert.Equal(ExitCode.Done, EcqRun.Of("grade", path, Drafts, "-o", Results).ExitCode);
        Assert.Contains("is there already", EcqRun.Of("grade", path, "--new").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("give the folder with the drafts", "EXERCISE")]
    [InlineData("give a folder for the results", "EXERCISE", "DRAFTS")]
    [InlineData("--framework goes with --new", "EXERCISE", "DRAFTS", "-o", "RESULTS", "--framework", "opm-2025")]
    [InlineData("there is no exercise", "nothing.yaml", "DRAFTS", "-o", "RESULTS")]
    [InlineData("there is no folder", "EXERCISE", "nothing", "-o", "RESULTS")]
    [InlineData("is a file: give the folder that holds the drafts", "EXERCISE", "EXERCISE", "-o", "RESULTS")]
    [InlineData("the exercise comes first", "DRAFTS", "EXERCISE", "-o", "RESULTS")]
    public void Wrong_usage_says_what_is_missing(string expected, params string[] arguments)
    {
        var run = EcqRun.Of(["grade", .. arguments.Select(each => each switch { "EXERCISE" => Exercise, "DRAFTS" => Drafts, "RESULTS" => Results, _ => each })]);

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    /// <summary>The sheet as LibreOffice would save it is read in the tests of the reader; here the one we wrote is changed as Excel
    /// would, by a number in a cell.</summary>
    [Fact]
    public void A_number_in_a_cell_of_the_workbook_is_a_grade()
    {
        Grade();
        using (var zip = new ZipArchive(File.Open(Path.Combine(Results, "grades.xlsx"), FileMode.Open), ZipArchiveMode.Update))
        {
            var entry = zip.GetEntry("xl/worksheets/sheet1.xml")!;
            string xml;
            using (var reader = new StreamReader(entry.Open()))
            {
                xml = reader.ReadToEnd();
            }

            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
            writer.Write(xml.Replace("<c r=\"D2\" s=\"6\" />", "<c r=\"D2\" s=\"6\"><v>2</v></c>", StringComparison.Ordinal));
        }

        Grade("--format", "csv");

        Assert.Equal("2", Read("avery", "evidence/conflict-management").Grade);
        Assert.False(File.Exists(Path.Combine(Results, "grades.xlsx")));
    }

    private string Sheet => Path.Combine(Results, "grades.csv");

    private static readonly string[] Criteria =
        ["evidence/conflict-management", "evidence/leveraging-diversity", "evidence/developing-others", "evidence/team-building", "story", "form"];

    private EcqRun Grade(params string[] options) => EcqRun.Of(["grade", Exercise, Drafts, "-o", Results, .. options]);

    private static string FaultsOf(EcqRun run) => string.Join('\n', run.Error.Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal)));

    private static string[] FilesOf(string folder) => [.. Directory.GetFiles(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    /// <summary>Writes into the cells Grade and Reason of one row of the CSV sheet.</summary>
    private void Write(string participant, string criterion, string grade, string reason)
    {
        var rows = Rows();
        var row = rows.FindIndex(each => each.Fields[0] == participant && each.Fields[^1] == criterion);
        rows[row] = rows[row] with { Fields = rows[row].Fields.SetItem(3, grade).SetItem(4, reason) };
        File.WriteAllLines(Sheet, rows.Select(each => string.Join(',', each.Fields.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))));
    }

    private (string Grade, string Reason) Read(string participant, string criterion)
    {
        var row = Rows().Single(each => each.Fields[0] == participant && each.Fields[^1] == criterion);
        return (row.Fields[3], row.Fields[4]);
    }

    private List<CsvRow> Rows() => [.. CsvReader.Read(DraftSource.Load(Sheet))];
}
