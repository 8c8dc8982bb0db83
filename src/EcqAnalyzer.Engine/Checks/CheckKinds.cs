using System.Collections.Immutable;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Every kind of check there is, by the key under which an entry of <c>rules/checks/</c> sets it up.</summary>
public static class CheckKinds
{
    public static ImmutableArray<CheckKindEntry> All { get; } =
    [
        new("limit", LimitKind.Read),
        new("missing-ecqs", MissingEcqsKind.Read),
        new("balance", BalanceKind.Read),
        new("overview", OverviewKind.Read),
        new("pictures", PicturesKind.Read),
        new("digits", DigitsKind.Read),
        new("length", LengthKind.Read),
        new("person", PersonKind.Read),
        new("phrase", PhraseKind.Read),
        new("mark", MarkKind.Read),
        new("clause", ClauseKind.Read),
        new("acronyms", AcronymsKind.Read),
        new("claims", ClaimsKind.Read),
        new("story-parts", StoryPartsKind.Read),
        new("story-order", StoryOrderKind.Read),
        new("story-share", StoryShareKind.Read),
        new("story-opening", StoryOpeningKind.Read),
        new("story-owner", StoryOwnerKind.Read),
        new("told-twice", ToldTwiceKind.Read),
        new("age", AgeKind.Read),
        new("results", ResultsKind.Read),
        new("measures", MeasuresKind.Read),
        new("level", LevelKind.Read),
        new("duties", DutiesKind.Read),
        new("stories-per-ecq", StoriesPerEcqKind.Read),
        new("competencies-shown", CompetenciesShownKind.Read),
        new("examples-per-ecq", ExamplesPerEcqKind.Read),
        new("ecq-headings", EcqHeadingsKind.Read),
        new("carry-over", CarryOverKind.Read),
        new("always", AlwaysKind.Read),
        new("essay", EssayKind.Read),
        new("not-checked", NotCheckedKind.Read),
    ];
}

public sealed record CheckKindEntry(string Key, Func<CheckSettings, ICheckKind> Read);
