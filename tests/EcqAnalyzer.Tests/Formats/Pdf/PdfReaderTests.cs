using System.Text;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Pdf;
using EcqAnalyzer.Model;
using static EcqAnalyzer.Tests.Formats.Pdf.TestPdf;

namespace EcqAnalyzer.Tests.Formats.Pdf;

/// <summary>The reader with its process: what hostile bytes do to that process, and what is said then.</summary>
public sealed class PdfReaderTests
{
    [Fact]
    public void The_process_gives_the_draft_that_reading_here_gives()
    {
        var pdf = new TestPdf().Page(Text(72, 700, "LEADING PEOPLE", 14, "F2") + Text(72, 660, "I led a team."))
            .Page(Text(700, 700, "Beyond."));
        var (here, there) = (pdf.Read(), Read(pdf.Bytes()));
        Assert.Equal(here.Text, there.Text);
        Assert.Equal(here.Blocks, there.Blocks);
        Assert.Equal(here.Source.Runs, there.Source.Runs);
        Assert.Equal(here.File, there.File);
        Assert.Equal(here.Extraction.Notes.Select(note => note.Message), there.Extraction.Notes.Select(note => note.Message));
    }

    [Theory]
    [InlineData("not a PDF", "ECQ240")]
    [InlineData("%PDF-1.7\n%%EOF", "ECQ242")]
    [InlineData("%PDF-", "ECQ242")]
    public void What_is_no_PDF_or_a_broken_one_is_refused(string bytes, string code) =>
        Assert.Equal(code, Refusal(Encoding.ASCII.GetBytes(bytes)).Code);

    [Fact]
    public void A_locked_file_says_that_it_needs_a_password()
    {
        var pdf = new TestPdf().Page(Text(72, 700, "Secret."));
        var locked = Encoding.Latin1.GetString(pdf.Bytes()).Replace(
            "/Root 1 0 R",
            "/Root 1 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] /Encrypt << /Filter /Standard "
            + "/V 1 /R 2 /Length 40 /P -4 /O <" + new string('A', 64) + "> /U <" + new string('B', 64) + "> >>");
        var refusal = Refusal(Encoding.Latin1.GetBytes(locked));
        Assert.Equal("ECQ241", refusal.Code);
        Assert.Contains("password", refusal.Message);
    }

    [Fact]
    public void Arrays_nested_by_the_thousand_do_not_take_the_program_down()
    {
        var pdf = new TestPdf { PageEntries = "/Deep " + new string('[', 100_000) + new string(']', 100_000) };
        ReadsOrRefuses(pdf.Page(Text(72, 700, "I led a team.")).Bytes());
    }

    [Fact]
    public void Dictionaries_nested_by_the_thousand_in_a_drawing_do_not_take_the_program_down() =>
        ReadsOrRefuses(new TestPdf().Page(
            $"/A {string.Concat(Enumerable.Repeat("<< /A ", 50_000))} 1 {string.Concat(Enumerable.Repeat(">>", 50_000))} BDC "
            + Text(72, 700, "I led a team.")).Bytes());

    [Fact]
    public void Drawings_that_draw_each_other_for_ever_end_and_the_text_around_them_is_read()
    {
        var pdf = new TestPdf { Resources = "/XObject << /A 3 0 R /B 4 0 R >>" };
        const string Both = "/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /A 3 0 R /B 4 0 R >> >>";
        pdf.AddStream("/A Do /B Do /A Do", Both);
        pdf.AddStream("/B Do /A Do /B Do", Both);
        var draft = Read(pdf.Page(Text(72, 700, "I led a team.") + "/A Do /B Do " + Text(72, 660, "I rebuilt it.")).Bytes());
        Assert.Equal(["I led a team.", "I rebuilt it."], Blocks(draft));
        Assert.Contains(draft.Extraction.Notes, note => note.What == "parts-failed");
    }

    [Fact]
    public void Objects_that_point_at_themselves_are_refused_or_left_out()
    {
        var pdf = new TestPdf();
        pdf.Add("3 0 R");
        pdf.Add("[5 0 R 4 0 R]");
        pdf.Add("4 0 R");
        pdf.PageEntries = "/Annots 4 0 R /Rotate 3 0 R";
        ReadsOrRefuses(pdf.Page(Text(72, 700, "I led a team.")).Bytes());
    }

    [Theory]
    [InlineData("[1 2147483647 1]")]
    [InlineData("[999999999 999999999 999999999]")]
    [InlineData("[-1 -1 -1]")]
    public void Absurd_widths_in_the_table_of_objects_do_not_take_the_program_down(string widths)
    {
        var file = new StringBuilder("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        var table = file.Length;
        file.Append($"5 0 obj\n<< /Type /XRef /Size 2147483647 /W {widths} /Index [0 2147483647] /Root 1 0 R /Length 8 >>\n");
        file.Append($"stream\n12345678\nendstream\nendobj\nstartxref\n{table}\n%%EOF\n");
        ReadsOrRefuses(Encoding.Latin1.GetBytes(file.ToString()));
    }

    [Fact]
    public void A_page_known_to_end_the_process_is_left_out_and_said_and_the_others_are_told_before_they_are_begun()
    {
        var begun = new List<int>();
        var pdf = new TestPdf().Page(Text(72, 700, "I led a team.")).Page(Text(72, 700, "I hang.")).Page(Text(72, 700, "I rebuilt it."));
        var draft = PdfDraftReader.Read(Source(pdf.Bytes()), new PdfProgress(begun.Add, [2]), CancellationToken.None);
        Assert.Equal(["I led a team.", "I rebuilt it."], Blocks(draft));
        Assert.Equal([1, 3, PdfProgress.AllRead], begun);
        Assert.Contains(
            draft.Extraction.Notes,
            note => note.What == "pages-failed" && note.Message.StartsWith("Page 2 ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_program_that_is_missing_is_said_in_one_line()
    {
        var reader = new PdfReader(new ChildProgram("no-such-program-anywhere", []));
        var fault = Assert.Throws<UnreadableDraftException>(() => reader.Read(Source([.. "%PDF-1.7"u8]), CancellationToken.None));
        Assert.Equal("ECQ248", fault.Diagnostic.Code);
    }

    [Fact]
    public void A_process_that_dies_is_said_in_one_line()
    {
        var worker = ChildProgram.OfThisProgram(PdfWorkerProgram.Argument);
        var dying = worker with { Arguments = [.. worker.Arguments.RemoveAt(worker.Arguments.Length - 1), "no-such-command"] };
        var fault = Assert.Throws<UnreadableDraftException>(
            () => new PdfReader(dying).Read(Source(new TestPdf().Page(Text(72, 700, "I led.")).Bytes()), CancellationToken.None));
        Assert.Equal("ECQ247", fault.Diagnostic.Code);
        Assert.DoesNotContain('\n', fault.Diagnostic.Message);
    }

    [Fact]
    public void A_cancelled_reading_ends()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(
            () => new PdfReader().Read(Source(new TestPdf().Page(Text(72, 700, "I led.")).Bytes()), cancelled.Token));
    }

    /// <summary>Slow, since each file takes a process.</summary>
    [Fact]
    [Trait("Speed", "Slow")]
    public void Bytes_changed_at_random_give_a_draft_or_one_line()
    {
        var random = new Random(20_250_101);
        var sound = File.ReadAllBytes(Support.Repository.Path("tests", "fixtures", "pdf", "side-bar.pdf"));
        for (var i = 0; i < 12; i++)
        {
            var bytes = sound.ToArray();
            for (var change = random.Next(1, 40); change > 0; change--)
            {
                bytes[random.Next(8, bytes.Length)] = (byte)random.Next(256);
            }

            ReadsOrRefuses(bytes[..random.Next(bytes.Length / 2, bytes.Length)]);
        }
    }

    private static DraftSource Source(byte[] bytes) => new("draft.pdf", bytes);

    private static Draft Read(byte[] bytes) => new PdfReader().Read(Source(bytes), CancellationToken.None);

    private static Diagnostic Refusal(byte[] bytes) => Assert.Throws<UnreadableDraftException>(() => Read(bytes)).Diagnostic;

    private static void ReadsOrRefuses(byte[] bytes)
    {
        try
        {
            DraftContract.Holds(Read(bytes));
        }
        catch (UnreadableDraftException refusal)
        {
            Assert.Matches("^ECQ24[0-9]$", refusal.Diagnostic.Code);
            Assert.DoesNotContain('\n', refusal.Diagnostic.Message);
        }
    }
}
