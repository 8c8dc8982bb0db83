namespace EcqAnalyzer.Engine.Rules;

/// <summary>Tells cheaply of most tokens that no match of a program begins with them. It looks at the tests that a match's first
/// token may pass, all of them as one: their words and their tags as bits; a word that also needs a tag counts by itself,
/// so that a token it lets through may still fail.</summary>
internal sealed class StartFilter
{
    private readonly ulong[] _words = [];
    private readonly Signs _signs;
    private readonly ulong _tags;

    private StartFilter(List<TokenTest> tests)
    {
        var most = 0;
        foreach (var test in tests)
        {
            foreach (var condition in test.AnyOf)
            {
                most = condition.Words.Length > 0 ? Math.Max(most, condition.Words[^1]) : most;
            }
        }

        _words = new ulong[(most >> 6) + 1];
        foreach (var test in tests)
        {
            foreach (var condition in test.AnyOf)
            {
                if (condition.Match == WordMatch.Any)
                {
                    _tags |= condition.Tags;
                }

                _signs = _signs.And(condition.Signs);
                foreach (var word in condition.Words)
                {
                    _words[word >> 6] |= 1UL << (word & 63);
                }
            }
        }
    }

    /// <summary>Null where a match may begin with any token.</summary>
    public static StartFilter? Of(Instruction[] instructions)
    {
        var (tests, open, seen) = (new List<TokenTest>(), new List<int> { 0 }, new bool[instructions.Length]);
        while (open.Count > 0)
        {
            var next = open[^1];
            open.RemoveAt(open.Count - 1);
            if (seen[next])
            {
                continue;
            }

            seen[next] = true;
            var instruction = instructions[next];
            switch (instruction.Operation)
            {
                case Operation.Split:
                    open.Add(instruction.Other);
                    open.Add(instruction.Next);
                    break;
                case Operation.Jump:
                    open.Add(instruction.Next);
                    break;
                case Operation.Token when instruction.Token is { Test.IsNegated: false } token && CanTell(token.Test):
                    tests.Add(token.Test);
                    break;
                default:
                    return null;
            }
        }

        return new StartFilter(tests);
    }

    public bool LetsThrough(SentenceWords words, int at) =>
        (words.Tags[at] & _tags) != 0
        || (words.Signs[at].Meet(_signs) && (Has(words.Forms[at]) || Has(words.Lemmas[at])));

    /// <summary>A condition with neither word nor tag fits every token.</summary>
    private static bool CanTell(TokenTest test)
    {
        foreach (var condition in test.AnyOf)
        {
            if (condition.Words.Length == 0 && !condition.HasTag)
            {
                return false;
            }
        }

        return true;
    }

    private bool Has(int word) => word >> 6 < _words.Length && (_words[word >> 6] >> (word & 63) & 1) != 0;
}
