using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Sections;

/// <summary>
/// Finds the heads of resume entries. A head is a short line with a range of dates, together with the short lines around it
/// that are no list items and no sentences: employer, role and dates stand in one line or in up to four.
/// </summary>
public static class PostReader
{
    private const int MostWords = 26;
    private const int LinesAbove = 2;
    private const int LinesBelow = 2;

    /// <summary>A line of the head of a federal resume, with the dates since when the grade is held.</summary>
    private const string HighestGrade = "Highest ";

    private const string Separators = "|,;\n\t·•–—";

    private static readonly HashSet<string> RoleWords =
    [
        "director", "manager", "chief", "officer", "specialist", "analyst", "administrator", "supervisor", "lead", "leader",
        "advisor", "adviser", "commander", "coordinator", "engineer", "president", "executive", "deputy", "assistant",
        "inspector", "attorney", "counsel", "scientist", "secretary", "head", "consultant", "superintendent", "auditor",
        "accountant", "principal", "associate", "teacher", "nurse", "planner", "investigator", "technician", "clerk", "agent",
        "examiner", "economist", "architect", "developer", "captain", "major", "colonel", "sergeant", "intern", "warden",
    ];

    private static readonly HashSet<string> EmployerWords =
    [
        "department", "agency", "office", "bureau", "administration", "service", "inc", "corp", "corporation", "company",
        "university", "college", "county", "city", "state", "command", "commission", "center", "centre", "institute",
        "division", "authority", "foundation", "ministry", "army", "navy", "force", "district", "board", "council", "llc",
        "hospital", "school", "association", "laboratory", "fund", "bank", "group", "partners", "branch",
    ];

    /// <summary>Marks the first line of each head with its post and turns the others of the head into plain lines.</summary>
    public static void MarkPosts(Draft draft, ImmutableArray<Sentence> sentences, OutlineLine[] lines)
    {
        var taken = -1;
        for (var i = 0; i < sentences.Length; i++)
        {
            if (i <= taken || !IsHeadLine(draft, sentences[i], lines[i]) || DateRange.Find(draft.Text, sentences[i].Span) is not { } dates)
            {
                continue;
            }

            var first = i;
            while (first - 1 > taken && i - first < LinesAbove && IsHeadLine(draft, sentences[first - 1], lines[first - 1]))
            {
                first--;
            }

            var last = i;
            while (last + 1 < lines.Length && last - i < LinesBelow && IsHeadLine(draft, sentences[last + 1], lines[last + 1])
                && !HasDates(draft, sentences, last + 1) && !HasDates(draft, sentences, last + 2))
            {
                last++;
            }

            lines[first] = new OutlineLine(
                [], sentences[first].Span.Length, SectionKind.Post, null, Read(draft.Text, sentences[first..(last + 1)], dates));
            for (var j = first + 1; j <= last; j++)
            {
                lines[j] = OutlineLine.Plain with { Length = sentences[j].Span.Length };
            }

            taken = last;
        }
    }

    private static Post Read(string text, ImmutableArray<Sentence> head, DateRange dates)
    {
        var parts = head.SelectMany(line => Parts(text, line.Span, dates.Span)).ToArray();
        var role = FindPart(text, parts, RoleWords, null);

        // "Chief, Entry Review Branch" over "Food Inspection Service": the employer stands in the line without the role.
        var roleLine = head.FirstOrDefault(line => role is { } found && line.Span.Contains(found))?.Span;
        var elsewhere = parts.Where(part => roleLine is not { } line || !line.Contains(part)).ToArray();
        var employer = FindPart(text, elsewhere, EmployerWords, role) ?? FindPart(text, parts, EmployerWords, role) ?? FindOther(parts, role);
        return new Post(employer, role, dates.Span, dates.FromYear, dates.ToYear, dates.IsCurrent);
    }

    private static bool HasDates(Draft draft, ImmutableArray<Sentence> sentences, int i) =>
        i < sentences.Length && DateRange.Find(draft.Text, sentences[i].Span) is not null;

    /// <summary>Whether a line may belong to a head: short, no sentence, not a list item, no heading known otherwise.</summary>
    private static bool IsHeadLine(Draft draft, Sentence sentence, OutlineLine line)
    {
        var text = sentence.Span.Of(draft.Text).TrimEnd();
        var isKnown = !line.Ecqs.IsEmpty || line.Label is not null || (line.Opens is not null && sentence.Block != BlockKind.Heading);
        return !isKnown
            && !text.IsEmpty
            && sentence.Block is not BlockKind.ListItem
            && sentence.Tokens.Length <= MostWords
            && !(text[^1] is '.' or ':' or '?' or '!' && sentence.Tokens.Length > 6)
            && !text.StartsWith(HighestGrade, StringComparison.OrdinalIgnoreCase)
            && !IsClause(draft.Text, sentence)
            && LineWords.Opens(LineWords.Plain(text)) is null;
    }

    /// <summary>A pronoun or a finite verb makes prose of a line: heads have neither. With a capital inside the line it is a name, whatever
    /// it looks like: "Claims Service".</summary>
    private static bool IsClause(string text, Sentence sentence) => sentence.Tokens.Any(token =>
        (token.Tag is "PRP" or "VBD" or "MD" or "VBZ" || (token.Tag == "VBP" && token.Pos == "AUX"))
        && (token.Span.Start == sentence.Span.Start || !char.IsUpper(text[token.Span.Start])));

    private static IEnumerable<TextSpan> Parts(string text, TextSpan line, TextSpan dates)
    {
        for (var (start, i) = (line.Start, line.Start); i <= line.End; i++)
        {
            var isDates = i < line.End && dates.Contains(i);
            if (i < line.End && !isDates && !IsSeparator(text, i))
            {
                continue;
            }

            if (Trim(text, start, i) is { } part)
            {
                yield return part;
            }

            start = isDates ? Math.Max(i + 1, dates.End) : i + 1;
            i = isDates ? Math.Max(i, dates.End - 1) : i;
        }
    }

    private static bool IsSeparator(string text, int i) =>
        Separators.Contains(text[i]) || (text[i] == '-' && i > 0 && text[i - 1] == ' ');

    private static TextSpan? Trim(string text, int start, int end)
    {
        while (start < end && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(text[end - 1]) && text[end - 1] is not (')' or '.'))
        {
            end--;
        }

        return end - start > 1 ? new TextSpan(start, end) : null;
    }

    private static TextSpan? FindPart(string text, TextSpan[] parts, HashSet<string> words, TextSpan? except) =>
        parts
            .Where(part => part != except && LineWords.Plain(part.Of(text)).Split(' ').Any(words.Contains))
            .Select(part => (TextSpan?)part)
            .FirstOrDefault();

    private static TextSpan? FindOther(TextSpan[] parts, TextSpan? role) =>
        parts.Where(part => part != role).Select(part => (TextSpan?)part).FirstOrDefault();
}
