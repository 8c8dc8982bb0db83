using System.Text;
using EcqAnalyzer.Formats.Terminal;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Grading;

/// <summary>A graded class for a terminal: what was read, what is left to do, and what is worth knowing at once. The rest stands
/// in the sheet and on the page.</summary>
public static class ClassText
{
    private const int MostOwed = 8;

    public static void Write(GradedClass graded, ReportStyle style, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(graded);
        ArgumentNullException.ThrowIfNull(stream);
        var page = new Page(style);
        page.Title(page.Printed(graded.Exercise.Title));
        var decided = graded.Drafts.Count(graded.Book.IsDecided);
        Say(page, $"{Wording.Count(graded.Drafts.Length, "draft")} read{(graded.Failed.IsEmpty ? "" : $", {graded.Failed.Length} not")}; {decided} with a grade for every criterion.");
        foreach (var line in Lines(graded))
        {
            Say(page, line);
        }

        page.Blank();
        page.Wrapped(0, "", new Ink(GradingWords.ProposalIsNoGrade, Tint.Faint));
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static IEnumerable<string> Lines(GradedClass graded)
    {
        foreach (var part in graded.Summary.Parts.Where(part => part.Told < part.Of).OrderBy(part => part.Told).Take(1))
        {
            yield return $"Missed most: the {Wording.Id(part.Part)}, told in {part.Told} of {part.Of}.";
        }

        foreach (var count in graded.Summary.Competencies.Where(count => count.Evident < count.Of).Take(1))
        {
            yield return $"Shown least: {count.Competency.Name}, evident in {count.Evident} of {count.Of}.";
        }

        foreach (var pair in graded.NearIdentical)
        {
            yield return $"Alike: {graded.Show(pair.One)} and {graded.Show(pair.Other)}, {pair.SameSentences} of {Wording.Count(pair.Sentences, "sentence")} of the shorter.";
        }

        if (graded.MachineWithTrainer is [{ Units: > 0, Pairs: [var pair0, ..] }, ..])
        {
            yield return pair0.Says;
        }

        foreach (var sort in graded.Learned?.Sorts ?? [])
        {
            yield return $"Learned, {sort.Sort}: {sort.Says}";
        }

        var owed = graded.Drafts.SelectMany(draft => draft.Proposals.Select(proposal => graded.Book.FindWithoutReason(draft, proposal))).OfType<Grade>().ToList();
        foreach (var grade in owed.Take(MostOwed))
        {
            yield return $"Reason missing: row {grade.Row} of {Path.GetFileName(grade.Sheet)}, {graded.Show(grade.Participant)}.";
        }

        if (owed.Count > MostOwed)
        {
            yield return $"Reason missing: {owed.Count - MostOwed} more, named in the column To do of the new sheet.";
        }
    }

    private static void Say(Page page, string line) => page.Wrapped(2, "  ", page.Printed(line));
}
