using EcqAnalyzer.Engine.Language;

namespace EcqAnalyzer.Training;

/// <summary>Counts words with their tags and makes the tag set and the lexicon.</summary>
internal sealed class LexiconBuilder
{
    /// <summary>Rarer words are treated as unknown, in training too, so that their context and form learn to speak.</summary>
    private const int Known = 4;

    /// <summary>What words seen less often are says which tags rare words have.</summary>
    private const int Rare = 8;

    /// <summary>From here on only tags that were seen are tried.</summary>
    private const int Frequent = 20;

    /// <summary>A tag under this share of a word's uses is left out of what its neighbours see.</summary>
    private const double Visible = 0.04;

    private readonly Dictionary<ulong, Dictionary<byte, int>> _words = [];

    /// <summary>The pairs seen twice and more, those first that rare words have most.</summary>
    public static TagSet TagsOf(IReadOnlyCollection<TaggingSample> samples)
    {
        var counts = samples.SelectMany(sample => sample.Forms).CountBy(form => form.ToLowerInvariant()).ToDictionary();
        return new([.. samples
            .SelectMany(sample => sample.Forms.Zip(sample.Gold))
            .Where(word => word.Second.Pos is not null)
            .GroupBy(word => word.Second, word => counts[word.First.ToLowerInvariant()] < Rare)
            .Where(group => group.Count() > 1)
            .OrderByDescending(group => group.Count(isRare => isRare))
            .ThenByDescending(group => group.Count())
            .ThenBy(group => group.Key.Tag, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Pos, StringComparer.Ordinal)
            .Take(TagSet.MaxCount)
            .Select(group => new TagPair(group.Key.Pos ?? "X", group.Key.Tag))]);
    }

    public void Add(ReadOnlySpan<Word> words, byte[][] right)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (right[i].Length != 1)
                continue;
            if (!_words.TryGetValue(words[i].Lower, out var tags))
                _words.Add(words[i].Lower, tags = []);
            tags[right[i][0]] = tags.GetValueOrDefault(right[i][0]) + 1;
        }
    }

    public Lexicon Build()
    {
        var table = new List<WordClass> { new([], IsClosed: false, 0) };
        var ids = new Dictionary<string, ushort>();
        var entries = new List<KeyValuePair<ulong, ushort>>();
        foreach (var (word, tags) in _words.OrderBy(pair => pair.Key))
        {
            var total = tags.Values.Sum();
            if (total < Known)
                continue;
            var ordered = tags.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).ToList();
            var visible = ordered.Where(pair => pair.Value >= total * Visible).Select(pair => pair.Key).ToArray();
            var isClosed = total >= Frequent;
            var allowed = isClosed ? ordered.Select(pair => pair.Key).ToArray() : [];
            if (isClosed && ordered[0].Value >= total * 0.998 && total >= 50)
                allowed = [ordered[0].Key];
            var key = $"{isClosed}:{string.Join(',', visible)}:{string.Join(',', allowed)}";
            if (!ids.TryGetValue(key, out var id))
            {
                id = checked((ushort)table.Count);
                ids.Add(key, id);
                table.Add(new WordClass(allowed, isClosed, ContentOf(visible)));
            }

            entries.Add(new(word, id));
        }

        return Lexicon.Of(entries, [.. table]);
    }

    private static ulong ContentOf(byte[] visible)
    {
        var hash = Hash.Mix(visible[0] + 0x5EEDUL);
        foreach (var tag in visible.Skip(1).Order())
        {
            hash = Hash.Join(hash, tag + 1UL);
        }

        return hash;
    }
}
