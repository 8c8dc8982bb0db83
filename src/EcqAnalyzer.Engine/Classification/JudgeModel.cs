using System.Collections.Immutable;
using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Classification;

/// <summary>
/// What <c>ecq train --corpus</c> learned, in the order in which it is used: types by the sentence alone, competencies, how far
/// rules and classifier are each to be trusted, and what the sentences around say. Loading reads a few numbers; the weights
/// are used where they lie.
/// </summary>
public sealed class JudgeModel
{
    public const uint Magic = 0x4A514345;
    public const int Version = 3;

    private JudgeModel(ReadOnlyMemory<byte> bytes)
    {
        var reader = new ModelReader(bytes.Span);
        if (reader.UInt32() != Magic || reader.Int32() != Version)
        {
            throw new InvalidDataException("its first bytes are not those of this version");
        }

        var competencies = ImmutableArray.CreateBuilder<CompetencyId>(reader.Count(256));
        while (competencies.Count < competencies.Capacity)
        {
            competencies.Add(new CompetencyId(reader.Text(), reader.Text()));
        }

        Competencies = competencies.MoveToImmutable();
        Prototypes = reader.Array<float>(Competencies.Length * WordTable.Dimensions);
        Types = new LinearModel(bytes, reader.Position);
        Shown = new LinearModel(bytes, Types.End);
        TypeMix = new LinearModel(bytes, Shown.End);
        ShownMix = new LinearModel(bytes, TypeMix.End);
        TypeFusion = new LinearModel(bytes, ShownMix.End);
        ShownFusion = new LinearModel(bytes, TypeFusion.End);
        Surroundings = new LinearModel(bytes, ShownFusion.End);
        if (Surroundings.End != bytes.Length)
        {
            throw new InvalidDataException("it is not as long as it says");
        }
    }

    /// <summary>The competencies that the classifier looks for, in the order of its classes.</summary>
    public ImmutableArray<CompetencyId> Competencies { get; }

    /// <summary>For each competency the mean vector of what it is told by.</summary>
    public float[] Prototypes { get; }

    /// <summary>Types from the words of a sentence alone.</summary>
    public LinearModel Types { get; }

    /// <summary>Competencies from the words of a sentence and its types.</summary>
    public LinearModel Shown { get; }

    /// <summary>Types from what features and encoder say.</summary>
    public LinearModel TypeMix { get; }

    /// <summary>Whether a competency is shown, from what features and encoder say.</summary>
    public LinearModel ShownMix { get; }

    /// <summary>Types from what classifier and rules say, and from the place of the sentence.</summary>
    public LinearModel TypeFusion { get; }

    /// <summary>Whether a competency is shown, from what classifier and rules say: one class for each framework's.</summary>
    public LinearModel ShownFusion { get; }

    /// <summary>Types from those of the sentences around and from the look of the draft.</summary>
    public LinearModel Surroundings { get; }

    /// <summary>Throws <see cref="FaultyFilesException"/> (ECQ303) for anything else than a whole model of this version.</summary>
    public static JudgeModel Load(ReadOnlyMemory<byte> bytes, string name = "models/judge/judge.bin")
    {
        try
        {
            return new JudgeModel(bytes);
        }
        catch (Exception fault) when (fault is InvalidDataException or ArgumentException)
        {
            throw new FaultyFilesException([new Diagnostic(
                "ECQ303", name, null, null, $"not a usable model for judging ({fault.Message}); train it again with ecq train --corpus")]);
        }
    }
}
