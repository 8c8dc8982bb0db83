using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Terminal;

/// <summary>What was read and what was assumed, so that a reader can stop here if it is the wrong file.</summary>
internal static class ReadPart
{
    private const int Column = 13;

    public static void Write(Page page, Analysis analysis)
    {
        var draft = analysis.Document.Draft;
        page.Line(new Ink(page.Printed(draft.File.Name), Tint.Strong));
        page.Wrapped(0, "", string.Join(", ", Summary.Sizes(analysis)));
        page.Blank();
        Row(page, "framework", Chosen(page, analysis.Framework.Value.Id, analysis.Framework.Confidence),
            $"{analysis.Framework.Value.Name}.", page.Printed(analysis.Framework.Reason));
        Row(page, "kind", Chosen(page, Wording.Id(analysis.Kind.Value), analysis.Kind.Confidence),
            page.Printed(analysis.Kind.Reason));
        Row(page, "sentences", Summary.Types(analysis));
        WritePacks(page, analysis.Provenance.Packs);
        foreach (var note in draft.Extraction.Notes)
        {
            var (label, tint) = note.Grade switch
            {
                ExtractionGrade.Read => ("read", Tint.Plain),
                ExtractionGrade.Apart => ("kept apart", Tint.Plain),
                ExtractionGrade.Doubtful => ("doubtful", Tint.Duty),
                _ => ("unreadable", Tint.Trouble),
            };
            page.Wrapped(Column, new Ink("  " + label, tint), page.Printed(note.Message));
        }
    }

    /// <summary>Nothing where the program's own rules alone judge.</summary>
    private static void WritePacks(Page page, ImmutableArray<PackUse> packs)
    {
        var used = packs.Where(pack => !pack.IsSetAside).Select(pack => pack.Name).ToList();
        if (used.Count > 0)
        {
            Row(page, "packs", $"Over the program's own rules lie {page.Printed(string.Join(", ", used))}.");
        }

        foreach (var pack in packs.Where(pack => pack.IsSetAside))
        {
            page.Wrapped(Column, new Ink("  set aside", Tint.Trouble), page.Printed(
                $"{pack.Name}, for {Wording.Count(pack.Faults.Count, "fault")}: {pack.Faults[0]}"));
        }
    }

    private static void Row(Page page, string label, params ReadOnlySpan<Ink> inks) =>
        page.Wrapped(Column, new Ink("  " + label, Tint.Faint), inks);

    private static Ink Chosen(Page page, string id, double confidence) =>
        new($"{id}{Wording.SureInBrackets(confidence)} {page.Dash}", Tint.Strong);
}
