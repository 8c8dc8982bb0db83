using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>
/// Runs the examples of checks through the whole pipeline: a check must find something in each hit, and, where the hit marks
/// words, point at exactly these; and nothing in any miss.
/// </summary>
public sealed class CheckTester(Pipeline pipeline, Faults faults)
{
    /// <summary>How many examples were run.</summary>
    public int Test(IEnumerable<Check> checks)
    {
        var examples = 0;
        foreach (var check in checks)
        {
            examples += check.Hits.Length + check.Misses.Length;
            Test(check);
        }

        return examples;
    }

    private void Test(Check check)
    {
        if (check.Kind is not NotCheckedKind && (check.Hits.IsEmpty || check.Misses.IsEmpty))
        {
            faults.Add(CheckFaults.TooFewExamples, check.Place, $"{check.Id} needs a hit and a miss");
        }

        foreach (var hit in check.Kind is NotCheckedKind ? [] : check.Hits)
        {
            if (CheckExample.Read(hit, check, faults) is { } example)
            {
                TestHit(check, example);
            }
        }

        foreach (var miss in check.Misses)
        {
            if (CheckExample.Read(miss, check, faults) is { } example && Run(check, example) is [var first, ..])
            {
                faults.Add(CheckFaults.MissIsHit, example.Place, $"{check.Id}: finds something in a miss: {first.Message}");
            }
        }
    }

    private void TestHit(Check check, CheckExample hit)
    {
        var findings = Run(check, hit);
        if (findings.Count == 0)
        {
            faults.Add(CheckFaults.HitFails, hit.Place, $"{check.Id}: finds nothing in a hit");
            return;
        }

        var places = findings.Select(finding => finding.Span).OfType<TextSpan>().ToList();
        if (!hit.Marks.IsEmpty && !places.SequenceEqual(hit.Marks))
        {
            var found = string.Join("; ", places.Select(span => $"\"{span.Of(hit.Draft.Text)}\""));
            faults.Add(CheckFaults.HitFails, hit.Place, $"{check.Id}: points not at the marked words but at {found}");
        }
    }

    private List<Finding> Run(Check check, CheckExample example) =>
        [.. pipeline.Analyze(example.Draft, example.Options).Findings.Where(finding => finding.Check == check.Id)];
}
