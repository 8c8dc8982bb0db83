using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using EcqAnalyzer.Engine.Sections;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Vacancies;

/// <summary>
/// START HERE for the folder: reads an announcement of a vacancy. <see cref="QualificationReader"/> finds the technical
/// qualifications and <see cref="LimitReader"/> the limits; <see cref="PhraseProposer"/> makes phrases of a qualification's own
/// words, and <see cref="VacancyPackWriter"/> the pack, which is a framework with its rules.
/// </summary>
public sealed partial class AnnouncementReader(AnnouncementWords words, ILanguageAnnotator annotator, ImmutableArray<Framework> frameworks)
{
    /// <summary>Fewer ECQs of a framework than this may be named in passing.</summary>
    private const int FewestEcqs = 3;

    private const int LongestTitle = 16;

    private static readonly string[] DateForms = ["M/d/yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMM. d, yyyy", "yyyy-MM-dd"];

    public Announcement Read(Draft draft)
    {
        var blocks = draft.Blocks.Where(block => block.Kind != BlockKind.PageFurniture).Select(block => block.Span.Of(draft.Text).ToString().Trim()).ToList();
        var (limits, unmeasured) = new LimitReader(words).Read(draft.Text, annotator.Annotate(draft));
        var (opens, closes) = FindDates(blocks);
        return new Announcement(
            FindAfter(blocks, words.Titles, _ => true) ?? FindTitle(draft, blocks),
            FindAfter(blocks, words.Numbers, text => text.Any(char.IsAsciiDigit)),
            FindFramework(draft.Text),
            new QualificationReader(words).Read(draft),
            limits,
            opens,
            closes)
        {
            Unmeasured = unmeasured,
        };
    }

    /// <summary>What stands after one of the labels: "Position Title: Director".</summary>
    private static string? FindAfter(List<string> blocks, ImmutableArray<string> labels, Predicate<string> isIt)
    {
        foreach (var label in labels)
        {
            for (var i = 0; i < blocks.Count; i++)
            {
                var colon = blocks[i].IndexOf(':', StringComparison.Ordinal);
                var head = LineWords.Plain(colon < 0 ? blocks[i] : blocks[i][..colon]);
                var rest = colon < 0 ? blocks.ElementAtOrDefault(i + 1) ?? "" : blocks[i][(colon + 1)..].Trim();
                rest = rest.Split('\n')[0].Trim();
                if (head == label && rest.Length is > 0 and < 120 && isIt(rest))
                {
                    return rest;
                }
            }
        }

        return null;
    }

    private static string? FindTitle(Draft draft, List<string> blocks)
    {
        var heading = draft.Blocks.Where(block => block.Kind == BlockKind.Heading).Select(block => block.Span.Of(draft.Text).ToString().Trim());
        return heading.Concat(blocks).FirstOrDefault(text => text.Length > 0 && text.Split(' ').Length <= LongestTitle);
    }

    /// <summary>The framework most of whose ECQs are named; of two with as many the one that is met more often.</summary>
    private string? FindFramework(string text)
    {
        var plain = $" {LineWords.Plain(text)} ";
        return frameworks
            .Where(framework => framework.Base is null && !framework.IsVocabularyOnly)
            .Select(framework => (framework, Count: framework.Ecqs.Count(ecq => !ecq.IsFundamental && IsNamed(ecq, plain))))
            .Where(each => each.Count >= FewestEcqs)
            .OrderByDescending(each => each.Count)
            .ThenByDescending(each => each.framework.Prevalence)
            .Select(each => each.framework.Id)
            .FirstOrDefault();
    }

    private static bool IsNamed(Ecq ecq, string plain) => ecq.Headings
        .Append(ecq.Name)
        .Select(heading => LineWords.Plain(heading))
        .Any(words => words.Contains(' ') && !words.StartsWith("ecq", StringComparison.Ordinal) && plain.Contains($" {words} ", StringComparison.Ordinal));

    private (DateOnly? Opens, DateOnly? Closes) FindDates(List<string> blocks)
    {
        DateOnly? opens = null, closes = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            var plain = LineWords.Plain(blocks[i]).Split(' ');
            var (isOpening, isClosing) = (plain.Any(words.Opening.Contains), plain.Any(words.Closing.Contains));
            var dates = isOpening || isClosing ? DatesIn(blocks[i]) : [];
            if (dates.Count == 0 && (isOpening || isClosing) && plain.Length <= 5 && i + 1 < blocks.Count)
            {
                dates = DatesIn(blocks[i + 1]);
            }

            if (dates.Count >= 2 && isOpening && isClosing)
            {
                (opens, closes) = (opens ?? dates[0], closes ?? dates[1]);
            }
            else if (dates.Count == 1 && isClosing)
            {
                closes ??= dates[0];
            }
            else if (dates.Count == 1)
            {
                opens ??= dates[0];
            }
        }

        return (opens, closes);
    }

    private static List<DateOnly> DatesIn(string text)
    {
        var dates = new List<DateOnly>();
        foreach (Match match in Dates().Matches(text))
        {
            if (DateOnly.TryParseExact(match.Value, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                dates.Add(date);
            }
        }

        return dates;
    }

    [GeneratedRegex(@"\b\d{1,2}/\d{1,2}/\d{4}\b|\b\d{4}-\d{2}-\d{2}\b|\b[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\b", RegexOptions.None, 1000)]
    private static partial Regex Dates();
}
