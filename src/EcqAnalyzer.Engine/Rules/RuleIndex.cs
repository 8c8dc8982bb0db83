using System.Numerics;

namespace EcqAnalyzer.Engine.Rules;

/// <summary>
/// Tells which programs are worth running on a sentence: those whose needs it meets, in the order in which the pattern has
/// them. Programs share their needs (a list is one, however many patterns name it), so that each is looked at once a
/// sentence, as the set of tokens that meet it; and a program is looked at only where its rarest need is met. So the cost of
/// a sentence grows with the rules that speak of its words, not with all rules.
/// </summary>
internal sealed class RuleIndex
{
    /// <summary>Tokens from here on share a bit.</summary>
    private const int LastBit = 63;

    private readonly Need[] _needs;
    private readonly int[][] _needsByWord;
    private readonly int[][] _needsOf;
    private readonly int[][] _programsByKey;
    private readonly int[] _always;

    public RuleIndex(Vocabulary vocabulary, PatternProgram[] programs)
    {
        var table = new NeedTable();
        _needsOf = new int[programs.Length][];
        for (var program = 0; program < programs.Length; program++)
        {
            var needs = programs[program].Needs;
            _needsOf[program] = new int[needs.Length];
            for (var i = 0; i < needs.Length; i++)
            {
                _needsOf[program][i] = table.Add(needs[i]);
            }
        }

        _needs = table.ToArray();
        _needsByWord = ByWord(vocabulary.Count);
        var always = new List<int>();
        var byKey = new List<int>?[_needs.Length];
        var costs = Array.ConvertAll(_needs, need => CostOf(need, vocabulary));
        for (var program = 0; program < programs.Length; program++)
        {
            if (FindKey(_needsOf[program], costs) is { } key)
            {
                (byKey[key] ??= []).Add(program);
            }
            else
            {
                always.Add(program);
            }
        }

        _always = [.. always];
        _programsByKey = Array.ConvertAll(byKey, of => of?.ToArray() ?? []);
    }

    /// <summary>How many different needs there are.</summary>
    public int Needs => _needs.Length;

    /// <summary>Adds the programs to try, each once, in no order that matters.</summary>
    public void FindCandidates(SentenceWords words, Scratch scratch)
    {
        scratch.Next();
        for (var i = 0; i < words.Count; i++)
        {
            var bit = 1UL << Math.Min(i, LastBit);
            scratch.MarkTags(words.Universal[i], words.Penn[i], bit);
            foreach (var need in _needsByWord[words.Forms[i]])
            {
                scratch.Mark(need, bit);
            }

            if (words.Lemmas[i] != words.Forms[i])
            {
                foreach (var need in _needsByWord[words.Lemmas[i]])
                {
                    scratch.Mark(need, bit);
                }
            }
        }

        foreach (var key in scratch.Marked)
        {
            foreach (var program in _programsByKey[key])
            {
                Add(program, scratch);
            }
        }

        foreach (var program in _always)
        {
            Add(program, scratch);
        }
    }

    /// <summary>Adds the program where each need is met behind the one before.</summary>
    private void Add(int program, Scratch scratch)
    {
        var open = ulong.MaxValue;
        foreach (var need in _needsOf[program])
        {
            var met = scratch.TokensOf(need, _needs[need]) & open;
            if (met == 0)
            {
                return;
            }

            var first = BitOperations.TrailingZeroCount(met);
            open = first == LastBit ? 1UL << LastBit : ulong.MaxValue << (first + 1);
            open |= 1UL << LastBit;
        }

        scratch.Candidates.Add(program);
    }

    private int[][] ByWord(int words)
    {
        var byWord = new List<int>?[words];
        for (var need = 0; need < _needs.Length; need++)
        {
            foreach (var word in _needs[need].Words)
            {
                (byWord[word] ??= []).Add(need);
            }
        }

        return Array.ConvertAll(byWord, of => of?.ToArray() ?? []);
    }

    /// <summary>The need with the rarest words; null where only tags are needed.</summary>
    private static int? FindKey(int[] needs, int[] costs)
    {
        var (rarest, least) = ((int?)null, int.MaxValue);
        foreach (var need in needs)
        {
            if (costs[need] < least)
            {
                (rarest, least) = (need, costs[need]);
            }
        }

        return rarest;
    }

    private static int CostOf(Need need, Vocabulary vocabulary)
    {
        if (!need.IsOfWords)
        {
            return int.MaxValue;
        }

        var cost = 0;
        foreach (var word in need.Words)
        {
            cost += Commonness(vocabulary[word]);
        }

        return cost;
    }

    /// <summary>Short words are common words: near enough to choose the better of two keys, and needs no table.</summary>
    private static int Commonness(string word) => word.Length switch
    {
        <= 2 => 40,
        3 => 12,
        4 => 4,
        5 => 2,
        _ => 1,
    };

    /// <summary>Working memory for one thread: for each need the tokens of the sentence that meet it, as bits.</summary>
    internal sealed class Scratch(int needs)
    {
        private const int UniversalTags = 64;

        private readonly ulong[] _tokens = new ulong[needs];
        private readonly int[] _stamps = new int[needs];
        private readonly ulong[] _byTag = new ulong[UniversalTags + 64];
        private int _stamp;

        /// <summary>Needs that some word of the sentence meets.</summary>
        public List<int> Marked { get; } = [];

        public List<int> Candidates { get; } = [];

        public void Next()
        {
            Candidates.Clear();
            Marked.Clear();
            Array.Clear(_byTag);
            _stamp++;
        }

        public void Mark(int need, ulong token)
        {
            if (_stamps[need] != _stamp)
            {
                (_stamps[need], _tokens[need]) = (_stamp, 0);
                Marked.Add(need);
            }

            _tokens[need] |= token;
        }

        public void MarkTags(ulong universal, ulong penn, ulong token)
        {
            for (; universal != 0; universal &= universal - 1)
            {
                _byTag[BitOperations.TrailingZeroCount(universal)] |= token;
            }

            for (; penn != 0; penn &= penn - 1)
            {
                _byTag[UniversalTags + BitOperations.TrailingZeroCount(penn)] |= token;
            }
        }

        public ulong TokensOf(int number, Need need)
        {
            var tokens = _stamps[number] == _stamp ? _tokens[number] : 0;
            for (var universal = need.Universal; universal != 0; universal &= universal - 1)
            {
                tokens |= _byTag[BitOperations.TrailingZeroCount(universal)];
            }

            for (var penn = need.Penn; penn != 0; penn &= penn - 1)
            {
                tokens |= _byTag[UniversalTags + BitOperations.TrailingZeroCount(penn)];
            }

            return tokens;
        }
    }

    /// <summary>Needs, each once.</summary>
    private sealed class NeedTable : IEqualityComparer<Need>
    {
        private readonly Dictionary<Need, int> _numbers;
        private readonly List<Need> _needs = [];

        public NeedTable() => _numbers = new Dictionary<Need, int>(this);

        public Need[] ToArray() => _needs.ToArray();

        public int Add(Need need)
        {
            if (!_numbers.TryGetValue(need, out var number))
            {
                _numbers.Add(need, number = _needs.Count);
                _needs.Add(need);
            }

            return number;
        }

        bool IEqualityComparer<Need>.Equals(Need? left, Need? right)
        {
            if (left is null || right is null || left.Universal != right.Universal || left.Penn != right.Penn
                || left.Words.Length != right.Words.Length)
            {
                return false;
            }

            for (var i = 0; i < left.Words.Length; i++)
            {
                if (left.Words[i] != right.Words[i])
                {
                    return false;
                }
            }

            return true;
        }

        int IEqualityComparer<Need>.GetHashCode(Need need)
        {
            var hash = (int)(need.Universal ^ (need.Penn << 7)) * 31;
            hash = (hash * 31) + need.Words.Length;
            return need.Words.Length == 0 ? hash : (((hash * 31) + need.Words[0]) * 31) + need.Words[^1];
        }
    }
}
