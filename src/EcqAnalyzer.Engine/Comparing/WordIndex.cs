namespace EcqAnalyzer.Engine.Comparing;

/// <summary>Where each word stands, for the few sentences that share most words with another without looking at all of
/// them. Words that stand in many sentences pick out none and are left out.</summary>
internal sealed class WordIndex
{
    private readonly Dictionary<string, List<int>> _places = new(StringComparer.Ordinal);
    private readonly int _mostPlaces;

    private WordIndex(int mostPlaces) => _mostPlaces = mostPlaces;

    public static WordIndex Of(ComparedSentence[] sentences, IEnumerable<int> among, int mostPlaces)
    {
        var index = new WordIndex(mostPlaces);
        foreach (var i in among)
        {
            foreach (var word in sentences[i].Words)
            {
                if (!index._places.TryGetValue(word.Lower, out var places))
                {
                    index._places.Add(word.Lower, places = []);
                }

                if (places.Count <= mostPlaces && (places.Count == 0 || places[^1] != i))
                {
                    places.Add(i);
                }
            }
        }

        return index;
    }

    /// <summary>The sentences that share most with this one by weight of words, at most so many; of equals the first.</summary>
    public IEnumerable<int> FindLikest(ComparedSentence sentence, int most)
    {
        var shared = new Dictionary<int, double>();
        foreach (var word in sentence.Words.DistinctBy(word => word.Lower))
        {
            if (_places.TryGetValue(word.Lower, out var places) && places.Count <= _mostPlaces)
            {
                foreach (var place in places)
                {
                    shared[place] = shared.GetValueOrDefault(place) + word.Weight;
                }
            }
        }

        return shared.OrderByDescending(each => each.Value).ThenBy(each => each.Key).Take(most).Select(each => each.Key);
    }
}
