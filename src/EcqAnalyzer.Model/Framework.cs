using System.Collections.Immutable;

namespace EcqAnalyzer.Model;

/// <summary>A dated competency scheme, such as <c>opm-2025</c>. <see cref="Ecqs"/> are its ECQs and, in <c>opm-2006</c>, the
/// fundamental competencies, whose <see cref="Ecq.IsFundamental"/> is set.</summary>
public sealed record Framework(
    string Id, string Name, string Status, string Source, ImmutableArray<Ecq> Ecqs, ImmutableArray<Limits> Limits)
{
    private const double RarelyMet = 0.01;

    /// <summary>Competencies for which no rules exist yet. They are not looked for: they get no score, and are never called
    /// absent.</summary>
    public ImmutableArray<CompetencyId> WithoutRules { get; init; } = [];

    /// <summary>Who issued it; null where nobody is named.</summary>
    public string? Issuer { get; init; }

    public ImmutableArray<FrameworkDate> Dates { get; init; } = [];

    /// <summary>Our guess of the share of drafts that are written for it, in (0, 1]: where headings fit several frameworks,
    /// the one met more often is taken.</summary>
    public double Prevalence { get; init; } = RarelyMet;

    /// <summary>Its competencies are words to talk with: the language a draft speaks is reported, and nothing is scored.</summary>
    public bool IsVocabularyOnly { get; init; }

    /// <summary>What could not be checked against a source, in plain sentences.</summary>
    public ImmutableArray<string> Unverified { get; init; } = [];

    /// <summary>The framework whose ECQs stand in this one too, unchanged, before its own; null for most. Such a framework, a
    /// vacancy's for instance, is taken where somebody asks for it, or the draft has headings of its own ECQs.</summary>
    public string? Base { get; init; }

    /// <summary>Whether the ECQs of <see cref="Base"/> are left out, and its limits and checks alone hold.</summary>
    public bool LeavesEcqsOut { get; init; }

    /// <summary>The ECQs that belong to this framework and not to its base.</summary>
    public IEnumerable<Ecq> OwnEcqs => Base is null ? Ecqs : Ecqs.Where(ecq => ecq.Id.Framework == Id);

    /// <summary>Whether what belongs to a framework of this id stands in this one.</summary>
    public bool Covers(string framework) => framework == Id || (framework == Base && !LeavesEcqsOut);

    public IEnumerable<Competency> Competencies => Ecqs.SelectMany(ecq => ecq.Competencies);

    public Competency? FindCompetency(string name) => Competencies.FirstOrDefault(c => c.Id.Name == name);

    public Ecq? FindEcqOf(CompetencyId id) => Ecqs.FirstOrDefault(ecq => ecq.Competencies.Any(c => c.Id == id));
}

/// <summary>A day in a framework's life, written 2025-05-29, and what happened then.</summary>
public sealed record FrameworkDate(string Date, string What);

/// <summary>A core qualification and its competencies. <see cref="Headings"/> are the words with which a draft may open it,
/// beside its name.</summary>
public sealed record Ecq(
    EcqId Id,
    string Name,
    string Definition,
    bool IsFundamental,
    ImmutableArray<string> Headings,
    ImmutableArray<Competency> Competencies)
{
    /// <summary>The definition is a working one of this project, not checked against the issuer's.</summary>
    public bool IsUnverified { get; init; }

    /// <summary>The leadership level for which it stands; null in all frameworks but those made of levels.</summary>
    public Level? Level { get; init; }

    /// <summary>In order of their numbers; empty where the issuer gave none.</summary>
    public ImmutableArray<KeyCharacteristic> KeyCharacteristics { get; init; } = [];
}

/// <summary>A numbered theme under an ECQ of <c>opm-1997</c>, in our words. It describes work and proves nothing: a draft that
/// only repeats it names a duty.</summary>
public sealed record KeyCharacteristic(int Number, string What, bool IsUnverified);

/// <summary>A competency, with its definition in our words. <see cref="Question"/> asks the writer for evidence of it.</summary>
public sealed record Competency(CompetencyId Id, string Name, string Definition, string Question)
{
    /// <summary>The definition is a working one of this project, not checked against the issuer's.</summary>
    public bool IsUnverified { get; init; }

    /// <summary>Other words by which writers name it: "visionary" for Vision. In a sentence that tells no deed and no duty they claim it.</summary>
    public ImmutableArray<string> Called { get; init; } = [];

    /// <summary>Competencies of other frameworks whose evidence is evidence of this one too, since the meaning is the
    /// same.</summary>
    public ImmutableArray<CompetencyId> Takes { get; init; } = [];

    /// <summary>Competencies of an older framework that live on in this one, with rules of its own.</summary>
    public ImmutableArray<CompetencyId> Descends { get; init; } = [];

    /// <summary>Competencies of an older framework of which a part lives on in this one.</summary>
    public ImmutableArray<CompetencyId> Partly { get; init; } = [];
}

/// <summary>Written <c>opm-2006/team-building</c>. One name in two frameworks is two competencies. A class and not a struct:
/// collections of classes come compiled with the framework, those of our structs are compiled at every start.</summary>
public sealed record CompetencyId(string Framework, string Name)
{
    public override string ToString() => $"{Framework}/{Name}";
}

/// <summary>Written <c>opm-2006/leading-people</c>.</summary>
public sealed record EcqId(string Framework, string Name)
{
    public override string ToString() => $"{Framework}/{Name}";
}

/// <summary>What a kind of draft may not exceed under a framework; null where there is no limit. Characters include spaces
/// and are per ECQ.</summary>
public sealed record Limits(DraftKind Kind, int? Pages, int? CharactersPerEcq, string Source)
{
    /// <summary>The fonts that are allowed; empty where any is.</summary>
    public ImmutableArray<string> Fonts { get; init; } = [];

    /// <summary>Fonts that a program puts in the place of an allowed one, with the same widths: nobody chose them, and they
    /// are not complained of.</summary>
    public ImmutableArray<string> FontStandIns { get; init; } = [];

    /// <summary>The smallest size of text, in points.</summary>
    public double? FontSize { get; init; }

    /// <summary>The narrowest margin on any side, in inches.</summary>
    public double? Margin { get; init; }
}

public enum DraftKind
{
    Resume,
    Story,
    Narrative,
    Record,
    Duties,
}
