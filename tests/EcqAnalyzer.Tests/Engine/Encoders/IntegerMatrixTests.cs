using System.Runtime.Intrinsics;
using CsCheck;
using EcqAnalyzer.Engine.Encoders;

namespace EcqAnalyzer.Tests.Engine.Encoders;

public class IntegerMatrixTests
{
    private const int Block = 8;

    [Fact]
    public void Products_are_those_of_the_numbers_as_rounded() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 5], Gen.Int[1, 13], Gen.Int[0, 1_000_000]).Sample((blockPairs, steps, count, seed) =>
        {
            var (rows, columns, random) = (2 * Block * blockPairs, IntegerMatrix.Step * steps, new Random(seed));
            var weights = Enumerable.Range(0, rows * columns).Select(_ => (sbyte)random.Next(-128, 128)).ToArray();
            var (scales, biases, sums) = (Some(rows, random), Some(rows, random), new float[rows]);
            for (var row = 0; row < rows; row++)
            {
                sums[row] = scales[row] * weights[(row * columns)..((row + 1) * columns)].Sum(weight => weight);
            }

            var vectors = Some(count * columns, random);
            var room = (count + IntegerMatrix.Vectors - 1) / IntegerMatrix.Vectors * IntegerMatrix.Vectors;
            var (rounded, roundings, products) = (new byte[room * columns], new Rounding[count], new float[count * rows]);
            IntegerMatrix.Round(vectors, count, rounded, roundings);
            new IntegerMatrix(InBlocks(weights, columns), scales, biases, sums, columns).Multiply(rounded, roundings, count, products);
            for (var vector = 0; vector < count; vector++)
            {
                for (var row = 0; row < rows; row++)
                {
                    var sum = 0;
                    for (var i = 0; i < columns; i++)
                    {
                        sum += weights[(row * columns) + i] * rounded[(vector * columns) + i];
                    }

                    var (low, step) = (roundings[vector].Low, roundings[vector].Step);
                    Assert.Equal((sum * step * scales[row]) + (low * sums[row]) + biases[row], products[(vector * rows) + row]);
                }
            }
        });

    [Fact]
    public void Rounding_is_off_by_half_a_step_at_most()
    {
        var vectors = Some(128, new Random(3));
        var (rounded, roundings) = (new byte[128], new Rounding[2]);
        IntegerMatrix.Round(vectors, 2, rounded, roundings);
        Assert.All(rounded, part => Assert.InRange(part, 0, 127));
        Assert.All(Enumerable.Range(0, 128), i =>
        {
            var (low, step) = (roundings[i / 64].Low, roundings[i / 64].Step);
            Assert.Equal(vectors[i], low + (rounded[i] * step), step * 0.501);
        });
    }

    [Fact]
    public void Nothing_is_rounded_to_nothing()
    {
        var (rounded, roundings) = (new byte[32], new Rounding[1]);
        IntegerMatrix.Round(new float[32], 1, rounded, roundings);
        Assert.All(rounded, part => Assert.Equal(0, part));
        Assert.Equal(0, roundings[0].Low);
    }

    [Fact]
    public void A_processor_without_such_instructions_adds_up_the_same() =>
        Gen.Select(Gen.Byte[0, 127].Array[32], Gen.Byte.Array[32], Gen.Int[-1_000_000, 1_000_000]).Sample((parts, weights, start) =>
        {
            var sums = IntegerMatrix.AddAnywhere(Vector256.Create(start), Vector256.Create(parts).AsInt32(), Vector256.Create(weights).AsInt32());
            for (var row = 0; row < Block; row++)
            {
                Assert.Equal(start + Enumerable.Range(4 * row, 4).Sum(i => parts[i] * (sbyte)weights[i]), sums[row]);
            }
        });

    private static float[] Some(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 8) - 4)];

    /// <summary>As the file has them, and not at an even address.</summary>
    private static ReadOnlyMemory<byte> InBlocks(sbyte[] weights, int columns)
    {
        var bytes = new byte[3 + weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            var (row, column) = (i / columns, i % columns);
            bytes[3 + (row / Block * Block * columns) + (column / 4 * 4 * Block) + (row % Block * 4) + (column % 4)] = (byte)weights[i];
        }

        return bytes.AsMemory(3);
    }
}
