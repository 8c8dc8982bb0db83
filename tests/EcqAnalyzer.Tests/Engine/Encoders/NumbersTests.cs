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
    public void The_gate_lets_pass_what_is_great_and_holds_what_is_small()
    {
        var numbers = new[] { 0f, 1f, -1f, 3f, -3f, 50f, -50f, 0.5f };
        Numbers.Gate(numbers);
        double[] expected = [0, 0.8412, -0.1588, 2.9964, -0.0036, 50, 0, 0.3457];
        Assert.All(Enumerable.Range(0, 8), i => Assert.Equal(expected[i], numbers[i], 1e-3));
    }
}
