namespace EcqAnalyzer.Training.Classification;

/// <summary>What the trainer may be told. Chosen on the dev part and on real text; <c>models/judge/card.yaml</c> gives the
/// figures.</summary>
public sealed record TrainingSettings
{
    public static TrainingSettings Chosen { get; } = new();

    public int Folds { get; init; } = 4;

    /// <summary>A feature counts from so many sentences on.</summary>
    public int LeastMet { get; init; } = 3;

    public float TypeRidge { get; init; } = 1;

    public float ShownRidge { get; init; } = 1;

    public float FusionRidge { get; init; } = 1;

    /// <summary>Chosen when few sentences were known that no encoder had been taught with: rules are learned from with restraint.</summary>
    public float TypeFusionRidge { get; init; } = 10;

    public float SurroundingRidge { get; init; } = 3;

    /// <summary>How far rare types are weighed up: 0 not at all, 1 until all count alike.</summary>
    public double TypeBalance { get; init; } = 1;

    public double FusionBalance { get; init; } = 0.5;

    /// <summary>What a draft counts in learning how far to trust the encoder, where an encoder of half the corpus reads it.</summary>
    public double Crossed { get; init; } = 0.3;

    /// <summary>What a draft counts in learning how far to trust rules, where rules were written with it before one's eyes.</summary>
    public double ShapedRules { get; init; } = 0.1;
}
