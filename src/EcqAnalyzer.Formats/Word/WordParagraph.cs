using System.Text;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Word;

/// <summary>A paragraph while its part is walked: its text with the run behind each stretch, and what decides its kind.</summary>
internal sealed class WordParagraph(string part, BlockKind place, int row)
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int Run, int Offset)> _pieces = [];
    private StringBuilder? _hidden;
    private int _nextOffset;

    /// <summary>Where it stands: body, cell, box or note.</summary>
    public BlockKind Place { get; } = place;

    public int Row { get; } = row;

    public string? Style { get; set; }

    public int? Outline { get; set; }

    public int? Number { get; set; }

    public int? NumberLevel { get; set; }

    /// <summary>The page that its first visible character stands on.</summary>
    public int? Page { get; private set; }

    /// <summary>Its mark is deleted: the next paragraph goes on in it.</summary>
    public bool IsMarkDeleted { get; set; }

    /// <summary>Paragraphs of the boxes that are anchored in it.</summary>
    public List<WordParagraph>? After { get; private set; }

    public List<WordParagraph> Boxes => After ??= [];

    public bool HasText { get; private set; }

    public string Text => Whole(_text.ToString());

    public string Hidden => Whole(_hidden?.ToString() ?? "");

    /// <summary>Adds one character; <paramref name="run"/> is null for what the reader adds itself.</summary>
    public void Add(char character, int? run, int offset, int page)
    {
        if (!HasText && !char.IsWhiteSpace(character))
        {
            HasText = true;
            Page = page;
        }

        var number = run ?? -1;
        var continues = _pieces.Count > 0 && _pieces[^1].Run == number && (number < 0 || _nextOffset == offset);
        if (!continues)
        {
            _pieces.Add((_text.Length, number, offset));
        }

        _nextOffset = offset + 1;
        _text.Append(character);
    }

    public void Hide(char character) => (_hidden ??= new StringBuilder()).Append(character);

    /// <summary>The paragraph as a block, or as one for each line that was broken by hand, with a label that Word generates before
    /// it. White space without anything in it, and line breaks at either end, show nothing on the page and are left out; a label shows
    /// without a text too.</summary>
    public void WriteTo(DraftBuilder builder, WordBlock block, int? page)
    {
        if (!HasText && block.Label.Length == 0)
        {
            return;
        }

        if (!HasText)
        {
            builder.BeginBlock(block.Kind, block.Level, page);
            builder.Append(block.Label.TrimEnd(), null);
            builder.EndBlock();
            return;
        }

        var (text, piece) = (Text, 0);
        foreach (var line in SoftLines.Split(text, block))
        {
            builder.BeginBlock(line.Kind, line.Level, page);
            builder.Append(line.Label, null);
            piece = WriteText(builder, text, line, piece);
            builder.EndBlock();
        }
    }

    /// <summary>Writes a line from the piece on that it may begin in; gives the one that the next line may begin in. A paragraph can have
    /// as many lines as pieces.</summary>
    private int WriteText(DraftBuilder builder, string text, WordBlock block, int piece)
    {
        var (from, to) = (block.From, block.To ?? text.Length);
        while (text[from] == '\n')
        {
            from++;
        }

        while (text[to - 1] == '\n')
        {
            to--;
        }

        for (; piece < _pieces.Count && _pieces[piece].Start < to; piece++)
        {
            var (start, run, offset) = _pieces[piece];
            var end = piece + 1 < _pieces.Count ? _pieces[piece + 1].Start : text.Length;
            var first = Math.Max(start, from);
            var last = Math.Min(end, to);
            if (first < last)
            {
                var anchor = run < 0 ? null : new WordAnchor(part, run, offset + first - start);
                builder.Append(text.AsSpan(first, last - first), anchor);
            }
        }

        return Math.Max(0, piece - 1);
    }

    /// <summary>Half a surrogate pair is no character, and nothing that is written later could hold it.</summary>
    private static string Whole(string text)
    {
        StringBuilder? mended = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                mended ??= new StringBuilder(text);
                mended[i] = '\uFFFD';
            }
        }

        return mended?.ToString() ?? text;
    }
}

/// <summary>What a paragraph or a line of it becomes: its kind and level, the number that Word generates before it, and which of its
/// characters, from after a typed bullet to its end or the end of a line.</summary>
internal readonly record struct WordBlock(BlockKind Kind, int Level, string Label, int From = 0, int? To = null);
