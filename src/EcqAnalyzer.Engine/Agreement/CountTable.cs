using MathNet.Numerics.Statistics;

namespace EcqAnalyzer.Engine.Agreement;

/// <summary>Figures of agreement from a square table of counts: a row for each label of one judge, a column for each of the
/// other. Null where the table says nothing.</summary>
public static class CountTable
{
    public static int Sum(int[,] table) => table.Cast<int>().Sum();

    public static void Add(int[,] table, int[,] other)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(other);
        for (var row = 0; row < table.GetLength(0); row++)
        {
            for (var column = 0; column < table.GetLength(1); column++)
            {
                table[row, column] += other[row, column];
            }
        }
    }

    /// <summary>The table with labels taken together: <paramref name="of"/> gives the new label of an old one.</summary>
    public static int[,] Merge(int[,] table, int size, Func<int, int> of)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(of);
        var merged = new int[size, size];
        for (var row = 0; row < table.GetLength(0); row++)
        {
            for (var column = 0; column < table.GetLength(1); column++)
            {
                merged[of(row), of(column)] += table[row, column];
            }
        }

        return merged;
    }

    /// <summary>The table of pairs of labels, each from 0 to below <paramref name="size"/>.</summary>
    public static int[,] Of(IEnumerable<(int Row, int Column)> pairs, int size)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var table = new int[size, size];
        foreach (var (row, column) in pairs)
        {
            table[row, column]++;
        }

        return table;
    }

    public static int Row(int[,] table, int row) => Enumerable.Range(0, table.GetLength(1)).Sum(column => table[row, column]);

    public static int Column(int[,] table, int column) => Enumerable.Range(0, table.GetLength(0)).Sum(row => table[row, column]);

    /// <summary>Share of pairs with one label.</summary>
    public static double? Accuracy(int[,] table) => Within(table, 0);

    /// <summary>Share of pairs whose labels are at most so many <paramref name="steps"/> apart.</summary>
    public static double? Within(int[,] table, int steps)
    {
        var near = 0;
        for (var row = 0; row < table.GetLength(0); row++)
        {
            for (var column = Math.Max(0, row - steps); column <= Math.Min(row + steps, table.GetLength(1) - 1); column++)
            {
                near += table[row, column];
            }
        }

        return Sum(table) is > 0 and var sum ? near / (double)sum : null;
    }

    public static double? Precision(int[,] table, int label) =>
        Column(table, label) is > 0 and var said ? table[label, label] / (double)said : null;

    public static double? Recall(int[,] table, int label) =>
        Row(table, label) is > 0 and var gold ? table[label, label] / (double)gold : null;

    public static double? F1(int[,] table, int label) =>
        Row(table, label) + Column(table, label) is > 0 and var sum ? 2.0 * table[label, label] / sum : null;

    /// <summary>The mean F1 of the labels that stand in a row: one that nobody gave says nothing.</summary>
    public static double? MacroF1(int[,] table)
    {
        var given = Enumerable.Range(0, table.GetLength(0)).Where(label => Row(table, label) > 0).ToArray();
        return given.Length == 0 ? null : given.Average(label => F1(table, label) ?? 0);
    }

    /// <summary>Cohen's kappa (1960): agreement beyond chance; 1 where all labels are one.</summary>
    public static double? Kappa(int[,] table) => Kappa(table, (row, column) => row == column ? 0 : 1);

    /// <summary>Cohen's kappa (1968) with squared distances: two steps off weigh four times one.</summary>
    public static double? QuadraticKappa(int[,] table) => Kappa(table, (row, column) => (row - column) * (row - column));

    /// <summary>Cohen's weighted kappa (1968); <paramref name="apart"/> says how bad it is to disagree so.</summary>
    public static double? Kappa(int[,] table, Func<int, int, double> apart)
    {
        ArgumentNullException.ThrowIfNull(apart);
        var sum = (double)Sum(table);
        if (sum == 0)
        {
            return null;
        }

        var (seen, byChance) = (0.0, 0.0);
        for (var row = 0; row < table.GetLength(0); row++)
        {
            for (var column = 0; column < table.GetLength(1); column++)
            {
                seen += apart(row, column) * table[row, column] / sum;
                byChance += apart(row, column) * Row(table, row) * Column(table, column) / sum / sum;
            }
        }

        return byChance > 0 ? 1 - seen / byChance : 1;
    }

    /// <summary>Spearman's rank correlation of the two judges, ties at their mean rank.</summary>
    public static double? Spearman(int[,] table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (rows, columns) = (new List<double>(), new List<double>());
        for (var row = 0; row < table.GetLength(0); row++)
        {
            for (var column = 0; column < table.GetLength(1); column++)
            {
                rows.AddRange(Enumerable.Repeat((double)row, table[row, column]));
                columns.AddRange(Enumerable.Repeat((double)column, table[row, column]));
            }
        }

        var value = rows.Count < 3 ? double.NaN : Correlation.Spearman(rows, columns);
        return double.IsFinite(value) ? value : null;
    }
}
