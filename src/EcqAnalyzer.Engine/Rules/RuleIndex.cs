namespace EcqAnalyzer.Engine.Rules;

/// <summary>
/// Tells which programs are worth running on a sentence, and from which of its tokens. A way to match a program is looked at only
/// where a word of its anchor stands, the rarest of the tokens that it cannot do without; and it is tried only where every other
/// need is met as far from the anchor as the pattern lets it be. What is asked of most rules lies in one row, since many
/// rules do not fit into a processor's cache.
/// </summary>
internal sealed class RuleIndex
{
    private readonly Anchor[] _anchors;

    /// <summary>By word: from where to where its anchors stand in <see cref="_glances"/>.</summary>
    private readonly int[] _starts;
    private readonly Glance[] _glances;

    /// <summary>The anchors of ways that need no word.</summary>
    private readonly int[] _wordless;

    public RuleIndex(Vocabulary vocabulary, PatternProgram[] programs)
    {
        _starts = new int[vocabulary.Count + 1];
        var count = 0;
        foreach (var program in programs)
        {
            count += program.Ways.Length;
        }

        _anchors = new Anchor[count];
        var (glances, words, wordless) = (new Glance[count], new int[count][], 0);
        count = 0;
        for (var program = 0; program < programs.Length; program++)
        {
            foreach (var way in programs[program].Ways)
            {
                var neighbours = Neighbour.Of(way);
                _anchors[count] = new Anchor(program, programs[program].Pattern.IsAtStart, way, neighbours);
                glances[count] = new Glance(count, neighbours);
                words[count] = way.Rarest < 0 ? [] : way.Needs[way.Rarest].Words;
                wordless += way.Rarest < 0 ? 1 : 0;
                foreach (var word in words[count])
                {
                    _starts[word]++;
                }

                count++;
            }
        }

        _wordless = new int[wordless];
        _glances = Sort(glances, words);
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
            ref readonly var glance = ref _glances[i];
            if (!glance.MayFit(words, at))
            {
                continue;
            }

            ref readonly var anchor = ref _anchors[glance.Anchor];
            if (anchor.MayFit(words, at))
            {
                scratch.Add(anchor.Program, anchor.FirstStart(at), anchor.LastStart(at));
            }
        }
    }

    /// <summary>Counts become places, and what is asked first of the anchors of each word goes to theirs.</summary>
    private Glance[] Sort(Glance[] glances, int[][] words)
    {
        var (sum, wordless) = (0, 0);
        for (var word = 0; word < _starts.Length; word++)
        {
            (_starts[word], sum) = (sum, sum + _starts[word]);
        }

        var (sorted, next) = (new Glance[sum], (int[])_starts.Clone());
        for (var anchor = 0; anchor < words.Length; anchor++)
        {
            foreach (var word in words[anchor])
            {
                sorted[next[word]++] = glances[anchor];
            }

            if (words[anchor].Length == 0)
            {
                _wordless[wordless++] = anchor;
            }
        }

        return sorted;
    }

    /// <summary>What is asked first of an anchor: whether its most telling neighbour may stand near, by signs alone. Those of one
    /// word lie one behind the other in memory, as small as can be, and most rules that speak of a word are told from a sentence
    /// by this.</summary>
    private readonly struct Glance(int anchor, Neighbour[] neighbours)
    {
        private readonly Signs _signs = neighbours.Length > 0 ? neighbours[0].Signs : Signs.All;
        private readonly short _from = neighbours.Length > 0 ? neighbours[0].From : (short)0;
        private readonly short _to = neighbours.Length > 0 ? neighbours[0].To : (short)0;

        public int Anchor { get; } = anchor;

        public bool MayFit(SentenceWords words, int at) => words.Signs.MayHold(_signs) && words.Signs.MayHold(at + _from, at + _to, _signs);
    }

    /// <summary>Where a token of a program stands in a match, and what else is asked of its neighbours.</summary>
    private readonly struct Anchor
    {
        private readonly Reach _before;

        /// <summary>0 where any will do.</summary>
        private readonly ulong _tags;
        private readonly Neighbour[] _neighbours;

        /// <param name="program">Whose way it is.</param>
        /// <param name="isAtStart">Whether its matches begin at the first word of the sentence.</param>
        /// <param name="way">Its rarest need is the anchor; where there is none, the first token of a match.</param>
        /// <param name="neighbours">The other needs.</param>
        public Anchor(int program, bool isAtStart, Way way, Neighbour[] neighbours)
        {
            (Program, IsAtStart) = (program, isAtStart);
            (_before, _tags) = way.Rarest < 0 ? (default, 0) : (way.Needs[way.Rarest].Before, way.Needs[way.Rarest].WordTags);
            _neighbours = neighbours;
        }

        public int Program { get; }

        public bool IsAtStart { get; }

        /// <summary>False where no match has its anchor at this token.</summary>
        public bool MayFit(SentenceWords words, int at)
        {
            if ((IsAtStart && (at - _before.Least < words.First || FirstStart(at) > words.First))
                || (_tags != 0 && (words.Tags[at] & _tags) == 0))
            {
                return false;
            }

            foreach (ref readonly var neighbour in _neighbours.AsSpan())
            {
                if (!neighbour.Stands(words, at))
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>Where a match whose anchor is this token can begin at the earliest.</summary>
        public int FirstStart(int at) => _before.Most == Reach.Far ? 0 : Math.Max(0, at - _before.Most);

        public int LastStart(int at) => at - _before.Least;
    }

    /// <summary>A need that stands some tokens behind the anchor, or before it.</summary>
    private readonly struct Neighbour
    {
        private readonly Need _need;

        private Neighbour(Need need, Reach distance, bool isBehind)
        {
            (Signs, _need) = (need.Signs, need);
            var most = distance.Most == Reach.Far ? short.MaxValue : (short)distance.Most;
            (From, To) = isBehind ? ((short)distance.Least, most) : ((short)-most, (short)-distance.Least);
        }

        /// <summary>Those of the need, to tell most tokens without looking it up.</summary>
        public Signs Signs { get; }

        /// <summary>Behind the anchor; below 0 before it.</summary>
        public short From { get; }

        public short To { get; }

        /// <summary>How much may meet it, roughly.</summary>
        private int Width => Signs.Count * (To - From + 1);

        public bool Stands(SentenceWords words, int anchor)
        {
            if (!words.Signs.MayHold(anchor + From, anchor + To, Signs))
            {
                return false;
            }

            var last = Math.Min(words.Count - 1, anchor + To);
            for (var at = Math.Max(0, anchor + From); at <= last; at++)
            {
                if (words.Signs[at].Meet(Signs) && _need.IsMetBy(words, at))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>The needs of a way beside its anchor, the most telling first.</summary>
        public static Neighbour[] Of(Way way)
        {
            var (needs, key) = (way.Needs, way.Rarest);
            var neighbours = new Neighbour[key < 0 ? needs.Length : needs.Length - 1];
            var (count, distance) = (0, default(Reach));
            for (var i = key + 1; i < needs.Length; i++)
            {
                distance = distance.And(needs[i].Since);
                neighbours[count++] = new Neighbour(needs[i], distance, isBehind: true);
            }

            distance = default;
            for (var i = key - 1; i >= 0; i--)
            {
                distance = distance.And(needs[i + 1].Since);
                neighbours[count++] = new Neighbour(needs[i], distance, isBehind: false);
            }

            var telling = 0;
            for (var i = 1; i < count; i++)
            {
                telling = neighbours[i].Width < neighbours[telling].Width ? i : telling;
            }

            if (telling > 0)
            {
                (neighbours[0], neighbours[telling]) = (neighbours[telling], neighbours[0]);
            }

            return neighbours;
        }
    }

    /// <summary>Working memory for one thread: the programs to try on a sentence, and between which tokens their matches
    /// begin.</summary>
    internal sealed class Scratch(int programs)
    {
        private readonly Place[] _places = new Place[programs];
        private int _stamp;

        public List<int> Candidates { get; } = [];

        public int FirstStart(int program) => _places[program].First;

        public int LastStart(int program) => _places[program].Last;

        public void Next()
        {
            Candidates.Clear();
            _stamp++;
        }

        public void Add(int program, int first, int last)
        {
            ref var place = ref _places[program];
            if (place.Stamp != _stamp)
            {
                place = new Place(_stamp, first, last);
                Candidates.Add(program);
                return;
            }

            place = new Place(_stamp, Math.Min(place.First, first), Math.Max(place.Last, last));
        }

        /// <summary>Of the sentence that the stamp counts.</summary>
        private readonly record struct Place(int Stamp, int First, int Last);
    }
}
