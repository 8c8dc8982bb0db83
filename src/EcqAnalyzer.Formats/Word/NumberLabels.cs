using System.Globalization;
using System.Text;

namespace EcqAnalyzer.Formats.Word;

/// <summary>Counts list items as Word does while a document is read from top to bottom, and writes their numbers.</summary>
internal sealed class NumberLabels(WordNumbering numbering, WordStyles styles)
{
    private const int LongestLetters = 20;
    private const int LongestLabel = 80;

    private readonly Dictionary<int, int?[]> _counters = [];
    private readonly HashSet<(int Number, int Level)> _begun = [];

    /// <summary>The number before the next item of a list, with the space behind it; "" for bullets and unnumbered items.</summary>
    public string Next(int number, int level)
    {
        var definition = numbering.Level(number, level, styles);
        if (definition is null)
        {
            return "";
        }

        Count(number, level, definition);
        if (definition.Format is "bullet" or "none" && !definition.Text.Contains('%'))
        {
            return "";
        }

        var label = Written(number, definition);
        return label.Length == 0 || !definition.HasSpaceAfter ? label : label + " ";
    }

    private void Count(int number, int level, NumberLevel definition)
    {
        var counters = CountersOf(number);
        if (_begun.Add((number, level)) && numbering.StartOverride(number, level) is { } start)
        {
            counters[level] = start;
        }
        else
        {
            counters[level] = counters[level] is { } last ? unchecked(last + 1) : definition.Start;
        }

        for (var deeper = level + 1; deeper < WordNumbering.Levels; deeper++)
        {
            // Zero: never begins anew; a number: only after items of that level or above.
            var restart = numbering.Level(number, deeper, styles)?.RestartAfter;
            if (restart is null || (restart > 0 && level < restart))
            {
                counters[deeper] = null;
            }
        }
    }

    private string Written(int number, NumberLevel definition)
    {
        var label = new StringBuilder();
        var counters = CountersOf(number);
        for (var i = 0; i < definition.Text.Length && label.Length < LongestLabel; i++)
        {
            var sign = definition.Text[i];
            if (sign == '%' && i + 1 < definition.Text.Length && definition.Text[i + 1] is >= '1' and <= '9')
            {
                var level = definition.Text[++i] - '1';
                var of = numbering.Level(number, level, styles);
                counters[level] ??= of?.Start ?? 1;
                label.Append(Numeral(counters[level]!.Value, definition.IsLegal ? "decimal" : of?.Format ?? "decimal"));
            }
            else
            {
                label.Append(sign);
            }
        }

        return label.ToString();
    }

    private int?[] CountersOf(int number)
    {
        var list = numbering.ListOf(number);
        if (!_counters.TryGetValue(list, out var counters))
        {
            _counters.Add(list, counters = new int?[WordNumbering.Levels]);
        }

        return counters;
    }

    /// <summary>A number in one of Word's number formats.</summary>
    public static string Numeral(int value, string format) => format switch
    {
        "upperLetter" => Letters(value, 'A'),
        "lowerLetter" => Letters(value, 'a'),
        "upperRoman" => Roman(value),
        "lowerRoman" => Roman(value).ToLowerInvariant(),
        "decimalZero" => value.ToString("00", CultureInfo.InvariantCulture),
        "ordinal" => value.ToString(CultureInfo.InvariantCulture) + OrdinalEnding(value),
        "none" or "bullet" => "",
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>a to z, then aa, bb, and so on: Word repeats the letter.</summary>
    private static string Letters(int value, char first) => value < 1
        ? value.ToString(CultureInfo.InvariantCulture)
        : new string((char)(first + ((value - 1) % 26)), Math.Min(LongestLetters, ((value - 1) / 26) + 1));

    private static string Roman(int value)
    {
        if (value is < 1 or > 3999)
        {
            return value.ToString(CultureInfo.InvariantCulture);
        }

        ReadOnlySpan<int> values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
        ReadOnlySpan<string> signs = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"];
        var roman = new StringBuilder();
        for (var i = 0; i < values.Length; i++)
        {
            for (; value >= values[i]; value -= values[i])
            {
                roman.Append(signs[i]);
            }
        }

        return roman.ToString();
    }

    private static string OrdinalEnding(int value) => (value % 100 is >= 11 and <= 13, value % 10) switch
    {
        (false, 1) => "st",
        (false, 2) => "nd",
        (false, 3) => "rd",
        _ => "th",
    };
}
