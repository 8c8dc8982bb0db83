using System.Collections.Immutable;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Frameworks;

/// <summary>What a competency says of competencies of other frameworks. Their ids can be looked up only when every framework
/// is loaded: <see cref="Close"/> does so, and fills in the texts that a competency leaves to the one it takes from.</summary>
internal sealed class FrameworkLinks(Faults faults)
{
    private readonly List<YamlScalar> _named = [];

    /// <summary>The competencies under a key, written <c>opm-2006/vision</c>.</summary>
    public ImmutableArray<CompetencyId> Read(YamlKeys keys, string key)
    {
        var written = keys.FindScalars(key);
        var ids = ImmutableArray.CreateBuilder<CompetencyId>(written.Length);
        foreach (var scalar in written)
        {
            _named.Add(scalar);
            var slash = scalar.Text.IndexOf('/');
            ids.Add(new CompetencyId(slash < 0 ? "" : scalar.Text[..slash], scalar.Text[(slash + 1)..]));
        }

        return ids.ToImmutable();
    }

    /// <summary>The frameworks with every text filled in. An id that no framework has is a fault.</summary>
    public ImmutableArray<Framework> Close(List<Framework> frameworks)
    {
        var known = new Dictionary<string, Competency>();
        foreach (var framework in frameworks)
        {
            foreach (var ecq in framework.Ecqs)
            {
                foreach (var competency in ecq.Competencies)
                {
                    known.TryAdd(competency.Id.ToString(), competency);
                }
            }
        }

        foreach (var scalar in _named)
        {
            if (!known.ContainsKey(scalar.Text))
            {
                var hint = Spelling.Hint(scalar.Text, known.Keys);
                faults.Add(FrameworkLoader.NoSuchCompetency, scalar.Place, $"there is no competency '{scalar.Text}'{hint}");
            }
        }

        var filled = ImmutableArray.CreateBuilder<Framework>(frameworks.Count);
        foreach (var framework in frameworks)
        {
            filled.Add(Fill(framework, known));
        }

        return filled.MoveToImmutable();
    }

    private static Framework Fill(Framework framework, Dictionary<string, Competency> known)
    {
        var ecqs = ImmutableArray.CreateBuilder<Ecq>(framework.Ecqs.Length);
        foreach (var ecq in framework.Ecqs)
        {
            var competencies = ImmutableArray.CreateBuilder<Competency>(ecq.Competencies.Length);
            foreach (var competency in ecq.Competencies)
            {
                competencies.Add(Fill(competency, known));
            }

            ecqs.Add(ecq with { Competencies = competencies.MoveToImmutable() });
        }

        return framework with { Ecqs = ecqs.MoveToImmutable() };
    }

    private static Competency Fill(Competency competency, Dictionary<string, Competency> known)
    {
        if (competency.Takes.IsEmpty || !known.TryGetValue(competency.Takes[0].ToString(), out var giver))
        {
            return competency;
        }

        return competency with
        {
            Name = competency.Name.Length > 0 ? competency.Name : giver.Name,
            Definition = competency.Definition.Length > 0 ? competency.Definition : giver.Definition,
            Question = competency.Question.Length > 0 ? competency.Question : giver.Question,
        };
    }
}
