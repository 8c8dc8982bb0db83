namespace EcqAnalyzer.Engine.Rules;

/// <summary>
/// Tells which programs are worth running on a sentence: those whose rarest needed word stands in it, and whose other needs
/// it meets. So the cost of a sentence grows with the rules that speak of its words, not with all rules.
/// </summary>
internal sealed class RuleIndex
{
    private readonly int[][] _byWord;
    private readonly int[] _always;
    private readonly PatternProgram[] _programs;

    public RuleIndex(Vocabulary vocabulary, PatternProgram[] programs)
    {
        _programs = programs;
        var always = new List<int>();
        var byWord = new List<int>?[vocabulary.Count];
        for (var program = 0; program < programs.Length; program++)
        {
            if (FindKey(programs[program], vocabulary) is not { } key)
            {
                always.Add(program);
                continue;
            }

            foreach (var word in key.Words)
            {
                (byWord[word] ??= []).Add(program);
            }
        }

        _always = [.. always];
        _byWord = Array.ConvertAll(byWord, postings => postings?.ToArray() ?? []);
    }

    /// <summary>Adds the programs to try, each once, in no order that matters.</summary>
    public void FindCandidates(SentenceWords words, Scratch scratch)
    {
        scratch.Next();
        var (universal, penn) = (0UL, 0UL);
        for (var i = 0; i < words.Count; i++)
        {
            scratch.Words[words.Forms[i]] = scratch.Stamp;
            scratch.Words[words.Lemmas[i]] = scratch.Stamp;
            (universal, penn) = (universal | words.Universal[i], penn | words.Penn[i]);
        }

        for (var i = 0; i < words.Count; i++)
        {
            AddAll(words.Forms[i], universal, penn, scratch);
            AddAll(words.Lemmas[i], universal, penn, scratch);
        }

        foreach (var program in _always)
        {
            Add(program, universal, penn, scratch);
        }
    }

    private void AddAll(int word, ulong universal, ulong penn, Scratch scratch)
    {
        foreach (var program in _byWord[word])
        {
            Add(program, universal, penn, scratch);
        }
    }

    private void Add(int program, ulong universal, ulong penn, Scratch scratch)
    {
        if (scratch.Programs[program] == scratch.Stamp)
        {
            return;
        }

        scratch.Programs[program] = scratch.Stamp;
        foreach (var need in _programs[program].Needs)
        {
            if (((need.Universal & universal) | (need.Penn & penn)) == 0 && !HasAny(need, scratch))
            {
                return;
            }
        }

        scratch.Candidates.Add(program);
    }

    private static bool HasAny(Need need, Scratch scratch)
    {
        foreach (var word in need.Words)
        {
            if (scratch.Words[word] == scratch.Stamp)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The need with the rarest words; null where only tags are needed.</summary>
    private static Need? FindKey(PatternProgram program, Vocabulary vocabulary)
    {
        var (rarest, least) = ((Need?)null, int.MaxValue);
        foreach (var need in program.Needs)
        {
            if (!need.IsOfWords)
            {
                continue;
            }

            var cost = 0;
            foreach (var word in need.Words)
            {
                cost += Commonness(vocabulary[word]);
            }

            if (cost < least)
            {
                (rarest, least) = (need, cost);
            }
        }

        return rarest;
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

    /// <summary>Working memory for one thread.</summary>
    internal sealed class Scratch(int words, int programs)
    {
        public int Stamp { get; private set; }

        public int[] Words { get; } = new int[words];

        public int[] Programs { get; } = new int[programs];

        public List<int> Candidates { get; } = [];

        public void Next()
        {
            Stamp++;
            Candidates.Clear();
        }
    }
}
