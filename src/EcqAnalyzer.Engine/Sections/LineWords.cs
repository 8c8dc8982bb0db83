using System.Collections.Immutable;
using System.Text;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Sections;

/// <summary>What a heading or lead-in promises of the lines below it.</summary>
public enum LineSort
{
    Neither,
    Duties,
    Accomplishments,
}

/// <summary>Headings that resumes and stories use whatever the framework, by their words in lower case.</summary>
public static class LineWords
{
    private static readonly HashSet<string> Experience =
    [
        "experience", "work experience", "professional experience", "employment", "employment history", "work history",
        "professional history", "career history", "executive experience", "federal experience", "relevant experience",
        "leadership experience", "military experience", "military service", "volunteer experience",
    ];

    private static readonly HashSet<string> Skills =
    [
        "skills", "core skills", "key skills", "core competencies", "competencies", "areas of expertise", "expertise",
        "technical skills", "strengths", "leadership competencies", "skills and abilities", "professional skills",
    ];

    private static readonly HashSet<string> Education =
    [
        "education", "education and training", "training", "certifications", "education and certifications", "degrees",
        "professional development", "credentials", "licenses and certifications", "academic background",
    ];

    private static readonly HashSet<string> Others =
    [
        "summary", "executive summary", "professional summary", "profile", "objective", "overview", "introduction",
        "awards", "honors", "awards and honors", "honors and awards", "references", "affiliations",
        "professional affiliations", "memberships", "languages", "interests", "contact", "executive core qualifications",
        "technical qualifications", "fundamental competencies", "career highlights", "highlights",
    ];

    /// <summary>Lists of titles, whose numbers are pages and volumes.</summary>
    private static readonly HashSet<string> Works =
    [
        "publications", "selected publications", "recent publications", "publications and presentations", "peer reviewed publications",
        "bibliography", "patents", "patents and publications", "presentations", "selected presentations",
    ];

    /// <summary>Of the others.</summary>
    private static readonly HashSet<string> ResumeParts =
    [
        "summary", "professional summary", "profile", "objective", "awards", "honors", "awards and honors", "honors and awards",
        "references", "memberships", "languages", "interests", "contact",
    ];

    private static readonly ImmutableArray<string> DutyWords = ["duties", "responsibilities", "responsible for", "role includes"];

    private static readonly ImmutableArray<string> AccomplishmentWords =
        ["accomplishments", "achievements", "key results", "selected results", "highlights", "impact"];

    /// <summary>Of both, those that head a part of a resume and nothing else.</summary>
    private static readonly ImmutableArray<string> PartWords = ["duties", "responsibilities", "accomplishments", "achievements"];

    /// <summary>The kind of section that a line with these words opens, or null.</summary>
    public static SectionKind? Opens(string words)
    {
        if (Experience.Contains(words) || Others.Contains(words) || Works.Contains(words) || NamesSort(words))
        {
            return SectionKind.Other;
        }

        return Skills.Contains(words) ? SectionKind.Skills : Education.Contains(words) ? SectionKind.Education : null;
    }

    /// <summary>Whether the words head a part that resumes have and other drafts seldom.</summary>
    public static bool IsResumePart(string words) =>
        Experience.Contains(words) || Skills.Contains(words) || Education.Contains(words) || ResumeParts.Contains(words) || Works.Contains(words) || NamesSort(words, PartWords);

    /// <summary>How many different headings of the draft do.</summary>
    public static int CountResumeParts(IEnumerable<string> headings) => headings.Where(IsResumePart).Distinct().Count();

    /// <summary>Whether the words head a list of publications or patents.</summary>
    public static bool HeadsWorks(string words) => Works.Contains(words);

    /// <summary>Whether a line is a title such as "Key accomplishments" or "Duties and responsibilities".</summary>
    private static bool NamesSort(string words) =>
        NamesSort(words, DutyWords) || NamesSort(words, AccomplishmentWords);

    private static bool NamesSort(string words, ImmutableArray<string> sorts) =>
        words.Length < 40
        && sorts.Any(word => words.EndsWith(word, StringComparison.Ordinal) && word != "responsible for")
        && words.Split(' ').Length <= 5;

    public static LineSort SortOf(ReadOnlySpan<char> text)
    {
        foreach (var word in AccomplishmentWords)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return LineSort.Accomplishments;
            }
        }

        foreach (var word in DutyWords)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return LineSort.Duties;
            }
        }

        return LineSort.Neither;
    }

    /// <summary>The words of a line in lower case with single spaces: letters and digits, ampersands as "and".</summary>
    public static string Plain(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
            else if (c == '&')
            {
                plain.Append(plain.Length > 0 && plain[^1] != ' ' ? " and " : "and ");
            }
            else if (c is not ('\'' or '’') && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }
}
