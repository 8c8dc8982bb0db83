using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Terminal;

/// <summary>
/// The table of competencies by ECQ: accomplishments and duties side by side, then the rung. What the draft does not show
/// at all is named on one line per ECQ, so that the eye stays on what there is; what no rules look for is named last, and
/// never as absent.
/// </summary>
internal static class CompetencyPart
{
    private const int RungColumns = 18;

    public static void Write(Page page, Analysis analysis, ReportParts parts)
    {
        var table = new Columns(page.Width);
        page.Title("What the draft shows");
        if (analysis.Competencies.IsEmpty)
        {
            page.Wrapped(2, "  ", "There are no rules yet for the competencies of this framework: try another --framework.");
            return;
        }

        WriteHead(page, table);
        List<string> silent = [];
        foreach (var ecq in analysis.Framework.Value.Ecqs)
        {
            var scores = Summary.ScoresOf(analysis, ecq);
            if (scores.Exists(score => score.Rung > Rung.Absent) || (scores.Count > 0 && HasHeading(analysis, ecq)))
            {
                WriteEcq(page, table, analysis, ecq, scores, parts);
            }
            else if (scores.Count > 0)
            {
                silent.Add(ecq.Name);
            }
        }

        page.Blank();
        if (silent.Count > 0)
        {
            // A resume has no headings of ECQs and owes them all.
            var isResume = analysis.Kind.Value == DraftKind.Resume;
            page.Wrapped(4, new Ink(isResume ? "  Nothing found for" : "  Nothing found,", Tint.Faint), new Ink(
                $"{(isResume ? "any competency of" : "and no heading of theirs in the draft:")} {string.Join(", ", silent)}.", Tint.Faint));
        }

        WriteLegend(page, analysis);
    }

    private static void WriteHead(Page page, Columns table)
    {
        if (table.IsStacked)
        {
            page.Wrapped(2, "  ", new Ink("First bar: accomplishments, second: duties.", Tint.Faint));
            return;
        }

        page.Line(
            new string(' ', table.Name + 4),
            new Ink("accomplishments".PadRight(table.Bar + 9), Tint.Faint),
            new Ink("duties".PadRight(table.Bar + 6), Tint.Faint),
            new Ink("rung", Tint.Faint));
    }

    private static bool HasHeading(Analysis analysis, Ecq ecq)
    {
        foreach (var section in analysis.Document.Sections)
        {
            if (section.Ecq == ecq.Id)
            {
                return true;
            }
        }

        return false;
    }

    private static void WriteEcq(
        Page page, Columns table, Analysis analysis, Ecq ecq, List<CompetencyScore> scores, ReportParts parts)
    {
        var total = analysis.Ecqs.FirstOrDefault(score => score.Ecq == ecq.Id);
        page.Blank();
        page.Wrapped(
            2,
            new Ink(ecq.Name, Tint.Strong),
            new Ink(total is null ? "" : $"{page.Dash} {total.Shown} of {total.Of} shown by an action or more", Tint.Faint));
        foreach (var score in scores.Where(score => score.Rung > Rung.Absent))
        {
            WriteRow(page, table, analysis.Framework.Value, score);
            if (parts.HasFlag(ReportParts.Shares))
            {
                WriteShares(page, analysis, score);
            }
        }

        var absent = scores.Where(score => score.Rung == Rung.Absent).ToList();
        if (absent.Count > 0)
        {
            page.Wrapped(4, new Ink("  nothing found:", Tint.Faint), new Ink(
                string.Join(", ", absent.Select(score => Summary.Name(analysis.Framework.Value, score.Competency))), Tint.Faint));
        }
    }

    private static void WriteRow(Page page, Columns table, Framework framework, CompetencyScore score)
    {
        var name = table.Split(Summary.Name(framework, score.Competency));
        Ink mark = score.NeedsReader ? new Ink("? ", Tint.Trouble) : "  ";
        Ink[] bars =
        [
            Bar(page, table, score.Accomplishment, Side.Accomplishment),
            " " + Wording.Strength(score, page.Dash).PadRight(7),
            Bar(page, table, score.Duty, Side.Duty),
            " " + Wording.Whole(score.Duty).PadRight(5),
        ];
        if (table.IsStacked)
        {
            page.Wrapped(2, mark, [string.Join(' ', name) + ",", Step(score)]);
            page.Line(["    ", .. bars]);
            return;
        }

        page.Line([mark, name[0].PadRight(table.Name + 2), .. bars, Step(score)]);
        foreach (var rest in name[1..])
        {
            page.Line("  ", rest);
        }
    }

    private static Ink Step(CompetencyScore score)
    {
        var tint = score.Rung switch
        {
            Rung.Result or Rung.ExecutiveResult or Rung.Action => Tint.Accomplishment,
            _ => Tint.Duty,
        };
        return new Ink($"{(int)score.Rung} {Wording.Name(score.Rung)}", tint);
    }

    private static Ink Bar(Page page, Columns table, double strength, Side side)
    {
        var full = (int)Math.Round(strength / 100 * table.Bar, MidpointRounding.AwayFromZero);
        full = strength > 0 ? Math.Clamp(full, 1, table.Bar) : 0;
        var (block, track) = (page.HasUnicode, side) switch
        {
            (true, Side.Accomplishment) => ('█', '·'),
            (true, _) => ('▒', '·'),
            (false, Side.Accomplishment) => ('#', '.'),
            (false, _) => ('=', '.'),
        };
        var tint = full == 0 ? Tint.Faint : side == Side.Accomplishment ? Tint.Accomplishment : Tint.Duty;
        return new Ink(new string(block, full) + new string(track, table.Bar - full), tint);
    }

    private static void WriteShares(Page page, Analysis analysis, CompetencyScore score)
    {
        var places = new Places(analysis.Document.Draft);
        foreach (var share in score.Shares)
        {
            var span = analysis.Document.Sentences[share.Sentence].Span;
            var points = Wording.Number(share.Points);
            var side = share.Side == Side.Accomplishment ? "" : " duty";
            page.Wrapped(
                16,
                new Ink($"    +{points}{side}", share.Side == Side.Duty ? Tint.Duty : Tint.Accomplishment),
                new Ink($"{places.Describe(span)}:", Tint.Faint),
                page.Quote(Quoting.FirstWords(page, analysis.Document.Draft, span)),
                new Ink(page.Printed(share.Why), Tint.Faint));
        }
    }

    private static void WriteLegend(Page page, Analysis analysis)
    {
        var unsure = analysis.Competencies.Count(score => score.NeedsReader && score.Rung > Rung.Absent);
        if (unsure > 0)
        {
            page.Wrapped(4, new Ink("  ?", Tint.Trouble), "Look at this one yourself: its evidence is thin or "
                + "disagrees, so a range stands in place of a number.");
        }

        var duties = analysis.Competencies
            .Where(score => score.Rung == Rung.Duty)
            .Select(score => Summary.Name(analysis.Framework.Value, score.Competency))
            .ToList();
        if (duties.Count > 0)
        {
            page.Wrapped(4, new Ink("  Told only as duties:", Tint.Duty), string.Join(", ", duties) + ".",
                "A duty says what the post is for, not what you did.");
        }

        var without = analysis.Framework.Value.WithoutRules;
        if (without.Length > 0)
        {
            page.Wrapped(4, new Ink("  Not looked for,", Tint.Faint), new Ink(
                "as there are no rules for them yet: " + string.Join(", ", Summary.NotLookedFor(analysis.Framework.Value)) + ".",
                Tint.Faint));
        }

        page.Wrapped(4, new Ink("  Rungs:", Tint.Faint), new Ink(
            "1 claimed, 2 duty, 3 action, 4 result that it led to, 5 measured result at the scope of programs or the "
            + "organization.", Tint.Faint));
    }

    /// <summary>Widths of the columns. A narrow terminal gets a competency on two lines.</summary>
    private sealed class Columns
    {
        public Columns(int width)
        {
            IsStacked = width < 70;
            Bar = width >= 90 ? 14 : IsStacked ? 6 : 10;
            Name = Math.Max(10, width - 4 - 2 * Bar - 8 - 6 - RungColumns);
        }

        public bool IsStacked { get; }

        public int Bar { get; }

        public int Name { get; }

        /// <summary>A name in lines no longer than its column.</summary>
        public string[] Split(string name)
        {
            List<string> lines = [];
            foreach (var word in name.Split(' '))
            {
                if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= Name)
                {
                    lines[^1] += " " + word;
                }
                else
                {
                    lines.Add(word);
                }
            }

            return [.. lines];
        }
    }
}
