using System.Collections.Immutable;
using EcqAnalyzer.Formats.Word.Writing;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Word.Comments;

/// <summary>A new Word document of the text of a draft that was none: headings, paragraphs and list items, a run each.</summary>
internal static class PlainDocument
{
    /// <summary>The document, and the draft with its text led back to that document in place of the file it was read from.
    /// Running heads and page numbers of a PDF, which are in no sentence, are left out.</summary>
    public static (DraftSource Source, Draft Draft) Create(Draft draft)
    {
        var (blocks, runs) = (ImmutableArray.CreateBuilder<HandoutBlock>(), ImmutableArray.CreateBuilder<SourceRun>());
        foreach (var block in draft.Blocks)
        {
            if (block.Kind != BlockKind.PageFurniture)
            {
                runs.Add(new SourceRun(block.Span, new WordAnchor(HandoutWriter.Main, runs.Count, 0)));
                blocks.Add(Written(block, HandoutRun.Exact(block.Span.Of(draft.Text).ToString())));
            }
        }

        var package = new MemoryStream();
        HandoutWriter.Write(new Handout(draft.File.Name, blocks.ToImmutable()), package);
        return (new DraftSource(draft.File.Name, package.ToArray()), draft with { Source = new SourceMap(runs.ToImmutable()) });
    }

    private static HandoutBlock Written(Block block, HandoutRun text) => block.Kind switch
    {
        BlockKind.Heading => new HandoutHeading(Math.Max(block.Level, 1), text),
        BlockKind.ListItem => new HandoutBullet(text) { Level = block.Level },
        BlockKind.Note => new HandoutParagraph(text) { Look = HandoutLook.Note },
        _ => new HandoutParagraph(text),
    };
}
