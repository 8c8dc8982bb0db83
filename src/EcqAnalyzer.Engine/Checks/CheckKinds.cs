using System.Collections.Immutable;
using EcqAnalyzer.Engine.Yaml;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Every kind of check there is, by the key under which an entry of <c>rules/checks/</c> sets it up.</summary>
public static class CheckKinds
{
    public static ImmutableArray<CheckKindEntry> All { get; } =
    [
        new("limit", LimitKind.Read),
        new("missing-ecqs", MissingEcqsKind.Read),
        new("person", PersonKind.Read),
        new("phrase", PhraseKind.Read),
        new("acronyms", AcronymsKind.Read),
    ];
}

public sealed record CheckKindEntry(string Key, Func<YamlKeys, ICheckKind> Read);
