namespace EcqAnalyzer.Formats.Pdf;

/// <summary>
/// The largest, the least, the sum, the rank of numbers: what LINQ and the framework's sort do too, but for numbers they are compiled
/// anew in every run (see "What a start costs" in src/README.md), while these are compiled ahead.
/// </summary>
internal static class Numbers
{
    /// <summary>Of none, the least number there is.</summary>
    public static double Largest<T>(List<T> items, Func<T, double> number)
        where T : class
    {
        var largest = double.MinValue;
        foreach (var item in items)
        {
            largest = Math.Max(largest, number(item));
        }

        return largest;
    }

    /// <summary>Of none, the largest number there is.</summary>
    public static double Least<T>(List<T> items, Func<T, double> number)
        where T : class => -Largest(items, item => -number(item));

    public static int Sum<T>(List<T> items, Func<T, int> number)
        where T : class
    {
        var sum = 0;
        foreach (var item in items)
        {
            sum += number(item);
        }

        return sum;
    }

    /// <summary>Each number once, as they come.</summary>
    public static List<int> Distinct<T>(IReadOnlyList<T> items, Func<T, int> number)
        where T : class
    {
        var numbers = new List<int>();
        for (var i = 0; i < items.Count; i++)
        {
            var next = number(items[i]);
            if (!numbers.Contains(next))
            {
                numbers.Add(next);
            }
        }

        return numbers;
    }

    /// <summary>What would stand at a place if the first <paramref name="count"/> numbers were sorted; they are left in some order.
    /// Hoare's selection ("Algorithm 65: Find", 1961), the middle one dividing.</summary>
    public static double AtRank(double[] numbers, int count, int place)
    {
        var (low, high) = (0, count - 1);
        while (low < high)
        {
            var divide = numbers[(low + high) / 2];
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (numbers[i] < divide)
                {
                    i++;
                }

                while (divide < numbers[j])
                {
                    j--;
                }

                if (i <= j)
                {
                    (numbers[i], numbers[j]) = (numbers[j], numbers[i]);
                    i++;
                    j--;
                }
            }

            if (place > j && place < i)
            {
                return numbers[place];
            }

            (low, high) = place <= j ? (low, j) : (i, high);
        }

        return numbers[place];
    }
}
