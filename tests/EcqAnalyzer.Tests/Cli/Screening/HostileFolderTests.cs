using System.Diagnostics;
using System.Text;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Cli.Screening;
using EcqAnalyzer.Engine.Screening;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Tests.Formats.Pdf;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Cli.Screening;

/// <summary>Files that harm whoever reads them: each is named, and the others are done.</summary>
public sealed class HostileFolderTests : IDisposable
{
    private static readonly FileLimits Usual = new(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(8), 1_200_000_000);

    private readonly ScreenedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_with_malformed_files_runs_to_the_end_and_every_failure_is_named()
    {
        var sound = File.ReadAllBytes(Repository.Path("corpus", "samples", "strong-resume.docx"));
        var page = new TestPdf().Page(TestPdf.Text(72, 700, "I led a team."));
        _folder.Put("sound.docx", sound);
        _folder.Put("cut.docx", sound[..3000]);
        _folder.Put("zero.pdf", "");
        _folder.Put("zeros.docx", new byte[4000]);
        _folder.Put("locked.pdf", Changed(page, "/Root 1 0 R", "/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <"
            + new string('A', 64) + "> /U <" + new string('B', 64) + "> >>"));
        _folder.Put("loop.pdf", Changed(page, "/Kids [", "/Kids [2 0 R "));
        _folder.Put("old.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]);
        _folder.Put("odd names/-o #1 %20 \u001b[31m\u202e\n審査 😀.docx", "PK\u0003\u0004");
        _folder.Put("odd names/" + new string('x', 250) + ".txt", "");
        using (var sparse = File.Create(Path.Combine(_folder.Drafts, "sparse.pdf")))
        {
            sparse.SetLength(2L << 30);
        }

        File.CreateSymbolicLink(Path.Combine(_folder.Drafts, "dangling.docx"), "nowhere.docx");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Drafts, "circle"), _folder.Drafts);
        string[] locked = [];
        if (!OperatingSystem.IsWindows() && !Environment.IsPrivilegedProcess)
        {
            _folder.Put("secret.docx", sound);
            File.SetUnixFileMode(Path.Combine(_folder.Drafts, "secret.docx"), UnixFileMode.None);
            locked = ["secret.docx"];
        }

        var (exit, error) = _folder.Run(Usual);

        Assert.Equal(ExitCode.UnreadableInput, exit);
        Assert.Equal(11 + locked.Length, _folder.Results.Count);
        string[] read = ["sound.docx"];
        var failed = _folder.Results.Where(line => line["error"] is not null).Select(line => (string)line["file"]!).ToList();
        Assert.Equal(_folder.Results.Select(line => (string)line["file"]!).Except(read).Except(["loop.pdf"]), failed.Except(["loop.pdf"]));
        Assert.All(locked, file => Assert.Contains(file, failed));
        Assert.Equal(failed.Count, error.Split('\n').Count(line => line.Contains(": error ECQ2", StringComparison.Ordinal)));
        Assert.DoesNotContain('\u001b', error);
        Assert.Contains("sparse.pdf: error ECQ201: a draft may have 50 MB and this file is 2147 MB", error);
        Assert.Contains("needs a password", error);
        Assert.DoesNotContain("\u001b", _folder.Page);
    }

    [Fact]
    public void Names_that_are_not_valid_text_are_said_and_the_others_are_done()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere such names cannot be given");
        InDrafts("touch $'a\\xff.docx' $'a\\xfe.docx'");
        _folder.Put("b.txt", ScreenedFolder.Narrative(1));

        var (exit, error) = _folder.Run(Usual);
        InDrafts("rm $'a\\xff.docx' $'a\\xfe.docx'");

        Assert.Equal(ExitCode.UnreadableInput, exit);
        Assert.StartsWith("a\uFFFD.docx: error ECQ200: the name of this file is not valid text", error);
        Assert.Equal(2, _folder.Results.Count);
    }

    [Fact]
    public void A_file_that_never_ends_is_given_up_for_time_and_the_others_are_done()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no named pipes in folders there");
        InDrafts("mkfifo a.docx");
        _folder.Put("b.txt", ScreenedFolder.Narrative(1));
        _folder.Put("c.txt", ScreenedFolder.Narrative(2));

        var (exit, error) = _folder.Run(Usual with { Time = TimeSpan.FromSeconds(12) });

        Assert.Equal(ExitCode.UnreadableInput, exit);
        Assert.StartsWith("a.docx: error ECQ293: reading and judging this takes longer than 12 seconds", error);
        Assert.Equal(2, _folder.Results.Count(line => line["error"] is null));
    }

    [Fact]
    public void A_pdf_that_takes_too_long_at_first_is_read_with_care()
    {
        _folder.Put("a.pdf", File.ReadAllBytes(Repository.Path("corpus", "samples", "leading-people.pdf")));
        _folder.Run(Usual);
        var usual = _folder.Written();
        Directory.Delete(_folder.Output, recursive: true);

        var (exit, _) = _folder.Run(Usual with { PdfTime = TimeSpan.FromTicks(1) });

        Assert.Equal(ExitCode.Done, exit);
        Assert.Equal(usual, _folder.Written());
    }

    [Fact]
    public void A_worker_that_something_else_ended_is_no_fault_of_the_draft()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell");
        _folder.Put("a.txt", ScreenedFolder.Narrative(1));
        var mark = Path.Combine(_folder.Drafts, ".started");
        var worker = ChildProgram.OfThisProgram(ScreenWorkerProgram.Argument);

        // The first worker takes its order of six bytes, says that it is there, and ends at the first byte of a request.
        var program = new ChildProgram("bash", ["-c", """
            if [ -e "$0" ]; then exec "$@"; fi
            touch "$0"
            (head -c 6; head -c 1) | "$@"
            """, mark, worker.FileName, .. worker.Arguments]);
        var (exit, error) = _folder.Run(Usual, program);

        Assert.True(File.Exists(mark));
        Assert.Equal((ExitCode.Done, 1), (exit, _folder.Results.Count(line => line["error"] is null)));
        Assert.Contains("0 not read", error);
    }

    [Fact]
    public void A_file_that_asks_for_too_much_memory_is_given_up_and_the_others_are_done()
    {
        _folder.Put("a.txt", string.Concat(Enumerable.Repeat(ScreenedFolder.Narrative(1) + "\n\n", 6000)));
        _folder.Put("b.txt", ScreenedFolder.Narrative(1));

        var (exit, error) = _folder.Run(Usual with { Bytes = 150_000_000 });

        Assert.Equal(ExitCode.UnreadableInput, exit);
        Assert.Matches("^a.txt: error ECQ29[45]: ", error);
        Assert.Equal("b.txt", (string)Assert.Single(_folder.Results, line => line["error"] is null)["file"]!);
    }

    private void InDrafts(string command)
    {
        using var shell = Process.Start("bash", ["-c", $"cd \"$0\" && {command}", _folder.Drafts]);
        shell.WaitForExit();
    }

    /// <summary>Places in the file move; readers find the objects again, or say that it is damaged.</summary>
    private static byte[] Changed(TestPdf pdf, string old, string @new) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(pdf.Bytes()).Replace(old, @new, StringComparison.Ordinal));
}
