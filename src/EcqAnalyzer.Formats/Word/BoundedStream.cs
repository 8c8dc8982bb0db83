namespace EcqAnalyzer.Formats.Word;

/// <summary>What may still be unpacked from one package: a counter that all its parts draw on.</summary>
internal sealed class UnpackingBudget(DraftSource source)
{
    private long _total;

    public DraftSource Source { get; } = source;

    public void Spend(long bytes)
    {
        _total += bytes;
        if (_total > ReadingLimits.UnpackedBytes)
        {
            throw WordFaults.IsTooLarge(Source, $"{ReadingLimits.UnpackedBytes >> 20} MB");
        }
    }
}

/// <summary>A part as it is unpacked, stopped as soon as it grows past the limits, whatever size the archive claims. A single
/// tag is bounded too, since an XML reader holds all attributes of an element in memory.</summary>
internal sealed class BoundedStream(Stream inner, long packedBytes, UnpackingBudget budget) : Stream
{
    private long _length;
    private long _sinceTagOpened;
    private int _attributes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = _length == 0 ? ReadFirst(buffer) : inner.Read(buffer);
        _length += read;
        budget.Spend(read);
        if (_length > ReadingLimits.PartBytes)
        {
            throw WordFaults.IsTooLarge(budget.Source, $"{ReadingLimits.PartBytes >> 20} MB in one part");
        }

        if (_length > ReadingLimits.UnquestionedBytes && _length / Math.Max(1, packedBytes) > ReadingLimits.UnpackingRatio)
        {
            throw WordFaults.IsTooLarge(budget.Source, $"{ReadingLimits.UnpackingRatio} times its packed size");
        }

        BoundOneTag(buffer[..read]);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>White space before the XML declaration is against the rules, and some generators write it.</summary>
    private int ReadFirst(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        var blank = 0;
        while (blank < read && buffer[blank] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            blank++;
        }

        buffer[blank..read].CopyTo(buffer);
        return blank > 0 && blank == read ? inner.Read(buffer) : read - blank;
    }

    private void BoundOneTag(ReadOnlySpan<byte> bytes)
    {
        var opened = bytes.LastIndexOf((byte)'<');
        var tail = bytes[Math.Max(0, opened)..];
        _sinceTagOpened = (opened < 0 ? _sinceTagOpened : 0) + tail.Length;
        _attributes = (opened < 0 ? _attributes : 0) + tail.Count((byte)'=');
        if (_sinceTagOpened > ReadingLimits.TagBytes || _attributes > ReadingLimits.TagAttributes)
        {
            throw WordFaults.IsTooLarge(
                budget.Source, $"{ReadingLimits.TagBytes >> 20} MB or {ReadingLimits.TagAttributes:N0} attributes in one piece");
        }
    }
}
