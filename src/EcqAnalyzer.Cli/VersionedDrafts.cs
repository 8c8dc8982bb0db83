using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Comparing;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli;

/// <summary>Analyses two versions of a draft alike, so that they can be compared: by today's rules, under the framework and as
/// the kind that the new version has.</summary>
internal sealed class VersionedDrafts(Workbench workbench)
{
    private const string UnknownFramework = "ECQ291";

    public Comparison Compare(OpenedVersion old, AnalysisOptions oldOptions, Draft latest, AnalysisOptions options)
    {
        var policy = workbench.Rulebook.Load(ComparingPolicy.Load);

        var @new = workbench.Pipeline.Analyze(latest, options);
        var first = workbench.Pipeline.Analyze(old.Draft, AsSaved(old, oldOptions));
        var isAlike = first.Framework.Value.Id == @new.Framework.Value.Id && first.Kind.Value == @new.Kind.Value;
        var alike = isAlike
            ? first
            : workbench.Pipeline.Analyze(old.Draft, oldOptions with { Framework = @new.Framework.Value.Id, Kind = @new.Kind.Value });
        return new DraftComparer(policy).Compare(alike, @new) with
        {
            OldFramework = first.Framework.Value.Id == @new.Framework.Value.Id ? null : first.Framework.Value,
            Version = old.Saved is null ? null : VersionComparer.Compare(old.Saved, first),
        };
    }

    /// <summary>A saved report is judged as it was, so that only rules and models differ.</summary>
    private AnalysisOptions AsSaved(OpenedVersion old, AnalysisOptions options)
    {
        if (old.Saved is not { } saved)
        {
            return options;
        }

        return workbench.Frameworks.Any(framework => framework.Id == saved.Framework)
            ? options with { Framework = saved.Framework, Kind = saved.Kind }
            : throw new FaultyFilesException([new Diagnostic(
                UnknownFramework, saved.Draft.File.Name, null, null,
                $"the saved report was made by the framework '{saved.Framework}', which is not here; give its pack with --rules, or the old draft itself")]);
    }
}
