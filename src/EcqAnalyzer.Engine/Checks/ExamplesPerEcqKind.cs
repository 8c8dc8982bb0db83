using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>ECQs for which a draft without sections of their own holds too few deeds or results.</summary>
public sealed class ExamplesPerEcqKind(int least) : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings) => new ExamplesPerEcqKind(settings.Keys.RequireWhole("least"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        if (draft.Analysis.Competencies.IsEmpty)
        {
            yield break;
        }

        var thin = new List<string>();
        foreach (var ecq in draft.Analysis.Framework.Value.Ecqs)
        {
            var examples = ecq.IsFundamental ? least : CountExamples(draft, ecq);
            if (examples < least)
            {
                thin.Add(least == 1 ? ecq.Name : $"{ecq.Name} ({examples})");
            }
        }

        if (thin.Count > 0)
        {
            yield return new CheckHit(null, string.Join(", ", thin));
        }
    }

    private static int CountExamples(CheckedDraft draft, Ecq ecq)
    {
        var examples = 0;
        foreach (var statement in draft.Analysis.Statements)
        {
            // By itself, as the rung has it, or where it stands.
            var isAccomplishment = draft.IsAccomplishment(statement.Sentence.Index) || statement.TypeAlone is StatementType.Action or StatementType.Result;
            examples += isAccomplishment && ShowsAny(statement, ecq) ? 1 : 0;
        }

        return examples;
    }

    private static bool ShowsAny(Statement statement, Ecq ecq)
    {
        foreach (var shown in statement.Shown)
        {
            foreach (var competency in ecq.Competencies)
            {
                if (competency.Id == shown.Competency)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
