using System.Runtime.InteropServices;
using EcqAnalyzer.Engine.Encoders;
using EcqAnalyzer.Model;
using EcqAnalyzer.Training.Corpus;

namespace EcqAnalyzer.Training.Classification;

/// <summary>
/// What an encoder says of the sentences that the committed one was taught with, had it not been taught with them: half of the hands
/// that wrote the corpus were read by an encoder that learned from the other half, and the other way round. Only such sayings show how
/// far an encoder is to be trusted. Made by <c>models/encoder/train.py</c> in the same run as <c>encoder.bin</c>.
/// </summary>
public sealed class CrossedReadings
{
    private const uint Magic = 0x52435145;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _count;
    private readonly int _classes;
    private readonly int _sayings;

    /// <summary>Throws <see cref="FaultyFilesException"/> (ECQ304) for a file that does not belong to the encoder.</summary>
    public CrossedReadings(ReadOnlyMemory<byte> bytes, EncoderModel encoder, string name = "models/encoder/crossed.bin")
    {
        ArgumentNullException.ThrowIfNull(encoder);
        var numbers = MemoryMarshal.Cast<byte, int>(bytes.Span[..Math.Min(bytes.Length, Heading)]);
        if (numbers.Length < 3 || (uint)numbers[0] != Magic || numbers[1] < 0 || numbers[2] != encoder.Classes + 6
            || bytes.Length != Heading + ((long)numbers[1] * (sizeof(ulong) + (2 * numbers[2]))))
        {
            throw new FaultyFilesException([new Diagnostic(
                "ECQ304", name, null, null, "not what was made together with the encoder; see models/encoder/README.md for how both are made")]);
        }

        (_bytes, _count, _classes) = (bytes, numbers[1], numbers[2]);
        _sayings = Heading + (_count * sizeof(ulong));
    }

    /// <summary>Magic, how many sentences, how many numbers of each.</summary>
    private const int Heading = 3 * sizeof(int);

    /// <summary>Puts what is said of a narrative's sentences in place of what the encoder says of those that it was taught with, and says
    /// whether there were any.</summary>
    /// <param name="gold">The narrative.</param>
    /// <param name="encoded">Its sentences as the encoder reads each by itself.</param>
    /// <param name="followed">The scores of their types in their surroundings.</param>
    public bool Replace(GoldNarrative gold, EncodedSentence[] encoded, float[][] followed)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(encoded);
        ArgumentNullException.ThrowIfNull(followed);
        var isReplaced = false;
        var hashes = MemoryMarshal.Cast<byte, ulong>(_bytes.Span[Heading.._sayings]);
        for (var i = 0; i < encoded.Length; i++)
        {
            var at = hashes.BinarySearch(HashOf(gold.Id, gold.Sentences[i].Text));
            if (at >= 0)
            {
                var said = MemoryMarshal.Cast<byte, Half>(_bytes.Span[(_sayings + (at * 2 * _classes))..])[.._classes];
                var scores = new float[_classes];
                for (var of = 0; of < scores.Length; of++)
                {
                    scores[of] = (float)said[of];
                }

                encoded[i] = encoded[i] with { Scores = scores[..^6] };
                followed[i] = scores[^6..];
                isReplaced = true;
            }
        }

        return isReplaced;
    }

    /// <summary>FNV-1a of 64 bits over the code units of the narrative's id, a line's end and the sentence.</summary>
    private static ulong HashOf(string draft, string sentence)
    {
        var hash = 14695981039346656037;
        foreach (var text in (ReadOnlySpan<string>)[draft, "\n", sentence])
        {
            foreach (var sign in text)
            {
                hash = (hash ^ sign) * 1099511628211;
            }
        }

        return hash;
    }
}
