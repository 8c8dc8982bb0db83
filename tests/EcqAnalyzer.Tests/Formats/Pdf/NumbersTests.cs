using CsCheck;
using EcqAnalyzer.Formats.Pdf;

namespace EcqAnalyzer.Tests.Formats.Pdf;

/// <summary>Numbers told without LINQ and without the framework's sort: the same as with them.</summary>
public sealed class NumbersTests
{
    private static readonly Gen<double[]> Some = Gen.Double[-9, 9].Select(number => Math.Round(number, 1)).Array[1, 40];

    [Fact]
    public void The_number_at_a_rank_is_that_of_the_sorted_ones() =>
        Gen.Select(Some, Gen.Double.Unit).Sample((numbers, part) =>
        {
            var place = (int)(part * (numbers.Length - 1));
            Assert.Equal(numbers.Order().ElementAt(place), Numbers.AtRank([.. numbers], numbers.Length, place));
        });

    [Fact]
    public void Only_the_first_of_them_are_ranked() => Assert.Equal(3, Numbers.AtRank([5, 3, 1, 0], 3, 1));

    [Fact]
    public void Largest_least_sum_and_each_once_are_those_of_the_framework() =>
        Some.Sample(numbers =>
        {
            List<string> texts = [.. numbers.Select(number => $"{number}")];
            Assert.Equal(texts.Max(text => text.Length), Numbers.Largest(texts, text => text.Length));
            Assert.Equal(texts.Min(text => text.Length), Numbers.Least(texts, text => text.Length));
            Assert.Equal(texts.Sum(text => text.Length), Numbers.Sum(texts, text => text.Length));
            Assert.Equal(texts.Select(text => text.Length).Distinct(), Numbers.Distinct(texts, text => text.Length));
        });
}
