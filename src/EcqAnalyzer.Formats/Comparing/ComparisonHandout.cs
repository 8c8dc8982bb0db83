using System.Collections.Immutable;
using EcqAnalyzer.Formats.Word.Writing;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Comparing;

/// <summary>A comparison as a Word document to print, mark up and send back: the same as the page, the two versions in two
/// columns.</summary>
internal sealed class ComparisonHandout
{
    private readonly Comparison _comparison;
    private readonly ComparisonWords _words;

    private ComparisonHandout(Comparison comparison) => (_comparison, _words) = (comparison, new ComparisonWords(comparison, "→"));

    public static void Write(Comparison comparison, Stream stream)
    {
        var told = new ComparisonHandout(comparison);
        HandoutWriter.Write(
            new Handout($"What changed: {told._words.Files}", [.. told.Blocks()]) { Paper = HandoutPaper.Landscape, Footer = told._words.Files }, stream);
    }

    private IEnumerable<HandoutBlock> Blocks() =>
    [
        new HandoutHeading(0, "What changed"),
        new HandoutParagraph(HandoutRun.Bold(_words.Files)),
        new HandoutParagraph(_words.Counts),
        new HandoutParagraph(_words.Judged) { Look = HandoutLook.Note },
        .. Competencies(),
        .. Changes(),
        .. FateWords.Of(_comparison, _words).SelectMany(Fates),
        .. Version(),
        new HandoutParagraph(Summary.WhatItIsNot) { Look = HandoutLook.Note },
    ];

    private IEnumerable<HandoutBlock> Competencies()
    {
        var changed = _words.Changed;
        if (_words.WhyNoScore is { } reason)
        {
            return [new HandoutHeading(1, "What your changes did"), new HandoutParagraph(reason)];
        }

        return changed.Count == 0 ? [] :
        [
            new HandoutHeading(1, "What your changes did"),
            new HandoutTable(
                "What the changes did to each competency: rung, accomplishments and duties of 100 in the old and the new version, and by which changes.",
                [new("Competency", 3), new("Rung", 3), new("Accomplishments", 2.7), new("Duties", 2), new("By change", 5)],
                [.. changed.Select(Row)]),
            new HandoutParagraph(_words.Unchanged) { Look = HandoutLook.Note },
        ];
    }

    private ImmutableArray<HandoutCell> Row(CompetencyChange change)
    {
        var because = string.Join(", ", _words.Because(change).Select(each => $"{each.Number} ({each.Did})"));
        var rest = change.Rest == 0 ? "" : $"{Wording.Signed(change.Rest)} {ComparisonWords.RestIsOfNeighbours}";
        return
        [
            new(new HandoutParagraph(HandoutRun.Bold(_words.Name(change.Competency)))),
            _words.Rungs(change),
            new(new HandoutParagraph(_words.Moved(change.Old.Accomplishment, change.New.Accomplishment))) { Bar = new(change.New.Accomplishment / 100, HandoutTint.Accomplishment) },
            new(new HandoutParagraph(_words.Moved(change.Old.Duty, change.New.Duty))) { Bar = new(change.New.Duty / 100, HandoutTint.Duty) },
            because.Length > 0 && rest.Length > 0 ? $"{because}; {rest}" : because + rest,
        ];
    }

    private IEnumerable<HandoutBlock> Changes() => _words.Numbers.Count == 0 ? [] :
    [
        new HandoutHeading(1, "The changes"),
        new HandoutTable(
            "Each change with its number, the old words, the new words, and what it did.",
            [new("Change", 3), new("Was", 7), new("Now", 7), new("What it did", 4)],
            [.. _words.Numbers.Select(each => Row(_comparison.Changes[each.Key], each.Value))]),
    ];

    private ImmutableArray<HandoutCell> Row(SentenceChange change, int number) =>
    [
        new(
            new HandoutParagraph(HandoutRun.Bold($"{number}. {ComparisonWords.What(change)}")),
            new HandoutParagraph(_words.Where(change)) { Look = HandoutLook.Note }),
        change.Old.IsEmpty || change.Kind == ChangeKind.Moved ? new() : Words(_comparison.Old, change.Old, change.Without, HandoutMarks.Gone),
        change.New.IsEmpty ? new() : Words(_comparison.New, change.New, change.With, HandoutMarks.Added),
        new([.. _words.Effects(change).Select(effect => new HandoutParagraph(effect))]),
    ];

    private static HandoutCell Words(Analysis analysis, ImmutableArray<int> sentences, ImmutableArray<TextSpan> changed, HandoutMarks marks) =>
        new(new HandoutParagraph(
        [
            .. ChangedWords.Of(analysis, sentences, changed).SelectMany<ChangedWords, HandoutRun>(
                words => [HandoutRun.Of(SafeText.Line(words.Text), words.IsChanged ? marks : HandoutMarks.None), " "]),
        ]));

    private static IEnumerable<HandoutBlock> Fates(FateWords fates) =>
    [
        new HandoutHeading(1, fates.Title),
        .. fates.Of(Fate.Met).Select(line => Item(fates.Met, line)),
        .. fates.Of(Fate.New).Select(line => Item(fates.New, line)),
        .. fates.Stands is { } stands ? [new HandoutParagraph(stands) { Look = HandoutLook.Note }] : Array.Empty<HandoutBlock>(),
    ];

    private static HandoutBullet Item(string title, FateLine line) =>
        new(HandoutRun.Bold($"{title}: "), line.Message + (line.Change is { } number ? $" (change {number})" : ""));

    private IEnumerable<HandoutBlock> Version()
    {
        if (_comparison.Version is not { } version)
        {
            return [];
        }

        var told = new VersionWords(version, _words);
        return
        [
            new HandoutHeading(1, VersionWords.Title),
            new HandoutParagraph(told.Lead),
            .. told.Scores.Select(each => new HandoutBullet(HandoutRun.Bold($"{each.Name}: "), each.Told)),
            .. told.Others is { } others ? [new HandoutParagraph(others)] : Array.Empty<HandoutBlock>(),
        ];
    }
}
