using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Comparing;

/// <summary>
/// START HERE: what changed between two versions of a draft. A pure function of two analyses, made by the same rules under one
/// framework: sentences are matched (<see cref="SentenceMatcher"/>), pairs become changes (<see cref="ChangeFinder"/>), and every
/// change is told with what it did to strengths, rungs, findings and suggestions. A draft compared with itself shows no change.
/// </summary>
public sealed class DraftComparer(ComparingPolicy policy)
{
    public Comparison Compare(Analysis old, Analysis @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        if (old.Framework.Value.Id != @new.Framework.Value.Id)
        {
            throw new ArgumentException("Two versions are compared under one framework.", nameof(@new));
        }

        var finder = new ChangeFinder(
            policy, SentenceMatcher.Prepare(old.Document, policy), SentenceMatcher.Prepare(@new.Document, policy));
        var changes = StrengthShifts.AddTo(finder.Find(), old, @new);
        var fates = new FateFinder(old.Document, @new.Document, changes);
        return new Comparison(
            old, @new, changes, StrengthShifts.Sum(changes, old, @new), fates.OfFindings(old, @new), fates.OfSuggestions(old, @new));
    }
}
