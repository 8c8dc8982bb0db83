using System.Collections.Immutable;
using System.Text;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.PlainText;

/// <summary>Text of a file, without a byte order mark, and what is to be said about how it was decoded.</summary>
internal sealed record DecodedText(string Text, ImmutableArray<ExtractionNote> Notes);

/// <summary>
/// Turns bytes into text. A byte order mark decides; without one, the pattern of zero bytes tells UTF-32 and UTF-16,
/// then valid UTF-8 is UTF-8, and what is left is taken for Windows-1252, which any bytes can be, and that is said.
/// </summary>
internal static class TextDecoder
{
    /// <summary>Bytes looked at for the pattern of zeros: enough for any prose to show it.</summary>
    private const int Sample = 1 << 16;

    private static readonly UTF8Encoding _utf8 = new(false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding _utf16Little =
        new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding _utf16Big =
        new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UTF32Encoding _utf32Little =
        new(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: true);
    private static readonly UTF32Encoding _utf32Big =
        new(bigEndian: true, byteOrderMark: false, throwOnInvalidCharacters: true);

    /// <summary>0x80 to 0x9F of Windows-1252. The five bytes it leaves open become the control characters of that
    /// number, as browsers have it; <see cref="LooksBinary"/> counts them.</summary>
    private const string Windows1252 =
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>Null where the bytes are no text in any encoding known here.</summary>
    public static DecodedText? TryDecode(ReadOnlySpan<byte> bytes)
    {
        var decoded = DecodeMarked(bytes) ?? DecodeByZeros(bytes) ?? DecodeBytewise(bytes);
        return LooksBinary(decoded.Text) ? null : decoded;
    }

    private static DecodedText? DecodeMarked(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return DecodeUtf8(bytes[3..]);
        }

        // FF FE 00 00 is the mark of UTF-32, or UTF-16 that begins with a zero character, which no text does.
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) && bytes.Length % 4 == 0)
        {
            return Decode(bytes[4..], _utf32Little, "UTF-32");
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
        {
            return Decode(bytes[4..], _utf32Big, "UTF-32");
        }

        return bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Decode(bytes[2..], _utf16Little, "UTF-16")
            : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Decode(bytes[2..], _utf16Big, "UTF-16")
            : null;
    }

    /// <summary>Text in UTF-16 or UTF-32 has a zero byte at the same place of most units, if only for its spaces and
    /// line ends; other text has none at all.</summary>
    private static DecodedText? DecodeByZeros(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        if (sample.IndexOf((byte)0) < 0 || sample.Length < 4)
        {
            return null;
        }

        Span<int> zeros = stackalloc int[4];
        for (var i = 0; i < sample.Length; i++)
        {
            zeros[i % 4] += sample[i] == 0 ? 1 : 0;
        }

        var units = sample.Length / 4;
        var (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3]);
        var encoding = (Encoding?)null;
        if (zeros[3] >= units && zeros[2] > units / 2 && zeros[0] < units / 2)
        {
            encoding = _utf32Little;
        }
        else if (zeros[0] >= units && zeros[1] > units / 2 && zeros[3] < units / 2)
        {
            encoding = _utf32Big;
        }
        else if (odd > units / 4 && even <= odd / 16)
        {
            encoding = _utf16Little;
        }
        else if (even > units / 4 && odd <= even / 16)
        {
            encoding = _utf16Big;
        }

        return encoding is null ? null : DecodeValid(bytes, encoding);
    }

    private static DecodedText? DecodeValid(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            var name = encoding is UTF32Encoding ? "UTF-32" : "UTF-16";
            return new DecodedText(
                encoding.GetString(bytes), [Read($"Read as {name}, which the file does not say itself.")]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static DecodedText Decode(ReadOnlySpan<byte> bytes, Encoding strict, string name)
    {
        try
        {
            return new DecodedText(strict.GetString(bytes), [Read($"Read as {name}.")]);
        }
        catch (ArgumentException)
        {
            var lenient = (Encoding)strict.Clone();
            lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
            return new DecodedText(lenient.GetString(bytes), [Broken(name)]);
        }
    }

    private static DecodedText DecodeBytewise(ReadOnlySpan<byte> bytes)
    {
        var (sequences, faults) = CountUtf8(bytes);
        return faults == 0 || sequences > faults ? DecodeUtf8(bytes) : DecodeWindows1252(bytes);
    }

    /// <summary>Multi-byte characters of UTF-8 that are whole, and bytes that belong to none. Few texts in another
    /// encoding have any of the first; a text cut off or mended by hand has more of the first than of the
    /// second.</summary>
    private static (int Sequences, int Faults) CountUtf8(ReadOnlySpan<byte> bytes)
    {
        var (sequences, faults) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            sequences += status == System.Buffers.OperationStatus.Done && consumed > 1 ? 1 : 0;
            faults += status == System.Buffers.OperationStatus.Done ? 0 : 1;
            bytes = bytes[consumed..];
        }

        return (sequences, faults);
    }

    private static DecodedText DecodeUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new DecodedText(_utf8.GetString(bytes), []);
        }
        catch (ArgumentException)
        {
            return new DecodedText(Encoding.UTF8.GetString(bytes), [Broken("UTF-8")]);
        }
    }

    private static DecodedText DecodeWindows1252(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
        {
            text.Append(b is >= 0x80 and <= 0x9F ? Windows1252[b - 0x80] : (char)b);
        }

        const string message = "The file does not say how its characters are stored; it was read as Windows-1252. " +
            "If quotation marks or accents look wrong, save it as UTF-8.";
        return new DecodedText(
            text.ToString(), [new ExtractionNote("encoding", ExtractionGrade.Doubtful, 1, message, [])]);
    }

    /// <summary>A zero character is in no text. Other control characters may be, from old printers and terminals, but
    /// one in fifty is a program's doing.</summary>
    private static bool LooksBinary(string text)
    {
        var controls = 0;
        foreach (var c in text)
        {
            if (c == '\0')
            {
                return true;
            }

            controls += TextLines.IsControl(c) ? 1 : 0;
        }

        return controls > 2 + (text.Length / 50);
    }

    private static ExtractionNote Read(string message) => new("encoding", ExtractionGrade.Read, 1, message, []);

    private static ExtractionNote Broken(string name) => new(
        "encoding",
        ExtractionGrade.Doubtful,
        1,
        $"Some bytes are no characters of {name}, in which the rest is stored; they are shown as \uFFFD.",
        []);
}
