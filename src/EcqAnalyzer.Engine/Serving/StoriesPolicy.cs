using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Yaml;

namespace EcqAnalyzer.Engine.Serving;

/// <summary>The numbers of <c>rules/uses/stories.yaml</c>, where each stands with its reason.</summary>
public sealed record StoriesPolicy(int MostPerEcq, SameStoryPolicy SameStory, PagePolicy Page, int SearchSteps)
{
    public const string FileName = "uses/stories.yaml";

    /// <summary>Read when stories are asked for, and not with the rules: a check of a draft needs none of it.</summary>
    public static StoriesPolicy Load(RulesFiles files, Faults faults)
    {
        var keys = ReasonedNumbers.Open(files, FileName, faults);
        var policy = new StoriesPolicy(
            ReasonedNumbers.Part(keys, "plan", part => (int)ReasonedNumbers.Number(part, "most-per-ecq", 3)),
            ReasonedNumbers.Part(keys, "same-story", part => new SameStoryPolicy(
                ReasonedNumbers.Number(part, "share"),
                (int)ReasonedNumbers.Number(part, "words", 100),
                ReasonedNumbers.Number(part, "short-share"),
                (int)ReasonedNumbers.Number(part, "short-words", 100))),
            ReasonedNumbers.Part(keys, "page", part => new PagePolicy(
                ReasonedNumbers.Number(part, "width", 10_000),
                ReasonedNumbers.Number(part, "height", 10_000),
                ReasonedNumbers.Number(part, "margin", 1_000),
                ReasonedNumbers.Number(part, "font-size", 100),
                ReasonedNumbers.Number(part, "character"),
                ReasonedNumbers.Number(part, "row", 3),
                ReasonedNumbers.Number(part, "used"),
                ReasonedNumbers.Number(part, "full-row"))),
            ReasonedNumbers.Part(keys, "search", part => (int)ReasonedNumbers.Number(part, "steps", 1e9)));
        keys.Close();
        return policy;
    }
}

/// <summary>From which share of common words on two stories are one; short ones need a higher share. Below
/// <see cref="ShortWords"/> nothing is said.</summary>
public sealed record SameStoryPolicy(double Share, int Words, double ShortShare, int ShortWords);

/// <summary>A page where the draft does not tell: lengths in points, <see cref="Character"/> and <see cref="Row"/> in sizes of the
/// font, <see cref="Used"/> the part of a page that rows take, <see cref="FullRow"/> the part of rows that a full one
/// surpasses.</summary>
public sealed record PagePolicy(
    double Width, double Height, double Margin, double FontSize, double Character, double Row, double Used, double FullRow);
