using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Scoring;

/// <summary>Every number used in judging, as <c>rules/scoring.yaml</c> gives it, where each stands with its reason.</summary>
public sealed record ScoringPolicy(
    RuleWeights Weights,
    Reliability Reliability,
    Signs Signs,
    NamePolicy Names,
    TypePolicy Types,
    ThresholdPolicy Thresholds,
    StrengthPolicy Strength,
    IntervalPolicy Interval,
    KindPolicy Kinds,
    GradablePolicy Gradable,
    SuggestionPolicy Suggestions);

/// <summary>How much a phrase rule of each strength says.</summary>
public sealed record RuleWeights(double Weak, double Moderate, double Strong);

/// <summary>How far each sort of origin is trusted, in (0, 1].</summary>
public sealed record Reliability(double Rules, double Models, double Readers);

/// <summary>What readers written in code look for: signs by id, and groups of verbs and nouns by name.</summary>
public sealed record Signs(IReadOnlyDictionary<string, Sign> ById, IReadOnlyDictionary<string, IReadOnlySet<string>> Words)
{
    public Sign this[string id] => ById[id];

    public bool IsIn(string group, string lemma) => Words[group].Contains(lemma);
}

/// <summary>What a reader makes of one sign, before and after the first deed told in its section; the two are the same where
/// order does not bear on it.</summary>
public sealed record Sign(string Id, ImmutableArray<Says> BeforeDeed, ImmutableArray<Says> AfterDeed)
{
    public bool DependsOnOrder => BeforeDeed != AfterDeed;
}

/// <summary>A label for which a sign speaks, and how much it says.</summary>
public sealed record Says(Label Label, double Weight);

/// <summary>How much the bare name of a competency says for a claim of it, and its name in a sentence that tells no deed and no duty.
/// A sentence of at least <see cref="RecitedWords"/> words of meaning recites a definition that holds
/// <see cref="RecitedShare"/> of them; <see cref="SaladWords"/> of them in a row, with nothing between, make no
/// sentence.</summary>
public sealed record NamePolicy(double Bare, double Told, double RecitedShare, int RecitedWords, int SaladWords);

/// <summary>Where a sentence stands, as far as it bears on its type before a word of it is read.</summary>
public enum Place
{
    /// <summary>Anywhere but in the places below. Paragraphs, list items and cells are not told apart: one reader takes for a
    /// list what another takes for paragraphs, and the same text must be judged the same.</summary>
    Body,

    Heading,
    UnderDuties,
    UnderAccomplishments,
    DutiesDraft,
}

/// <summary>What types are likely in each place where nothing else is known, how much trust one sentence's evidence may reach
/// at most, and how much a type counts that the writer's own label does not say.</summary>
public sealed record TypePolicy(ImmutableArray<StatementTypes> Priors, double MostEvidence, double AgainstLabel)
{
    public StatementTypes PriorIn(Place place) => Priors[(int)place];
}

/// <summary>From where on something counts as said: of 1. What speaks for "measured" is first multiplied by how likely the
/// sentence tells an outcome, for which a deed counts by <see cref="OutcomeInAction"/>.</summary>
public sealed record ThresholdPolicy(
    double Competency, double Counted, double Claim, double Mark, double Level, double ResultInSentence, double Measured, double OutcomeInAction);

/// <summary>How a sentence's part of a strength is made. Gains are the part of the room left that a perfect sentence takes;
/// factors are at most 1.</summary>
public sealed record StrengthPolicy(
    double AccomplishmentGain,
    double DutyGain,
    ImmutableArray<double> Persons,
    double Unmeasured,
    ScopePolicy Scope)
{
    public double Of(Person person) => Persons[(int)person];
}

/// <summary>Factors of the reach that a sentence tells, and of one that tells none.</summary>
public sealed record ScopePolicy(double Unknown, ImmutableArray<double> Levels)
{
    public double Of(Level? level) => level is { } known ? Levels[(int)known] : Unknown;
}

/// <summary>How wide an interval is. Parts of a sentence's own strength.</summary>
public sealed record IntervalPolicy(
    double OneOrigin, double MoreOrigins, double TypeDoubt, double Borderline, double NeedsReaderWidth, double NeedsReaderType,
    double NeedsReaderShown);

/// <summary>From where on the look of a draft tells its kind.</summary>
public sealed record KindPolicy(
    int ResumePosts, int ResumeHeadings, double ResumeFragmentShare, double ResumeListShare, double ResumePostListShare, double DutiesShare,
    double DutiesPastShare, double PersonalShare, int StoryWords);

/// <summary>When a draft is not scored.</summary>
public sealed record GradablePolicy(int GivenWords, int DraftWords, double LetterShare, double EnglishShare, double KnownShare, int OffTopicSentences);

/// <summary>How suggestions are ranked and how many are made.</summary>
public sealed record SuggestionPolicy(int Most, int MostOfOneSort, ImmutableArray<SuggestionPriority> Priorities)
{
    public double PriorityOf(string sort)
    {
        foreach (var priority in Priorities)
        {
            if (priority.Sort == sort)
            {
                return priority.Value;
            }
        }

        throw new ArgumentException($"there is no priority of '{sort}'", nameof(sort));
    }
}

/// <summary>How much one sort of suggestion matters beside the others, at most 1.</summary>
public sealed record SuggestionPriority(string Sort, double Value);
