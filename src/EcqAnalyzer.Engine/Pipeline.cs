using System.Collections.Immutable;
using EcqAnalyzer.Engine.Checks;
using EcqAnalyzer.Engine.Classification;
using EcqAnalyzer.Engine.Encoders;
using EcqAnalyzer.Engine.Frameworks;
using EcqAnalyzer.Engine.Packs;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Sections;
using EcqAnalyzer.Engine.Statements;
using EcqAnalyzer.Engine.Stories;
using EcqAnalyzer.Engine.Suggestions;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine;

/// <summary>What the user asked for; null is "auto". <see cref="Framework"/> is an id among those the engine was given;
/// <see cref="Ecq"/> is the id or the heading of the ECQ under which the text stood, where the draft itself does not
/// say.</summary>
public sealed record AnalysisOptions(string? Framework = null, DraftKind? Kind = null, string? Ecq = null)
{
    public static AnalysisOptions Auto { get; } = new();

    /// <summary>The day from which the age of an example is counted; null for the newest year in the draft.</summary>
    public DateOnly? AsOf { get; init; }

    public AnalysisScope Scope { get; init; }

    /// <summary>Rules and checks to keep silent in this draft, beside those that the engine's packs keep silent.</summary>
    public ImmutableArray<Suppression> Suppressions { get; init; } = [];
}

/// <summary>How far an analysis goes.</summary>
public enum AnalysisScope
{
    Whole,

    /// <summary>To the scores: no findings, no suggestions.</summary>
    Scores,
}

/// <summary>What an engine is built from. <see cref="Rules"/> stand beside the engine's own reading of clauses and names; none where
/// only what was learned is to speak.</summary>
public sealed record EngineParts(
    ILanguageAnnotator Annotator,
    ImmutableArray<Framework> Frameworks,
    ImmutableArray<IEvidenceSource> Rules,
    ScoringPolicy Policy,
    CheckSet Checks,
    Provenance Provenance)
{
    /// <summary>Null judges by rules alone.</summary>
    public LearnedParts? Learned { get; init; }

    /// <summary>What the packs of a user keep silent in every draft.</summary>
    public ImmutableArray<Suppression> Suppressions { get; init; } = [];
}

/// <summary>What was learned from texts: <see cref="Model"/> from labelled ones, by the features of a sentence, <see cref="Words"/> among
/// them, and by what <see cref="Encoder"/> makes of it.</summary>
public sealed record LearnedParts(JudgeModel Model, WordTable Words, SentenceEncoder Encoder);

/// <summary>
/// START HERE: from a draft to an analysis, stage by stage. A pure function of the draft, the options and the parts: the
/// same input gives the same analysis on every run and platform. Evidence of whatever origin is treated alike from the
/// moment it is found.
/// </summary>
public sealed class Pipeline(EngineParts parts)
{
    private readonly HeadingMatcher _headings = new(parts.Frameworks);
    private readonly ImmutableArray<Framework> _published = [.. parts.Frameworks.Where(framework => framework.Base is null)];
    private readonly Takers _takers = new(parts.Frameworks);
    private readonly Lazy<CrosswalkFinder> _crosswalks = new(() => new CrosswalkFinder(parts.Frameworks));

    /// <summary>Rules, and what was learned. They may speak for a competency of another framework.</summary>
    private readonly ImmutableArray<IEvidenceSource> _sources = parts.Learned is { } learned
        ? [.. parts.Rules, new SentenceClassifier(learned.Model, learned.Words, learned.Encoder)]
        : parts.Rules;

    private readonly ImmutableArray<IEvidenceSource> _readers =
    [
        new ClauseReader(parts.Policy.Signs),
        new MeasureReader(parts.Policy.Signs),
        new NameReader(parts.Frameworks, parts.Policy.Names),
    ];

    private readonly Dictionary<string, Recitals> _recitals =
        parts.Frameworks.ToDictionary(framework => framework.Id, framework => new Recitals(framework, parts.Policy.Names));

    /// <summary>What every analysis of it is made by.</summary>
    public Provenance Provenance => parts.Provenance;

    public Analysis Analyze(Draft draft, AnalysisOptions options) =>
        Analyze(Outline.Read(draft, parts.Annotator.Annotate(draft), _headings), options);

    private Analysis Analyze(Outline outline, AnalysisOptions options)
    {
        var standsUnder = options.Ecq is null ? [] : _headings.FindNamed(options.Ecq);
        var framework = FrameworkDetector.Detect(outline, standsUnder, parts.Frameworks, options.Framework);
        var document = SectionFinder.Find(outline, framework.Value, EcqOf(framework.Value, standsUnder));
        var silence = new Silence(parts.Suppressions, options.Suppressions);
        var evidence = EvidenceOf(document, framework.Value, silence);
        var kind = KindDetector.Detect(document, framework.Value, evidence, parts.Policy.Kinds, options.Kind);

        var statements = Judge(document, kind.Value, evidence, each => EvidenceOf(each, framework.Value, new Silence(parts.Suppressions, options.Suppressions)));
        var stories = StoryGrouper.Group(document, kind.Value, statements);
        var look = parts.Checks.Look(document, options);
        var gradable = JudgeGradable(document, evidence, look);
        var scores = gradable.Status == GradableStatus.Ok && !framework.Value.IsVocabularyOnly
            ? new CompetencyScorer(parts.Policy, parts.Learned?.Model).Score(framework.Value, statements, stories, evidence)
            : [];

        var analysis = new Analysis(
            document,
            framework,
            kind,
            evidence,
            statements,
            stories,
            scores,
            CompetencyScorer.SumByEcq(framework.Value, scores),
            Findings: [],
            Suggestions: [],
            gradable,
            parts.Provenance)
        {
            Languages = framework.Value.IsVocabularyOnly ? LanguageFinder.Find(framework.Value, evidence) : [],
            CarryOver = options.Framework is null || framework.Value.IsVocabularyOnly || options.Scope == AnalysisScope.Scores
                ? null
                : FindCarryOver(outline, options, framework.Value, FrameworkDetector.Detect(outline, [], _published, null)),
        };
        if (options.Scope == AnalysisScope.Scores)
        {
            return analysis with { Suppressed = silence.Told() };
        }

        analysis = analysis with { Findings = silence.Keep(parts.Checks.Run(look, analysis)), Suppressed = silence.Told() };
        if (framework.Value.IsVocabularyOnly)
        {
            return analysis;
        }

        return analysis with { Suggestions = new SuggestionFinder(parts.Policy.Suggestions, parts.Policy.Thresholds).Find(analysis) };
    }

    private ImmutableArray<Statement> Judge(
        Document document, DraftKind kind, ImmutableArray<Evidence> evidence, Func<Document, ImmutableArray<Evidence>> find)
    {
        var (judge, places) = (new StatementJudge(parts.Policy, parts.Learned), Places.Of(document, kind));
        return judge.ReadAround(document, places, JudgeAlone(document, places, evidence));

        ImmutableArray<Statement> JudgeAlone(Document of, ImmutableArray<Place> at, ImmutableArray<Evidence> on)
        {
            var statements = judge.JudgeAlone(of, at, on);
            return Beginnings.Find(of, parts.Annotator) is { } beginnings
                ? beginnings.Raise(
                    statements, JudgeAlone(beginnings.Document, beginnings.PlacesAmong(at), find(beginnings.Document)), parts.Policy.Thresholds)
                : statements;
        }
    }

    /// <summary>Short essays that their writer must write alone are measured and not judged.</summary>
    private Gradable JudgeGradable(Document document, ImmutableArray<Evidence> evidence, CheckedDraft look) =>
        parts.Checks.Essays is { } essays && essays.IsMet(look)
            ? new Gradable(GradableStatus.OffTopic, essays.Because)
            : GradableJudge.Judge(document, evidence, parts.Policy.Gradable, parts.Learned?.Words);

    /// <summary>Null where the draft's own headings are not those of another framework than the one asked for.</summary>
    private CarryOver? FindCarryOver(Outline outline, AnalysisOptions options, Framework asked, Choice<Framework> written)
    {
        if (written.Confidence < 0.5 || written.Value.Id == asked.Id || written.Value.Id == asked.Base)
        {
            return null;
        }

        var scores = Analyze(outline, options with { Framework = written.Value.Id, Scope = AnalysisScope.Scores }).Competencies;
        var crosswalk = _crosswalks.Value.Find(written.Value, asked);
        var carried = ImmutableArray.CreateBuilder<CarriedEvidence>();
        foreach (var score in scores)
        {
            if (score.Rung >= Rung.Duty)
            {
                carried.Add(new CarriedEvidence(score, crosswalk.Rows.First(row => row.From.Id == score.Competency)));
            }
        }

        return carried.Count == 0 ? null : new CarryOver(written.Value, carried.ToImmutable());
    }

    /// <summary>All evidence on the framework's competencies and on types, levels and marks, in order of text. What rules and
    /// models find for a competency of another framework counts where one of this framework takes it; a competency's own
    /// name is only ever its own.</summary>
    private ImmutableArray<Evidence> EvidenceOf(Document document, Framework framework, Silence silence)
    {
        var found = new List<Evidence>();
        foreach (var source in _sources)
        {
            foreach (var evidence in source.Find(document))
            {
                if (IsOf(framework, evidence.Label))
                {
                    found.Add(evidence);
                }
                else
                {
                    _takers.Translate(evidence, framework, found);
                }
            }
        }

        foreach (var reader in _readers)
        {
            foreach (var evidence in reader.Find(document))
            {
                if (IsOf(framework, evidence.Label))
                {
                    found.Add(evidence);
                }
            }
        }

        silence.Keep(found);
        found.Sort(EvidenceOrder.Compare);
        return framework.IsVocabularyOnly ? [.. found] : [.. _recitals[framework.Id].TurnIntoClaims(document, found)];
    }

    private static EcqId? EcqOf(Framework framework, ImmutableArray<EcqId> standsUnder) =>
        standsUnder.Where(id => framework.Covers(id.Framework)).Select(id => (EcqId?)id).FirstOrDefault();

    private static bool IsOf(Framework framework, Label label) =>
        label.FindCompetency() is not { } competency || framework.Covers(competency.Framework);
}
