using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Stories that spend too few of their words on some of their parts; with <c>where</c>, only those that have that
/// part at all.</summary>
public sealed class StoryShareKind(ImmutableArray<string> parts, StatementType? where, double below, int sentences) : ICheckKind
{
    private static readonly string[] Types = ["challenge", "context", "action", "result", "duty", "other"];

    public static ICheckKind Read(CheckSettings settings)
    {
        var parts = settings.Keys.FindTexts("parts");
        if (parts.IsEmpty)
        {
            settings.Keys.Faults.Add(CheckFaults.NothingToFind, settings.Keys.Place, "'parts' lists the parts whose words are counted");
        }

        return new StoryShareKind(
            parts,
            settings.Keys.FindOneOf("where", Types) is { } where ? (StatementType)Array.IndexOf(Types, where) : null,
            settings.RequireShare("below"),
            settings.Keys.RequireWhole("of-sentences"));
    }

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        foreach (var look in StoryLook.AllOf(draft, sentences))
        {
            if (where is { } needed && look.FirstOf(needed) is null)
            {
                continue;
            }

            var words = 0;
            foreach (var part in parts)
            {
                words += look.WordsOf((StatementType)Math.Max(0, Array.IndexOf(Types, part)));
            }

            if (words < below * look.AllWords)
            {
                yield return new CheckHit(look.PlaceIn(draft), $"{Math.Round(100.0 * words / look.AllWords)} %");
            }
        }
    }
}
