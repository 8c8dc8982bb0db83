using System.Globalization;

namespace EcqAnalyzer.Engine.Measures;

/// <summary>What sort of number one word is.</summary>
internal enum NumeralSort
{
    None,

    /// <summary>12, 3,400, 1.2, twelve.</summary>
    Number,

    /// <summary>A number with its scale in the same word: 40M, 250K.</summary>
    Scaled,

    /// <summary>Hundred, thousand, million, dozen: multiplies what stands before.</summary>
    Scale,

    /// <summary>3rd, first, third.</summary>
    Ordinal,

    /// <summary>1/3, ½, half.</summary>
    Part,

    /// <summary>2.5x, twofold.</summary>
    Factor,

    /// <summary>FY2019, 1998.</summary>
    Year,
}

/// <summary>One word as a number.</summary>
internal readonly record struct Numeral(NumeralSort Sort, double Value)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2099;

    /// <summary>Longer figures are account numbers, not amounts.</summary>
    private const int MostDigits = 15;

    public static Numeral Of(string lemma, ReadOnlySpan<char> form)
    {
        if (form.IsEmpty)
        {
            return default;
        }

        return char.IsAsciiDigit(form[0]) || (form[0] == '.' && form.Length > 1)
            ? OfFigure(form)
            : form[0] is '½' or '¼' or '¾' ? new Numeral(NumeralSort.Part, form[0] == '½' ? 0.5 : form[0] == '¼' ? 0.25 : 0.75)
            : OfFiscalYear(form) ?? NumberWords.Find(lemma);
    }

    private static Numeral OfFigure(ReadOnlySpan<char> form)
    {
        var end = 0;
        while (end < form.Length && (char.IsAsciiDigit(form[end]) || (form[end] is ',' or '.' && end + 1 < form.Length && char.IsAsciiDigit(form[end + 1]))))
        {
            end++;
        }

        if (end > MostDigits || !double.TryParse(form[..end], NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return default;
        }

        return form[end..] switch
        {
            "" or "+" when end == 4 && value is >= FirstYear and <= LastYear && form[1] != ',' && !form[..end].Contains('.') => new Numeral(NumeralSort.Year, value),
            "" or "+" => new Numeral(NumeralSort.Number, value),
            "k" or "K" => new Numeral(NumeralSort.Scaled, value * 1e3),
            "m" or "M" or "mm" or "MM" or "mil" => new Numeral(NumeralSort.Scaled, value * 1e6),
            "b" or "B" or "bn" or "BN" or "Bn" => new Numeral(NumeralSort.Scaled, value * 1e9),
            "st" or "nd" or "rd" or "th" => new Numeral(NumeralSort.Ordinal, value),
            "x" or "X" => new Numeral(NumeralSort.Factor, value),
            ['/', .. var below] => OfFraction(value, below),
            _ => default,
        };
    }

    private static Numeral OfFraction(double above, ReadOnlySpan<char> below) =>
        below.Length <= 2 && int.TryParse(below, NumberStyles.None, CultureInfo.InvariantCulture, out var part) && part > above && above < 10
            ? new Numeral(NumeralSort.Part, above / part)
            : default;

    private static Numeral? OfFiscalYear(ReadOnlySpan<char> form)
    {
        if (!form.StartsWith("FY", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var year = form[2..].TrimStart("-'\u2019");
        return int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && year.Length is 2 or 4
            ? new Numeral(NumeralSort.Year, year.Length == 4 ? value : value + (value < 70 ? 2000 : 1900))
            : null;
    }

    /// <summary>Whether <see cref="Of"/> might find a number in a word of letters; for most words it is told at once that it does not.</summary>
    public static bool MayBe(string lemma, ReadOnlySpan<char> form) =>
        NumberWords.MayHave(lemma) || (form.Length > 1 && (form[0] | 0x20) == 'f' && (form[1] | 0x20) == 'y');
}
