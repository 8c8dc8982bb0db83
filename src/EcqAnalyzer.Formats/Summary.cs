using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats;

/// <summary>What every report says in the same words and the same order, whatever its format: sizes, names, what is most worth
/// doing, findings by check.</summary>
internal static class Summary
{
    /// <summary>As many as a reader takes in; the rest stands where there is room.</summary>
    public const int MostAdvice = 5;

    /// <summary>The last words of every report.</summary>
    public const string WhatItIsNot =
        "This says what the text shows, and where. It is not a prediction of any board's decision. Nothing left this computer.";

    private static readonly string[] Numbers = ["Nothing", "The one thing", "The two things", "The three things", "The four things", "The five things"];

    public static string Name(Framework framework, CompetencyId id) => framework.FindCompetency(id.Name)?.Name ?? id.Name;

    /// <summary>"Word", "2 pages", "812 words", "40 sentences", "5 stories".</summary>
    public static IEnumerable<string> Sizes(Analysis analysis)
    {
        var draft = analysis.Document.Draft;
        yield return Wording.Name(draft.File.Format);
        if (draft.Extraction.Pages is { } pages)
        {
            yield return Wording.Count(pages, "page");
        }

        yield return Wording.Count(draft.CountWords(), "word");
        yield return Wording.Count(Told(analysis).Count, "sentence");
        if (analysis.Stories.Length > 0)
        {
            yield return Wording.Count(analysis.Stories.Length, "story", "stories");
        }
    }

    /// <summary>"5 tell what you did, 2 what came of it, 9 what the post is responsible for; 4 set the scene or do neither."</summary>
    public static string Types(Analysis analysis)
    {
        var told = Told(analysis);
        var actions = told.Count(statement => statement.Type == StatementType.Action);
        var results = told.Count(statement => statement.Type == StatementType.Result);
        var duties = told.Count(statement => statement.Type == StatementType.Duty);
        var rest = told.Count - actions - results - duties;
        return $"{actions} tell what you did, {results} what came of it, {duties} what the post is responsible for; "
            + $"{rest} set the scene or do neither.";
    }

    /// <summary>The status of a draft without a score, as a sentence.</summary>
    public static string NoScore(GradableStatus status) => status switch
    {
        GradableStatus.TooShort => "The draft is too short to judge.",
        GradableStatus.Unreadable => "The text could not be read well enough to judge.",
        _ => "This does not look like a draft about its writer's work.",
    };

    /// <summary>Competencies that no rules look for; whole ECQs by their name.</summary>
    public static IEnumerable<string> NotLookedFor(Framework framework)
    {
        foreach (var ecq in framework.Ecqs)
        {
            var without = ecq.Competencies.Where(competency => framework.WithoutRules.Contains(competency.Id)).ToList();
            if (without.Count == ecq.Competencies.Length && without.Count > 1)
            {
                yield return $"{ecq.Name} (all {without.Count})";
                continue;
            }

            foreach (var competency in without)
            {
                yield return competency.Name;
            }
        }
    }

    /// <summary>A line for each pack that a user laid over the program's rules.</summary>
    public static IEnumerable<string> Packs(Provenance provenance) => provenance.Packs.Select(pack => pack.IsSetAside
        ? $"{pack.Name} was set aside, for {Wording.Count(pack.Faults.Count, "fault")}: {pack.Faults[0]}"
        : $"{pack.Name} lies over the program's own rules");

    /// <summary>A line for each rule or check that was kept silent.</summary>
    public static IEnumerable<string> KeptSilent(Analysis analysis) => analysis.Suppressed.Select(
        kept => $"{kept.Wish.Id} ({Wording.Count(kept.Times, "time")}), as {kept.Wish.From} asks: {kept.Wish.Reason}");

    /// <summary>All suggestions; an analysis has those most worth doing first.</summary>
    public static List<Suggestion> Advice(Analysis analysis) => [.. analysis.Suggestions];

    /// <summary>"The five things most worth doing".</summary>
    public static string AdviceTitle(int count) => $"{Numbers[Math.Min(count, MostAdvice)]} most worth doing";

    /// <summary>Findings of one check together, the gravest first.</summary>
    public static List<List<Finding>> FindingsByCheck(Analysis analysis)
    {
        var groups = analysis.Findings.GroupBy(finding => finding.Check, StringComparer.Ordinal).Select(group => group.ToList()).ToList();
        var sorted = new List<List<Finding>>(groups.Count);
        for (var severity = Severity.Blocks; severity >= Severity.Advice; severity--)
        {
            foreach (var group in groups)
            {
                if (group[0].Severity == severity)
                {
                    sorted.Add(group);
                }
            }
        }

        return sorted;
    }

    /// <summary>The scores of an ECQ's competencies, in their order.</summary>
    public static List<CompetencyScore> ScoresOf(Analysis analysis, Ecq ecq) =>
        [.. analysis.Competencies.Where(score => ecq.Competencies.Any(competency => competency.Id == score.Competency))];

    /// <summary>What a reader calls sentences: no headings, labels or lone signs.</summary>
    private static List<Statement> Told(Analysis analysis) =>
        [.. analysis.Statements.Where(statement => !statement.IsHeading && HasLetter(statement.Sentence.Span.Of(analysis.Document.Draft.Text)))];

    private static bool HasLetter(ReadOnlySpan<char> words)
    {
        foreach (var character in words)
        {
            if (char.IsLetterOrDigit(character))
            {
                return true;
            }
        }

        return false;
    }
}
