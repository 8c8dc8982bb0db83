using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Rules;

/// <summary>Labels as rule packs name them, for people who write or read packs.</summary>
public static class LabelNames
{
    /// <summary>Such as <c>type action</c>, <c>opm-2006/team-building</c>.</summary>
    public static string Of(Label label) => label switch
    {
        CompetencyLabel shown => shown.Competency.ToString(),
        ClaimLabel claimed => $"claim of {claimed.Competency}",
        TypeLabel of => $"type {of.Type.ToString().ToLowerInvariant()}",
        LevelLabel of => $"level {of.Level.ToString().ToLowerInvariant()}",
        MarkLabel of => $"mark {of.Mark}",
        _ => throw new ArgumentException("No such label.", nameof(label)),
    };
}
