using System.Collections.Immutable;
using EcqAnalyzer.Engine.Classification;
using EcqAnalyzer.Engine.Sections;
using EcqAnalyzer.Engine.Statements;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Scoring;

/// <summary>Tells whether a draft can be scored at all, and if not, why. Where it cannot there are no scores: a zero would say
/// that the writer has nothing to show.</summary>
public static class GradableJudge
{
    private const char Unmapped = '\uFFFD';
    private const int WordsThatTellLanguage = 30;
    private const int SmallWordsThatTellLanguage = 10;
    private const double SureEvidence = 0.5;

    private static readonly HashSet<string> FunctionWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "of", "and", "to", "for", "with", "by", "from", "that", "was", "were", "my", "at", "as", "an", "this", "their",
        "which", "is", "it", "i", "we", "our", "in", "on", "a", "who", "have", "has", "had", "are", "be", "not", "all",
    };

    /// <summary>Judges a document. By <paramref name="known"/>, English words, a list of fragments without function words is still
    /// known as English; null tells by function words alone.</summary>
    public static Gradable Judge(Document document, ImmutableArray<Evidence> evidence, GradablePolicy policy, WordTable? known = null)
    {
        var text = document.Draft.Text;
        if (document.Draft.Extraction.Notes.FirstOrDefault(note => note.Grade == ExtractionGrade.Untrusted) is { } note)
        {
            return new Gradable(GradableStatus.Unreadable, note.Message);
        }

        var (words, inEnglish) = CountWords(document);
        var least = document.Draft.File.Format == DraftFormat.Given ? policy.GivenWords : policy.DraftWords;
        if (words < least)
        {
            return new Gradable(
                GradableStatus.TooShort,
                words == 0 ? "There are no words in it." : $"It holds {words} words; fewer than {least} show nothing reliably.");
        }

        if (!IsReadable(text, policy))
        {
            return new Gradable(
                GradableStatus.Unreadable, "Too much of the text is not letters: it was probably not read as the writer sees it.");
        }

        if (words >= WordsThatTellLanguage && (double)inEnglish / words < policy.EnglishShare && !IsOfEnglishWords(document, known, policy.KnownShare))
        {
            return new Gradable(GradableStatus.OffTopic, "It does not seem to be English prose, and the rules read English only.");
        }

        return IsAboutWork(document, evidence, policy)
            ? new Gradable(GradableStatus.Ok, null)
            : new Gradable(
                GradableStatus.OffTopic, "Nothing in it speaks of anybody's work: no deed, no duty, no heading of a framework.");
    }

    private static bool IsReadable(string text, GradablePolicy policy)
    {
        var (letters, unmapped, visible) = (0, 0, 0);
        foreach (var c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            unmapped += c == Unmapped ? 1 : 0;
            visible += char.IsWhiteSpace(c) ? 0 : 1;
        }

        return letters >= visible * policy.LetterShare && unmapped <= visible * (1 - policy.LetterShare) / 10;
    }

    private static bool IsAboutWork(Document document, ImmutableArray<Evidence> evidence, GradablePolicy policy) =>
        document.Sentences.Length < policy.OffTopicSentences
        || document.Sections.Any(section => section.Kind is SectionKind.Ecq or SectionKind.Post)
        || HasPartsOfResume(document)
        || evidence.Any(SpeaksOfWork);

    /// <summary>One such heading, as "Summary" or "Interests", may stand anywhere.</summary>
    private static bool HasPartsOfResume(Document document) =>
        LineWords.CountResumeParts(document.Sections.Select(section => LineWords.Plain(section.Heading))) > 1;

    private static bool SpeaksOfWork(Evidence evidence) => evidence.Label switch
    {
        // The classifier has an opinion on any text, be it about gardens.
        _ when evidence.Origin is ModelOrigin || NameReader.IsTold(evidence) => false,
        CompetencyLabel or ClaimLabel => true,
        TypeLabel { Type: StatementType.Action or StatementType.Duty } => evidence.Weight >= SureEvidence,
        _ => false,
    };

    private static (int Words, int InEnglish) CountWords(Document document)
    {
        var text = document.Draft.Text;
        var (words, inEnglish) = (0, 0);
        foreach (var sentence in document.Sentences)
        {
            foreach (var token in sentence.Tokens)
            {
                if (HasLetter(text, token))
                {
                    words++;
                    inEnglish += FunctionWords.Contains(text[token.Span.Start..token.Span.End]) ? 1 : 0;
                }
            }
        }

        return (words, inEnglish);
    }

    /// <summary>Whether nearly all words in small letters are in the table: names and acronyms tell no language.</summary>
    private static bool IsOfEnglishWords(Document document, WordTable? known, double share)
    {
        var (words, found) = (0, 0);
        foreach (var sentence in document.Sentences)
        {
            foreach (var token in sentence.Tokens)
            {
                var word = token.Span.Of(document.Draft.Text);
                if (known is not null && IsInSmallLetters(word))
                {
                    words++;
                    found += known.Find(word) >= 0 || known.Find(token.Lemma) >= 0 ? 1 : 0;
                }
            }
        }

        return words >= SmallWordsThatTellLanguage && found >= words * share;
    }

    private static bool IsInSmallLetters(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasLetter(string text, Token token)
    {
        foreach (var c in token.Span.Of(text))
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }
}
