namespace EcqAnalyzer.Engine.Rules;

public enum Operation : byte
{
    /// <summary>One token that the test fits.</summary>
    Token,

    /// <summary>One token of any kind.</summary>
    Any,

    /// <summary>Go on at <see cref="Instruction.Next"/>; where that fails, at <see cref="Instruction.Other"/>.</summary>
    Split,

    Jump,
    Match,
}

/// <summary>One step. Steps lie one behind the other in memory with the signs of what they test, so that most tests that fail touch
/// nothing else.</summary>
public readonly struct Instruction
{
    private readonly Signs _signs;

    /// <summary>False where the signs of a token do not tell that it fails.</summary>
    private readonly bool _hasSigns;

    public Instruction(Operation operation, int next, int other, OneToken? token)
    {
        (Operation, Next, Other, Token) = (operation, next, other, token);
        _hasSigns = token is { Test.IsNegated: false };
        if (!_hasSigns)
        {
            return;
        }

        foreach (var condition in token!.Test.AnyOf)
        {
            _signs = _signs.And(condition.Match == WordMatch.Any ? Signs.Of([], condition.Tags) : condition.Signs);
            _hasSigns &= condition.Match != WordMatch.Any || condition.HasTag;
        }
    }

    public Operation Operation { get; }

    public int Next { get; }

    public int Other { get; }

    public OneToken? Token { get; }

    public bool Fits(SentenceWords words, int at) =>
        at < words.Count && (!_hasSigns || words.Signs[at].Meet(_signs)) && Token?.Test.Fits(words, at) != false;
}

/// <summary>
/// A pattern as a short program for <see cref="PatternSearch"/>. Which way is tried first is what makes gaps short and
/// repetitions long.
/// </summary>
public sealed class PatternProgram
{
    private static readonly Instruction Pending = new(Operation.Jump, 0, 0, null);

    /// <summary>With lists of phrases written out. Time and memory of a search grow with it.</summary>
    public const int Longest = 600;

    private readonly Func<Instruction[]> _unpack;
    private Instruction[]? _instructions;
    private StartFilter? _start;

    /// <summary>A program that is unpacked when first run.</summary>
    internal PatternProgram(PhrasePattern pattern, Way[] ways, Func<Instruction[]> instructions)
    {
        (Pattern, IsAtStart, IsAtEnd) = (pattern, pattern.IsAtStart, pattern.IsAtEnd);
        Ways = ways;
        _unpack = instructions;
    }

    public PhrasePattern Pattern { get; }

    /// <summary>As the pattern has it.</summary>
    public bool IsAtStart { get; }

    public bool IsAtEnd { get; }

    public Instruction[] Instructions => _instructions ?? Unpack();

    /// <summary>What a sentence must have for the program to match at all: all the needs of one way.</summary>
    public Way[] Ways { get; }

    /// <summary>Null where a match may begin with any token.</summary>
    internal StartFilter? Start
    {
        get
        {
            if (_instructions is null)
            {
                Unpack();
            }

            return _start;
        }
    }

    /// <summary>Several threads may do so at once: they come to the same.</summary>
    private Instruction[] Unpack()
    {
        var instructions = _unpack();
        _start = StartFilter.Of(instructions);
        Volatile.Write(ref _instructions, instructions);
        return instructions;
    }

    /// <summary>False where the sentence lacks a need, wherever it would have to stand.</summary>
    internal bool MayFit(SentenceWords words)
    {
        foreach (var way in Ways)
        {
            if (MayFit(way, words))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayFit(Way way, SentenceWords words)
    {
        foreach (var need in way.Needs)
        {
            if (!need.MayStandIn(words))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The program, or null where it would be longer than <see cref="Longest"/>.</summary>
    public static PatternProgram? Compile(PhrasePattern pattern, Vocabulary vocabulary)
    {
        var instructions = new List<Instruction>();
        Emit(pattern.Root, instructions);
        instructions.Add(new Instruction(Operation.Match, 0, 0, null));
        if (instructions.Count > Longest)
        {
            return null;
        }

        var compiled = instructions.ToArray();
        return new PatternProgram(pattern, PatternNeeds.Of(pattern.Root, vocabulary), () => compiled);
    }

    private static void Emit(PatternNode node, List<Instruction> into)
    {
        if (into.Count > Longest)
        {
            return;
        }

        switch (node)
        {
            case OneToken one:
                into.Add(new Instruction(Operation.Token, into.Count + 1, 0, one));
                break;
            case InOrder order:
                foreach (var part in order.Parts)
                {
                    Emit(part, into);
                }

                break;
            case Gap gap:
                EmitGap(gap, into);
                break;
            case Choice choice:
                EmitChoice(choice, into);
                break;
            case Repeat repeat:
                EmitRepeat(repeat, into);
                break;
        }
    }

    /// <summary>Leave the gap first; take one more token only where leaving fails.</summary>
    private static void EmitGap(Gap gap, List<Instruction> into)
    {
        var end = into.Count + (2 * gap.Most);
        for (var i = 0; i < gap.Most; i++)
        {
            into.Add(new Instruction(Operation.Split, end, into.Count + 1, null));
            into.Add(new Instruction(Operation.Any, into.Count + 1, 0, null));
        }
    }

    private static void EmitChoice(Choice choice, List<Instruction> into)
    {
        var exits = new List<int>();
        for (var i = 0; i < choice.Alternatives.Length; i++)
        {
            var isLast = i == choice.Alternatives.Length - 1;
            var split = into.Count;
            if (!isLast)
            {
                into.Add(Pending);
            }

            Emit(choice.Alternatives[i], into);
            if (!isLast)
            {
                exits.Add(into.Count);
                into.Add(Pending);
                into[split] = new Instruction(Operation.Split, split + 1, into.Count, null);
            }
        }

        foreach (var exit in exits)
        {
            into[exit] = new Instruction(Operation.Jump, into.Count, 0, null);
        }
    }

    private static void EmitRepeat(Repeat repeat, List<Instruction> into)
    {
        var start = into.Count;
        if (repeat.IsNeeded)
        {
            Emit(repeat.Part, into);
            into.Add(new Instruction(Operation.Split, start, into.Count + 1, null));
            return;
        }

        into.Add(Pending);
        Emit(repeat.Part, into);
        if (!repeat.IsOnce)
        {
            into.Add(new Instruction(Operation.Jump, start, 0, null));
        }

        into[start] = new Instruction(Operation.Split, start + 1, into.Count, null);
    }
}
