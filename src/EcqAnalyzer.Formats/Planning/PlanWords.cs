using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Planning;

/// <summary>What every report of a plan says in the same words.</summary>
internal sealed class PlanWords(ImprovementPlan plan)
{
    public const string Title = "Improvement plan";
    public const string JourneyTitle = "The journey: how far the evidence reaches";
    public const string JourneyLead =
        "Level is about the reach of what is told, not its worth. A full mark stands where the best evidence of a competency reaches, a ring where the map of the journey puts it.";
    public const string GapsTitle = "The gaps, the weightiest first";
    public const string RestTitle = "The other gaps, in order";
    public const string CoursesTitle = "From your catalog";
    public const string QuestionsTitle = "To rehearse aloud, for an interview";
    public const string EvidenceTitle = "What would show it";
    public const string NoCourses = "Nothing in the catalog is for it.";

    private const double Fraction = 0.005;

    private readonly Places _places = new(plan.Analysis.Document.Draft);

    public string File => plan.Analysis.Document.Draft.File.Name;

    public string Judged
    {
        get
        {
            var (framework, kind) = (plan.Analysis.Framework.Value, Wording.Id(plan.Analysis.Kind.Value));
            var outside = plan.OutsideDraft.IsEmpty ? "" : $" It does not set out to tell {Listed(plan.OutsideDraft.Select(ecq => ecq.Name))}: nothing of these is called a gap.";
            return $"Read as a {kind} under {framework.Name} ({framework.Id}).{outside}";
        }
    }

    /// <summary>Why there is no plan; null where there is one.</summary>
    public string? WhyNone => plan.Analysis.Gradable is { Status: not GradableStatus.Ok } gradable ? $"{Summary.NoScore(gradable.Status)} {gradable.Reason}"
        : plan.Analysis.Framework.Value.IsVocabularyOnly ? $"{plan.Analysis.Framework.Value.Name} hold words to talk with; no gaps are found by them."
        : plan.Analysis.Competencies.IsEmpty ? $"No rules look for the competencies of {plan.Analysis.Framework.Value.Name} yet."
        : null;

    /// <summary>The places of the journey from the lowest level of the map to the highest, those without one last.</summary>
    public List<JourneyPlace> Places => [.. plan.Journey.OrderBy(place => place.Map.IsEmpty ? int.MaxValue : (int)place.Map[0])];

    /// <summary>What the picture shows, for those who do not see it: a sentence for each stand that there is.</summary>
    public IEnumerable<string> Stands
    {
        get
        {
            if (plan.Journey.Any(place => place.Shown is not null))
            {
                var highest = plan.Journey.Max(place => place.Shown)!.Value;
                yield return $"Highest level reached: {LevelWords.All[(int)highest].Name.ToLowerInvariant()} "
                    + $"({LevelWords.All[(int)highest].Meaning}), by {Wording.Count(plan.Journey.Count(place => place.Shown == highest), "competency", "competencies")}.";
            }

            (JourneyStand Stand, string Says)[] all =
            [
                (JourneyStand.Below, "Below its level on the map"),
                (JourneyStand.NotTold, "Shown, and how far it reached is not told"),
                (JourneyStand.OffMap, "Shown, and without a level on the map"),
                (JourneyStand.NotShown, "Not shown by a deed"),
            ];
            foreach (var (stand, says) in all)
            {
                var names = plan.Journey.Where(place => place.Stand == stand).Select(place => place.Competency.Name).ToList();
                if (names.Count > 0)
                {
                    yield return $"{says}: {string.Join(", ", names)}.";
                }
            }

            var byStory = plan.Journey.Where(place => place.IsByStory).Select(place => place.Competency.Name).ToList();
            if (byStory.Count > 0)
            {
                yield return $"Its reach is told elsewhere in its story: {string.Join(", ", byStory)}.";
            }

            var without = Summary.NotLookedFor(plan.Analysis.Framework.Value).ToList();
            if (without.Count > 0)
            {
                yield return $"Not looked for, as there are no rules for them yet: {string.Join(", ", without)}.";
            }
        }
    }

    /// <summary>The gaps with objectives, then the others.</summary>
    public List<PlannedGap> Planned => [.. plan.Gaps.Where(gap => !gap.Objectives.IsEmpty)];

    public List<PlannedGap> Others => [.. plan.Gaps.Where(gap => gap.Objectives.IsEmpty)];

    public string Count => plan.Gaps.IsEmpty
        ? "Nothing that the draft sets out to tell is missing on the evidence ladder. What is left is to keep the evidence fresh."
        : $"{Wording.Count(plan.Gaps.Length, "gap")}; the {(Planned.Count == 1 ? "first has" : $"first {Planned.Count} have")} objectives. Every one asks for evidence, in your words.";

    /// <summary>"1 (nothing shows it) × 1.5 (nothing of Driving Efficiency is shown by a deed yet) = 1.5".</summary>
    public static string Weight(PlannedGap gap) =>
        string.Join(" × ", gap.Factors.Select(factor => $"{Wording.Number(factor.Value)} ({factor.Why})")) + (gap.Factors.Length > 1 ? $" = {Wording.Number(gap.Weight)}" : "");

    /// <summary>"page 1, paragraph 3" of the gap's sentence; null where it is about none.</summary>
    public string? Place(PlannedGap gap) =>
        gap.Sentence is { } sentence ? _places.Describe(plan.Analysis.Document.Sentences[sentence].Span) : null;

    public string TermName(Term term) => plan.Terms.First(each => each.Term == term).Name;

    /// <summary>"(Provider, level programs, 24 hours)": what the catalog says of an entry beside its title.</summary>
    public static string About(CatalogEntry entry)
    {
        string?[] about =
        [
            entry.Provider.Length > 0 ? entry.Provider : null,
            entry.Level is { } level ? $"level {Wording.Id(level)}" : null,
            entry.Hours is { } hours ? $"{Wording.Number(hours)} {(Math.Abs(hours - 1) < Fraction ? "hour" : "hours")}" : null,
        ];
        var told = string.Join(", ", about.OfType<string>());
        return told.Length > 0 ? $"({told})" : "";
    }

    /// <summary>What became of the user's catalog; null where there was none.</summary>
    public string? CatalogUse
    {
        get
        {
            if (plan.Catalog is not { } catalog)
            {
                return null;
            }

            string?[] told =
            [
                $"{Wording.Count(catalog.Entries.Length, "entry", "entries")} of {catalog.Name} {(catalog.Entries.Length == 1 ? "was" : "were")} considered",
                catalog.Elsewhere > 0 ? $"{Wording.Count(catalog.Elsewhere, "row is", "rows are")} for competencies of other frameworks" : null,
                catalog.Skipped > 0 ? $"{Wording.Count(catalog.Skipped, "row")} could not be used" : null,
            ];
            return string.Join("; ", told.OfType<string>()) + ".";
        }
    }

    public bool HasCatalog => plan.Catalog is not null;

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);
}
