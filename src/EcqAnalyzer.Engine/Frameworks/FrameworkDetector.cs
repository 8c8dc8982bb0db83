using System.Collections.Immutable;
using EcqAnalyzer.Engine.Sections;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Frameworks;

/// <summary>Tells from a draft's headings which framework it was written for.</summary>
public static class FrameworkDetector
{
    /// <summary>What is taken where the draft does not tell: the scheme in force.</summary>
    public const string Undecided = "opm-2025";

    public static Choice<Framework> Detect(Outline outline, ImmutableArray<Framework> frameworks, string? asked)
    {
        var id = asked ?? Undecided;
        var framework = frameworks.FirstOrDefault(framework => framework.Id == id)
            ?? throw new ArgumentException($"there is no framework '{id}'", nameof(asked));
        return new Choice<Framework>(framework, asked is null ? "nothing in the draft tells" : "you asked for it", asked is null ? 0 : 1);
    }
}
