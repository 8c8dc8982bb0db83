using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Measures;

/// <summary>A number in figures or words: from its first word to past its last, and what its form says it is. Currency is
/// known where the sign stands before.</summary>
internal readonly record struct NumberPhrase(int Start, int End, double Value, NumeralSort Sort, string? Currency)
{
    public bool IsFound => Sort != NumeralSort.None;
}

/// <summary>Puts the words of a number together: "twenty-two", "1.2 million", "a hundred and five", "one-third", "two and a
/// half".</summary>
internal readonly ref struct NumberReader(ReadOnlySpan<Token> tokens, string text)
{
    private readonly ReadOnlySpan<Token> _tokens = tokens;

    public NumberPhrase Read(int start)
    {
        if (!MayBegin(start))
        {
            return default;
        }

        var currency = MeasureWords.Currency(Lemma(start));
        var i = currency is not null && IsSign(start) ? start + 1 : start;
        currency = i > start ? currency : null;
        var hasArticle = Lemma(i) is "a" or "an";
        var first = NumeralAt(hasArticle ? i + 1 : i);
        var phrase = first.Sort switch
        {
            NumeralSort.Number or NumeralSort.Year when !hasArticle => Whole(start, i, first),
            NumeralSort.Scale => Whole(start, i, first),
            NumeralSort.Part => new NumberPhrase(start, hasArticle ? i + 2 : i + 1, first.Value, NumeralSort.Part, currency),
            NumeralSort.Ordinal when hasArticle && IsPart(i + 1) => new NumberPhrase(start, i + 2, 1 / first.Value, NumeralSort.Part, currency),
            NumeralSort.Scaled or NumeralSort.Factor or NumeralSort.Ordinal when !hasArticle => new NumberPhrase(start, i + 1, first.Value, first.Sort, currency),
            _ => default,
        };
        return phrase.IsFound ? phrase with { Currency = currency } : phrase;
    }

    /// <summary>False for nearly every word of letters at which no number begins, so that no more is asked of it.</summary>
    private bool MayBegin(int start)
    {
        var lemma = Lemma(start);
        return lemma.Length == 0 || !char.IsAsciiLetter(lemma[0]) || !char.IsAsciiLetter(Form(start)[0]) || lemma is "a" or "an"
            || Numeral.MayBe(lemma, Form(start)) || IsSign(start);
    }

    private NumberPhrase Whole(int start, int i, Numeral first)
    {
        var (total, current, end, sort) = (0.0, 0.0, i, first.Sort == NumeralSort.Year ? NumeralSort.Year : NumeralSort.Number);
        if (Lemma(i) is "a" or "an")
        {
            end = i + 1;
        }

        var (hasWord, isOpen) = (false, true);
        while (true)
        {
            var at = end > i && Lemma(end) == "-" && hasWord && IsWordNumber(end + 1) ? end + 1 : end;
            at = hasWord && !isOpen && Lemma(at) == "and" && IsWordNumber(at + 1) ? at + 1 : at;
            var next = NumeralAt(at);
            if (next.Sort == NumeralSort.Scale)
            {
                var scaled = (current == 0 ? 1 : current) * next.Value;
                total += next.Value == 100 ? 0 : scaled;
                current = next.Value == 100 ? scaled : 0;
                (hasWord, isOpen, sort) = (true, false, NumeralSort.Number);
            }
            else if (next.Sort is NumeralSort.Number or NumeralSort.Year && (end == i || (hasWord && Fits(current, next.Value, isOpen, at))))
            {
                current += next.Value;
                isOpen = IsWordNumber(at);
                hasWord |= isOpen;
            }
            else
            {
                break;
            }

            end = at + 1;
        }

        return WithPart(new NumberPhrase(start, end, total + current, sort, null));
    }

    /// <summary>Twenty takes two; a hundred takes any smaller number.</summary>
    private bool Fits(double current, double next, bool isOpen, int at) =>
        IsWordNumber(at) && (isOpen ? current % 100 >= 20 && current % 10 == 0 && next < 10 : next < 100);

    /// <summary>"one-third", "two thirds", "two and a half", "4 ½".</summary>
    private NumberPhrase WithPart(NumberPhrase phrase)
    {
        var next = Lemma(phrase.End) == "-" ? phrase.End + 1 : phrase.End;
        if (phrase.Value is >= 1 and < 10 && IsPart(next) && NumeralAt(next) is { Sort: NumeralSort.Ordinal, Value: > 2 } part && part.Value > phrase.Value)
        {
            return phrase with { End = next + 1, Value = phrase.Value / part.Value, Sort = NumeralSort.Part };
        }

        if (Lemma(phrase.End) == "and" && Lemma(phrase.End + 1) is "a" or "one" && Lemma(phrase.End + 2) == "half")
        {
            return phrase with { End = phrase.End + 3, Value = phrase.Value + 0.5 };
        }

        return NumeralAt(phrase.End) is { Sort: NumeralSort.Part } sign && Form(phrase.End).Length == 1
            ? phrase with { End = phrase.End + 1, Value = phrase.Value + sign.Value }
            : phrase;
    }

    /// <summary>"a third of", "by a third": a part; "a third clerk", "the third quarter": a place in an order.</summary>
    private bool IsPart(int i) =>
        i < _tokens.Length && Lemma(i) is not ("first" or "second") && (Lemma(i) == "quarter" || NumeralAt(i).Sort == NumeralSort.Ordinal)
        && !char.IsAsciiDigit(Form(i)[0])
        && (i + 1 >= _tokens.Length || _tokens[i + 1].Pos is not ("NOUN" or "PROPN" or "ADJ"));

    public Numeral NumeralAt(int i) => i < _tokens.Length ? Numeral.Of(_tokens[i].Lemma, Form(i)) : default;

    private bool IsWordNumber(int i) =>
        i < _tokens.Length && char.IsLetter(Form(i)[0]) && NumeralAt(i).Sort is NumeralSort.Number or NumeralSort.Scale;

    private bool IsSign(int i) => i < _tokens.Length && Lemma(i) is "$" or "us$" or "€" or "£" or "usd" or "eur";

    private string Lemma(int i) => i < _tokens.Length ? _tokens[i].Lemma : "";

    private ReadOnlySpan<char> Form(int i) => _tokens[i].Span.Of(text);
}
