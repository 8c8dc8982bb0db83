using System.Runtime.InteropServices;
using EcqAnalyzer.Engine.Encoders;
using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Model;
using EcqAnalyzer.Training.Corpus;

namespace EcqAnalyzer.Training.Classification;

/// <summary>
/// What an encoder says of the sentences that the committed one was taught with, had it not been taught with them: half of the hands
/// that wrote the corpus were read by an encoder that learned from the other half, and the other way round. Only such sayings show how
/// far an encoder is to be trusted. Made by <c>models/encoder/train.py</c>; its README says by which encoders.
/// </summary>
public sealed class CrossedReadings
{
    private const uint Magic = 0x52435145;
    private const int MostSentences = 1 << 20;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _count;
    private readonly int _classes;
    private readonly int _hashes;
    private readonly int _sayings;

    /// <summary>Throws <see cref="FaultyFilesException"/> (ECQ304) for a file that does not belong to the encoder.</summary>
    public CrossedReadings(ReadOnlyMemory<byte> bytes, EncoderModel encoder, string name = "models/encoder/crossed.bin")
    {
        ArgumentNullException.ThrowIfNull(encoder);
        (_bytes, _classes) = (bytes, encoder.Classes + 6);
        try
        {
            var reader = new ModelReader(bytes.Span);
            var isOurs = reader.UInt32() == Magic;
            _count = reader.Count(MostSentences);
            isOurs &= reader.Int32() == _classes;
            _hashes = reader.Skip(sizeof(ulong) * _count);
            _sayings = reader.Skip(2 * _classes * _count);
            if (!isOurs || reader.Position != bytes.Length)
            {
                throw new InvalidDataException();
            }
        }
        catch (InvalidDataException)
        {
            throw new FaultyFilesException([new Diagnostic(
                "ECQ304", name, null, null, "not what was made together with the encoder; see models/encoder/README.md for how both are made")]);
        }
    }

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
        var hashes = MemoryMarshal.Cast<byte, ulong>(_bytes.Span.Slice(_hashes, sizeof(ulong) * _count));
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

    /// <summary>Of the narrative's id, a line's end and the sentence.</summary>
    private static ulong HashOf(string draft, string sentence) => Fnv.Add(Fnv.Add(Fnv.Add(Fnv.Start, draft), '\n'), sentence);
}
