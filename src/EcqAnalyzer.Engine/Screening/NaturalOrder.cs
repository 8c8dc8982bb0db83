namespace EcqAnalyzer.Engine.Screening;

/// <summary>Order of names as people count: runs of digits by their number, letters without regard to case, and where all that is
/// equal by code unit, so that the order is total and the same on every machine.</summary>
public sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        while (!left.IsEmpty && !right.IsEmpty)
        {
            var one = TakePart(ref left);
            var other = TakePart(ref right);
            var order = char.IsAsciiDigit(one[0]) && char.IsAsciiDigit(other[0])
                ? CompareNumbers(one, other)
                : one.CompareTo(other, StringComparison.OrdinalIgnoreCase);
            if (order != 0)
            {
                return order;
            }
        }

        return left.IsEmpty && right.IsEmpty ? string.CompareOrdinal(x, y) : left.IsEmpty ? -1 : 1;
    }

    /// <summary>A run of digits, or the sign before the next run: one at a time, since <c>a/b</c> and <c>a b</c> part there.</summary>
    private static ReadOnlySpan<char> TakePart(ref ReadOnlySpan<char> rest)
    {
        var length = 1;
        while (char.IsAsciiDigit(rest[0]) && length < rest.Length && char.IsAsciiDigit(rest[length]))
        {
            length++;
        }

        var part = rest[..length];
        rest = rest[length..];
        return part;
    }

    private static int CompareNumbers(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        one = one.TrimStart('0');
        other = other.TrimStart('0');
        return one.Length != other.Length ? one.Length.CompareTo(other.Length) : one.SequenceCompareTo(other);
    }
}
