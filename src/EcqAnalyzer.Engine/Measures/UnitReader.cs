using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Measures;

/// <summary>What a number counts. <see cref="End"/> is past the words of the unit, <see cref="MeasureEnd"/> past those that
/// belong to the measure; <see cref="IsBare"/> where nothing is named.</summary>
internal readonly record struct UnitOf(MeasureKind Kind, string Name, int End, int MeasureEnd, bool IsBare, bool IsPlural, bool IsHyphened);

/// <summary>Finds the unit after a number: a sign, a word for time, money or people, or the noun that is counted, with up to
/// three words between: "3,400 full-time federal employees".</summary>
internal readonly ref struct UnitReader(ReadOnlySpan<Token> tokens)
{
    private const int Reach = 4;

    private readonly ReadOnlySpan<Token> _tokens = tokens;

    public UnitOf Read(NumberPhrase phrase)
    {
        var end = phrase.End;
        if (phrase.Currency is { } currency)
        {
            end = MeasureWords.Currency(Lemma(end)) is not null ? end + 1 : end;
            return new UnitOf(MeasureKind.Money, currency, end, end, false, true, false);
        }

        var isHyphened = Lemma(end) == "-" && end + 1 < _tokens.Length && _tokens[end + 1].Pos is "NOUN" or "PROPN" or "ADJ" or "X";
        var at = isHyphened ? end + 1 : end;
        var lemma = Lemma(at);
        if (MeasureWords.IsPercent(lemma))
        {
            end = Lemma(at + 1) is "point" ? at + 2 : at + 1;
            return new UnitOf(MeasureKind.Percent, "percent", end, end, false, true, isHyphened);
        }

        if (MeasureWords.Currency(lemma) is { } money)
        {
            return new UnitOf(MeasureKind.Money, money, at + 1, at + 1, false, true, isHyphened);
        }

        if (phrase.Sort == NumeralSort.Part)
        {
            return OfPart(phrase);
        }

        if (phrase.Sort == NumeralSort.Factor || lemma is "fold" || (lemma is "time" or "x" && Lemma(at + 1) is not ("a" or "per" or "in")))
        {
            end = phrase.Sort == NumeralSort.Factor ? phrase.End : at + 1;
            return new UnitOf(MeasureKind.Factor, "factor", end, end, false, true, isHyphened);
        }

        return OfNoun(phrase, at, isHyphened);
    }

    /// <summary>"half an hour" is a duration, "half of it" a share.</summary>
    private UnitOf OfPart(NumberPhrase phrase)
    {
        var at = Lemma(phrase.End) is "a" or "an" ? phrase.End + 1 : phrase.End;
        if (MeasureWords.IsTime(Lemma(at)))
        {
            return new UnitOf(MeasureKind.Duration, Lemma(at), at + 1, at + 1, false, true, false);
        }

        return new UnitOf(MeasureKind.Share, "share", phrase.End, phrase.End, false, true, false);
    }

    private UnitOf OfNoun(NumberPhrase phrase, int at, bool isHyphened)
    {
        for (var i = at; i < _tokens.Length && i < at + Reach; i++)
        {
            var token = _tokens[i];
            if (MeasureWords.IsTime(token.Lemma) && token.Pos is "NOUN" or "PROPN" or "ADJ")
            {
                return new UnitOf(MeasureKind.Duration, token.Lemma, i + 1, i + 1, false, token.Tag == "NNS", isHyphened);
            }

            if (token.Pos is "NOUN" or "PROPN" && !IsFollowedByNoun(i, isHyphened))
            {
                var kind = MeasureWords.IsPeople(token.Lemma) || (isHyphened && token.Lemma is "member" or "man")
                    ? MeasureKind.Headcount
                    : MeasureKind.Number;
                return new UnitOf(kind, token.Lemma, i + 1, i + 1, false, token.Tag is "NNS" or "NNPS", isHyphened);
            }

            if (token.Pos is not ("ADJ" or "NOUN" or "PROPN" or "ADV") && token.Tag is not ("HYPH" or "VBN" or "VBG" or "POS"))
            {
                break;
            }
        }

        return new UnitOf(MeasureKind.Number, "", phrase.End, phrase.End, true, false, false);
    }

    /// <summary>"3,400 field office staff" counts staff; "a 12-person office" counts persons.</summary>
    private bool IsFollowedByNoun(int i, bool isHyphened) =>
        !isHyphened && i + 1 < _tokens.Length && _tokens[i + 1].Tag is "NN" or "NNS" or "HYPH" && _tokens[i].Tag != "NNS";

    private string Lemma(int i) => i < _tokens.Length ? _tokens[i].Lemma : "";
}
