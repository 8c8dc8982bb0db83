using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats;

/// <summary>Reads drafts of one format. Throws <see cref="UnreadableDraftException"/> for what is not such a file, is damaged
/// past reading, protected, or beyond <see cref="ReadingLimits"/>; never anything else for any bytes.</summary>
public interface IDraftReader
{
    DraftFormat Format { get; }

    Draft Read(DraftSource source, CancellationToken cancellation);
}
