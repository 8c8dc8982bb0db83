namespace EcqAnalyzer.Engine.Rules;

/// <summary>
/// Tells which programs are worth running on a sentence, and from which of its tokens. A way to match a program is looked at only
/// where a word of its anchor stands, the rarest of the tokens that it cannot do without; and it is tried only where the needs before and
/// behind the anchor may be met as far from it as the pattern lets them be, by the signs that <see cref="SentenceSigns"/>
/// keeps and by their tags. So what a sentence costs grows with the rules that speak of its words, at some two nanoseconds a rule,
/// and not with all rules. What is asked of most rules lies in one row, since many rules do not fit into a processor's cache.
/// </summary>
internal sealed class RuleIndex
{
    private readonly Anchor[] _anchors;

    /// <summary>By word: from where to where its anchors stand in <see cref="_glances"/>.</summary>
    private readonly int[] _starts;
    private readonly Glance[] _glances;

    /// <summary>Of ways that need no word.</summary>
    private readonly Glance[] _wordless;

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
                glances[count] = new Glance(count, way, neighbours);
                words[count] = way.Rarest < 0 ? [] : way.Needs[way.Rarest].Words;
                wordless += way.Rarest < 0 ? 1 : 0;
                foreach (var word in words[count])
                {
                    _starts[word]++;
                }

                count++;
            }
        }

        _wordless = new Glance[wordless];
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

        foreach (ref readonly var glance in _wordless.AsSpan())
        {
            ref readonly var anchor = ref _anchors[glance.Anchor];
            if (!anchor.IsAtStart)
            {
                scratch.Add(anchor.Program, 0, words.Count - 1);
            }
            else if (words.First < words.Count && glance.MayFit(words, words.First) && anchor.MayFit(words, words.First))
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
                _wordless[wordless++] = glances[anchor];
            }
        }

        return sorted;
    }

    /// <summary>What is asked first of an anchor: its own tag, and its most telling neighbour. Those of one word lie one behind the
    /// other in memory, and most rules that speak of a word are told from a sentence by this alone.</summary>
    private readonly struct Glance(int anchor, Way way, Neighbour[] neighbours)
    {
        private readonly ulong _tags = way.Rarest < 0 ? 0 : way.Needs[way.Rarest].WordTags;
        private readonly Neighbour _first = neighbours.Length > 0 ? neighbours[0] : default;
        private readonly bool _hasFirst = neighbours.Length > 0;

        public int Anchor { get; } = anchor;

        public bool MayFit(SentenceWords words, int at) =>
            (_tags == 0 || (words.Tags[at] & _tags) != 0) && (!_hasFirst || _first.MayStand(words, at));
    }

    /// <summary>Where a token of a program stands in a match, and what else is asked of its neighbours.</summary>
    private readonly struct Anchor
    {
        private readonly Reach _before;
        private readonly Neighbour _second;
        private readonly bool _hasSecond;

        /// <summary>All of them where there are more than two, which is seldom.</summary>
        private readonly Neighbour[]? _all;

        /// <param name="program">Whose way it is.</param>
        /// <param name="isAtStart">Whether its matches begin at the first word of the sentence.</param>
        /// <param name="way">Its rarest need is the anchor; where there is none, the first token of a match.</param>
        /// <param name="neighbours">The other needs, of which the first is asked before.</param>
        public Anchor(int program, bool isAtStart, Way way, Neighbour[] neighbours)
        {
            (Program, IsAtStart) = (program, isAtStart);
            _before = way.Rarest < 0 ? default : way.Needs[way.Rarest].Before;
            _hasSecond = neighbours.Length > 1;
            _second = _hasSecond ? neighbours[1] : default;
            _all = neighbours.Length > 2 ? neighbours : null;
        }

        public int Program { get; }

        public bool IsAtStart { get; }

        /// <summary>False where no match has its anchor at this token.</summary>
        public bool MayFit(SentenceWords words, int at)
        {
            if ((IsAtStart && (at - _before.Least < words.First || FirstStart(at) > words.First))
                || (_hasSecond && !_second.MayStand(words, at)))
            {
                return false;
            }

            for (var i = 2; i < _all?.Length; i++)
            {
                if (!_all[i].MayStand(words, at))
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
        private readonly Signs _signs;

        /// <summary>0 where any will do.</summary>
        private readonly ulong _tags;
        private readonly short _from;
        private readonly short _to;

        private Neighbour(Need need, Reach distance, bool isBehind)
        {
            (_signs, _tags) = (need.Signs, need.WordTags);
            var most = distance.Most == Reach.Far ? short.MaxValue : (short)distance.Most;
            (_from, _to) = isBehind ? ((short)distance.Least, most) : ((short)-most, (short)-distance.Least);
        }

        /// <summary>How much may meet it, roughly.</summary>
        private int Width => _signs.Count * (_to - _from + 1);

        public bool MayStand(SentenceWords words, int at) =>
            words.Signs.MayHold(_signs)
            && words.Signs.MayHold(at + _from, at + _to, _signs)
            && (_tags == 0 || StandsWithTag(words, Math.Max(0, at + _from), Math.Min(words.Count - 1, at + _to)));

        private bool StandsWithTag(SentenceWords words, int first, int last)
        {
            for (var at = first; at <= last; at++)
            {
                if ((words.Tags[at] & _tags) != 0 && words.Signs[at].Meet(_signs))
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
