using System.Collections.Immutable;

namespace EcqAnalyzer.Model;

/// <summary>One reason for one label, pointing at words. <see cref="Weight"/> is in (0, 1]: how much it says. Sources only
/// speak for a label; silence means "no opinion".</summary>
public sealed record Evidence(Label Label, int Sentence, TextSpan Span, EvidenceOrigin Origin, double Weight, string Why)
{
    /// <summary>Of a model: the words that weighed most, the weightiest first. Empty for rules and readers.</summary>
    public ImmutableArray<WeighedWords> Words { get; init; } = [];

    /// <summary>Arrays compare by reference; the same evidence is the same words.</summary>
    public bool Equals(Evidence? other) =>
        other is not null
        && Label.Equals(other.Label)
        && Sentence == other.Sentence
        && Span.Start == other.Span.Start
        && Span.End == other.Span.End
        && Origin.Equals(other.Origin)
        && Weight.Equals(other.Weight)
        && Why == other.Why
        && Words.AsSpan().SequenceEqual(other.Words.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Sentence, Span.Start, Why);
}

/// <summary>Words and what they added to a model's score, on the scale of logarithms of odds.</summary>
public sealed record WeighedWords(TextSpan Span, double Weight);

/// <summary>What evidence speaks for.</summary>
public abstract record Label
{
    /// <summary>The competency that is shown or claimed; null for types, levels and marks.</summary>
    public CompetencyId? FindCompetency() => this switch
    {
        CompetencyLabel shown => shown.Competency,
        ClaimLabel claimed => claimed.Competency,
        _ => null,
    };
}

public sealed record CompetencyLabel(CompetencyId Competency) : Label;

/// <summary>The competency is named or asserted, not shown.</summary>
public sealed record ClaimLabel(CompetencyId Competency) : Label;

/// <summary>Equality is written out, here and for levels: the comparer of an enumeration that a record would use is compiled
/// at every start.</summary>
public sealed record TypeLabel(StatementType Type) : Label
{
    public bool Equals(TypeLabel? other) => other is not null && other.Type == Type;

    public override int GetHashCode() => (int)Type;
}

public sealed record LevelLabel(Level Level) : Label
{
    public bool Equals(LevelLabel? other) => other is not null && other.Level == Level;

    public override int GetHashCode() => (int)Level;
}

/// <summary>A mark of a sentence: see <see cref="Marks"/> for those that judging knows.</summary>
public sealed record MarkLabel(string Mark) : Label;

/// <summary>The marks that judging reads. A rule pack may bring others; they are reported and not judged.</summary>
public static class Marks
{
    public const string Measured = "measured";
    public const string PersonI = "person-i";
    public const string PersonWe = "person-we";
    public const string PersonOther = "person-other";
    public const string PersonNone = "person-none";
    public const string Belief = "belief";
    public const string Credential = "credential";
}

/// <summary>Who says so: a phrase rule, a model, or a reader written in code, such as the one of clauses.</summary>
public abstract record EvidenceOrigin(string Id);

public sealed record RuleOrigin(string Id) : EvidenceOrigin(Id);

public sealed record ModelOrigin(string Id) : EvidenceOrigin(Id);

public sealed record ReaderOrigin(string Id) : EvidenceOrigin(Id);

/// <summary>Finds evidence in a document: the rule matcher, and later the classifier.</summary>
public interface IEvidenceSource
{
    IEnumerable<Evidence> Find(Document document);
}
