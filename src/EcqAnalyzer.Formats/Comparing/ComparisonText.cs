using System.Collections.Immutable;
using System.Text;
using EcqAnalyzer.Formats.Terminal;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Comparing;

/// <summary>A comparison for a terminal: what was compared, what came of it competency by competency, every change with what it
/// did, what the checks and suggestions say now, and, of a saved report, what is no work of the writer. Changed words stand in
/// brackets, so that no colour is needed to see them.</summary>
internal sealed class ComparisonText
{
    private const int Indent = 9;

    private readonly Comparison _comparison;
    private readonly ComparisonWords _words;
    private readonly Page _page;

    private ComparisonText(Comparison comparison, Page page)
    {
        (_comparison, _page) = (comparison, page);
        _words = new ComparisonWords(comparison, page.HasUnicode ? "→" : "->");
    }

    public static void Write(Comparison comparison, ReportStyle style, Stream stream)
    {
        var page = new Page(style);
        new ComparisonText(comparison, page).Write();
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private void Write()
    {
        _page.Title("What changed");
        _page.Wrapped(2, "  ", new Ink(_page.Printed(_words.Files), Tint.Strong));
        _page.Wrapped(2, "  ", _page.Printed(_words.Judged));
        _page.Wrapped(2, "  ", _words.Counts);
        WriteCompetencies();
        WriteChanges();
        foreach (var fates in FateWords.Of(_comparison, _words))
        {
            WriteFates(fates);
        }

        WriteVersion();
        _page.Blank();
        _page.Wrapped(0, "", new Ink(Summary.WhatItIsNot, Tint.Faint));
    }

    private void WriteCompetencies()
    {
        var changed = _words.Changed;
        if (_words.WhyNoScore is { } reason)
        {
            _page.Title("What it did");
            _page.Wrapped(2, "  ", new Ink(reason, Tint.Trouble));
        }
        else if (changed.Count > 0)
        {
            _page.Title("What it did");
            changed.ForEach(WriteCompetency);
            _page.Wrapped(2, "  ", new Ink(_words.Unchanged, Tint.Faint));
        }
    }

    private void WriteCompetency(CompetencyChange change)
    {
        var tint = change.New.Rung < change.Old.Rung || change.New.Accomplishment < change.Old.Accomplishment ? Tint.Trouble
            : change.New.Rung > change.Old.Rung || change.New.Accomplishment > change.Old.Accomplishment ? Tint.Accomplishment
            : Tint.Duty;
        _page.Wrapped(6, new Ink($"  {_words.Name(change.Competency)}:", Tint.Strong), new Ink($"{_words.Rungs(change)};", tint),
            $"accomplishments {_words.Moved(change.Old.Accomplishment, change.New.Accomplishment)},",
            $"duties {_words.Moved(change.Old.Duty, change.New.Duty)}");
        var because = _words.Because(change).Select(each => $"{each.Number} ({each.Did})").ToList();
        if (because.Count > 0)
        {
            _page.Wrapped(6, "      ", new Ink($"by change {string.Join(", ", because)}", Tint.Faint));
        }

        if (change.Rest != 0)
        {
            _page.Wrapped(6, "      ", new Ink($"{Wording.Signed(change.Rest)} {ComparisonWords.RestIsOfNeighbours}", Tint.Faint));
        }
    }

    private void WriteChanges()
    {
        if (_words.Numbers.Count == 0)
        {
            return;
        }

        _page.Title("The changes");
        foreach (var (at, number) in _words.Numbers)
        {
            WriteChange(_comparison.Changes[at], number);
        }
    }

    private void WriteChange(SentenceChange change, int number)
    {
        _page.Wrapped(5, new Ink($"{number,3}.", Tint.Strong), new Ink(ComparisonWords.What(change), Tint.Strong), $"{_page.Dot} {_words.Where(change)}");
        if (!change.Old.IsEmpty && change.Kind != ChangeKind.Moved)
        {
            WriteSentences(change.New.IsEmpty ? "    " : "    was", _comparison.Old, change.Old, change.Without, Tint.Trouble);
        }

        if (!change.New.IsEmpty)
        {
            WriteSentences(change.Old.IsEmpty || change.Kind == ChangeKind.Moved ? "    " : "    now", _comparison.New, change.New, change.With, Tint.Accomplishment);
        }

        var effects = _words.Effects(change).ToList();
        if (effects.Count > 0)
        {
            _page.Wrapped(Indent, "", string.Join("; ", effects));
        }
    }

    private void WriteSentences(string lead, Analysis analysis, ImmutableArray<int> sentences, ImmutableArray<TextSpan> changed, Tint tint)
    {
        var inks = ChangedWords.Of(analysis, sentences, changed)
            .Select(words => words.IsChanged ? new Ink($"[{_page.Printed(words.Text)}]", tint) : new Ink(_page.Printed(words.Text)));
        _page.Wrapped(Indent, new Ink(lead, Tint.Faint), [.. inks]);
    }

    private void WriteFates(FateWords fates)
    {
        _page.Title(fates.Title);
        WriteGroup(fates.Met, Tint.Accomplishment, fates.Of(Fate.Met));
        WriteGroup(fates.New, Tint.Trouble, fates.Of(Fate.New));
        if (fates.Stands is { } stands)
        {
            _page.Wrapped(2, "  ", new Ink(stands, Tint.Faint));
        }
    }

    private void WriteGroup(string title, Tint tint, IEnumerable<FateLine> lines)
    {
        foreach (var line in lines)
        {
            var by = line.Change is { } number ? $" (change {number})" : "";
            _page.Wrapped(4, new Ink($"  {title}:", tint), _page.Printed(line.Message + by));
        }
    }

    private void WriteVersion()
    {
        if (_comparison.Version is not { } version)
        {
            return;
        }

        var told = new VersionWords(version, _words);
        _page.Title(VersionWords.Title);
        _page.Wrapped(2, "  ", told.Lead);
        foreach (var (name, score) in told.Scores)
        {
            _page.Wrapped(6, new Ink($"  {name}:", Tint.Strong), score);
        }

        if (told.Others is { } others)
        {
            _page.Wrapped(2, "  ", others);
        }
    }
}
