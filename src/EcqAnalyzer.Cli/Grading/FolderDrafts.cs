using System.Collections.Immutable;
using EcqAnalyzer.Cli.Screening;
using EcqAnalyzer.Engine.Screening;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Grading;

/// <summary>A draft and whose it is: the name of its file without the ending, with the folders it stands in.</summary>
internal sealed record FoundDraft(string Participant, string Path);

/// <summary>The drafts below a folder, one for each participant, in the order in which people count; and the folders below that
/// cannot be looked into.</summary>
internal sealed record FolderDrafts(ImmutableArray<FoundDraft> Found, ImmutableArray<Diagnostic> Faults)
{
    /// <summary>Throws <see cref="UsageException"/> where there is no such folder.</summary>
    public static FolderDrafts Find(string folder, string results, ImmutableArray<string> endings)
    {
        DraftFolder.Require(folder);
        var listing = new DraftFolder(folder, results, endings).List();
        // Whose name stands twice, as .docx and as .pdf, is told apart by the ending.
        var counts = listing.Drafts.CountBy(draft => WithoutEnding(draft.Path)).ToDictionary(StringComparer.Ordinal);
        return new FolderDrafts(
            [
                .. listing.Drafts
                    .Select(draft => new FoundDraft(counts[WithoutEnding(draft.Path)] == 1 ? WithoutEnding(draft.Path) : draft.Path, Path.Combine(folder, draft.Path)))
                    .OrderBy(draft => draft.Participant, NaturalOrder.Instance),
            ],
            listing.Faults);
    }

    private static string WithoutEnding(string path) => path[..^Path.GetExtension(path).Length];
}
