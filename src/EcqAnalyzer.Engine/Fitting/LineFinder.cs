using System.Collections.Immutable;
using EcqAnalyzer.Engine.Statements;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Fitting;

/// <summary>A bullet or a sentence that can be kept or dropped, and the room it takes in characters.</summary>
internal sealed record FreeLine(TextSpan Span, ImmutableArray<int> Sentences, int Size);

/// <summary>
/// Parts a draft into lines that can be chosen and what always stays: headings, employers, roles and dates, what stands before the
/// first heading, skills, education, cells and boxes, and lines without a verb such as awards. A bullet is kept or dropped whole, of
/// a paragraph each sentence.
/// </summary>
internal sealed class LineFinder(Document document, int characters)
{
    private readonly List<FreeLine> _lines = [];
    private int _all;

    /// <summary>The lines in order of text, and the room of the whole draft.</summary>
    public static (ImmutableArray<FreeLine> Lines, int All) Find(Document document, int characters)
    {
        var finder = new LineFinder(document, characters);
        finder.Find();
        return ([.. finder._lines], finder._all);
    }

    private void Find()
    {
        var section = 0;
        var next = 0;
        foreach (var block in document.Draft.Blocks)
        {
            var sentences = new List<(Sentence Sentence, Section Section)>();
            while (next < document.Sentences.Length && document.Sentences[next].Span.Start < block.Span.End)
            {
                while (document.Sections[section].Sentences is var of && (of.IsEmpty || of[^1].Index < next))
                {
                    section++;
                }

                sentences.Add((document.Sentences[next++], document.Sections[section]));
            }

            if (block.Kind is not (BlockKind.PageFurniture or BlockKind.Note))
            {
                Add(block, sentences);
            }
        }
    }

    private void Add(Block block, List<(Sentence Sentence, Section Section)> sentences)
    {
        var room = BlockRoom.RowsOf(block, characters) * characters;
        _all += room;
        if (block.Kind == BlockKind.ListItem)
        {
            if (sentences.Count > 0 && sentences.Exists(IsFree))
            {
                _lines.Add(new FreeLine(block.Span, [.. sentences.Select(each => each.Sentence.Index)], room));
            }
        }
        else if (block.Kind is BlockKind.Paragraph or BlockKind.Sentence or BlockKind.Heading)
        {
            foreach (var each in sentences.Where(IsFree))
            {
                // Sentences share the rows of their paragraph by their length.
                var size = (int)((long)room * each.Sentence.Span.Length / Math.Max(1, block.Span.Length));
                _lines.Add(new FreeLine(each.Sentence.Span, [each.Sentence.Index], size));
            }
        }
    }

    private bool IsFree((Sentence Sentence, Section Section) at)
    {
        var (sentence, section) = at;
        return section.Kind is SectionKind.Ecq or SectionKind.Post or SectionKind.Other
            && !Places.IsHeading(document, section, sentence)
            && !IsHeadOfPost(section.Post, sentence.Span)
            && (sentence.Verb is not null || (sentence.Block == BlockKind.ListItem && section.Kind != SectionKind.Other));
    }

    private static bool IsHeadOfPost(Post? post, TextSpan span) =>
        post is not null && (IsIn(post.Employer, span) || IsIn(post.Role, span) || IsIn(post.Dates, span));

    private static bool IsIn(TextSpan? part, TextSpan span) => part is { } known && known.Overlaps(span);
}
