using System.Collections.Immutable;
using EcqAnalyzer.Engine.Classification;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Classification;

/// <summary>A linear model on its way into the file: weights by class, and the hashes of the features after the numbered
/// inputs.</summary>
public sealed record FlatModel(LinearWeights Weights, int Inputs, uint[] Hashes);

/// <summary>Writes what <see cref="JudgeModel"/> reads.</summary>
public static class JudgeModelWriter
{
    public static byte[] Write(ImmutableArray<CompetencyId> competencies, float[] prototypes, params ReadOnlySpan<FlatModel> models)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write(JudgeModel.Magic);
        writer.Write(JudgeModel.Version);
        writer.Write(competencies.Length);
        foreach (var competency in competencies)
        {
            writer.Write(competency.Framework);
            writer.Write(competency.Name);
        }

        Array.ForEach(prototypes, writer.Write);
        foreach (var model in models)
        {
            Write(writer, model);
        }

        writer.Flush();
        return memory.ToArray();
    }

    private static void Write(BinaryWriter writer, FlatModel model)
    {
        var slots = 4;
        while (slots < model.Hashes.Length * 2)
        {
            slots *= 2;
        }

        var classes = model.Weights.Biases.Length;
        writer.Write(classes);
        writer.Write(model.Inputs);
        writer.Write(model.Hashes.Length);
        writer.Write(slots);
        var (keys, places) = (new uint[slots], new ushort[slots]);
        for (var row = 0; row < model.Hashes.Length; row++)
        {
            var slot = (int)(FeatureHash.Spread(model.Hashes[row]) & (uint)(slots - 1));
            while (places[slot] != 0)
            {
                slot = (slot + 1) & (slots - 1);
            }

            (keys[slot], places[slot]) = (model.Hashes[row], (ushort)(row + 1));
        }

        Array.ForEach(keys, writer.Write);
        Array.ForEach(places, writer.Write);
        Array.ForEach(model.Weights.Biases, writer.Write);
        for (var input = 0; input < model.Inputs + model.Hashes.Length; input++)
        {
            for (var of = 0; of < classes; of++)
            {
                writer.Write(model.Weights.Weights[of][input]);
            }
        }
    }
}
