namespace EcqAnalyzer.Cli;

/// <summary>Standard output as a pipe: says by <see cref="ReaderGoneException"/> when the program behind it has
/// ended.</summary>
internal sealed class PipeStream(Stream pipe) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            pipe.Write(buffer);
        }
        catch (IOException fault)
        {
            throw new ReaderGoneException(fault);
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}

/// <summary>Nobody reads what we write any more, as behind <c>| head</c>. No fault: the program ends quietly.</summary>
public sealed class ReaderGoneException(Exception inner) : IOException("Nobody reads standard output any more.", inner);
