using System.Collections.Immutable;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>
/// A draft in miniature that tests a check: text, or keys with the text and what a file would say of itself. Each line of the
/// text is a paragraph; one that begins with "# " is a heading, with "- " a list item. Words between &lt;&lt; and &gt;&gt; are
/// those that the finding points at.
/// </summary>
public sealed record CheckExample(YamlPlace Place, Draft Draft, AnalysisOptions Options, ImmutableArray<TextSpan> Marks)
{
    private static readonly string[] Kinds = ["resume", "story", "narrative", "record", "duties"];

    /// <summary>The example, or null with a fault. <c>repeat</c> says how many times its last line stands there.</summary>
    public static CheckExample? Read(YamlValue written, Check check, Faults faults)
    {
        if (written is YamlScalar plain)
        {
            return Make(plain.Text, written.Place, OptionsOf(null, check), PageSetup.Unknown, null, 0, faults);
        }

        if (YamlKeys.Of(written, faults, "an example") is not { } keys)
        {
            return null;
        }

        var options = OptionsOf(keys, check);
        var font = keys.FindText("font");
        var setup = new PageSetup(
            null,
            keys.FindNumber("margin") is { } inches ? new Margins(inches * 72, inches * 72, inches * 72, inches * 72) : null,
            font is null ? [] : [ReadFont(font, keys)]);
        var text = keys.RequireText("text");
        if (keys.FindWhole("repeat") is { } times)
        {
            text = text.Trim() + string.Concat(Enumerable.Repeat(" " + text.Trim().Split('\n')[^1], Math.Clamp(times - 1, 0, 1000)));
        }

        var example = Make(
            text, written.Place, options, setup, keys.FindWhole("pages"), keys.FindWhole("pictures") ?? 0, faults);
        keys.Close();
        return example;
    }

    private static AnalysisOptions OptionsOf(YamlKeys? keys, Check check)
    {
        var kind = 0;
        while (((int)check.Kinds & (1 << kind)) == 0 && kind < Kinds.Length - 1)
        {
            kind++;
        }

        var framework = keys?.FindText("framework") ?? (check.Frameworks.IsEmpty ? null : check.Frameworks[0]);
        var asked = keys?.FindOneOf("kind", Kinds);
        return new AnalysisOptions(framework, (DraftKind)(asked is null ? kind : Array.IndexOf(Kinds, asked)))
        {
            AsOf = keys?.FindWhole("as-of") is { } year ? new DateOnly(year, 1, 1) : null,
        };
    }

    /// <summary>"Arial 11": a family and a size.</summary>
    private static FontUse ReadFont(string font, YamlKeys keys)
    {
        var space = font.LastIndexOf(' ');
        if (space > 0 && double.TryParse(font.AsSpan(space + 1), System.Globalization.CultureInfo.InvariantCulture, out var size))
        {
            return new FontUse(font[..space], size, 1000);
        }

        keys.Faults.Add(CheckFaults.BadExample, keys.Place, "'font' is a family and a size, such as: Arial 11");
        return new FontUse(font, 0, 1000);
    }

    private static CheckExample? Make(
        string written, YamlPlace place, AnalysisOptions options, PageSetup setup, int? pages, int pictures, Faults faults)
    {
        if (Rules.RuleTester.ReadMarks(written.Trim()) is not { } marked)
        {
            faults.Add(CheckFaults.BadExample, place, "the marks << and >> do not pair");
            return null;
        }

        // Signs at the head of a line lay it out and are no text, so what follows moves to the front.
        var (text, marks) = (new System.Text.StringBuilder(), new List<TextSpan>());
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var at = 0;
        foreach (var line in marked.Text.Split('\n'))
        {
            var kind = line switch
            {
                ['#', ' ', ..] => BlockKind.Heading,
                ['-', ' ', ..] => BlockKind.ListItem,
                _ => BlockKind.Paragraph,
            };
            var skipped = kind == BlockKind.Paragraph ? 0 : 2;
            if (line.Trim().Length > skipped)
            {
                text.Append(text.Length > 0 ? "\n" : "");
                var moved = text.Length - at - skipped;
                foreach (var mark in marked.Marks)
                {
                    if (mark.Start >= at && mark.Start < at + line.Length)
                    {
                        marks.Add(new TextSpan(mark.Start + moved, mark.End + moved));
                    }
                }

                blocks.Add(new Block(
                    new TextSpan(text.Length, text.Length + line.Length - skipped), kind, kind == BlockKind.Heading ? 1 : 0));
                text.Append(line, skipped, line.Length - skipped);
            }

            at += line.Length + 1;
        }

        var extraction = new Extraction(pages, []) { Setup = setup, Pictures = pictures };
        var draft = new Draft(
            new DraftFile("example", "", DraftFormat.Text), text.ToString(), blocks.ToImmutable(), SourceMap.Empty, extraction);
        return new CheckExample(place, draft, options, [.. marks]);
    }
}
