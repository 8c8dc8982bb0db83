using System.Collections.Immutable;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Serving;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli;

/// <summary>Analyses several drafts of one writer under one framework, so that their stories can be bound into a book.</summary>
internal sealed class BoundDrafts(Workbench workbench)
{
    /// <summary>There is at least one draft.</summary>
    public StoryBook Bind(IReadOnlyList<(Draft Draft, AnalysisOptions Options)> drafts, StoriesAsked asked)
    {
        var policy = workbench.Rulebook.Load(StoriesPolicy.Load);

        // Findings and suggestions are the business of a check.
        var first = drafts.Select(each => Analyze(each.Draft, each.Options)).ToImmutableArray();
        var framework = StoryBinder.Agree(first, workbench.Frameworks);
        var alike = first.Select((analysis, i) => analysis.Framework.Value.Id == framework.Value.Id
            ? analysis
            : Analyze(drafts[i].Draft, drafts[i].Options with { Framework = framework.Value.Id }));
        return new StoryBinder(policy, workbench.Rulebook.Policy).Bind([.. alike], framework, asked);
    }

    private Analysis Analyze(Draft draft, AnalysisOptions options) =>
        workbench.Pipeline.Analyze(draft, options with { Scope = AnalysisScope.Scores });
}
