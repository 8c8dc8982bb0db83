using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Sections;

/// <summary>
/// Makes the sections of a document from its outline, for one framework. A heading line's own sentence belongs to the section
/// that it opens. Headings of other frameworks open a section without an ECQ: the text below them was written for something
/// else.
/// </summary>
public static class SectionFinder
{
    public static Document Find(Outline outline, Framework framework, EcqId? standsUnder)
    {
        var sections = ImmutableArray.CreateBuilder<Section>();
        var open = standsUnder is null
            ? new Opening(SectionKind.Front, "", null, null, HeadingLevel: 0)
            : new Opening(SectionKind.Ecq, "", standsUnder, null, HeadingLevel: 0);
        var first = 0;
        for (var i = 0; i < outline.Sentences.Length; i++)
        {
            if (Opens(outline, i, framework, open) is not { } next)
            {
                continue;
            }

            Close(sections, outline, open, first, i);
            (open, first) = (next, i);
        }

        Close(sections, outline, open, first, outline.Sentences.Length);
        return new Document(outline.Draft, sections.ToImmutable());
    }

    private static Opening? Opens(Outline outline, int i, Framework framework, Opening open)
    {
        var (line, sentence) = (outline.Lines[i], outline.Sentences[i]);
        var words = outline.Draft.Text.Substring(sentence.Span.Start, line.Length).Trim().TrimEnd(':', '-', '–', '—', ' ');
        var level = LevelOf(outline.Draft, sentence);
        if (!line.Ecqs.IsEmpty)
        {
            var ecq = line.Ecqs.Where(id => framework.Covers(id.Framework)).Select(id => (EcqId?)id).FirstOrDefault();
            return new Opening(ecq is null ? SectionKind.Other : SectionKind.Ecq, words, ecq, null, level);
        }

        if (line.Post is not null)
        {
            return new Opening(SectionKind.Post, words, null, line.Post, level);
        }

        // A heading below an ECQ's heading is the title of a story; it ends nothing.
        return line.Opens is { } kind && !IsBelow(outline.Draft, sentence, level, open) ? new Opening(kind, words, null, null, level) : null;
    }

    /// <summary>Whether a heading stands within the open section. Titles such as "Key accomplishments" do, in an ECQ or a post.
    /// Other headings do where they are laid out as lower; and under an ECQ also where they are laid out alike and are no part
    /// that drafts usually have, since plain text knows one level only.</summary>
    private static bool IsBelow(Draft draft, Sentence sentence, int level, Opening open)
    {
        if (open.Kind is not (SectionKind.Ecq or SectionKind.Post) || open.Heading.Length == 0)
        {
            return false;
        }

        var words = sentence.Span.Of(draft.Text);
        var isLower = open.HeadingLevel > 0 && level > open.HeadingLevel;
        var isUnknown = LineWords.Opens(LineWords.Plain(words)) is null;
        return isLower
            || LineWords.SortOf(words) != LineSort.Neither
            || (open.Kind == SectionKind.Ecq && isUnknown && level >= open.HeadingLevel);
    }

    /// <summary>The level of the heading that a sentence is laid out as, or 0.</summary>
    private static int LevelOf(Draft draft, Sentence sentence)
    {
        if (sentence.Block != BlockKind.Heading)
        {
            return 0;
        }

        var (low, high) = (0, draft.Blocks.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = draft.Blocks[middle].Span.Start <= sentence.Span.Start ? (middle, high) : (low, middle - 1);
        }

        return Math.Max(1, draft.Blocks[low].Level);
    }

    private static void Close(
        ImmutableArray<Section>.Builder sections, Outline outline, Opening open, int first, int end)
    {
        if (end == first && (first > 0 || outline.Sentences.Length > 0))
        {
            return;
        }

        var start = first == 0 ? 0 : outline.Sentences[first].Span.Start;
        var stop = end == outline.Sentences.Length ? outline.Draft.Text.Length : outline.Sentences[end].Span.Start;
        sections.Add(new Section(
            new TextSpan(start, stop), open.Kind, open.Heading, open.Ecq, open.Post, outline.Sentences[first..end]));
    }

    private sealed record Opening(SectionKind Kind, string Heading, EcqId? Ecq, Post? Post, int HeadingLevel);
}
