using EcqAnalyzer.Engine.Checks;
using EcqAnalyzer.Engine.Clauses;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Grading;

/// <summary>Tells which words of a draft may be names of persons, offices and places: what the tagger takes for one, and what has
/// a capital that neither its place nor its sort explains. Acronyms, days and months are none, where the draft uses them so: a name
/// too many is found rather than one too few.</summary>
internal sealed class Names
{
    private const int LongestAcronym = 6;

    private readonly string _text;

    /// <summary>What has an article or stands in brackets, as no person does.</summary>
    private readonly HashSet<string> _things = new(StringComparer.Ordinal);

    /// <summary>What stands in the writer's own line, or elsewhere as a name with small letters, in capitals.</summary>
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    public Names(Document document)
    {
        _text = document.Draft.Text;
        foreach (var sentence in document.Sentences)
        {
            for (var i = 0; i < sentence.Tokens.Length; i++)
            {
                Note(sentence, i);
            }
        }
    }

    /// <summary>Whether the word at <paramref name="i"/> may be a name, or a part of one.</summary>
    public bool MayHave(Sentence sentence, int i)
    {
        var word = WordAt(sentence, i);
        if (word.Contains('@') || word.Contains("//", StringComparison.Ordinal))
        {
            return true;
        }

        var hasCapital = char.IsUpper(word[0]) && !OwesItsCapital(sentence, i) && !IsWriter(word);
        return (sentence.Tokens[i].Pos == "PROPN" || hasCapital) && !IsAcronym(sentence, i) && !IsDesignation(sentence, i) && !IsDate(sentence, i);
    }

    private void Note(Sentence sentence, int i)
    {
        var word = WordAt(sentence, i);
        if (i > 0 && (sentence.Tokens[i - 1].Pos == "DET" || WordAt(sentence, i - 1) is "("))
        {
            _things.Add(word.ToString());
        }

        if (CapitalWords.IsNameLine(sentence) || (sentence.Tokens[i].Pos == "PROPN" && !CapitalWords.IsInCapitals(word)))
        {
            _named.Add(word.ToString().ToUpperInvariant());
        }
    }

    /// <summary>The first word of a sentence, a quote or what follows a colon: there the tagger alone tells a name.</summary>
    private bool OwesItsCapital(Sentence sentence, int i) =>
        i == 0 || WordAt(sentence, i - 1) is ":" or "\"" or "\u201c" or "``" or "(" or "[" or "\u2013" or "\u2014" or "--" or "\u2022";

    private static bool IsWriter(ReadOnlySpan<char> word) =>
        word is "I" || word.StartsWith("I'", StringComparison.Ordinal) || word.StartsWith("I\u2019", StringComparison.Ordinal);

    /// <summary>What looks like one and is used as a thing, or at least nowhere as a name: "JANE ROE", "Dr. WU".</summary>
    private bool IsAcronym(Sentence sentence, int i)
    {
        var word = WordAt(sentence, i);
        return LooksLikeAcronym(word)
            && (_things.Contains(word.ToString())
                || !(_named.Contains(word.ToString()) || CapitalWords.StandsInRow(sentence, i, _text) || IsBesideName(sentence, i)));
    }

    /// <summary>FAR, FTEs, DoD, R&amp;D, U.S.: short, from capital to capital, and more capitals than small letters.</summary>
    private static bool LooksLikeAcronym(ReadOnlySpan<char> word)
    {
        var core = word.Length > 2 && word[^1] == 's' ? word[..^1] : word;
        var (capitals, others) = (0, 0);
        foreach (var sign in core)
        {
            capitals += char.IsAsciiLetterUpper(sign) ? 1 : 0;
            others += char.IsLower(sign) ? 1 : 0;
        }

        return capitals > 1 && capitals > others && core.Length <= LongestAcronym && char.IsUpper(core[0]) && !char.IsLower(core[^1]);
    }

    /// <summary>Behind a given name or a title, or initials before a name.</summary>
    private bool IsBesideName(Sentence sentence, int i) =>
        (i > 0 && IsNamePart(sentence, i - 1)) || (WordAt(sentence, i).Contains('.') && i + 1 < sentence.Tokens.Length && IsNamePart(sentence, i + 1));

    private bool IsNamePart(Sentence sentence, int i) =>
        sentence.Tokens[i].Pos == "PROPN" && char.IsUpper(WordAt(sentence, i)[0]) && !CapitalWords.IsInCapitals(WordAt(sentence, i));

    /// <summary>A letter or acronym with a number of its own: A-123, GS-15.</summary>
    private bool IsDesignation(Sentence sentence, int i) =>
        i + 2 < sentence.Tokens.Length && WordAt(sentence, i + 1) is "-" && sentence.Tokens[i + 2].Pos == "NUM"
        && CapitalWords.IsInCapitals(WordAt(sentence, i)) && sentence.Tokens[i].Span.End == sentence.Tokens[i + 1].Span.Start;

    /// <summary>"Every Friday", "in June", "May 2019"; June who was met is a person.</summary>
    private static bool IsDate(Sentence sentence, int i) => SubjectWords.IsTime(sentence.Tokens[i])
        && ((i > 0 && IsBeforeDate(sentence.Tokens[i - 1])) || (i + 1 < sentence.Tokens.Length && sentence.Tokens[i + 1].Pos == "NUM"));

    private static bool IsBeforeDate(Token token) => token.Pos is "DET" or "ADJ" or "NUM" || token.Lemma is "in" or "on" or "since" or "until" or "during";

    private ReadOnlySpan<char> WordAt(Sentence sentence, int i) => sentence.Tokens[i].Span.Of(_text);
}
