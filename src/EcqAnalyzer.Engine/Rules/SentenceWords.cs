using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Rules;

/// <summary>A sentence as matching sees it: for each token the numbers of its form and lemma and the bits of its tags. Filled
/// anew for each sentence, so that matching allocates nothing per token.</summary>
public sealed class SentenceWords(Vocabulary vocabulary)
{
    private const int Room = 64;

    private string _text = "";
    private Sentence? _sentence;

    public int Count { get; private set; }

    public int[] Forms { get; private set; } = new int[Room];

    public int[] Lemmas { get; private set; } = new int[Room];

    /// <summary>The part of speech and the tag of each token, as <see cref="TagNames"/> has their bits.</summary>
    public ulong[] Tags { get; private set; } = new ulong[Room];

    /// <summary>Of each token.</summary>
    public Signs[] Signs { get; private set; } = new Signs[Room];

    /// <summary>Those of all tokens.</summary>
    internal ulong AllTags { get; private set; }

    internal WordPlaces Places { get; } = new();

    /// <summary>The first token of the sentence's words, after bullets, numbering, quotes and brackets: where <c>^</c> holds.</summary>
    public int First { get; private set; }

    /// <summary>One past the last token of the sentence's words, before closing signs: where a final <c>$</c> holds.</summary>
    public int Last { get; private set; }

    public ReadOnlySpan<char> TextOf(int token) => _sentence!.Tokens[token].Span.Of(_text);

    public TextSpan SpanOf(TokenRange range) =>
        new(_sentence!.Tokens[range.Start].Span.Start, _sentence.Tokens[range.End - 1].Span.End);

    public void Fill(string text, Sentence sentence)
    {
        (_text, _sentence, Count) = (text, sentence, sentence.Tokens.Length);
        if (Forms.Length < Count)
        {
            var size = Count * 2;
            (Forms, Lemmas, Tags, Signs) = (new int[size], new int[size], new ulong[size], new Signs[size]);
        }

        AllTags = 0;
        Places.Begin(vocabulary.Count, Count);
        for (var i = 0; i < Count; i++)
        {
            ref readonly var token = ref sentence.Tokens.ItemRef(i);
            var form = token.Span.Of(text);
            Forms[i] = vocabulary.FindForm(form);
            Lemmas[i] = !form.SequenceEqual(token.Lemma) ? vocabulary.Find(token.Lemma) : vocabulary[Forms[i]] == token.Lemma ? Forms[i] : 0;
            var (pos, tag) = (TagNames.PlaceOf(token.Pos), TagNames.PlaceOf(token.Tag));
            Tags[i] = TagNames.BitAt(pos) | TagNames.BitAt(tag);
            AllTags |= Tags[i];
            Signs[i] = Rules.Signs.Of(Forms[i], Lemmas[i], Tags[i]);
            Places.Add(WordPlaces.OfWord(Forms[i]), i);
            Places.Add(WordPlaces.OfWord(Lemmas[i]), i);
            Places.Add(pos, i);
            Places.Add(tag, i);
        }

        First = FindFirst();
        Last = FindLast();
    }

    private int FindFirst()
    {
        var at = 0;
        while (at < Count)
        {
            if (!IsWord(at))
            {
                at++;
            }
            else if (IsNumberOfList(at))
            {
                at += EndsLikeNumbering(TextOf(at)) ? 1 : 2;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>"1." or "a)" in one token or two, at the beginning.</summary>
    private bool IsNumberOfList(int at)
    {
        var text = TextOf(at);
        if (text.Length is >= 2 and <= 4 && EndsLikeNumbering(text))
        {
            return IsNumbering(text[..^1]);
        }

        return at + 1 < Count - 1 && text.Length <= 3 && IsNumbering(text) && TextOf(at + 1) is "." or ")";
    }

    private static bool EndsLikeNumbering(ReadOnlySpan<char> text) => text.Length > 1 && text[^1] is '.' or ')';

    /// <summary>Digits, or one letter.</summary>
    private static bool IsNumbering(ReadOnlySpan<char> text) =>
        !text.ContainsAnyExceptInRange('0', '9') || (text.Length == 1 && char.IsAsciiLetter(text[0]));

    private int FindLast()
    {
        var end = Count;
        while (end > First && !IsWord(end - 1) && TextOf(end - 1) is not "%")
        {
            end--;
        }

        return end;
    }

    private bool IsWord(int at)
    {
        foreach (var sign in TextOf(at))
        {
            if (char.IsLetterOrDigit(sign))
            {
                return true;
            }
        }

        return TextOf(at) is "$" or "\u20AC" or "\u00A3";
    }
}

/// <summary>Tokens [<see cref="Start"/>, <see cref="End"/>) of a sentence.</summary>
public readonly record struct TokenRange(int Start, int End)
{
    public bool Overlaps(TokenRange other) => Start < other.End && other.Start < End;
}
