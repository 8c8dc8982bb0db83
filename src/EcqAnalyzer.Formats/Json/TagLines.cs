namespace EcqAnalyzer.Formats.Json;

/// <summary>Takes lines of bytes from a stream, one at a time, in one buffer that is used again: memory does not grow with
/// the number of lines. A line beyond <see cref="TagLimits.LineBytes"/> is given shortened and marked, and its rest is passed
/// over.</summary>
public sealed class TagLines(Stream stream)
{
    /// <summary>How much of a line that is too long is given: its id usually stands first.</summary>
    private const int Beginning = 1 << 16;

    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>The next line without its line feed; null at the end. Its bytes are good until the next call.</summary>
    public TagLine? FindNext()
    {
        var searched = _start;
        while (true)
        {
            var at = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                var length = searched + at - _start;
                var isTooLong = length > TagLimits.LineBytes;
                var line = new TagLine(_buffer.AsMemory(_start, isTooLong ? Beginning : length), isTooLong);
                _start = searched + at + 1;
                return line;
            }

            if (_end - _start > TagLimits.LineBytes)
            {
                return SkipLongLine();
            }

            searched = _end;
            if (!TryFill(ref searched))
            {
                return EndOfStream();
            }
        }
    }

    private TagLine? EndOfStream()
    {
        if (_start == _end)
        {
            return null;
        }

        var line = new TagLine(_buffer.AsMemory(_start, _end - _start), IsTooLong: false);
        _start = _end;
        return line;
    }

    private TagLine SkipLongLine()
    {
        var beginning = _buffer.AsMemory(_start, Beginning).ToArray();
        _start = _end;
        while (true)
        {
            var at = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (at >= 0)
            {
                _start += at + 1;
                break;
            }

            _start = _end = 0;
            _end = stream.Read(_buffer);
            if (_end == 0)
            {
                break;
            }
        }

        return new TagLine(beginning, IsTooLong: true);
    }

    /// <summary>Reads more behind what is there; makes room by moving the open line to the front, then by doubling.</summary>
    private bool TryFill(ref int searched)
    {
        if (_end == _buffer.Length)
        {
            var length = _end - _start;
            var target = _start > 0 ? _buffer : new byte[_buffer.Length * 2];
            Buffer.BlockCopy(_buffer, _start, target, 0, length);
            _buffer = target;
            (_start, _end, searched) = (0, length, searched - _start);
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}

/// <summary>A line as it came. Of one that is too long only the beginning.</summary>
public readonly record struct TagLine(ReadOnlyMemory<byte> Bytes, bool IsTooLong);
