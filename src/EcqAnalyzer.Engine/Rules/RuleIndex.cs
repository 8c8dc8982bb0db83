namespace EcqAnalyzer.Engine.Rules;

/// <summary>
/// Tells which programs are worth running on a sentence, and from which of its tokens. A way to match a program is looked at only
/// where a word of its anchor stands, the rarest of the tokens that it cannot do without; and it is tried only where the needs before and
/// behind the anchor may be met as far from it as the pattern lets them be, by the signs that <see cref="SentenceSigns"/>
/// keeps. So what a sentence costs grows with the rules that speak of its words, at some two nanoseconds a rule, and not with
/// all rules.
/// </summary>
internal sealed class RuleIndex
{
    private readonly Anchor[] _anchors;

    /// <summary>By word: from where to where its anchors stand in <see cref="_anchored"/>.</summary>
    private readonly int[] _starts;
    private readonly int[] _anchored;

    /// <summary>Anchors of ways that need no word.</summary>
    private readonly int[] _wordless;

    public RuleIndex(Vocabulary vocabulary, PatternProgram[] programs)
    {
        _starts = new int[vocabulary.Count + 1];
        var (count, wordless) = (0, new List<int>());
        foreach (var program in programs)
        {
            count += program.Ways.Length;
        }

        _anchors = new Anchor[count];
        var words = new int[count][];
        count = 0;
        for (var program = 0; program < programs.Length; program++)
        {
            foreach (var way in programs[program].Ways)
            {
                _anchors[count] = new Anchor(program, programs[program].Pattern.IsAtStart, way);
                words[count] = way.Rarest < 0 ? [] : way.Needs[way.Rarest].Words;
                foreach (var word in words[count])
                {
                    _starts[word]++;
                }

                if (way.Rarest < 0)
                {
                    wordless.Add(count);
                }

                count++;
            }
        }

        _wordless = wordless.ToArray();
        _anchored = Sort(words);
    }

    /// <summary>Adds the programs to try, each once, in no order that matters.</summary>
    public void FindCandidates(SentenceWords words, Scratch scratch)
    {
        scratch.Next();
        for (var at = 0; at < words.Count; at++)
        {
            FindFrom(words.Forms[at], at, words, scratch);
            if (words.Lemmas[at] != words.Forms[at])
            {
                FindFrom(words.Lemmas[at], at, words, scratch);
            }
        }

        foreach (var number in _wordless)
        {
            ref readonly var anchor = ref _anchors[number];
            if (!anchor.IsAtStart)
            {
                scratch.Add(anchor.Program, 0, words.Count - 1);
            }
            else if (words.First < words.Count && anchor.MayFit(words, words.First))
            {
                scratch.Add(anchor.Program, words.First, words.First);
            }
        }
    }

    private void FindFrom(int word, int at, SentenceWords words, Scratch scratch)
    {
        for (var i = _starts[word]; i < _starts[word + 1]; i++)
        {
            ref readonly var anchor = ref _anchors[_anchored[i]];
            if (anchor.MayFit(words, at))
            {
                scratch.Add(anchor.Program, anchor.FirstStart(at), anchor.LastStart(at));
            }
        }
    }

    /// <summary>Counts become places, and the anchors of each word go to theirs.</summary>
    private int[] Sort(int[][] words)
    {
        var sum = 0;
        for (var word = 0; word < _starts.Length; word++)
        {
            (_starts[word], sum) = (sum, sum + _starts[word]);
        }

        var (sorted, next) = (new int[sum], (int[])_starts.Clone());
        for (var anchor = 0; anchor < words.Length; anchor++)
        {
            foreach (var word in words[anchor])
            {
                sorted[next[word]++] = anchor;
            }
        }

        return sorted;
    }

    /// <summary>Where a token of a program stands in a match, and what must be before and behind it, and how far away.</summary>
    private readonly struct Anchor
    {
        private readonly Reach _before;
        private readonly Neighbour _earlier;
        private readonly Neighbour _later;

        /// <summary>Needs beyond those, nearest first; for most ways there is none.</summary>
        private readonly Neighbour[] _others;

        /// <param name="program">Whose way it is.</param>
        /// <param name="isAtStart">Whether its matches begin at the first word of the sentence.</param>
        /// <param name="way">Its rarest need is the anchor; where there is none, the first token of a match.</param>
        public Anchor(int program, bool isAtStart, Way way)
        {
            (Program, IsAtStart) = (program, isAtStart);
            var (needs, key) = (way.Needs, way.Rarest);
            _before = key < 0 ? default : needs[key].Before;
            _earlier = key > 0 ? new Neighbour(needs[key - 1], needs[key].Since, isBehind: false) : default;
            _later = key + 1 < needs.Length ? new Neighbour(needs[key + 1], needs[key + 1].Since, isBehind: true) : default;
            _others = FindOthers(needs, key);
        }

        public int Program { get; }

        public bool IsAtStart { get; }

        /// <summary>False where no match has its anchor at this token.</summary>
        public bool MayFit(SentenceWords words, int at)
        {
            if (IsAtStart && (at - _before.Least < words.First || FirstStart(at) > words.First))
            {
                return false;
            }

            if ((_later.IsNeeded && !_later.MayStand(words, at)) || (_earlier.IsNeeded && !_earlier.MayStand(words, at)))
            {
                return false;
            }

            foreach (var other in _others)
            {
                if (!other.MayStand(words, at))
                {
                    return false;
                }
            }

            return true;
        }

        private static Neighbour[] FindOthers(Need[] needs, int key)
        {
            var others = new Neighbour[Math.Max(0, needs.Length - key - 2) + Math.Max(0, key - 1)];
            var (count, distance) = (0, key + 1 < needs.Length ? needs[key + 1].Since : default);
            for (var i = key + 2; i < needs.Length; i++)
            {
                distance = distance.And(needs[i].Since);
                others[count++] = new Neighbour(needs[i], distance, isBehind: true);
            }

            distance = key > 0 ? needs[key].Since : default;
            for (var i = key - 2; i >= 0; i--)
            {
                distance = distance.And(needs[i + 1].Since);
                others[count++] = new Neighbour(needs[i], distance, isBehind: false);
            }

            return others;
        }

        /// <summary>Where a match whose anchor is this token can begin at the earliest.</summary>
        public int FirstStart(int at) => _before.Most == Reach.Far ? 0 : Math.Max(0, at - _before.Most);

        public int LastStart(int at) => at - _before.Least;
    }

    /// <summary>A need that stands some tokens behind the anchor, or before it.</summary>
    private readonly struct Neighbour
    {
        private readonly Signs _signs;
        private readonly int _from;
        private readonly int _to;

        public Neighbour(Need need, Reach distance, bool isBehind)
        {
            (IsNeeded, _signs) = (true, need.Signs);
            var most = distance.Most == Reach.Far ? int.MaxValue / 2 : distance.Most;
            (_from, _to) = isBehind ? (distance.Least, most) : (-most, -distance.Least);
        }

        public bool IsNeeded { get; }

        public bool MayStand(SentenceWords words, int at) => words.Signs.MayHold(at + _from, at + _to, _signs);
    }

    /// <summary>Working memory for one thread: the programs to try on a sentence, and between which tokens their matches
    /// begin.</summary>
    internal sealed class Scratch(int programs)
    {
        private readonly int[] _stamps = new int[programs];
        private readonly int[] _first = new int[programs];
        private readonly int[] _last = new int[programs];
        private int _stamp;

        public List<int> Candidates { get; } = [];

        public int FirstStart(int program) => _first[program];

        public int LastStart(int program) => _last[program];

        public void Next()
        {
            Candidates.Clear();
            _stamp++;
        }

        public void Add(int program, int first, int last)
        {
            if (_stamps[program] != _stamp)
            {
                (_stamps[program], _first[program], _last[program]) = (_stamp, first, last);
                Candidates.Add(program);
                return;
            }

            _first[program] = Math.Min(_first[program], first);
            _last[program] = Math.Max(_last[program], last);
        }
    }
}
