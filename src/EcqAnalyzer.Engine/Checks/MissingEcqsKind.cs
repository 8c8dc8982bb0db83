using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>ECQs of the framework without a section of their own, in a draft that has sections for some.</summary>
public sealed class MissingEcqsKind(int atLeast) : ICheckKind
{
    public static ICheckKind Read(YamlKeys keys) => new MissingEcqsKind(keys.RequireWhole("where-at-least"));

    public IEnumerable<CheckHit> Find(Analysis analysis)
    {
        var present = analysis.Document.Sections.Select(section => section.Ecq).OfType<EcqId>().ToHashSet();
        var missing = analysis.Framework.Value.Ecqs.Where(ecq => !ecq.IsFundamental && !present.Contains(ecq.Id)).ToArray();
        if (present.Count >= atLeast && missing.Length > 0)
        {
            yield return new CheckHit(null, string.Join(", ", missing.Select(ecq => ecq.Name)));
        }
    }
}
