using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Formats;

public sealed class DraftSourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ecq-source").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_called_by_its_name_without_folders()
    {
        var path = Path.Combine(_folder, "draft.txt");
        File.WriteAllText(path, "I led.");

        var source = DraftSource.Load(path);

        Assert.Equal(("draft.txt", 6), (source.Name, source.Bytes.Length));
    }

    [Fact]
    public void A_missing_file_a_missing_folder_and_a_folder_are_one_line_each()
    {
        Assert.Contains("no such file", Fault(Path.Combine(_folder, "none.docx")));
        Assert.Contains("no such file", Fault(Path.Combine(_folder, "none", "none.docx")));
        Assert.Contains("folder", Fault(_folder));
        Assert.Contains("cannot be opened", Fault(""));
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_said()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // File modes are of Unix.
        }

        var path = Path.Combine(_folder, "locked.txt");
        File.WriteAllText(path, "I led.");
        File.SetUnixFileMode(path, UnixFileMode.None);

        // Root may read everything: then the file is simply read.
        Assert.True(CanRead(path) || Fault(path).Contains("may not be read", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_without_reading_it()
    {
        var path = Path.Combine(_folder, "large.txt");
        using (var file = File.Create(path))
        {
            file.SetLength(ReadingLimits.FileBytes + 1);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("a draft may have 50 MB", Fault(path));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20, "the file was read");
    }

    [Fact]
    public void A_stream_without_end_is_read_up_to_the_limit()
    {
        var endless = new EndlessStream();

        var fault = Assert.Throws<UnreadableDraftException>(() => DraftSource.Load(endless, "stdin"));

        Assert.Contains("a draft may have 50 MB", fault.Message);
        Assert.True(endless.Given <= ReadingLimits.FileBytes + (1 << 17), $"{endless.Given} bytes were read");
    }

    private static string Fault(string path)
    {
        var fault = Assert.Throws<UnreadableDraftException>(() => DraftSource.Load(path));
        Assert.Equal(path, fault.Diagnostic.File);
        Assert.DoesNotContain('\n', fault.Message);
        return fault.Message;
    }

    private static bool CanRead(string path)
    {
        try
        {
            File.ReadAllBytes(path);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
            buffer.AsSpan(offset, count).Fill((byte)'a');
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
