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
    private readonly Shuffle _chance = new(seed: 40);

    public VerbBank(IEnumerable<TaggingSample> samples) => _regular =
    [
        .. samples
            .SelectMany(sample => sample.Forms.Zip(sample.Gold))
            .Where(pair => pair.Second.Tag is "VBD" or "VBN" && pair.First.EndsWith("ed", StringComparison.Ordinal))
            .Select(pair => pair.First.ToLowerInvariant())
            .Where(form => form.Length > 5 && form.All(char.IsAsciiLetter))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    public string Draw() => _chance.Next(10) switch
    {
        0 => Draw(Unchanged),
        1 or 2 or 3 => Draw(Irregular),
        _ => Draw(_regular),
    };

    public string DrawUnchanged() => Draw(Unchanged);

    private string Draw(ImmutableArray<string> forms) => forms[_chance.Next(forms.Length)];
}
