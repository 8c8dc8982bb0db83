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

/// <summary>One step. A class and not a struct, since lists of our own structs are compiled anew at each start of the
/// program.</summary>
public sealed record Instruction(Operation Operation, int Next, int Other, OneToken? Token);

/// <summary>
/// A pattern as a short program for <see cref="PatternSearch"/>. Which way is tried first is what makes gaps short and
/// repetitions long.
/// </summary>
public sealed class PatternProgram
{
    private static readonly Instruction Pending = new(Operation.Jump, 0, 0, null);

    /// <summary>With lists of phrases written out. Time and memory of a search grow with it.</summary>
    public const int Longest = 600;

    private readonly Lazy<Instruction[]> _instructions;
    private readonly Lazy<StartFilter?> _start;

    /// <summary>A program that is unpacked when first run.</summary>
    internal PatternProgram(PhrasePattern pattern, Way[] ways, Func<Instruction[]> instructions)
    {
        Pattern = pattern;
        Ways = ways;
        _instructions = new Lazy<Instruction[]>(instructions);
        _start = new Lazy<StartFilter?>(() => StartFilter.Of(Instructions));
    }

    public PhrasePattern Pattern { get; }

    public Instruction[] Instructions => _instructions.Value;

    /// <summary>What a sentence must have for the program to match at all: all the needs of one way.</summary>
    public Way[] Ways { get; }

    /// <summary>Null where a match may begin with any token.</summary>
    internal StartFilter? Start => _start.Value;

    /// <summary>False where the sentence lacks a need: a glance at its signs, which may say true in vain.</summary>
    internal bool MayFit(SentenceWords words)
    {
        foreach (var way in Ways)
        {
            if (Array.TrueForAll(way.Needs, need => words.Signs.MayHold(0, words.Count - 1, need.Signs)))
            {
                return true;
            }
        }

        return false;
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
