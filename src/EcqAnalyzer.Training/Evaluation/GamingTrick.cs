using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>Words that somebody might add to a draft to look better without having done anything more.</summary>
public sealed record GamingTrick(string Id, string Name, ImmutableArray<(BlockKind Kind, string Text)> Added)
{
    private const int Seed = 7;

    /// <summary>An invented draft that shows something on several rungs, so that there is something to raise.</summary>
    public static ImmutableArray<(BlockKind Kind, string Text)> Draft { get; } =
    [
        (BlockKind.Paragraph, "When I came to the licensing office, four of its nine counters had been closed for a year."),
        (BlockKind.Paragraph, "I led a team of 12 clerks through the move to one queue and coached two of them into supervisor posts."),
        (BlockKind.Paragraph, "As a result, waiting time fell from 90 to 25 minutes within six months."),
        (BlockKind.Paragraph, "I settled a dispute between the union and the branch chiefs over weekend shifts, and both signed the agreement."),
        (BlockKind.Paragraph, "I am responsible for the annual budget of the office and for the training of its staff."),
        (BlockKind.Paragraph, "My predecessor had left no records of complaints."),
    ];

    public static ImmutableArray<GamingTrick> All(Framework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        var competencies = framework.Competencies.ToArray();
        return
        [
            new("definitions", "definitions of all competencies, pasted", Lines(BlockKind.Paragraph, competencies.Select(each => each.Definition))),
            new("definitions-as-list", "the same as a list, each under its name", Lines(BlockKind.ListItem, competencies.Select(each => $"{each.Name}: {each.Definition}"))),
            new("ecq-definitions", "definitions of the ECQs, pasted", Lines(BlockKind.Paragraph, framework.Ecqs.Select(each => each.Definition))),
            new("repeated-sentences", "every sentence of the draft once more", [.. Draft]),
            new("repeated-often", "every sentence of the draft ten times more", [.. Enumerable.Repeat(Draft, 10).SelectMany(lines => lines)]),
            new("keyword-salad", "words of leadership in any order", Lines(BlockKind.Paragraph, Salad(competencies))),
            new("gibberish", "invented words", Lines(BlockKind.Paragraph, Gibberish())),
            new("headings", "names of competencies and ECQs as headings", Lines(BlockKind.Heading, competencies.Select(each => each.Name).Concat(framework.Ecqs.Select(each => each.Name)))),
            new("names", "names of competencies as a list", Lines(BlockKind.ListItem, competencies.Select(each => each.Name))),
            new("boasts", "a boast for every competency", Lines(BlockKind.Paragraph, competencies.Select(each => $"I am a leader known for {each.Name.ToLowerInvariant()}."))),
        ];
    }

    /// <summary>The draft with this added behind it.</summary>
    public Draft Applied() => DraftOf([.. Draft, .. Added]);

    public static Draft DraftOf(ImmutableArray<(BlockKind Kind, string Text)> lines)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var start = 0;
        foreach (var (kind, text) in lines)
        {
            blocks.Add(new Block(new TextSpan(start, start + text.Length), kind, kind == BlockKind.Heading ? 1 : 0));
            start += text.Length + 1;
        }

        return new Draft(
            new DraftFile("gaming", "", DraftFormat.Text),
            string.Join('\n', lines.Select(line => line.Text)),
            blocks.ToImmutable(),
            SourceMap.Empty,
            new Extraction(null, []));
    }

    private static ImmutableArray<(BlockKind Kind, string Text)> Lines(BlockKind kind, IEnumerable<string> texts) =>
        [.. texts.Where(text => text.Length > 0).Select(text => (kind, text))];

    private static IEnumerable<string> Salad(Competency[] competencies)
    {
        string[] words =
        [
            .. competencies.SelectMany(each => each.Name.ToLowerInvariant().Split(' ', '/', '-')),
            .. "led team results percent million budget strategic transformed stakeholders negotiated agency-wide mentored innovative saved award goals diverse".Split(' '),
        ];
        var shuffle = new Shuffle(Seed);
        for (var line = 0; line < 10; line++)
        {
            shuffle.Apply(words);
            yield return $"{string.Join(' ', words.Take(16))}.";
        }
    }

    private static IEnumerable<string> Gibberish()
    {
        string[] syllables = ["bra", "ko", "lim", "ten", "fus", "dre", "pol", "wix", "ga", "sho", "nert", "mi"];
        var shuffle = new Shuffle(Seed);
        for (var line = 0; line < 10; line++)
        {
            yield return $"{string.Join(' ', Enumerable.Range(0, 12).Select(_ => syllables[shuffle.Next(12)] + syllables[shuffle.Next(12)]))}.";
        }
    }
}
