using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Runs the checks that apply to the kind of draft.</summary>
public static class CheckRunner
{
    public static ImmutableArray<Finding> Run(ImmutableArray<Check> checks, Analysis analysis)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var check in checks)
        {
            if (check.IsFor(analysis.Kind.Value))
            {
                foreach (var hit in check.Kind.Find(analysis))
                {
                    findings.Add(new Finding(check.Id, check.Severity, hit.Span, string.Format(null, check.Message, hit.Words)));
                }
            }
        }

        return findings.ToImmutable();
    }
}
