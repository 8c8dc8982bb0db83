using System.IO.Compression;
using System.Text.RegularExpressions;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Cli.Grading;

/// <summary>The walk-through of the README, done as it is written: every command in its order, the sheet filled in between, and
/// every file there that it speaks of.</summary>
public sealed partial class WalkThroughTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ecq-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_walk_through_of_the_readme_works_as_written()
    {
        var section = Section();
        var commands = section.Split('\n').Where(line => line.StartsWith("./ecq grade ", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, commands.Count);

        Run(commands[0]);
        Run(commands[1]);
        TakeProposals(Path.Combine(_folder, "results", "grades.xlsx"));
        var again = Run(commands[2]);
        Run(commands[3]);
        GradeAlike(Path.Combine(_folder, "results", "grades-ann.xlsx"));
        var learned = Run(commands[4]);
        Run(commands[5]);

        Assert.Contains("8 with a grade for every criterion", again.Out, StringComparison.Ordinal);
        Assert.Contains("Reason missing: row 2 of grades.xlsx, avery.", again.Out, StringComparison.Ordinal);
        Assert.Contains("Learned, evidence: It did not help.", learned.Out, StringComparison.Ordinal);
        Assert.Contains("Markers among each other", File.ReadAllText(Path.Combine(_folder, "results", "class.html")), StringComparison.Ordinal);
        var spokenOf = FileSpokenOf().Matches(section).Select(match => match.Groups["path"].Value).Distinct().ToList();
        Assert.True(spokenOf.Count >= 8);
        Assert.All(spokenOf, path => Assert.True(Path.Exists(Path.Combine(_folder, path)), path));
    }

    [Fact]
    public void The_exercise_of_the_corpus_is_one_that_runs() => Assert.Equal(
        ExitCode.Done,
        EcqRun.Of("grade", Repository.Path("corpus", "exercise", "leading-people.yaml"), Repository.Path("corpus", "exercise", "drafts"), "-o", Path.Combine(_folder, "results")).ExitCode);

    private EcqRun Run(string command)
    {
        var arguments = command.Split(' ').Skip(1).Select(word =>
            word.StartsWith("corpus/", StringComparison.Ordinal) ? Repository.Path(word)
            : word is "results" or "blind" or "people.yaml" ? Path.Combine(_folder, word)
            : word);
        var run = EcqRun.Of([.. arguments]);
        Assert.True(run.ExitCode == ExitCode.Done, $"{command}: {run.Error}");
        return run;
    }

    /// <summary>Writes into every cell Grade what is proposed beside it, as somebody does who agrees, but for the first.</summary>
    private static void TakeProposals(string path) => Edit(path, xml => ProposedAndGrade().Replace(xml, match =>
        $"""{match.Groups["proposed"]}<c r="D{match.Groups["row"]}" s="6"><v>{(match.Groups["row"].Value == "2" ? "2" : match.Groups["level"].Value)}</v></c>"""));

    private static void Edit(string path, Func<string, string> change)
    {
        const string Sheet = "xl/worksheets/sheet1.xml";
        using var zip = new ZipArchive(File.Open(path, FileMode.Open), ZipArchiveMode.Update);
        var entry = zip.GetEntry(Sheet)!;
        string xml;
        using (var reader = new StreamReader(entry.Open()))
        {
            xml = reader.ReadToEnd();
        }

        entry.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(Sheet).Open());
        writer.Write(change(xml));
    }

    /// <summary>Writes a 2 into every cell Grade of a marker's own sheet.</summary>
    private static void GradeAlike(string path) => Edit(path, xml => EmptyGrade().Replace(xml, "<c r=\"C${row}\" s=\"6\"><v>2</v></c>"));

    private static string Section()
    {
        var readme = File.ReadAllText(Repository.Path("README.md"));
        var start = readme.IndexOf("## A workshop, start to end", StringComparison.Ordinal);
        return readme[start..readme.IndexOf("\n## ", start + 1, StringComparison.Ordinal)];
    }

    [GeneratedRegex("""(?<proposed><c r="C(?<row>\d+)"[^>]*><v>(?<level>\d)</v></c>)<c r="D\d+" s="6" />""", RegexOptions.None, 1000)]
    private static partial Regex ProposedAndGrade();

    [GeneratedRegex("""<c r="C(?<row>\d+)" s="6" />""", RegexOptions.None, 1000)]
    private static partial Regex EmptyGrade();

    [GeneratedRegex("`(?<path>(?:results/|blind/|people[.])[^` ]+)`", RegexOptions.None, 1000)]
    private static partial Regex FileSpokenOf();
}
