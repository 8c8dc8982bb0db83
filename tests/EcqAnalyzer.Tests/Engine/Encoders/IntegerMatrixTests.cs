using CsCheck;
using EcqAnalyzer.Engine.Encoders;

namespace EcqAnalyzer.Tests.Engine.Encoders;

public class IntegerMatrixTests
{
    [Fact]
    public void Products_are_those_of_the_numbers_as_rounded() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[1, 5], Gen.Int[1, 11], Gen.Int[0, 1_000_000]).Sample((rowPairs, steps, count, seed) =>
        {
            var (rows, columns, random) = (2 * rowPairs, IntegerMatrix.Step * steps, new Random(seed));
            var bytes = new byte[3 + (rows * columns)];
            random.NextBytes(bytes);
            var scales = Enumerable.Range(0, rows).Select(_ => random.NextSingle()).ToArray();
            var biases = Enumerable.Range(0, rows).Select(_ => random.NextSingle()).ToArray();
            var vectors = Enumerable.Range(0, count * columns).Select(_ => (random.NextSingle() * 8) - 4).ToArray();
            var (rounded, vectorScales, products) = (new short[vectors.Length], new float[count], new float[count * rows]);
            IntegerMatrix.Round(vectors, count, rounded, vectorScales);
            new IntegerMatrix(bytes.AsMemory(3), scales, biases, columns).Multiply(rounded, vectorScales, count, products);
            for (var vector = 0; vector < count; vector++)
            {
                for (var row = 0; row < rows; row++)
                {
                    var sum = 0;
                    for (var i = 0; i < columns; i++)
                    {
                        sum += (sbyte)bytes[3 + (row * columns) + i] * rounded[(vector * columns) + i];
                    }

                    Assert.Equal((sum * (vectorScales[vector] * scales[row])) + biases[row], products[(vector * rows) + row]);
                }
            }
        });

    [Fact]
    public void Rounding_keeps_four_digits()
    {
        var random = new Random(3);
        var vectors = Enumerable.Range(0, 64).Select(_ => (random.NextSingle() * 200) - 100).ToArray();
        var (rounded, scales) = (new short[64], new float[2]);
        IntegerMatrix.Round(vectors, 2, rounded, scales);
        Assert.All(Enumerable.Range(0, 64), i => Assert.Equal(vectors[i], rounded[i] * scales[i / 32], 0.01));
    }

    [Fact]
    public void Nothing_is_rounded_to_nothing()
    {
        var (rounded, scales) = (new short[32], new float[1]);
        IntegerMatrix.Round(new float[32], 1, rounded, scales);
        Assert.All(rounded, part => Assert.Equal(0, part));
    }
}
