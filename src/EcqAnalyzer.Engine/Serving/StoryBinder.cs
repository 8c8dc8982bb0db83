using System.Collections.Immutable;
using EcqAnalyzer.Engine.Checks;
using EcqAnalyzer.Engine.Fitting;
using EcqAnalyzer.Engine.Frameworks;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Serving;

/// <summary>What was asked of the stories: the day from which their age is counted, and the pages on which a draft is to
/// fit.</summary>
public sealed record StoriesAsked(DateOnly? AsOf = null, int? Pages = null);

/// <summary>
/// Binds the stories of several drafts into a book. START HERE: each story is read by itself (<see cref="StoryReader"/>), stories
/// that tell one deed are found (<see cref="SameStoryFinder"/>), and a plan is made of which serve which ECQ
/// (<see cref="StoryPlanner"/>): bundles of one or two stories, each with its worth to an ECQ (<see cref="BundleMaker"/>), of which
/// <see cref="BundleSolver"/> takes the best.
/// </summary>
public sealed class StoryBinder(StoriesPolicy stories, ScoringPolicy policy)
{
    /// <summary>The framework by which several drafts are judged together: the one that all whose headings tell were written for;
    /// where they differ, or none tells, the one in force.</summary>
    public static Choice<Framework> Agree(ImmutableArray<Analysis> drafts, ImmutableArray<Framework> frameworks)
    {
        var told = drafts.Where(draft => draft.Framework.Confidence > 0).Select(draft => draft.Framework.Value.Id).Distinct().ToList();
        var surest = drafts.MaxBy(draft => draft.Framework.Confidence)!.Framework;
        if (told.Count <= 1)
        {
            var name = drafts.First(draft => draft.Framework == surest).Document.Draft.File.Name;
            return drafts.Length == 1 || surest.Confidence is 0 or 1 ? surest : surest with { Reason = $"{name}: {surest.Reason}" };
        }

        var written = drafts.Where(draft => draft.Framework.Confidence > 0)
            .Select(draft => $"{draft.Document.Draft.File.Name} for {draft.Framework.Value.Id}");
        return new Choice<Framework>(
            frameworks.First(framework => framework.Id == FrameworkDetector.Undecided),
            $"The drafts were written for several ({string.Join(", ", written)}), so the one in force is taken.",
            0);
    }

    /// <summary>The book of drafts that were all judged by <paramref name="framework"/>.</summary>
    public StoryBook Bind(ImmutableArray<Analysis> drafts, Choice<Framework> framework, StoriesAsked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var reader = new StoryReader(policy);
        var years = drafts.Select(draft => YearsTold.Of(draft.Document, asked.AsOf)).ToList();
        var told = drafts.SelectMany((draft, number) => reader.Read(draft, number, years[number])).ToImmutableArray();
        var book = new StoryBook(framework, drafts, told, new SameStoryFinder(stories.SameStory).Find(drafts, told))
        {
            Today = years.Max(each => each.Today),
            IsTodayAsked = asked.AsOf is not null,
        };
        return book with
        {
            Plan = StoryPlanner.Plan(book, policy, stories.MostPerEcq),
            Fits = asked.Pages is { } pages
                ? [.. drafts.SelectMany((draft, number) => draft.Competencies.IsEmpty ? [] : new[] { new PageFitter(stories, policy).Fit(draft, number, pages) })]
                : [],
        };
    }
}
