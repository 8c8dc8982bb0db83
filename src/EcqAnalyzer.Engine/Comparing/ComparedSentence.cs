using System.Text;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Comparing;

/// <summary>A word of a sentence: its form in lower case with plain quotation marks and dashes, the form as it stands, how
/// much it counts, and where it stands.</summary>
internal sealed record ComparedWord(string Lower, string Form, double Weight, TextSpan Span);

/// <summary>A sentence as the comparison sees it. Two sentences with one <see cref="Key"/> are the same: it is the tokens, so
/// that white space does not count, and neither does whether quotation marks and dashes are typed or set.</summary>
internal sealed class ComparedSentence
{
    /// <summary>More than any sentence has. A file without full stops may be one endless sentence, which is compared by its
    /// beginning.</summary>
    private const int MostWords = 400;

    private readonly Sentence _sentence;
    private readonly string _text;
    private readonly double _functionWord;
    private ComparedWord[]? _words;

    public ComparedSentence(Sentence sentence, string text, double functionWord)
    {
        (_sentence, _text, _functionWord) = (sentence, text, functionWord);
        var key = new StringBuilder();
        foreach (var token in sentence.Tokens)
        {
            AppendPlain(key, token.Span.Of(text));
            key.Append(' ');
        }

        Key = key.ToString();
    }

    public string Key { get; }

    /// <summary>Its words in order, punctuation left out; only changed sentences are asked for them.</summary>
    public ComparedWord[] Words => _words ??= FindWords();

    public double Weight => Words.Sum(word => word.Weight);

    private ComparedWord[] FindWords()
    {
        var words = new List<ComparedWord>();
        foreach (var token in _sentence.Tokens)
        {
            if (words.Count < MostWords && token.Pos is not ("PUNCT" or "SYM"))
            {
                var form = new StringBuilder();
                AppendPlain(form, token.Span.Of(_text));
                words.Add(new ComparedWord(form.ToString().ToLowerInvariant(), form.ToString(), WeightOf(token), token.Span));
            }
        }

        return [.. words];
    }

    private double WeightOf(Token token) =>
        token.Pos is "NOUN" or "PROPN" or "VERB" or "ADJ" or "ADV" or "NUM" ? 1 : _functionWord;

    private static void AppendPlain(StringBuilder plain, ReadOnlySpan<char> form)
    {
        foreach (var character in form)
        {
            plain.Append(character switch
            {
                '\u2018' or '\u2019' or '\u02BC' or '\u2032' => '\'',
                '\u201C' or '\u201D' or '\u2033' => '"',
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
                _ => character,
            });
        }
    }
}
