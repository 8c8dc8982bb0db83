using System.Collections.Immutable;
using EcqAnalyzer.Engine.Language;

namespace EcqAnalyzer.Training;

/// <summary>A sentence to learn tagging from: forms as written, whether a space stands before each, and for each the tag
/// pairs that are right (several where the treebank leaves the universal tag open).</summary>
internal sealed record TaggingSample(ImmutableArray<string> Forms, ImmutableArray<bool> Spaces, ImmutableArray<GoldTag> Gold)
{
    /// <summary>The number of the sentence that this is, or is made of.</summary>
    public int Source { get; init; }

    public static TaggingSample Of(TreebankSentence sentence, Spacing spacing)
    {
        var words = sentence.Words;
        var spaces = new bool[words.Length];
        for (var i = 1; i < words.Length; i++)
        {
            spaces[i] = spacing == Spacing.Guessed
                ? GuessSpace(words[i - 1].Form, words[i].Form)
                : words[i - 1].SpaceAfter && !IsInsideSurface(sentence, i);
        }

        return new TaggingSample(
            [.. words.Select(word => word.Form)],
            [.. spaces],
            [.. words.Select(word => new GoldTag(word.Pos, word.Tag))]);
    }

    public Word[] WordsWith(Lexicon lexicon, WordList list)
    {
        var words = new Word[Forms.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = Word.Of(Forms[i], Spaces[i], lexicon, list);
        }

        Capitals.Weigh(words);
        return words;
    }

    private static bool IsInsideSurface(TreebankSentence sentence, int word) =>
        sentence.Surface.Any(token => word > token.First && word < token.First + token.Count);

    private static bool GuessSpace(string before, string form) =>
        form is not ("," or "." or ";" or ":" or "?" or "!" or ")" or "]" or "%" or "n't" or "..." or "-" or "''" or "\u201D")
        && !(form.Length > 1 && form[0] == '\'')
        && before is not ("(" or "[" or "$" or "-" or "``" or "\u201C");
}

/// <summary>A universal tag, null where it is open, and a Penn tag.</summary>
internal readonly record struct GoldTag(string? Pos, string Tag);

internal enum Spacing
{
    /// <summary>The treebank says where spaces stand.</summary>
    Recorded,

    /// <summary>It does not; they are put as English prose has them.</summary>
    Guessed,
}
