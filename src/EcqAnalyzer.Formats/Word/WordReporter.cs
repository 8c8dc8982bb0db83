using EcqAnalyzer.Formats.Word.Comments;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Word;

/// <summary>
/// The draft itself with comments. A Word file comes back as it was, byte for byte, but for the comments and their marks; of a
/// PDF or a text a new Word file is made. START HERE for the folder Comments: <see cref="MarginNotes"/> chooses what is said,
/// <see cref="CommentedDocument"/> sets it beside its words. Throws <see cref="UnreadableDraftException"/> where a file can be
/// read but not be written to.
/// </summary>
public sealed class WordReporter(ReportOrder order) : IReporter
{
    public void Write(Analysis analysis, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(stream);
        var (source, draft) = analysis.Document.Draft.File.Format == DraftFormat.Word
            ? (order.Source, analysis.Document.Draft)
            : PlainDocument.Create(analysis.Document.Draft);
        try
        {
            using var package = WordPackage.Open(source);
            var document = new CommentedDocument(package, source, draft);
            var apart = document.RemarksOnFile();
            if (analysis.Document.Draft.File.Format != DraftFormat.Word)
            {
                apart.Add($"This document holds the text of {analysis.Document.Draft.File.Name} as the program read it, without its layout.");
            }

            document.Write(MarginNotes.Choose(analysis, order.Margin(), apart), stream);
        }
        catch (Exception fault) when (WordPackage.IsDamage(fault))
        {
            throw WordFaults.TakesNoComments(source, fault);
        }
    }
}
