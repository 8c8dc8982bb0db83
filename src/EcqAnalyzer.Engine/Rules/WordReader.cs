using System.Collections.Immutable;
using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Engine.Yaml;

namespace EcqAnalyzer.Engine.Rules;

/// <summary>Reads one word of a pattern: <c>word</c>, <c>=form</c>, <c>==Form</c>, <c>word/TAG</c> or <c>TAG</c>. Patterns share
/// most of their words, so what was read once is kept.</summary>
internal sealed class WordReader(Vocabulary vocabulary)
{
    private readonly Dictionary<string, PatternNode> _read = [];
    private readonly Tokenizer _tokenizer = new();

    /// <summary>Where the word that begins at <paramref name="start"/> ends: at a space, a group's sign, or the quantifier after
    /// it. A sign of its own, as in <c>=?</c>, is no quantifier.</summary>
    public static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] == '=' && end < start + 2)
        {
            end++;
        }

        if (end > start && end < text.Length && text[end] != ' ')
        {
            end++;
        }

        while (end < text.Length && text[end] is not (' ' or '(' or ')' or '|'))
        {
            end++;
        }

        var hasQuantifier = end - start >= 2 && text[end - 1] is '?' or '+' or '*';
        var isWholeSign = text.AsSpan(start, end - start).TrimStart('=').Length == 1 && text[start] == '=';
        return hasQuantifier && !isWholeSign ? end - 1 : end;
    }

    public PatternNode Read(string word, int at)
    {
        if (!_read.TryGetValue(word, out var node))
        {
            _read.Add(word, node = ReadNew(word, at));
        }

        return node;
    }

    private PatternNode ReadNew(string word, int at)
    {
        if (IsTagLike(word))
        {
            var alone = ReadTags(word, at);
            return One(new TokenCondition(WordMatch.Any, [], "", alone), word);
        }

        var slash = word.LastIndexOf('/');
        var hasTags = slash > 0 && slash < word.Length - 2 && IsTagLike(word[(slash + 1)..]);
        var tags = hasTags ? ReadTags(word.AsSpan(slash + 1), at + slash + 1) : 0;
        var form = hasTags ? word[..slash] : word;
        if (form.StartsWith("==", StringComparison.Ordinal) && form.Length > 2)
        {
            return ReadPlain(form[2..], WordMatch.Exact, tags, word, at);
        }

        return form.StartsWith('=') && form.Length > 1
            ? ReadPlain(form[1..], WordMatch.Form, tags, word, at)
            : ReadPlain(form, WordMatch.FormOrLemma, tags, word, at);
    }

    /// <summary>Tags with commas between them, each one that annotation knows, as bits (<see cref="TagNames"/>).</summary>
    public static ulong ReadTags(ReadOnlySpan<char> written, int at)
    {
        var tags = 0UL;
        foreach (var tag in written.ToString().Split(','))
        {
            var bit = TagNames.BitOf(tag);
            if (bit == 0)
            {
                var near = Spelling.FindNearest(tag, TagNames.Writable) is { } known ? $"; did you mean {known}?" : ".";
                throw new PatternFault(
                    RuleFaults.UnknownTag,
                    at,
                    $"there is no tag '{tag}'{near} If you mean the word, write it in small letters, or =={tag} for capitals only");
            }

            tags |= bit;
            at += tag.Length + 1;
        }

        return tags;
    }

    /// <summary>Two capitals or more, such as <c>VBD</c>, <c>PRP$</c> or <c>VBD,VBN</c>.</summary>
    private static bool IsTagLike(string word)
    {
        if (word.Length < 2 || !char.IsAsciiLetterUpper(word[0]))
        {
            return false;
        }

        foreach (var sign in word)
        {
            if (!char.IsAsciiLetterUpper(sign) && sign is not (',' or '$'))
            {
                return false;
            }
        }

        return word.Length > 1 && char.IsAsciiLetterUpper(word[1]);
    }

    private PatternNode ReadPlain(string form, WordMatch match, ulong tags, string written, int at)
    {
        var parts = Split(form);
        if (parts.Length > 1 && tags != 0)
        {
            throw new PatternFault(
                RuleFaults.Notation, at, $"a tag belongs to one token, and '{form}' is {parts.Length}: {string.Join(' ', parts)}");
        }

        var tokens = ImmutableArray.CreateBuilder<PatternNode>(parts.Length);
        foreach (var part in parts)
        {
            var word = vocabulary.Add(Vocabulary.Normalize(part));
            var exact = match == WordMatch.Exact ? part : "";
            var how = match == WordMatch.FormOrLemma && IsPronoun(vocabulary[word]) ? WordMatch.Form : match;
            tokens.Add(One(
                new TokenCondition(how, [word], exact, tags), parts.Length == 1 ? written : part));
        }

        return tokens.Count == 1 ? tokens[0] : new InOrder(tokens.MoveToImmutable());
    }

    /// <summary>"me" is a form of "I" to a dictionary, but whoever writes <c>I</c> or <c>we</c> means just that.</summary>
    private static bool IsPronoun(string word) => word is "i" or "we" or "you" or "he" or "she" or "they" or "it" or "who";

    /// <summary>Splits a word as text is split, so that <c>cross-functional</c> and <c>don't</c> may be written as they
    /// are.</summary>
    private string[] Split(string word)
    {
        if (word.Length == 1)
        {
            return [word];
        }

        var tokens = _tokenizer.Tokenize(word, 0, word.Length);
        if (tokens.Length == 1)
        {
            return [word];
        }

        var parts = new string[tokens.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = word[tokens[i].Start..tokens[i].End];
        }

        return parts;
    }

    private static OneToken One(TokenCondition condition, string text) => new(new TokenTest([condition], IsNegated: false), text);
}
