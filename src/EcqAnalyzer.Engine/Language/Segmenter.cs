using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Language;

/// <summary>Finds where the sentences of a block end, over its tokens. Blocks are hard boundaries; within one, a linear model
/// judges each place where a sentence could end: after a stop with the quotes and brackets that close behind it, and, in
/// running text only, before a capital or sign that may begin something new. Semicolons, colons and long dashes never end one.
/// For one thread at a time.</summary>
internal sealed class Segmenter(SparseWeights weights)
{
    /// <summary>A longer stretch without an end is cut, so that nothing later meets a sentence of a megabyte.</summary>
    public const int MaxTokens = 1000;

    /// <summary>How sure the model must be to end a sentence where no stop stands. Drafts have fewer such places than the
    /// mails and posts it learned them from.</summary>
    private const int BareMargin = 8;

    private readonly EndWeights _weights = new(weights);

    /// <summary>Writes the index of the token after each sentence; the last is the number of tokens.</summary>
    public void Split(
        string text, ReadOnlySpan<RawToken> tokens, ReadOnlySpan<Word> words, BlockKind kind, List<int> ends)
    {
        ends.Clear();
        var start = 0;
        var state = default(GapState);
        for (var i = 0; i + 1 < tokens.Length && kind != BlockKind.Sentence; i++)
        {
            state.Pass(text[tokens[i].Start]);
            var gap = FindGap(text, tokens, i);
            var isEnd = gap.Kind != GapKind.None && IsCandidate(gap, kind) && !Letters.IsDash(text[tokens[i].Start])
                && !IsLabel(text, tokens, start, gap) && Ends(words, gap, start, state);
            if (!isEnd && i + 1 - start < MaxTokens)
                continue;
            start = isEnd ? gap.Next : i + 1;
            i = start - 1;
            state = default;
            ends.Add(start);
        }

        if (tokens.Length > 0)
            ends.Add(tokens.Length);
    }

    /// <summary>The gap after token <paramref name="i"/>; of kind none where no sentence can end.</summary>
    public static Gap FindGap(string text, ReadOnlySpan<RawToken> tokens, int i)
    {
        var token = text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);
        var kind = KindAfter(token);
        var next = i + 1;
        while (kind != GapKind.None && next < tokens.Length && !tokens[next].SpaceBefore && IsCloser(text, tokens[next]))
        {
            next++;
        }

        if (kind != GapKind.None && NoteNumbers.IsAt(text, tokens, next))
            next++;
        if (next >= tokens.Length)
            return default;
        if (kind == GapKind.None)
        {
            if (!tokens[next].SpaceBefore || IsContinuing(text[tokens[next].Start]) || token[^1] is ';' or ':' || IsOfMany(text, tokens[i]))
                return default;
            return new Gap(i, next, token is "," or "-" or "--" ? GapKind.Joint : GapKind.Bare);
        }

        var isJoined = !tokens[next].SpaceBefore && (token.Length > 1 || !char.IsUpper(text[tokens[next].Start]));
        return isJoined || text[tokens[next].Start] is ',' or ';' or ':' ? default : new Gap(i, next, kind);
    }

    private static bool IsCandidate(Gap gap, BlockKind kind) =>
        gap.Kind is not (GapKind.Bare or GapKind.Joint) || kind is BlockKind.Paragraph;

    /// <summary>A number, letter or roman numeral with its stop opens a heading or list item and does not end it.</summary>
    private static bool IsLabel(string text, ReadOnlySpan<RawToken> tokens, int start, Gap gap)
    {
        if (gap.Last > start + 1 || gap.Kind is GapKind.Bare or GapKind.Joint)
            return false;
        var label = text.AsSpan(tokens[start].Start, tokens[gap.Last].End - tokens[start].Start).TrimEnd('.');
        return label.Length is > 0 and <= 5
            && (label.Length == 1 ? char.IsLetterOrDigit(label[0]) : IsDigits(label) || label.TrimStart("IVX").IsEmpty);
    }

    private static bool IsDigits(ReadOnlySpan<char> label) => label.Length <= 3 && !label.ContainsAnyExceptInRange('0', '9');

    private bool Ends(ReadOnlySpan<Word> words, Gap gap, int start, in GapState state)
    {
        Span<ulong> features = stackalloc ulong[GapFeatures.Max];
        features = features[..GapFeatures.Write(words, gap, start, state, features)];
        return _weights.Sum(features) > (gap.Kind is GapKind.Bare or GapKind.Joint ? BareMargin : 0);
    }

    private static GapKind KindAfter(ReadOnlySpan<char> token) => token[^1] switch
    {
        '\u2026' => GapKind.Ellipsis,
        '.' when token.Length > 1 => token[^2] == '.' ? GapKind.Ellipsis : AbbreviationKind(token[..^1]),
        '.' or '!' or '?' => GapKind.Stop,
        _ => GapKind.None,
    };

    /// <summary>After a title or the like no sentence ends, whatever the model says.</summary>
    private static GapKind AbbreviationKind(ReadOnlySpan<char> word) => Abbreviations.Find(word) switch
    {
        Abbreviation.Leading or Abbreviation.BeforeNumber => GapKind.None,
        _ => GapKind.AbbreviationStop,
    };

    private static bool IsContinuing(char c) => char.IsLower(c) || c is ',' or ';' or ':' or '.' or ')' or ']' or '%';

    /// <summary>The apostrophe of "veterans' preference": what is theirs follows.</summary>
    private static bool IsOfMany(string text, RawToken token) =>
        token.End == token.Start + 1 && !token.SpaceBefore && Letters.IsApostrophe(text[token.Start]) && token.Start > 0 && text[token.Start - 1] is 's' or 'S';

    private static bool IsCloser(string text, RawToken token) =>
        token.End - token.Start <= 2 && Letters.IsClosing(text[token.Start]);
}
