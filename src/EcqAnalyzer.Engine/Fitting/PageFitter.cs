using System.Collections.Immutable;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Serving;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Fitting;

/// <summary>
/// Finds which lines of a draft to keep on so many pages so that it shows most, and what every line is worth. START HERE:
/// <see cref="RoomFinder"/> says what a page holds, <see cref="LineFinder"/> among which lines to choose,
/// <see cref="LineSolver"/> chooses, and <see cref="StruckDraft"/> tells what is shown without a line.
/// </summary>
public sealed class PageFitter(StoriesPolicy stories, ScoringPolicy policy)
{
    private readonly StoryReader _reader = new(policy);

    /// <summary>The choice for the draft that is the <paramref name="number"/>th; it has a score.</summary>
    public PageFit Fit(Analysis analysis, int number, int pages)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var room = new RoomFinder(stories.Page).Find(analysis);
        var (lines, needed) = LineFinder.Find(analysis.Document, room.Characters);
        var always = needed - lines.Sum(line => line.Size);
        var left = Math.Max(0, pages * room.Size - always);
        var items = new ItemMaker(_reader, policy.Strength.AccomplishmentGain, analysis);
        var solution = LineSolver.Solve(items.Make(lines), items.MakeAlways(lines), left, stories.SearchSteps);
        var whole = new StruckDraft(policy, analysis, []);
        var isKept = Fill(analysis, lines, solution.IsChosen, left, whole);
        var kept = whole.Without(lines.Where((_, i) => !isKept[i]).SelectMany(line => line.Sentences));
        return new PageFit(
            number,
            pages,
            room,
            needed,
            always,
            [.. lines.Select((line, i) => Price(analysis, line, isKept[i], kept))],
            [
                .. analysis.Competencies.Select(score => score.Competency).Select(id => new FittedCompetency(
                    id, whole.RungOf(id), whole.StrengthOf(id), kept.RungOf(id), kept.StrengthOf(id))),
            ])
        {
            Doubt = solution.Doubt,
        };
    }

    /// <summary>Fills what is left of the pages with lines that add no points: first those that tell what came of a deed that is
    /// kept, by which a rung is reached, then results and actions, measured ones before, then settings, then the rest.</summary>
    private static bool[] Fill(Analysis analysis, ImmutableArray<FreeLine> lines, ImmutableArray<bool> isChosen, int room, StruckDraft whole)
    {
        var isKept = isChosen.ToArray();
        room -= lines.Where((_, i) => isKept[i]).Sum(line => line.Size);
        var chosen = whole.Without(lines.Where((_, i) => !isKept[i]).SelectMany(line => line.Sentences));
        var idle = Enumerable.Range(0, lines.Length).Where(i => !isKept[i]).OrderBy(i => UseOf(analysis, lines[i])).ToList();
        while (idle.RemoveAll(i => lines[i].Size > room) >= 0 && idle.Count > 0)
        {
            var raising = idle.FindIndex(i => IsOfLongerStory(analysis, lines[i]) && StepsOf(analysis, chosen.With(lines[i].Sentences), chosen).Any());
            var next = idle[Math.Max(0, raising)];
            idle.Remove(next);
            (isKept[next], room, chosen) = (true, room - lines[next].Size, chosen.With(lines[next].Sentences));
        }

        return isKept;
    }

    /// <summary>Only beside other lines of its story can a line raise a rung and add no points.</summary>
    private static bool IsOfLongerStory(Analysis analysis, FreeLine line) => analysis.Stories.Any(
        story => story.Statements.Contains(line.Sentences[0]) && story.Statements.Length > line.Sentences.Length);

    /// <summary>The use of a line that shows no competency more, 1 the most.</summary>
    private static int UseOf(Analysis analysis, FreeLine line) => line.Sentences.Min(index => analysis.Statements[index] switch
    {
        { Type: StatementType.Action or StatementType.Result, Measured: true } => 1,
        { Type: StatementType.Action or StatementType.Result } => 2,
        { Type: StatementType.Challenge or StatementType.Context } => 3,
        _ => 4,
    });

    private static DraftLine Price(Analysis analysis, FreeLine line, bool isKept, StruckDraft kept)
    {
        var (with, without) = isKept ? (kept, kept.Without(line.Sentences)) : (kept.With(line.Sentences), kept);
        var shown = line.Sentences
            .SelectMany(sentence => analysis.Statements[sentence].Shown.Select(each => each.Competency))
            .Distinct()
            .ToList();
        var falls = shown
            .Select(id => new StrengthMove(id, with.StrengthOf(id), without.StrengthOf(id)))
            .Where(fall => fall.Lost > 0)
            .OrderByDescending(fall => fall.Lost);
        return new DraftLine(line.Span, line.Sentences, line.Size, isKept, [.. falls], [.. StepsOf(analysis, with, without)]);
    }

    /// <summary>A line may carry the rung of a competency that it does not show itself: it tells what came of the deed. Claims and
    /// duties are no loss.</summary>
    private static IEnumerable<RungStep> StepsOf(Analysis analysis, StruckDraft with, StruckDraft without) => analysis.Competencies
        .Select(score => new RungStep(score.Competency, with.RungOf(score.Competency), without.RungOf(score.Competency)))
        .Where(step => step.From > step.To && step.From >= Rung.Action);

    /// <summary>Makes of lines what the solver counts with: copies of a sentence have one key.</summary>
    private sealed class ItemMaker(StoryReader reader, double gain, Analysis analysis)
    {
        private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);

        public ImmutableArray<LineItem> Make(ImmutableArray<FreeLine> lines) =>
            [.. lines.Select(line => new LineItem(line.Size, GainsOf(line.Sentences)))];

        /// <summary>What the lines show that always stay.</summary>
        public ImmutableArray<Gain> MakeAlways(ImmutableArray<FreeLine> lines)
        {
            var free = lines.SelectMany(line => line.Sentences).ToHashSet();
            return GainsOf(analysis.Statements.Select(statement => statement.Sentence.Index).Where(index => !free.Contains(index)));
        }

        private ImmutableArray<Gain> GainsOf(IEnumerable<int> sentences)
        {
            var told = sentences.Select(index => analysis.Statements[index]).ToImmutableArray();
            var gains = ImmutableArray.CreateBuilder<Gain>();
            for (var i = 0; i < analysis.Competencies.Length; i++)
            {
                foreach (var part in reader.PartsOf(told, analysis.Competencies[i].Competency).Where(part => part.Worth > 0))
                {
                    gains.Add(new Gain(i, KeyOf(part.Key), gain * part.Worth));
                }
            }

            return gains.ToImmutable();
        }

        private int KeyOf(string words)
        {
            if (!_keys.TryGetValue(words, out var key))
            {
                _keys.Add(words, key = _keys.Count);
            }

            return key;
        }
    }
}
