namespace EcqAnalyzer.Engine.Rules;

/// <summary>
/// Runs a program over a sentence. Backtracking that remembers where it has been: a pair of fork and token that has failed
/// once fails whatever came before it, so no fork is taken twice and a search costs at most program times sentence for each
/// fork, however the pattern is built. Holds its working memory; one for each thread.
/// </summary>
public sealed class PatternSearch
{
    /// <summary>Steps that a search for overlapping matches may take in one sentence: it starts afresh after each match, so
    /// its cost is not bounded by remembering alone. Thousands of times what a real rule needs.</summary>
    private const int MostSteps = 1_000_000;

    private ulong[] _seen = [];
    private long[] _stack = [];
    private int _steps;

    /// <summary>The furthest test that failed, over all starts of the last search: what a near match lacked.</summary>
    public (int Instruction, int At) Furthest { get; private set; }

    /// <summary>Matches from the left, none overlapping another.</summary>
    public void Find(PatternProgram program, SentenceWords words, List<TokenRange> found) =>
        Find(program, words, 0, words.Count - 1, found);

    /// <summary>The same of matches that begin at a token from <paramref name="first"/> to <paramref name="last"/>.</summary>
    internal void Find(PatternProgram program, SentenceWords words, int first, int last, List<TokenRange> found)
    {
        if (program.IsAtStart)
        {
            (first, last) = (Math.Max(first, words.First), Math.Min(last, words.First));
        }

        var start = FindStart(program, words, first, last);
        if (start < 0)
        {
            return;
        }

        Reset(program, words);
        while (start >= 0)
        {
            var end = Run(program, words, start);
            if (end >= 0)
            {
                found.Add(new TokenRange(start, end));
            }

            start = FindStart(program, words, end >= 0 ? end : start + 1, last);
        }
    }

    /// <summary>The match from each token where there is one, overlapping or not, up to the token <paramref name="last"/>.</summary>
    public void FindOverlapping(PatternProgram program, SentenceWords words, int last, List<TokenRange> found)
    {
        var first = 0;
        if (program.IsAtStart)
        {
            (first, last) = (words.First, Math.Min(last, words.First));
        }

        var start = FindStart(program, words, first, last);
        if (start < 0)
        {
            return;
        }

        Reset(program, words);
        while (start >= 0 && _steps < MostSteps)
        {
            var end = Run(program, words, start);
            if (end >= 0)
            {
                found.Add(new TokenRange(start, end));
                Forget(program, words);
            }

            start = FindStart(program, words, start + 1, last);
        }
    }

    /// <summary>The first token from one to another with which a match may begin; -1 where there is none.</summary>
    private static int FindStart(PatternProgram program, SentenceWords words, int first, int last)
    {
        var filter = program.Start;
        for (var start = first; start <= last; start++)
        {
            if (filter is null || filter.LetsThrough(words, start))
            {
                return start;
            }
        }

        return -1;
    }

    private void Reset(PatternProgram program, SentenceWords words)
    {
        _steps = 0;
        Furthest = (0, 0);
        Forget(program, words);
    }

    private void Forget(PatternProgram program, SentenceWords words)
    {
        var needed = (int)((((long)program.Instructions.Length * (words.Count + 1)) + 63) / 64);
        if (_seen.Length < needed)
        {
            _seen = new ulong[needed * 2];
        }

        Array.Clear(_seen, 0, needed);
    }

    /// <summary>The end of the match that begins at <paramref name="start"/>; -1 where there is none.</summary>
    private int Run(PatternProgram program, SentenceWords words, int start)
    {
        var instructions = program.Instructions;
        var depth = 0;
        Push(ref depth, 0, start);
        while (depth > 0)
        {
            var (next, at) = ((int)(_stack[--depth] >> 32), (int)_stack[depth]);
            while (next >= 0)
            {
                _steps++;
                ref readonly var instruction = ref instructions[next];
                switch (instruction.Operation)
                {
                    case Operation.Match:
                        if (!program.IsAtEnd || at == words.Last)
                        {
                            return at;
                        }

                        next = -1;
                        break;
                    case Operation.Split when Visit(next, at, words.Count):
                        Push(ref depth, instruction.Other, at);
                        next = instruction.Next;
                        break;
                    case Operation.Split:
                        next = -1;
                        break;
                    case Operation.Jump:
                        next = instruction.Next;
                        break;
                    default:
                        next = instruction.Fits(words, at) ? instruction.Next : Fail(next, at);
                        at++;
                        break;
                }
            }
        }

        return -1;
    }

    private int Fail(int instruction, int at)
    {
        if (instruction > Furthest.Instruction)
        {
            Furthest = (instruction, at);
        }

        return -1;
    }

    /// <summary>False where this fork has been tried at this token before.</summary>
    private bool Visit(int instruction, int at, int count)
    {
        var bit = ((long)instruction * (count + 1)) + at;
        ref var word = ref _seen[bit >> 6];
        var mask = 1UL << (int)(bit & 63);
        if ((word & mask) != 0)
        {
            return false;
        }

        word |= mask;
        return true;
    }

    private void Push(ref int depth, int instruction, int at)
    {
        if (depth == _stack.Length)
        {
            Array.Resize(ref _stack, Math.Max(64, depth * 2));
        }

        _stack[depth++] = ((long)instruction << 32) | (uint)at;
    }
}
