using EcqAnalyzer.Engine.Yaml;

namespace EcqAnalyzer.Engine.Rules;

/// <summary>The lists that patterns of a pack may name: its own, and those that all packs share. A list is read when first
/// named, since lists may name each other.</summary>
public sealed class PatternLists
{
    private readonly Dictionary<string, Entry> _entries = [];
    private readonly PatternLists? _shared;
    private readonly Faults _faults;

    public PatternLists(Vocabulary vocabulary, Faults faults, PatternLists? shared = null) =>
        (Vocabulary, Words, _faults, _shared) = (vocabulary, shared?.Words ?? new WordReader(vocabulary), faults, shared);

    public Vocabulary Vocabulary { get; }

    /// <summary>One for all packs: what it has read once it knows.</summary>
    internal WordReader Words { get; }

    public IReadOnlyCollection<string> Names => [.. _entries.Keys, .. _shared?.Names ?? []];

    /// <summary>Takes the lists of a <c>lists:</c> map.</summary>
    public void Add(YamlKeys lists)
    {
        foreach (var entry in lists.Entries)
        {
            var entries = lists.FindScalars(entry.Key);
            if (!Kebab.IsId(entry.Key))
            {
                _faults.Add(RuleFaults.BadList, entry.Place, $"'{entry.Key}' is not a list's name: small letters, digits and hyphens");
            }
            else if (_shared?._entries.ContainsKey(entry.Key) == true)
            {
                _faults.Add(RuleFaults.BadList, entry.Place, $"'{entry.Key}' is a list of lists.yaml already; choose another name");
            }
            else if (entries.IsEmpty)
            {
                _faults.Add(RuleFaults.BadList, entry.Place, $"the list '{entry.Key}' is empty");
            }
            else
            {
                _entries[entry.Key] = new Entry(entry.Place, entries);
            }
        }
    }

    /// <summary>What the list matches, its longest entries first; null where there is no such list.</summary>
    public PatternNode? Find(string name)
    {
        if (!_entries.TryGetValue(name, out var entry))
        {
            return _shared?.Find(name);
        }

        if (entry.IsBeingRead)
        {
            throw new PatternFault(RuleFaults.BadList, 0, $"the list '{name}' names itself, directly or through others");
        }

        return entry.Node ??= Read(name, entry);
    }

    /// <summary>Reads every list, so that faults in one that nobody names are found too.</summary>
    public void ReadAll()
    {
        foreach (var (name, entry) in _entries)
        {
            entry.Node ??= Read(name, entry);
        }
    }

    private PatternNode Read(string name, Entry entry)
    {
        entry.IsBeingRead = true;
        var nodes = new List<PatternNode>();
        foreach (var written in entry.Written)
        {
            if (PatternParser.ParseEntry(written, this, _faults) is { } node)
            {
                if (node.Least == 0)
                {
                    _faults.Add(RuleFaults.EmptyPattern, written.Place, "this entry would match nothing at all");
                    continue;
                }

                nodes.Add(node);
            }
        }

        entry.IsBeingRead = false;
        return nodes.Count == 0
            ? new OneToken(new TokenTest([], IsNegated: false), $"${name}")
            : PatternShapes.Choose(LongestFirst(nodes), $"${name}");
    }

    /// <summary>By the fewest tokens they match; entries of equal length in the order of the file.</summary>
    private static List<PatternNode> LongestFirst(List<PatternNode> nodes)
    {
        var longest = 0;
        foreach (var node in nodes)
        {
            longest = Math.Max(longest, node.Least);
        }

        var sorted = new List<PatternNode>(nodes.Count);
        for (var length = longest; length > 0; length--)
        {
            foreach (var node in nodes)
            {
                if (node.Least == length)
                {
                    sorted.Add(node);
                }
            }
        }

        return sorted;
    }

    private sealed class Entry(YamlPlace place, System.Collections.Immutable.ImmutableArray<YamlScalar> written)
    {
        public YamlPlace Place { get; } = place;

        public System.Collections.Immutable.ImmutableArray<YamlScalar> Written { get; } = written;

        public bool IsBeingRead { get; set; }

        public PatternNode? Node { get; set; }
    }
}
