using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using CsCheck;
using EcqAnalyzer.Engine.Encoders;

namespace EcqAnalyzer.Tests.Engine.Encoders;

public class IntegerMatrixTests
{
    private const int Block = 16;

    [Fact]
    public void Products_are_those_of_the_numbers_as_rounded() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 5], Gen.Int[1, 13], Gen.Int[0, 1_000_000]).Sample((blocks, steps, count, seed) =>
        {
            var (rows, columns, random) = (Block * blocks, IntegerMatrix.Step * steps, new Random(seed));
            var weights = Enumerable.Range(0, rows * columns).Select(_ => (sbyte)random.Next(-IntegerMatrix.Largest, IntegerMatrix.Largest + 1)).ToArray();
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
            for (var row = 0; row < Vector256<int>.Count; row++)
            {
                Assert.Equal(start + Enumerable.Range(4 * row, 4).Sum(i => parts[i] * (sbyte)weights[i]), sums[row]);
            }
        });

    /// <summary>Where all numbers are as large as they may be, sums of sixteen bits hold, or nothing does.</summary>
    [Theory]
    [InlineData(IntegerMatrix.Largest)]
    [InlineData(-IntegerMatrix.Largest)]
    public void The_largest_numbers_do_not_overflow(int weight)
    {
        const int Columns = 3 * IntegerMatrix.Step;
        var (weights, vectors, products) = (new sbyte[Block * Columns], new byte[IntegerMatrix.Vectors * Columns], new float[Block]);
        Array.Fill(weights, (sbyte)weight);
        Array.Fill(vectors, (byte)127);
        float[] ones = [.. Enumerable.Repeat(1f, Block)];
        new IntegerMatrix(InBlocks(weights, Columns), ones, new float[Block], new float[Block], Columns)
            .Multiply(vectors, [new Rounding(0, 1)], 1, products);
        Assert.All(products, product => Assert.Equal(127 * weight * Columns, product));
    }

    /// <summary>Which of the two is used depends on the processor.</summary>
    [Fact]
    public void Both_ways_of_adding_products_come_to_the_same()
    {
        Assert.SkipUnless(Avx512BW.IsSupported, "this processor knows one way only");
        var (columns, random) = (4 * IntegerMatrix.Step, new Random(5));
        var weights = Enumerable.Range(0, Block * columns).Select(_ => (sbyte)random.Next(-IntegerMatrix.Largest, IntegerMatrix.Largest + 1)).ToArray();
        var vectors = Enumerable.Range(0, IntegerMatrix.Vectors * columns).Select(_ => (byte)random.Next(128)).ToArray();
        var (wide, narrow) = (new int[Block * IntegerMatrix.Vectors], new int[Block * IntegerMatrix.Vectors]);
        var matrix = new IntegerMatrix(InBlocks(weights, columns), new float[Block], new float[Block], new float[Block], columns);
        matrix.SetProductsWide(ref weights[0], ref vectors[0], ref wide[0]);
        matrix.SetProducts(ref weights[0], ref vectors[0], ref narrow[0]);
        Assert.Equal(narrow, wide);
        Assert.Contains(narrow, product => product != 0);
    }

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
