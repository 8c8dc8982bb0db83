using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>A draft of whose deeds too few reach as far as an executive's: to programs or the whole organization.</summary>
public sealed class LevelKind(Level least, double shareBelow, int deeds) : ICheckKind
{
    private static readonly string[] Levels = ["self", "projects", "people", "programs", "organization"];

    public static ICheckKind Read(CheckSettings settings) => new LevelKind(
        (Level)Array.IndexOf(Levels, settings.Keys.RequireOneOf("least", Levels)),
        settings.RequireShare("share-below"),
        settings.Keys.RequireWhole("of-deeds"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        var (all, reaching) = (0, 0);
        foreach (var statement in draft.Analysis.Statements)
        {
            if (statement.Type is StatementType.Action or StatementType.Result)
            {
                all++;
                reaching += statement.Level >= least ? 1 : 0;
            }
        }

        if (all >= deeds && reaching < shareBelow * all)
        {
            yield return new CheckHit(null, $"{reaching} of {all} deeds and results");
        }
    }
}
