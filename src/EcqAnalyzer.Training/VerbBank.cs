using System.Collections.Immutable;

namespace EcqAnalyzer.Training;

/// <summary>Past forms to put in the place of others: regular ones from the treebanks (as past or participle, which are one
/// form), and the irregular ones, among them those that look like the base (set, cut, put).</summary>
internal sealed class VerbBank
{
    private static readonly ImmutableArray<string> Unchanged =
        [.. IrregularForms.AllVerbs.Where(verb => verb.Base == verb.Past).Select(verb => verb.Past)];

    private static readonly ImmutableArray<string> Irregular =
        [.. IrregularForms.AllVerbs.Where(verb => verb.Base is not ("be" or "do" or "have")).Select(verb => verb.Past)];

    private readonly ImmutableArray<string> _regular;
    private readonly Dictionary<string, string> _ings;
    private readonly Shuffle _chance = new(seed: 40);

    public VerbBank(IEnumerable<TaggingSample> samples, IEnumerable<TreebankSentence> sentences)
    {
        _ings = sentences
            .SelectMany(sentence => sentence.Words)
            .Where(word => word is { Tag: "VBG", Pos: "VERB", Lemma: not null } && word.Form.EndsWith("ing", StringComparison.Ordinal))
            .GroupBy(word => word.Lemma!, word => word.Form.ToLowerInvariant(), StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.GroupBy(form => form).MaxBy(forms => forms.Count())!.Key,
                StringComparer.Ordinal);
        _regular = RegularOf(samples);
    }

    private static ImmutableArray<string> RegularOf(IEnumerable<TaggingSample> samples) =>
    [
        .. samples
            .SelectMany(sample => sample.Forms.Zip(sample.Gold))
            .Where(pair => pair.Second.Tag is "VBD" or "VBN" && pair.First.EndsWith("ed", StringComparison.Ordinal))
            .Select(pair => pair.First.ToLowerInvariant())
            .Where(form => form.Length > 5 && form.All(char.IsAsciiLetter))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The form in -ing of a verb, null where the treebanks do not have it.</summary>
    public string? FindIng(string lemma) => _ings.GetValueOrDefault(lemma);

    public string DrawRegular() => Draw(_regular);

    public string Draw() => _chance.Next(10) switch
    {
        0 or 1 => Draw(Unchanged),
        2 or 3 or 4 => Draw(Irregular),
        _ => Draw(_regular),
    };

    /// <summary>A verb to join to another: more often one of those that look like their base.</summary>
    public string DrawJoined() => _chance.Next(10) switch
    {
        0 or 1 or 2 => Draw(Unchanged),
        3 or 4 or 5 => Draw(Irregular),
        _ => Draw(_regular),
    };

    public string DrawUnchanged() => Draw(Unchanged);

    private string Draw(ImmutableArray<string> forms) => forms[_chance.Next(forms.Length)];
}
