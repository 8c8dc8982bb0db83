using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Yaml;

namespace EcqAnalyzer.Engine.Comparing;

/// <summary>The numbers of <c>rules/uses/comparing.yaml</c>, where each stands with its reason: least similarities from 0 to 1,
/// and how much a word without meaning of its own counts beside one with.</summary>
public sealed record ComparingPolicy(double SamePlace, double Elsewhere, double Part, double FunctionWord)
{
    public const string FileName = "uses/comparing.yaml";

    /// <summary>Read when a comparison is asked for, and not with the rules: a check of a draft needs none of it.</summary>
    public static ComparingPolicy Load(RulesFiles files, Faults faults)
    {
        var keys = ReasonedNumbers.Open(files, FileName, faults);
        var policy = ReasonedNumbers.Part(keys, "similarity", part => new ComparingPolicy(
            ReasonedNumbers.Number(part, "same-place"),
            ReasonedNumbers.Number(part, "elsewhere"),
            ReasonedNumbers.Number(part, "part"),
            ReasonedNumbers.Number(part, "function-word")));
        keys.Close();
        return policy;
    }
}
