using EcqAnalyzer.Cli;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Formats;

/// <summary>What holds of every draft, whatever reader made it.</summary>
internal static class DraftContract
{
    /// <summary>The readers of the program as it builds them.</summary>
    public static Readers AllReaders() => new Workbench().Readers;

    public static void Holds(Draft draft)
    {
        BlocksFillTheText(draft);
        var mapped = new bool[draft.Text.Length];
        var end = 0;
        foreach (var run in draft.Source.Runs)
        {
            Assert.True(run.Span.Start >= end, $"source run {run.Span} overlaps the one before, which ends at {end}");
            Assert.True(run.Span.End <= draft.Text.Length, $"source run {run.Span} goes past the text");
            Assert.False(run.Span.IsEmpty, "an empty source run");
            end = run.Span.End;
            Array.Fill(mapped, true, run.Span.Start, run.Span.Length);
        }

        foreach (var block in draft.Blocks)
        {
            // What a reader adds: white space, the number of a list that the file only counts, and signs for what the file
            // draws (boxes ticked or not, words above the line). Never a letter.
            var label = Enumerable.Range(block.Span.Start, block.Span.Length).TakeWhile(at => !mapped[at]).Count();
            Assert.True(label <= 16, $"no source for the first {label} characters of {block.Span}");
            for (var at = block.Span.Start + label; at < block.Span.End; at++)
            {
                Assert.True(mapped[at] || !char.IsLetterOrDigit(draft.Text[at]), $"no source for '{draft.Text[at]}' at {at}");
            }
        }

        Assert.Equal(64, draft.File.Hash.Hex.Length);
    }

    private static void BlocksFillTheText(Draft draft)
    {
        var start = 0;
        foreach (var block in draft.Blocks)
        {
            Assert.Equal(start, block.Span.Start);
            Assert.False(block.Span.IsEmpty, "an empty block");
            Assert.False(string.IsNullOrWhiteSpace(draft.Text[block.Span.Start..block.Span.End]), $"a block of white space, {block.Span}");
            Assert.True(block.Page is null or > 0, "pages count from 1");
            if (block.Span.End < draft.Text.Length)
            {
                Assert.Equal('\n', draft.Text[block.Span.End]);
            }

            start = block.Span.End + 1;
        }

        Assert.Equal(draft.Text.Length, draft.Blocks.Length == 0 ? 0 : draft.Blocks[^1].Span.End);
    }
}
