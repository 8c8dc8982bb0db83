using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Runs the checks that apply to the kind of draft.</summary>
public static class CheckRunner
{
    public static ImmutableArray<Finding> Run(ImmutableArray<Check> checks, Analysis analysis) =>
    [
        .. checks
            .Where(check => check.Kinds.Contains(analysis.Kind.Value))
            .SelectMany(check => check.Kind.Find(analysis).Select(hit =>
                new Finding(check.Id, check.Severity, hit.Span, string.Format(null, check.Message, hit.Words)))),
    ];
}
