using System.Runtime.InteropServices;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Measures;

/// <summary>
/// START HERE: the numbers of a sentence, normalized, with what they count and tell. One pass from left to right:
/// <see cref="NumberReader"/> puts the words of a number together, <see cref="UnitReader"/> finds what is counted,
/// a pair ("from 61 days to 19", "5 to 10 staff") becomes one measure, and <see cref="SenseReader"/> tells a change from a
/// saving, a budget or a size by the words around. Names with numbers (Title 5, GS-15, 9:20) are no measures. Linear in the
/// words; allocates only for what is found.
/// </summary>
public static class MeasureFinder
{
    public static System.Collections.Immutable.ImmutableArray<Measure> Find(ReadOnlySpan<Token> tokens, string text, Clause clause)
    {
        var scan = new MeasureScan(tokens, text, clause);
        scan.Run();
        return scan.Found;
    }
}

/// <summary>The words of a date, and its year; 0 where it tells none.</summary>
internal readonly record struct DateOf(int Start, int End, double Year);

/// <summary>The pass over one sentence.</summary>
internal ref struct MeasureScan
{
    private readonly ReadOnlySpan<Token> _tokens;
    private readonly string _text;
    private readonly NumberReader _numbers;
    private readonly UnitReader _units;
    private SenseReader _sense;
    private Measure[] _found = [];
    private int _count;

    public MeasureScan(ReadOnlySpan<Token> tokens, string text, Clause clause)
    {
        _tokens = tokens;
        _text = text;
        _numbers = new NumberReader(tokens, text);
        _units = new UnitReader(tokens);
        _sense = new SenseReader(tokens, clause);
    }

    public readonly System.Collections.Immutable.ImmutableArray<Measure> Found
    {
        get
        {
            if (_count == 0)
            {
                return [];
            }

            var exact = new Measure[_count];
            Array.Copy(_found, exact, _count);
            return ImmutableCollectionsMarshal.AsImmutableArray(exact);
        }
    }

    public void Run()
    {
        for (var i = 0; i < _tokens.Length;)
        {
            i = MayBegin(i) ? Take(i) : i + 1;
        }
    }

    private readonly bool MayBegin(int i)
    {
        var token = _tokens[i];
        return token.Tag is "CD" or "$" or "NN" or "NNP" or "NNS" or "JJ" or "RB" or "PDT" or "SYM" or "DT" or "LS" or "NFP" || token.Pos is "NUM" or "VERB";
    }

    /// <summary>Takes the measure that begins at a word, if one does, and says where to go on.</summary>
    private int Take(int i)
    {
        if (_tokens[i].Pos == "VERB")
        {
            return FactorOf(_tokens[i].Lemma) is { } factor ? TakeVerb(i, factor) : i + 1;
        }

        var phrase = _numbers.Read(i);
        if (!phrase.IsFound)
        {
            return i + 1;
        }

        // "Hundreds of", "a few thousand": no value is told.
        if (_tokens[phrase.End - 1].Tag == "NNS" && phrase.Sort == NumeralSort.Number && phrase.End == phrase.Start + 1
            || Lemma(phrase.Start - 1) is "few" or "several" or "many" && _numbers.NumeralAt(phrase.Start).Sort == NumeralSort.Scale)
        {
            return phrase.End;
        }

        if (DateAt(phrase) is { } date)
        {
            Add(date.Start, date.End, new Measure(default, MeasureKind.Date, date.Year, "year", MeasureSense.Moment));
            return date.End;
        }

        if (IsName(phrase))
        {
            return phrase.End;
        }

        return phrase.Sort == NumeralSort.Ordinal ? TakeRank(phrase) : TakeNumber(phrase);
    }

    private static double? FactorOf(string lemma) => lemma switch
    {
        "double" => 2,
        "triple" => 3,
        "quadruple" => 4,
        "halve" => 0.5,
        _ => null,
    };

    private int TakeVerb(int i, double factor)
    {
        Add(i, i + 1, new Measure(default, MeasureKind.Factor, factor, "factor", MeasureSense.Change)
        {
            Direction = factor > 1 ? Direction.Up : Direction.Down,
        });
        return i + 1;
    }

    private int TakeRank(NumberPhrase phrase)
    {
        var before = Lemma(phrase.Start - 1);
        var after = Lemma(phrase.End);
        var isRank = before is "rank" or "place" or "finish" or "come" or "rate" or "to" || (after is "of" && _tokens[phrase.End - 1].Pos is "NUM" or "NOUN" or "ADJ")
            || after is "place" or "rank" || (after is "in" && before is not ("the" or "at"));
        if (isRank && phrase.End - phrase.Start == 1)
        {
            Add(phrase.Start, phrase.End, new Measure(default, MeasureKind.Rank, phrase.Value, "rank", MeasureSense.Standing));
        }

        return phrase.End;
    }

    private int TakeNumber(NumberPhrase phrase)
    {
        if (Lemma(phrase.Start) == "one" && phrase.End == phrase.Start + 1 && !CountsOne(phrase))
        {
            return phrase.End;
        }

        var unit = _units.Read(phrase);
        if (phrase.Sort == NumeralSort.Year && unit.Kind == MeasureKind.Number && !unit.IsPlural)
        {
            Add(phrase.Start, phrase.End, new Measure(default, MeasureKind.Date, phrase.Value, "year", MeasureSense.Moment));
            return phrase.End;
        }

        if (ShareOf(phrase) is { } share)
        {
            return share;
        }

        return PairWith(phrase, unit) is { } pair ? pair : TakeOne(phrase, unit);
    }

    /// <summary>"One clerk", "one percent", "one in seven", "one of the 14" count; "one of them", "no one" do not.</summary>
    private readonly bool CountsOne(NumberPhrase phrase) =>
        _tokens[phrase.Start].Tag == "CD" && phrase.End < _tokens.Length
        && (_tokens[phrase.End].Pos is "NOUN" or "ADJ" || Lemma(phrase.End) is "-" or "%"
            || (Lemma(phrase.End) is "of" or "in" or "out" && AfterOf(phrase.End) is { } of && _numbers.NumeralAt(of).Sort == NumeralSort.Number));

    /// <summary>"17 of the 24 graduates", "one in seven", "nine out of ten".</summary>
    private int? ShareOf(NumberPhrase part)
    {
        if (AfterOf(part.End) is not { } at || part.Currency is not null)
        {
            return null;
        }

        var whole = _numbers.Read(at);
        if (!whole.IsFound || whole.Sort != NumeralSort.Number || whole.Value < part.Value || whole.Value == 0 || part.Sort != NumeralSort.Number)
        {
            return null;
        }

        var unit = _units.Read(whole);
        if (unit.Kind is not (MeasureKind.Number or MeasureKind.Headcount) || (Lemma(part.End) == "in" && _tokens[whole.End - 1].Tag != "CD"))
        {
            return null;
        }

        var told = _sense.Read(part.Start, unit.End, MeasureKind.Share, default);
        Add(part.Start, unit.End, new Measure(default, MeasureKind.Share, part.Value / whole.Value, "share", told.Sense) { Direction = told.Direction });
        return unit.End;
    }

    private readonly int? AfterOf(int i)
    {
        if (Lemma(i) == "out" && Lemma(i + 1) == "of")
        {
            i++;
        }

        if (Lemma(i) is not ("of" or "in"))
        {
            return null;
        }

        return Lemma(i + 1) is "the" or "our" or "my" or "these" or "those" or "its" or "this" or "that" ? i + 2 : i + 1;
    }

    /// <summary>"from 61 days to 19", "between 5 and 10", "5 to 10 staff", "5-10 staff".</summary>
    private int? PairWith(NumberPhrase first, UnitOf unit)
    {
        var before = Lemma(first.Start - 1);
        var isAfterFrom = before == "from" || (MeasureWords.IsApproximate(before) && Lemma(first.Start - 2) == "from");
        var link = unit.End;
        for (var reach = isAfterFrom ? PairReach : 0; reach > 0 && link < _tokens.Length && _tokens[link].Lemma is not ("to" or ";" or "."); reach--)
        {
            link++;
        }

        if (!(Lemma(link) is "to" or "–" or "-" or "—") && !(Lemma(link) == "and" && before == "between"))
        {
            return null;
        }

        var at = link + 1;
        while (MeasureWords.IsApproximate(Lemma(at)) || Lemma(at) is "a" && _numbers.Read(at).IsFound == false)
        {
            at++;
        }

        var second = _numbers.Read(at);
        if (!second.IsFound || second.Sort is NumeralSort.Ordinal || (second.Sort == NumeralSort.Year) != (first.Sort == NumeralSort.Year))
        {
            return null;
        }

        return TakePair(first, unit, second, _units.Read(second), isAfterFrom);
    }

    private const int PairReach = 8;

    private int? TakePair(NumberPhrase first, UnitOf unit, NumberPhrase second, UnitOf unitAfter, bool isChange)
    {
        // "from 61 days to 19", "5 to 10 days": one unit serves both.
        var shared = unitAfter.IsBare ? unit : unitAfter;
        var kind = shared.Kind;
        var name = shared.Name;
        if (!unit.IsBare && !unitAfter.IsBare && unit.Kind != unitAfter.Kind)
        {
            return null;
        }

        if (first.Sort == NumeralSort.Year)
        {
            Add(first.Start, second.End, new Measure(default, MeasureKind.Date, second.Value, "year", MeasureSense.Moment) { From = first.Value });
            return second.End;
        }

        var from = first.Value;
        if (kind == MeasureKind.Duration && !unit.IsBare && !unitAfter.IsBare && unit.Name != unitAfter.Name)
        {
            from = first.Value * MeasureWords.DaysIn(unit.Name) / MeasureWords.DaysIn(unitAfter.Name);
        }

        // "from $6 to 9 million".
        from = first.Value < second.Value / 1000 && second.End - second.Start > 1 && first.End - first.Start <= 2 ? from * ScaleOf(second) : from;
        var end = Math.Max(second.End, unitAfter.End);
        if (isChange && from != second.Value)
        {
            Add(first.Start - 1, end, new Measure(default, kind, second.Value, name, _sense.IsWanted(first.Start) ? MeasureSense.Aim : MeasureSense.Change)
            {
                From = from,
                Direction = second.Value > from ? Direction.Up : Direction.Down,
            });
            return end;
        }

        var told = _sense.Read(first.Start, end, kind, default);
        Add(first.Start, end, new Measure(default, kind, Math.Max(from, second.Value), name, told.Sense) { Direction = told.Direction });
        return end;
    }

    private readonly double ScaleOf(NumberPhrase phrase) => _numbers.NumeralAt(phrase.End - 1) is { Sort: NumeralSort.Scale } scale ? scale.Value : 1;

    private int TakeOne(NumberPhrase phrase, UnitOf unit)
    {
        var start = phrase.Start;
        while (start > 0 && MeasureWords.IsApproximate(_tokens[start - 1].Lemma))
        {
            start--;
        }

        if (start > 1 && Lemma(start - 1) is "than" && Lemma(start - 2) is "more" or "less" or "few" or "many" or "much" or "great")
        {
            start -= 2;
        }

        var told = _sense.Read(start, unit.End, unit.Kind, unit);
        var isDifference = told.Sense == MeasureSense.Change && _sense.IsDifference;
        var end = Math.Max(phrase.End, unit.MeasureEnd);
        Add(start, end, new Measure(default, unit.Kind, phrase.Value, unit.Name, told.Sense) { Direction = told.Direction, IsDifference = isDifference });
        return end;
    }

    /// <summary>"May 3, 2019", "3 May 2019", "in 2019".</summary>
    private readonly DateOf? DateAt(NumberPhrase phrase)
    {
        if (phrase.Currency is not null)
        {
            return null;
        }

        if (MeasureWords.IsMonth(Lemma(phrase.Start - 1)) && phrase.Value is >= 1 and <= 31 && phrase.Sort is NumeralSort.Number or NumeralSort.Ordinal
            && phrase.End == phrase.Start + 1 && char.IsUpper(_text[_tokens[phrase.Start - 1].Span.Start]))
        {
            var at = Lemma(phrase.End) == "," ? phrase.End + 1 : phrase.End;
            var year = _numbers.NumeralAt(at);
            return year.Sort == NumeralSort.Year ? new DateOf(phrase.Start - 1, at + 1, year.Value) : new DateOf(phrase.Start - 1, phrase.End, 0);
        }

        return phrase.Sort == NumeralSort.Year && MeasureWords.IsMonth(Lemma(phrase.Start - 1)) ? new DateOf(phrase.Start - 1, phrase.End, phrase.Value) : null;
    }

    /// <summary>Title 5, GS-15, GAO-23-105, the "1." before a list item.</summary>
    private readonly bool IsName(NumberPhrase phrase)
    {
        var before = Lemma(phrase.Start - 1);
        var start = phrase.Start;
        if (phrase.Currency is not null || phrase.Sort is NumeralSort.Part or NumeralSort.Scaled or NumeralSort.Factor || start == 0)
        {
            return start == 0 && phrase.End == 1 && phrase.End < _tokens.Length && _tokens[1].Lemma is "." or ")" && _tokens.Length > 2
                && phrase.Sort == NumeralSort.Number;
        }

        var isCapital = char.IsUpper(_text[_tokens[start - 1].Span.Start]);
        return IsInCode(start)
            || phrase.Sort == NumeralSort.Number && (MeasureWords.IsLabel(before) && (isCapital || before is "no." or "number" or "#" or "page")) && _units.Read(phrase).IsBare;
    }

    /// <summary>Whether hyphens join the number, past other numbers, to a word.</summary>
    private readonly bool IsInCode(int i)
    {
        while (i > 1 && (_tokens[i - 1].Tag == "HYPH" || (_tokens[i - 1].Lemma == "-" && _tokens[i - 1].Span.End == _tokens[i].Span.Start)))
        {
            i -= 2;
            if (_tokens[i].Pos != "NUM")
            {
                return _tokens[i].Pos is "PROPN" or "NOUN" or "X";
            }
        }

        return false;
    }

    private void Add(int start, int end, Measure measure)
    {
        if (_count == _found.Length)
        {
            var more = new Measure[Math.Max(4, _count * 2)];
            Array.Copy(_found, more, _count);
            _found = more;
        }

        var span = new TextSpan(_tokens[Math.Max(0, start)].Span.Start, _tokens[end - 1].Span.End);
        if (_count > 0 && span.Start < _found[_count - 1].Span.End)
        {
            span = new TextSpan(_found[_count - 1].Span.End, Math.Max(span.End, _found[_count - 1].Span.End));
        }

        _found[_count++] = measure with { Span = span };
    }

    private readonly string Lemma(int i) => i >= 0 && i < _tokens.Length ? _tokens[i].Lemma : "";
}
