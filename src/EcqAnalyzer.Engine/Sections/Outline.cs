using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Sections;

/// <summary>
/// What each sentence of a draft is as a line of its layout, read before a framework is chosen: so the headings can tell
/// which framework it is. As long as the sentences. Writers style headings or do not, so words decide, and layout only
/// where words do not.
/// </summary>
public sealed record Outline(Draft Draft, ImmutableArray<Sentence> Sentences, ImmutableArray<OutlineLine> Lines)
{
    /// <summary>Headings of ECQs in an unbroken row of this many are a list of them and open nothing.</summary>
    private const int ListOfHeadings = 3;

    private const int LongestHeading = 100;

    public static Outline Read(Draft draft, ImmutableArray<Sentence> sentences, HeadingMatcher headings)
    {
        var blocks = new Dictionary<int, TextSpan>(draft.Blocks.Length);
        foreach (var block in draft.Blocks)
        {
            blocks.Add(block.Span.Start, block.Span);
        }

        var lines = new OutlineLine[sentences.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = ReadLine(draft, sentences[i], headings, blocks);
        }

        DropLists(lines);
        PostReader.MarkPosts(draft, sentences, lines);
        return new Outline(draft, sentences, [.. lines]);
    }

    private static OutlineLine ReadLine(Draft draft, Sentence sentence, HeadingMatcher headings, Dictionary<int, TextSpan> blocks)
    {
        var startsBlock = blocks.TryGetValue(sentence.Span.Start, out var block);
        if (!startsBlock && !StandsAfterBreak(draft.Text, sentence.Span.Start))
        {
            return OutlineLine.Plain;
        }

        // "II. LEADING PEOPLE" may be read as two sentences: the block as a whole is the heading.
        var text = sentence.Span.Of(draft.Text);
        var whole = headings.Find(text);
        if (whole.IsEmpty && startsBlock && block.Length is > 0 and < LongestHeading && block.End > sentence.Span.End)
        {
            whole = headings.Find(block.Of(draft.Text));
            text = whole.IsEmpty ? text : block.Of(draft.Text);
        }

        var (label, labelLength) = StoryLabels.Find(text);
        if (!whole.IsEmpty)
        {
            return new OutlineLine(whole, text.Length, null, label, null);
        }

        var lead = LeadLength(text);
        var run = lead > 0 ? headings.Find(text[..lead]) : [];
        if (!run.IsEmpty)
        {
            return new OutlineLine(run, lead, null, null, null);
        }

        if (label is not null)
        {
            return new OutlineLine([], labelLength, null, label, null);
        }

        var opens = LineWords.Opens(LineWords.Plain(text));
        return opens is null && sentence.Block != BlockKind.Heading
            ? OutlineLine.Plain
            : new OutlineLine([], text.Length, opens ?? SectionKind.Other, null, null);
    }

    private static bool StandsAfterBreak(string text, int start) => start > 0 && text[start - 1] == '\n';

    /// <summary>Length of what stands before a colon or a spaced dash, where a heading may run into its text.</summary>
    private static int LeadLength(ReadOnlySpan<char> text)
    {
        // The number of an ECQ may have a colon or dash of its own, so the last of the first two is tried.
        var found = 0;
        for (var (i, seen) = (1, 0); i < Math.Min(text.Length - 1, 90) && seen < 2; i++)
        {
            if (text[i] == ':' || (text[i] is '-' or '–' or '—' && text[i - 1] == ' '))
            {
                (found, seen) = (i, seen + 1);
            }
        }

        return found;
    }

    private static void DropLists(OutlineLine[] lines)
    {
        for (var (start, i) = (0, 0); i <= lines.Length; i++)
        {
            if (i < lines.Length && !lines[i].Ecqs.IsEmpty)
            {
                continue;
            }

            if (i - start >= ListOfHeadings)
            {
                Array.Fill(lines, OutlineLine.Plain, start, i - start);
            }

            start = i + 1;
        }
    }
}

/// <summary>What one sentence is as a line: a heading of ECQs (of several frameworks where they share the words), of another
/// part of a draft, a story label, or a line of a post's head. <see cref="Length"/> is how much of it is heading or
/// label.</summary>
public sealed record OutlineLine(ImmutableArray<EcqId> Ecqs, int Length, SectionKind? Opens, StoryLabel? Label, Post? Post)
{
    public static OutlineLine Plain { get; } = new([], 0, null, null, null);
}
