using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Word;
using EcqAnalyzer.Formats.Word.Comments;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Cli;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Formats.Word.Comments;

/// <summary>The annotated draft as the program gives it.</summary>
public sealed class WordReporterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ecq-test").FullName;

    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(Repository.Path("corpus", "samples"), "*.docx").Select(file => Path.GetFileName(file)!)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_comes_back_with_comments_and_the_same_text(string name)
    {
        var sample = Repository.Path("corpus", "samples", name);

        var run = EcqRun.Of("check", sample, "--quiet", "-o", In("out.docx"));

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        var after = File.ReadAllBytes(In("out.docx"));
        Assert.Equal(WordFile.Read(File.ReadAllBytes(sample)).Outline(), WordFile.Read(after).Outline());
        Assert.Empty(Faults(after).Except(Faults(File.ReadAllBytes(sample))));
        Assert.True(Commented.See(after).Count(comment => comment.Author == "EcqAnalyzer") > 5);
        Assert.Contains(Commented.See(after), comment => comment.Says.StartsWith("On the draft as a whole", StringComparison.Ordinal));
    }

    [Fact]
    public void Checked_again_the_copy_is_the_same_to_the_byte()
    {
        EcqRun.Of("check", Repository.Path("corpus", "samples", "leading-people.docx"), "-o", In("one.docx"));
        EcqRun.Of("check", In("one.docx"), "-o", In("two.docx"));

        Assert.Equal(File.ReadAllBytes(In("one.docx")), File.ReadAllBytes(In("two.docx")));
    }

    [Theory]
    [InlineData("leading-people.pdf")]
    [InlineData("leading-people.txt")]
    public void Another_format_gives_a_new_document_of_its_text(string name)
    {
        var run = EcqRun.Of("check", Repository.Path("corpus", "samples", name), "--quiet", "-o", In("out.docx"));

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        var after = File.ReadAllBytes(In("out.docx"));
        Assert.Empty(Faults(after));
        var (kept, read) = (WordFile.Read(after).Text, EcqRun.Of("extract", Repository.Path("corpus", "samples", name)).Out);
        Assert.All(kept.Split('\n'), line => Assert.Contains(line, read, StringComparison.Ordinal));
        Assert.True(Commented.See(after).Count > 5);
        Assert.Contains("without its layout", Commented.See(after)[^1].Says, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_about_the_draft_can_stand_beside_the_comments()
    {
        var sample = Repository.Path("corpus", "samples", "leading-people.docx");

        var both = EcqRun.Of("check", sample, "--quiet", "-o", In("out.docx"), "--summary", In("page.md"));
        var alone = EcqRun.Of("check", sample, "--format", "md");
        var clash = EcqRun.Of("check", sample, "-o", In("out.docx"), "--summary", In("out.docx"));

        Assert.Equal((ExitCode.Done, ""), (both.ExitCode, both.Error));
        Assert.Equal(alone.Out, File.ReadAllText(In("page.md")));
        Assert.NotEmpty(Commented.See(File.ReadAllBytes(In("out.docx"))));
        Assert.Equal(ExitCode.WrongUsage, clash.ExitCode);
    }

    [Fact]
    public void The_draft_itself_is_never_overwritten()
    {
        File.Copy(Repository.Path("corpus", "samples", "leading-people.docx"), In("draft.docx"));

        var run = EcqRun.Of("check", In("draft.docx"), "-o", In("draft.docx"));

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Equal(File.ReadAllBytes(Repository.Path("corpus", "samples", "leading-people.docx")), File.ReadAllBytes(In("draft.docx")));
    }

    [Fact]
    public void A_document_with_macros_keeps_its_ending()
    {
        File.Copy(Repository.Path("corpus", "samples", "leading-people.docx"), In("draft.docm"));

        var refused = EcqRun.Of("check", In("draft.docm"), "-o", In("out.docx"));
        var taken = EcqRun.Of("check", In("draft.docm"), "--format", "docx", "-o", In("reports/"));

        Assert.Equal(ExitCode.WrongUsage, refused.ExitCode);
        Assert.Contains(".docm", refused.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, taken.ExitCode);
        Assert.True(File.Exists(In("reports/draft.checked.docm")));
    }

    [Fact]
    public void A_file_too_damaged_for_comments_is_one_line_and_leaves_no_output()
    {
        var whole = File.ReadAllBytes(Repository.Path("corpus", "samples", "leading-people.docx"));
        File.WriteAllBytes(In("cut.docx"), whole[..^40]);

        var run = EcqRun.Of("check", In("cut.docx"), "--quiet", "-o", In("out.docx"));

        Assert.Equal(ExitCode.UnreadableInput, run.ExitCode);
        Assert.Contains(WordFaults.NoComments, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(In("out.docx")));
    }

    [Fact]
    public void A_signature_and_a_protection_are_spoken_of()
    {
        var bytes = new WordFile().Body(WordFile.P("I led the team."))
            .Raw("_xmlsignatures/sig1.xml", "<x/>")
            .Part("settings", "settings", "<w:documentProtection w:edit=\"readOnly\" w:enforcement=\"1\"/>").ToBytes();
        var source = new DraftSource("draft.docx", bytes);
        using var package = WordPackage.Open(source);

        var remarks = new CommentedDocument(package, source, WordFile.Read(bytes)).RemarksOnFile();

        Assert.Equal(2, remarks.Count);
        Assert.Contains("signed", remarks[0], StringComparison.Ordinal);
        Assert.Contains("protected", remarks[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(6, 2)]
    public void A_page_is_not_buried_and_nothing_is_lost(int perPage, int ofOneCheck)
    {
        var limits = new MarginLimits(perPage, ofOneCheck, 100, 3000);
        var analysis = Flooded();

        var notes = MarginNotes.Choose(analysis, limits, []);

        var places = new Places(analysis.Document.Draft);
        Assert.All(notes.SkipLast(1).GroupBy(note => places.FindPage(note.Span)), page => Assert.InRange(page.Count(), 1, perPage));
        Assert.All(notes.SkipLast(1).GroupBy(note => (places.FindPage(note.Span), note.Key.Split('\0')[0])), one => Assert.InRange(one.Count(), 1, ofOneCheck));
        var closing = string.Join('\n', notes[^1].Paragraphs);
        foreach (var finding in analysis.Findings.DistinctBy(finding => finding.Check))
        {
            Assert.True(
                closing.Contains(finding.Message, StringComparison.Ordinal) || notes.Exists(note => note.Paragraphs.Contains(finding.Message)),
                finding.Message);
        }
    }

    [Fact]
    public void Each_note_has_a_key_of_its_own()
    {
        var notes = MarginNotes.Choose(Flooded(), new MarginLimits(100, 100, 100, 3000), []);

        Assert.Equal(notes.Count, notes.Select(note => note.Key).Distinct().Count());
    }

    /// <summary>Real documents of others: all that can be read is annotated, without a fault that was not there before.</summary>
    [Fact]
    public void Every_real_document_takes_comments()
    {
        var (taken, refused) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(Repository.Shared("documents", "docx")).Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(file);
            if (WordSharedTests.TryRead(bytes) is not { } draft)
            {
                continue;
            }

            var notes = draft.Blocks.Where((_, i) => i % 3 == 0).Select(block => block.Span)
                .Where(span => !char.IsWhiteSpace(draft.Text[span.Start]))
                .Select(span => Commented.Note(new TextSpan(span.Start + Math.Min(3, span.Length - 1), span.End))).Take(200).ToArray();
            if (TrySet(bytes, notes) is not { } after)
            {
                refused++;
                continue;
            }

            taken++;
            Assert.Equal(draft.Outline(), WordFile.Read(after).Outline());
            Assert.Equal(after, Commented.Set(after, notes));
            Assert.Empty(Faults(after).Except(Faults(bytes)));
        }

        Assert.True(taken > 50 && refused < 8, $"{taken} taken, {refused} refused");
    }

    private static byte[]? TrySet(byte[] bytes, MarginNote[] notes)
    {
        try
        {
            return Commented.Set(bytes, notes);
        }
        catch (Exception fault) when (WordPackage.IsDamage(fault))
        {
            return null;
        }
    }

    /// <summary>The faults that the validator of the Open XML SDK finds, each with its part; none where it cannot open the file.</summary>
    private static List<string> Faults(byte[] bytes)
    {
        try
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
            return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document)
                .Select(fault => $"{fault.Part?.Uri} {fault.Id} {fault.Description}")];
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or IOException or System.Xml.XmlException
            or InvalidOperationException)
        {
            return [];
        }
    }

    private static Analysis Flooded()
    {
        var sample = SampleAnalysis.Create();
        var findings = sample.Document.Sentences.SelectMany(sentence => Enumerable.Range(0, 3).SelectMany(check => Enumerable.Range(0, 3)
            .Select(_ => new Finding($"test.check{check}", (Severity)check, sentence.Span, $"Check {check} asks this?"))));
        return sample with { Findings = [.. findings, new Finding("test.whole", Severity.Blocks, null, "Too long?")] };
    }

    private string In(string name) => Path.Combine(_folder, name);
}
