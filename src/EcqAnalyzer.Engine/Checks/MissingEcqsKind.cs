using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>ECQs of the framework without a section of their own, in a draft that has sections for some.</summary>
public sealed class MissingEcqsKind(int atLeast) : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings) => new MissingEcqsKind(settings.Keys.RequireWhole("where-at-least"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        var present = new HashSet<EcqId>();
        foreach (var section in draft.Document.Sections)
        {
            if (section.Ecq is { } ecq)
            {
                present.Add(ecq);
            }
        }

        var missing = new List<string>();
        foreach (var ecq in draft.Analysis.Framework.Value.Ecqs)
        {
            if (!ecq.IsFundamental && !present.Contains(ecq.Id))
            {
                missing.Add(ecq.Name);
            }
        }

        if (present.Count >= atLeast && missing.Count > 0)
        {
            yield return new CheckHit(null, string.Join(", ", missing));
        }
    }
}
