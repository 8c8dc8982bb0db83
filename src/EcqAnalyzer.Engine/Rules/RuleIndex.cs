using System.Runtime.InteropServices;

namespace EcqAnalyzer.Engine.Rules;

/// <summary>
/// Tells which programs are worth running on a sentence, and from which of its tokens. A way to match a program is looked at only
/// where a word of its anchor stands, the rarest of the tokens that it cannot do without; and it is tried only where every other
/// need is met as far from the anchor as the pattern lets it be. Nearly all ways fail by the most telling of these: what is asked
/// about it lies in the order of asking, since the needs of many rules do not fit into a processor's cache.
/// </summary>
internal sealed class RuleIndex
{
    private readonly Anchor[] _anchors;

    /// <summary>By word: from where to where its anchors stand in <see cref="_rows"/>.</summary>
    private readonly int[] _starts;
    private readonly Row[] _rows;

    /// <summary>Those of each anchor one behind the other, the most telling first.</summary>
    private readonly Neighbour[] _neighbours;

    /// <summary>The words and tags of neighbours, as <see cref="WordPlaces"/> has them: first the rows', in their order.</summary>
    private readonly int[] _entries;

    /// <summary>The anchors of ways that need no word.</summary>
    private readonly int[] _wordless;

    public RuleIndex(Vocabulary vocabulary, PatternProgram[] programs)
    {
        var ways = new List<Way>();
        var programOf = new List<int>();
        for (var program = 0; program < programs.Length; program++)
        {
            foreach (var way in programs[program].Ways)
            {
                ways.Add(way);
                programOf.Add(program);
            }
        }

        _starts = new int[vocabulary.Count + 1];
        var (needs, entries, count, bySize) = (new NeighbourNeed[ways.Count][], new List<int>(), 0, new List<int>());
        for (var way = 0; way < needs.Length; way++)
        {
            needs[way] = NeighbourNeed.Of(ways[way]);
            count += needs[way].Length;
            bySize.Add(way);
        }

        // Loops that are as long as the last are guessed right by a processor.
        int SizeOf(int way) => needs[way] is [var telling, ..] ? telling.Size : 0;
        bySize.Sort((one, other) => SizeOf(one) != SizeOf(other) ? SizeOf(one) - SizeOf(other) : one - other);
        var order = Sort(ways, bySize, _starts);

        _rows = new Row[order.Length];
        for (var row = 0; row < order.Length; row++)
        {
            _rows[row] = new Row(order[row], new Neighbour(needs[order[row]][0], entries));
        }

        (_anchors, _neighbours, count) = (new Anchor[ways.Count], new Neighbour[count], 0);
        var wordless = new List<int>();
        for (var way = 0; way < needs.Length; way++)
        {
            _anchors[way] = new Anchor(programOf[way], programs[programOf[way]].IsAtStart, ways[way], count, needs[way].Length);
            foreach (var need in needs[way])
            {
                _neighbours[count++] = new Neighbour(need, entries);
            }

            if (ways[way].Rarest < 0)
            {
                wordless.Add(way);
            }
        }

        (_entries, _wordless) = (entries.ToArray(), wordless.ToArray());
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
            else if (words.First < words.Count && MayFit(anchor, words, words.First))
            {
                scratch.Add(anchor.Program, words.First, words.First);
            }
        }
    }

    private void FindFrom(int word, int at, SentenceWords words, Scratch scratch)
    {
        for (var i = _starts[word]; i < _starts[word + 1]; i++)
        {
            ref readonly var row = ref _rows[i];
            if (!Stands(row.Telling, words.Places, at))
            {
                continue;
            }

            ref readonly var anchor = ref _anchors[row.Anchor];
            if (MayFit(anchor, words, at))
            {
                scratch.Add(anchor.Program, anchor.FirstStart(at), anchor.LastStart(at));
            }
        }
    }

    /// <summary>False where no match has its anchor at this token.</summary>
    private bool MayFit(in Anchor anchor, SentenceWords words, int at)
    {
        if (!anchor.MayStand(words, at))
        {
            return false;
        }

        foreach (ref readonly var neighbour in _neighbours.AsSpan(anchor.Neighbours, anchor.NeighbourCount))
        {
            if (!Stands(neighbour, words.Places, at))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a neighbour is there where the anchor is this token. Most have no word in the sentence at all.</summary>
    private bool Stands(in Neighbour neighbour, WordPlaces places, int anchor)
    {
        var tokens = places.Of(_entries.AsSpan(neighbour.Entries, neighbour.Count));
        if (tokens == 0 || (tokens &= places.Between(anchor + neighbour.From, anchor + neighbour.To)) == 0)
        {
            return false;
        }

        return neighbour.TagCount == 0 || (tokens & places.Of(_entries.AsSpan(neighbour.Entries + neighbour.Count, neighbour.TagCount))) != 0;
    }

    /// <summary>The ways in the order of the words of their anchors, those of one word by size. Starts become those of each word's.</summary>
    private static int[] Sort(List<Way> ways, List<int> bySize, int[] starts)
    {
        foreach (var way in ways)
        {
            foreach (var word in way.AnchorWords)
            {
                starts[word]++;
            }
        }

        var sum = 0;
        for (var word = 0; word < starts.Length; word++)
        {
            (starts[word], sum) = (sum, sum + starts[word]);
        }

        var (order, next) = (new int[sum], (int[])starts.Clone());
        foreach (var way in bySize)
        {
            foreach (var word in ways[way].AnchorWords)
            {
                order[next[word]++] = way;
            }
        }

        return order;
    }

    /// <summary>An anchor of a word, and its most telling neighbour.</summary>
    private readonly struct Row(int anchor, Neighbour telling)
    {
        public readonly int Anchor = anchor;
        public readonly Neighbour Telling = telling;
    }

    /// <summary>Where a token of a program stands in a match: its way's rarest need, or, where none is of words, the first token of a
    /// match.</summary>
    private readonly struct Anchor(int program, bool isAtStart, Way way, int neighbours, int neighbourCount)
    {
        private readonly Reach _before = way.Rarest < 0 ? default : way.Needs[way.Rarest].Before;

        /// <summary>0 where any will do.</summary>
        private readonly ulong _tags = way.Rarest < 0 ? 0 : way.Needs[way.Rarest].WordTags;

        public int Program { get; } = program;

        /// <summary>Whether matches begin at the first word of the sentence.</summary>
        public bool IsAtStart { get; } = isAtStart;

        public int Neighbours { get; } = neighbours;

        public int NeighbourCount { get; } = neighbourCount;

        /// <summary>False where no match has its anchor at this token, whatever its neighbours.</summary>
        public bool MayStand(SentenceWords words, int at) =>
            (!IsAtStart || (at - _before.Least >= words.First && FirstStart(at) <= words.First))
            && (_tags == 0 || (words.Tags[at] & _tags) != 0);

        /// <summary>Where a match whose anchor is this token can begin at the earliest.</summary>
        public int FirstStart(int at) => _before.Most == Reach.Far ? 0 : Math.Max(0, at - _before.Most);

        public int LastStart(int at) => at - _before.Least;
    }

    /// <summary>A need that stands some tokens behind the anchor, or before it, with its words and tags, and behind these
    /// the tags of which it must have one besides.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly struct Neighbour
    {
        public readonly short From;
        public readonly short To;
        public readonly int Entries;
        public readonly int Count;
        public readonly int TagCount;

        public Neighbour(NeighbourNeed from, List<int> entries)
        {
            (From, To, Entries) = (from.From, from.To, entries.Count);
            foreach (var word in from.Need.Words)
            {
                entries.Add(WordPlaces.OfWord(word));
            }

            AddTags(from.Need.Tags, entries);
            Count = entries.Count - Entries;
            AddTags(from.Need.WordTags, entries);
            TagCount = entries.Count - Entries - Count;
        }

        private static void AddTags(ulong tags, List<int> entries)
        {
            for (var place = 1; tags != 0; place++, tags >>= 1)
            {
                if ((tags & 1) != 0)
                {
                    entries.Add(place);
                }
            }
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
