using EcqAnalyzer.Cli;
using EcqAnalyzer.Formats;

namespace EcqAnalyzer.Tests.Cli;

public sealed class ReportOutputTests : IDisposable
{
    private static readonly ReportFormat Bytes = new("sheet", [".sheet", ".sht"], ReportForm.Binary, _ => throw new NotSupportedException());
    private static readonly ReportFormat Page = Bytes with { Id = "page", Extensions = [".page"], Form = ReportForm.WholeText };

    private readonly string _folder = Directory.CreateTempSubdirectory("ecq-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Bytes_go_unchanged_into_a_pipe()
    {
        using var bytes = new MemoryStream();
        var streams = new Streams(Stream.Null, TextWriter.Null, TextWriter.Null) { OutBytes = bytes };

        ReportOutput.Of(null, ["a.docx"], Bytes, streams).Write("a.docx", stream => stream.Write([0x50, 0x4B, 0xFF, 0x00]));

        Assert.Equal([0x50, 0x4B, 0xFF, 0x00], bytes.ToArray());
    }

    [Fact]
    public void Bytes_are_kept_off_the_screen()
    {
        var screen = new Streams(Stream.Null, TextWriter.Null, TextWriter.Null)
        {
            Traits = ConsoleTraits.Pipe with { IsTerminal = true },
        };

        var fault = Assert.Throws<UsageException>(() => ReportOutput.Of(null, ["a.docx"], Bytes, screen));

        Assert.Contains("-o report.sheet", fault.Message);
    }

    [Fact]
    public void Two_reports_that_are_one_whole_each_do_not_share_standard_output()
    {
        var fault = Assert.Throws<UsageException>(() => ReportOutput.Of("-", ["a.docx", "b.docx"], Page, Quiet()));

        Assert.Contains("give a folder", fault.Message);
    }

    [Fact]
    public void In_a_folder_a_report_is_named_after_its_draft_and_never_like_it()
    {
        string[] drafts = ["x/one.docx", "x/two.sheet", "-"];
        var output = ReportOutput.Of(_folder, drafts, Bytes, Quiet());

        foreach (var draft in drafts)
        {
            output.Write(draft, stream => stream.WriteByte(1));
        }

        Assert.Equal(
            ["one.docx.sheet", "stdin.sheet", "two.checked.sheet"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_report_that_fails_half_way_leaves_the_earlier_one_as_it_was()
    {
        var target = Path.Combine(_folder, "report.sheet");
        File.WriteAllText(target, "earlier");
        var output = ReportOutput.Of(target, ["a.docx"], Bytes, Quiet());

        Assert.Throws<InvalidOperationException>(() => output.Write("a.docx", stream =>
        {
            stream.WriteByte(1);
            throw new InvalidOperationException();
        }));

        Assert.Equal("earlier", File.ReadAllText(target));
        Assert.Single(Directory.GetFiles(_folder));
    }

    private static Streams Quiet() => new(Stream.Null, TextWriter.Null, TextWriter.Null);
}
