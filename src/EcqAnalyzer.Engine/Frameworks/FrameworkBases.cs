using System.Collections.Immutable;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Frameworks;

/// <summary>Frameworks that build on another: its ECQs stand in them unchanged, with the same ids, so that its rules and
/// whatever a model learned of it hold as they are; and its limits, where they set none of their own.</summary>
internal sealed class FrameworkBases(Faults faults)
{
    private readonly List<YamlScalar> _named = [];

    public string? Read(YamlKeys keys)
    {
        if (keys.FindScalar("base") is not { } written)
        {
            return null;
        }

        _named.Add(written);
        return written.Text;
    }

    public ImmutableArray<Framework> Join(ImmutableArray<Framework> frameworks)
    {
        if (_named.Count == 0)
        {
            return frameworks;
        }

        var known = frameworks.Where(framework => framework.Base is null).DistinctBy(framework => framework.Id).ToDictionary(framework => framework.Id);
        foreach (var written in _named.Where(written => !known.ContainsKey(written.Text)))
        {
            faults.Add(
                FrameworkLoader.NoSuchBase, written.Place, $"there is no framework '{written.Text}' to build on{Spelling.Hint(written.Text, known.Keys)}");
        }

        return [.. frameworks.Select(framework => framework.Base is { } id && known.TryGetValue(id, out var found) ? Join(framework, found) : framework)];
    }

    private static Framework Join(Framework own, Framework found) => own with
    {
        Ecqs = own.LeavesEcqsOut ? own.Ecqs : [.. found.Ecqs, .. own.Ecqs],
        WithoutRules = own.LeavesEcqsOut ? own.WithoutRules : [.. found.WithoutRules, .. own.WithoutRules],
        Limits = [.. own.Limits, .. found.Limits.Select(limit => LeftOf(limit, own.Limits)).OfType<Limits>()],
    };

    /// <summary>What a limit of the base still says where the framework has its own; null where that is nothing.</summary>
    private static Limits? LeftOf(Limits limit, ImmutableArray<Limits> own)
    {
        foreach (var said in own.Where(each => each.Kind == limit.Kind))
        {
            limit = limit with
            {
                Pages = said.Pages is null ? limit.Pages : null,
                CharactersPerEcq = said.CharactersPerEcq is null ? limit.CharactersPerEcq : null,
                Fonts = said.Fonts.IsEmpty ? limit.Fonts : [],
                FontSize = said.FontSize is null ? limit.FontSize : null,
                Margin = said.Margin is null ? limit.Margin : null,
            };
        }

        return limit is { Pages: null, CharactersPerEcq: null, FontSize: null, Margin: null, Fonts.IsEmpty: true } ? null : limit;
    }
}
