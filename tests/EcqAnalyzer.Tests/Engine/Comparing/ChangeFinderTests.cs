using System.Collections.Immutable;
using CsCheck;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine.Comparing;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Comparing;

public sealed class ChangeFinderTests
{
    private static readonly ComparingPolicy Policy = LoadPolicy();

    /// <summary>Drafts of short sentences over few words, so that repeated, alike and unlike ones all come up.</summary>
    private static readonly Gen<string[]> Drafts = Gen.Int[0, 7].Array[1, 8].Select(Sentence).Array[1, 14];

    [Fact]
    public void A_draft_compared_with_itself_shows_nothing() => Drafts.Sample(draft =>
        Assert.All(Find(draft, draft), change => Assert.Equal(ChangeKind.Same, change.Kind)));

    [Fact]
    public void Every_sentence_of_both_versions_stands_in_exactly_one_change() => Gen.Select(Drafts, Drafts).Sample((old, @new) =>
    {
        var changes = Find(old, @new);
        Assert.Equal(Enumerable.Range(0, old.Length), changes.SelectMany(change => change.Old).Order());
        Assert.Equal(Enumerable.Range(0, @new.Length), changes.SelectMany(change => change.New).Order());
    });

    [Fact]
    public void The_kind_of_a_change_says_how_many_sentences_it_has() => Gen.Select(Drafts, Drafts).Sample((old, @new) =>
        Assert.All(Find(old, @new), change => Assert.True(change.Kind switch
        {
            ChangeKind.Added => change.Old.IsEmpty && change.New.Length == 1,
            ChangeKind.Gone => change.Old.Length == 1 && change.New.IsEmpty,
            ChangeKind.Split => change.Old.Length == 1 && change.New.Length > 1,
            ChangeKind.Merged => change.Old.Length > 1 && change.New.Length == 1,
            _ => change.Old.Length == 1 && change.New.Length == 1,
        })));

    /// <summary>With sentences that have no word in common, there is nothing to guess.</summary>
    [Fact]
    public void Swapping_the_versions_swaps_what_was_added_with_what_is_gone() =>
        Gen.Select(Gen.Shuffle(Enumerable.Range(0, 9).ToArray()), Gen.Shuffle(Enumerable.Range(3, 9).ToArray())).Sample((one, other) =>
        {
            var (old, @new) = (one.Select(i => Sentence([i])).ToArray(), other.Select(i => Sentence([i])).ToArray());
            var (there, back) = (Find(old, @new), Find(@new, old));
            Assert.Equal(Of(there, ChangeKind.Added, change => change.New), Of(back, ChangeKind.Gone, change => change.Old));
            Assert.Equal(Of(there, ChangeKind.Gone, change => change.Old), Of(back, ChangeKind.Added, change => change.New));
            Assert.Equal(there.Count(change => change.IsMoved), back.Count(change => change.IsMoved));
        });

    [Fact]
    public void As_few_sentences_as_can_be_are_called_moved() => Gen.Shuffle(Enumerable.Range(0, 8).ToArray()).Sample(order =>
    {
        var old = Enumerable.Range(0, order.Length).Select(i => Sentence([i])).ToArray();
        var moved = Find(old, [.. order.Select(i => old[i])]).Count(change => change.Kind == ChangeKind.Moved);
        Assert.Equal(order.Length - LongestByTrying(order), moved);
    });

    [Fact]
    public void Quotation_marks_dashes_and_spacing_are_no_change()
    {
        var changes = Find(["The/DT office/NN 's/POS plan/NN"], ["The/DT office/NN ’s/POS plan/NN"]);

        Assert.Equal(ChangeKind.Same, Assert.Single(changes).Kind);
    }

    [Fact]
    public void Words_that_changed_are_named_and_neighbours_joined()
    {
        string[] old = ["I/PRP cut/VBD the/DT backlog/NN of/IN old/JJ claims/NNS"];
        string[] @new = ["I/PRP cut/VBD the/DT backlog/NN by/IN 40/CD percent/NN"];

        var change = Assert.Single(Find(old, @new));

        Assert.Equal(ChangeKind.Edited, change.Kind);
        Assert.Equal("of old claims", Assert.Single(change.Without).Of("I cut the backlog of old claims").ToString());
        Assert.Equal("by 40 percent", Assert.Single(change.With).Of("I cut the backlog by 40 percent").ToString());
    }

    [Fact]
    public void A_sentence_that_took_words_of_its_neighbour_is_merged_and_the_way_back_is_a_split()
    {
        string[] apart = ["Claims/NNS fell/VBD sharply/RB", "Costs/NNS rose/VBD slowly/RB"];
        string[] joined = ["Claims/NNS fell/VBD sharply/RB and/CC costs/NNS rose/VBD slowly/RB"];

        Assert.Equal(ChangeKind.Merged, Assert.Single(Find(apart, joined)).Kind);
        Assert.Equal(ChangeKind.Split, Assert.Single(Find(joined, apart)).Kind);
    }

    /// <summary>All sentences new, and every one with a word of all others: what would be a comparison of each with each.</summary>
    [Fact]
    public void A_long_draft_that_is_wholly_rewritten_is_compared_in_bounds()
    {
        string[] Version(string mark) => [.. Enumerable.Range(0, 3000).Select(i => $"staff/NN case{mark}{i}/NN work{i % 7}/NN report{mark}{i % 90}/NN")];

        var changes = Find(Version("a"), Version("b"));

        Assert.Equal(6000, changes.Sum(change => change.Old.Length + change.New.Length));
    }

    [Fact]
    public void A_number_without_a_reason_is_a_fault()
    {
        var faults = new Faults();
        ComparingPolicy.Load(
            Written.Files((ComparingPolicy.FileName, "similarity:\n  same-place: {value: 0.3}\n  elsewhere: {value: 2, reason: too much of it}\n")), faults);

        Assert.Contains(faults.Found, fault => fault.Code == "ECQ422");
        Assert.Contains(faults.Found, fault => fault.Code == "ECQ421");
    }

    private static IEnumerable<int> Of(
        ImmutableArray<SentenceChange> changes, ChangeKind kind, Func<SentenceChange, ImmutableArray<int>> side) =>
        changes.Where(change => change.Kind == kind).SelectMany(change => side(change)).Order();

    private static ImmutableArray<SentenceChange> Find(string[] old, string[] @new) => new ChangeFinder(
        Policy,
        SentenceMatcher.Prepare(DocumentBuilder.From(old), Policy),
        SentenceMatcher.Prepare(DocumentBuilder.From(@new), Policy)).Find();

    private static string Sentence(int[] words) => string.Join(' ', words.Select(word => $"word{word}/NN"));

    private static int LongestByTrying(int[] numbers)
    {
        var longest = 0;
        for (var chosen = 0; chosen < 1 << numbers.Length; chosen++)
        {
            var picked = numbers.Where((_, i) => (chosen >> i & 1) == 1).ToList();
            longest = picked.Zip(picked.Skip(1)).All(pair => pair.First < pair.Second) ? Math.Max(longest, picked.Count) : longest;
        }

        return longest;
    }

    private static ComparingPolicy LoadPolicy()
    {
        var faults = new Faults();
        var policy = ComparingPolicy.Load(new Workbench().Rulebook.Files, faults);
        faults.ThrowIfAny();
        return policy;
    }
}
