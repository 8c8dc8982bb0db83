using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Comparing;

/// <summary>A stretch of a draft's words, and whether they are among those that changed.</summary>
internal sealed record ChangedWords(string Text, bool IsChanged)
{
    /// <summary>The sentences cut where changed words begin and end, at the nearest spaces, so that no word is cut. Sentences
    /// are in order.</summary>
    public static IEnumerable<ChangedWords> Of(Analysis analysis, ImmutableArray<int> sentences, ImmutableArray<TextSpan> changed)
    {
        var text = analysis.Document.Draft.Text;
        foreach (var sentence in sentences)
        {
            var span = analysis.Document.Sentences[sentence].Span;
            var at = span.Start;
            foreach (var change in changed.Where(each => each.Overlaps(span)))
            {
                var (start, end) = (Math.Max(at, StartOfWord(text, change.Start, span.Start)), EndOfWord(text, change.End, span.End));
                if (start >= end)
                {
                    continue;
                }

                if (start > at)
                {
                    yield return new ChangedWords(text[at..start], IsChanged: false);
                }

                yield return new ChangedWords(text[start..end], IsChanged: true);
                at = end;
            }

            if (at < span.End)
            {
                yield return new ChangedWords(text[at..span.End], IsChanged: false);
            }
        }
    }

    private static int StartOfWord(string text, int at, int first)
    {
        while (at > first && !char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static int EndOfWord(string text, int at, int last)
    {
        while (at < last && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
