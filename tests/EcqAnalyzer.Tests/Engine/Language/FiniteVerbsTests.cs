using EcqAnalyzer.Engine.Language;

namespace EcqAnalyzer.Tests.Engine.Language;

public sealed class FiniteVerbsTests
{
    private static readonly TagSet Tags = new([
        new TagPair("NOUN", "NN"), new TagPair("VERB", "VBD"), new TagPair("VERB", "VBN"), new TagPair("PUNCT", ",")]);

    private readonly FiniteVerbs _finite = new(Tags);

    [Fact]
    public void A_finite_verb_to_the_right_is_seen_until_another_clause_begins()
    {
        // delayed payments hurt, but vendors waited
        byte[] tags = [2, 0, 1, 3, 0, 1];
        var right = new byte[tags.Length];
        _finite.FindToTheRight(tags, right);
        Assert.Equal([1, 1, 2, 1, 1, 0], right);
    }

    [Fact]
    public void The_last_verb_is_remembered_over_other_words()
    {
        var before = default(TagsBefore);
        foreach (byte tag in (byte[])[1, 0, 3, 0])
        {
            before = _finite.After(before, tag);
        }

        Assert.Equal((2, 2), (before.Verb, before.Finite));
        Assert.Equal((1, 4), (before.T1, before.T2));
    }
}
