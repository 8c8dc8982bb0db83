using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Measures;

/// <summary>What a number tells, and the way it went.</summary>
internal readonly record struct Told(MeasureSense Sense, Direction Direction);

/// <summary>
/// What a sentence tells with a number, by the words near it: the preposition before it, the last verb and the last noun of
/// change before it, the noun after it. A change verb speaks for its own numbers only until the next verb.
/// </summary>
internal ref struct SenseReader
{
    /// <summary>So many words back a goal or a word of change is looked for; a clause between verb and number is seldom longer.</summary>
    private const int Reach = 12;

    /// <summary>So many words on what a sum is for is looked for: "$40 million annual operating budget".</summary>
    private const int ReachAfter = 4;

    private readonly ReadOnlySpan<Token> _tokens;
    private readonly Clause _clause;

    public SenseReader(ReadOnlySpan<Token> tokens, Clause clause)
    {
        _tokens = tokens;
        _clause = clause;
    }

    /// <summary>The last number read was that of the change itself: "by 40 percent", "a 40 percent drop".</summary>
    public bool IsDifference { get; private set; }

    public Told Read(int start, int end, MeasureKind kind, UnitOf unit)
    {
        IsDifference = false;
        if (kind == MeasureKind.Date)
        {
            return new Told(MeasureSense.Moment, Direction.None);
        }

        var near = Near(start);
        if (near.IsAim)
        {
            return new Told(MeasureSense.Aim, Direction.None);
        }

        if (Change(start, end, kind, near) is var direction and not Direction.None)
        {
            return new Told(MeasureSense.Change, direction);
        }

        var isMoney = kind == MeasureKind.Money;
        if (near.IsSaving && kind is not (MeasureKind.Share or MeasureKind.Percent))
        {
            return new Told(MeasureSense.Saving, Direction.None);
        }

        if (kind == MeasureKind.Factor)
        {
            return new Told(MeasureSense.Change, Direction.Up);
        }

        if (isMoney && (near.IsBudget || NamesBudget(end) || near.IsHolding))
        {
            return new Told(MeasureSense.Budget, Direction.None);
        }

        if (kind == MeasureKind.Duration)
        {
            return new Told(MeasureSense.Time, Direction.None);
        }

        if (unit.IsHyphened || near.IsHolding && kind is MeasureKind.Headcount or MeasureKind.Number)
        {
            return new Told(MeasureSense.Size, Direction.None);
        }

        var hasHappened = _clause.Tense == Tense.Past || _clause.Aspect.HasFlag(Aspect.Perfect);
        return new Told(hasHappened ? MeasureSense.Reached : MeasureSense.Amount, Direction.None);
    }

    /// <summary>A goal, a plan or a limit stands close before.</summary>
    public readonly bool IsWanted(int start) => Near(start).IsAim;

    /// <summary>"by 40 percent", "40 percent fewer", "a drop of 12", "cut the wait to 19": with the way it went.</summary>
    private Direction Change(int start, int end, MeasureKind kind, Nearby near)
    {
        var after = DirectionOf(Lemma(end));
        after = after == Direction.None && kind is MeasureKind.Percent or MeasureKind.Factor && Pos(end) is "ADJ" or "NOUN" ? DirectionOf(Lemma(end + 1)) : after;
        after = Pos(end) == "VERB" || Lemma(end) is "up" ? Direction.None : after;
        if (after == Direction.None)
        {
            after = Within(start, end);
        }

        if (after != Direction.None)
        {
            IsDifference = true;
            return after;
        }

        if (near.Direction == Direction.None)
        {
            return Direction.None;
        }

        var before = Lemma(start - 1);
        if (before is "by" or "of" or "another")
        {
            IsDifference = before is "by" or "of";
            return before == "of" && !near.IsNoun ? Direction.None : near.Direction;
        }

        if (before is "to" or "from" or "under" or "below" or "above" or "at" or "past" or "beyond")
        {
            return near.Direction;
        }

        var isDirect = kind is MeasureKind.Percent or MeasureKind.Share or MeasureKind.Factor && near.Distance <= 3;
        IsDifference = isDirect;
        return isDirect || near.Distance == 1 ? near.Direction : Direction.None;
    }

    /// <summary>"12 fewer people", "40 more": but not "more than 40".</summary>
    private readonly Direction Within(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_tokens[i].Tag is "JJR" or "RBR" && Lemma(i + 1) != "than" && DirectionOf(_tokens[i].Lemma) is var direction and not Direction.None)
            {
                return direction;
            }
        }

        return Direction.None;
    }

    private readonly bool NamesBudget(int end)
    {
        for (var i = end; i < _tokens.Length && i < end + ReachAfter && _tokens[i].Pos is "NOUN" or "ADJ" or "PROPN" or "PUNCT" or "ADP"; i++)
        {
            if (MeasureWords.IsBudget(_tokens[i].Lemma))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes back from a number to what speaks of it.</summary>
    private readonly Nearby Near(int start)
    {
        var near = default(Nearby);
        for (var i = start - 1; i >= 0 && i >= start - Reach; i--)
        {
            var token = _tokens[i];
            var lemma = token.Lemma;
            if (lemma is ";" || token.Tag == ":")
            {
                break;
            }

            near.IsAim |= MeasureWords.IsAim(lemma) && token.Pos is "NOUN" or "VERB" or "AUX";
            near.IsBudget |= MeasureWords.IsBudget(lemma) && start - i <= ReachAfter;
            if (near.Direction == Direction.None && DirectionOf(lemma) is var direction and not Direction.None && token.Pos is not "ADJ" || lemma is "down" or "up")
            {
                near.Direction = near.Direction == Direction.None ? DirectionOf(lemma) : near.Direction;
                near.Distance = near.Distance == 0 ? start - i : near.Distance;
                near.IsNoun = token.Pos == "NOUN";
            }

            if (token.Pos is "VERB" or "AUX")
            {
                near.IsSaving |= !near.HasVerb && MeasureWords.IsSaving(lemma);
                near.IsHolding |= !near.HasVerb && MeasureWords.IsHolding(lemma);
                near.HasVerb = true;
            }
            else
            {
                near.IsSaving |= lemma is "saving" or "savings" or "avoidance" && start - i <= ReachAfter;
                near.IsHolding |= lemma is "responsible" or "staff" or "team" && start - i <= ReachAfter;
            }

            if (near.HasVerb && token.Pos == "PUNCT")
            {
                break;
            }
        }

        // A long list after the main verb: "Managed an office, a fund and 40 people".
        if (!near.HasVerb && _clause.Verb is { } verb && verb < start)
        {
            near.IsSaving |= MeasureWords.IsSaving(_tokens[verb].Lemma);
            near.IsHolding |= MeasureWords.IsHolding(_tokens[verb].Lemma);
        }

        return near;
    }

    private static Direction DirectionOf(string lemma) =>
        MeasureWords.IsUp(lemma) ? Direction.Up : MeasureWords.IsDown(lemma) ? Direction.Down : Direction.None;

    private readonly string Lemma(int i) => i >= 0 && i < _tokens.Length ? _tokens[i].Lemma : "";

    private readonly string Pos(int i) => i >= 0 && i < _tokens.Length ? _tokens[i].Pos : "";

    private struct Nearby
    {
        public bool IsAim;
        public bool IsBudget;
        public bool IsSaving;
        public bool IsHolding;
        public bool IsNoun;
        public bool HasVerb;
        public Direction Direction;
        public int Distance;
    }
}
