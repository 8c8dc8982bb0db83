using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Reporting;

/// <summary>Reads <c>rules/uses/comments.yaml</c>, where each whole number stands with its reason.</summary>
public static class MarginLimitsLoader
{
    public const string FileName = "uses/comments.yaml";

    public static MarginLimits Load(RulesFiles files, Faults faults)
    {
        var keys = ReasonedNumbers.Open(files, FileName, faults);
        var limits = new MarginLimits(
            ReasonedNumbers.Whole(keys, "per-page"),
            ReasonedNumbers.Whole(keys, "of-one-check-per-page"),
            ReasonedNumbers.Whole(keys, "closing-lines"),
            ReasonedNumbers.Whole(keys, "page-characters"));
        keys.Close();
        return limits;
    }
}
