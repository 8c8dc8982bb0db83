namespace EcqAnalyzer.Engine.Scoring;

/// <summary>Sorts the handful of numbers that are multiplied or added up in one place. The framework's own sort of numbers is
/// ten methods that are compiled at every start.</summary>
internal static class Ascending
{
    public static void Sort(Span<double> numbers)
    {
        for (var i = 1; i < numbers.Length; i++)
        {
            var number = numbers[i];
            var at = i;
            for (; at > 0 && numbers[at - 1] > number; at--)
            {
                numbers[at] = numbers[at - 1];
            }

            numbers[at] = number;
        }
    }
}
