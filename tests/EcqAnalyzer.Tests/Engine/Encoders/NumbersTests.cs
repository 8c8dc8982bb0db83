using System.Runtime.Intrinsics;
using CsCheck;
using EcqAnalyzer.Engine.Encoders;

namespace EcqAnalyzer.Tests.Engine.Encoders;

public sealed class NumbersTests
{
    [Fact]
    public void Powers_of_e_are_right_to_six_digits() => Gen.Float[-87, 87].Sample(power =>
    {
        var ours = Numbers.Exp(Vector256.Create(power))[3];
        Assert.InRange(ours / Math.Exp(power), 1 - 1e-6, 1 + 1e-6);
    });

    [Theory]
    [InlineData(float.NegativeInfinity)]
    [InlineData(-1000f)]
    public void E_to_the_power_of_little_is_next_to_nothing(float power) =>
        Assert.InRange(Numbers.Exp(Vector256.Create(power))[0], 0, 1e-37);

    [Fact]
    public void Shares_add_up_to_one_and_what_stands_behind_counts_for_nothing() => Gen.Float[-20, 20].Array[1, 24].Sample(given =>
    {
        var row = new float[(given.Length + 7) / 8 * 8];
        Array.Fill(row, 90);
        given.CopyTo(row, 0);
        Numbers.Share(row, given.Length, 0.5f);

        var sum = given.Sum(each => Math.Exp(each / 2));
        Assert.All(Enumerable.Range(0, given.Length), i => Assert.Equal(Math.Exp(given[i] / 2) / sum, row[i], 1e-6));
        Assert.All(row[given.Length..], share => Assert.InRange(share, 0, 1e-30f));
    });

    [Fact]
    public void Four_rows_times_a_matrix_are_their_sums_of_products()
    {
        const int Inner = 5, Columns = 16, RowStep = 7, MatrixStep = 18, IntoStep = 20;
        float[] rows = [.. Enumerable.Range(0, 4 * RowStep).Select(i => (float)Math.Sin(i))];
        float[] matrix = [.. Enumerable.Range(0, Inner * MatrixStep).Select(i => (float)Math.Cos(i))];
        var into = new float[4 * IntoStep];
        Numbers.MultiplyFour(ref rows[0], RowStep, ref matrix[0], MatrixStep, Inner, Columns, ref into[0], IntoStep);

        for (var row = 0; row < 4; row++)
        {
            for (var column = 0; column < IntoStep; column++)
            {
                var expected = column >= Columns ? 0
                    : Enumerable.Range(0, Inner).Sum(i => (double)rows[(row * RowStep) + i] * matrix[(i * MatrixStep) + column]);
                Assert.Equal(expected, into[(row * IntoStep) + column], 1e-5);
            }
        }
    }

    [Fact]
    public void The_gate_lets_pass_what_is_great_and_holds_what_is_small()
    {
        var numbers = new[] { 0f, 1f, -1f, 3f, -3f, 50f, -50f, 0.5f };
        Numbers.Gate(numbers);
        double[] expected = [0, 0.8412, -0.1588, 2.9964, -0.0036, 50, 0, 0.3457];
        Assert.All(Enumerable.Range(0, 8), i => Assert.Equal(expected[i], numbers[i], 1e-3));
    }
}
