namespace EcqAnalyzer.Engine.Language;

/// <summary>Where finite verbs stand around a word, by tags: a clause has one, so a form in -ed beside another is a
/// participle ("Delayed payments hurt"), and one alone is not ("Delayed the payments").</summary>
internal sealed class FiniteVerbs
{
    private readonly Part[] _parts;
    private readonly bool[] _verbs;

    public FiniteVerbs(TagSet tags)
    {
        _parts = new Part[tags.Count];
        _verbs = new bool[tags.Count];
        for (var i = 0; i < _parts.Length; i++)
        {
            _parts[i] = PartOf(tags[i]);
            _verbs[i] = tags[i].Pos == "VERB";
        }
    }

    private enum Part : byte
    {
        Other,
        Finite,
        Boundary,
    }

    /// <summary>Writes for every word what stands to its right: see <see cref="Pass"/>.</summary>
    public void FindToTheRight(ReadOnlySpan<byte> tags, Span<byte> right)
    {
        byte seen = 0;
        for (var i = tags.Length - 1; i >= 0; i--)
        {
            right[i] = seen;
            seen = Pass(seen, tags[i]);
        }
    }

    /// <summary>What has been seen after one more tag: 0 no finite verb, 1 one in this clause, 2 one beyond a comma or word
    /// that joins clauses.</summary>
    public byte Pass(byte seen, byte tag) => _parts[tag] switch
    {
        Part.Finite => 1,
        Part.Boundary when seen == 1 => 2,
        _ => seen,
    };

    /// <summary>What the tags so far say after one more tag.</summary>
    public TagsBefore After(TagsBefore before, byte tag) => new(
        tag + 1, before.T1, IsVerb(tag) ? tag + 1 : before.Verb, Pass(before.Finite, tag), 0);

    public bool IsVerb(byte tag) => _verbs[tag];

    private static Part PartOf(TagPair tag) => tag.Tag switch
    {
        "VBD" or "VBZ" or "VBP" or "MD" => Part.Finite,
        "," or ":" or "CC" or "WDT" or "WP" or "WRB" => Part.Boundary,
        "IN" when tag.Pos == "SCONJ" => Part.Boundary,
        _ => Part.Other,
    };
}
