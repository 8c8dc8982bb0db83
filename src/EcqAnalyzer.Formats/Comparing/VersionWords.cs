using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Comparing;

/// <summary>Of a saved report: what other rules and models make of the same text, which is nobody's work on the draft.</summary>
internal sealed class VersionWords(VersionEffect version, ComparisonWords words)
{
    public const string Title = "What you did not change";

    private const int MostParts = 6;

    public string Lead => version.IsNothing
        ? $"The saved report was made by the same rules and models (version {version.OldEngine}): all differences above are yours."
        : $"The saved report was made by {Makers}. All differences above are counted without that: both versions "
            + "were judged by the rules and models of today. In the old text, which nobody changed, those alone make this:";

    public IEnumerable<(string Name, string Told)> Scores => version.Scores.Select(shift => (words.Name(shift.Competency), Told(shift)));

    /// <summary>Types and findings, counted; null where there is nothing more to say.</summary>
    public string? Others
    {
        get
        {
            string?[] others =
            [
                version.Types.IsEmpty ? null : $"{Wording.Count(version.Types.Length, "sentence is", "sentences are")} taken for another type",
                version.NoLongerFound.IsEmpty ? null : $"{Wording.Count(version.NoLongerFound.Length, "finding is", "findings are")} not made any more",
                version.NowFound.IsEmpty ? null : $"{Wording.Count(version.NowFound.Length, "finding is", "findings are")} new",
            ];
            var told = string.Join("; ", others.OfType<string>());
            return told.Length > 0 ? $"{char.ToUpperInvariant(told[0])}{told[1..]}."
                : version.Scores.IsEmpty && !version.IsNothing ? "Nothing."
                : null;
        }
    }

    private string Makers
    {
        get
        {
            var engine = version.OldEngine == version.NewEngine ? "this version of the program" : $"version {version.OldEngine}, this is {version.NewEngine}";
            var more = version.Parts.Length > MostParts ? $" and {version.Parts.Length - MostParts} more" : "";
            return version.Parts.IsEmpty
                ? $"{engine}, with the same rules and models"
                : $"{engine}, with other rules or models ({string.Join(", ", version.Parts.Take(MostParts))}{more})";
        }
    }

    private string Told(ScoreShift shift) => shift.Then is { } then
        ? $"rung {words.Moved((int)then.Rung, (int)shift.Now.Rung)}, accomplishments {words.Moved(then.Accomplishment, shift.Now.Accomplishment)}, "
            + $"duties {words.Moved(then.Duty, shift.Now.Duty)}"
        : $"rung {(int)shift.Now.Rung}, accomplishments {Wording.Number(shift.Now.Accomplishment)}; it had no score before";
}
