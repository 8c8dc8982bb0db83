using System.Collections.Immutable;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Screening;

/// <summary>What <c>rules/uses/screen.yaml</c> says, each part with its reason: which files are drafts, by the lower-case endings of
/// their names; what one file may cost; the signs by which clients are put in order, as they stand there.</summary>
public sealed record ScreeningPolicy(ImmutableArray<string> Endings, FileLimits Limits, ImmutableArray<TriageSign> Signs)
{
    public const string FileName = "uses/screen.yaml";

    private const double MostSeconds = 3600;
    private const double MostMegabytes = 65536;

    /// <summary>Read when a screening is asked for, and not with the rules: a check of a draft needs none of it.</summary>
    public static ScreeningPolicy Load(RulesFiles files, Faults faults)
    {
        var keys = ReasonedNumbers.Open(files, FileName, faults);
        var policy = new ScreeningPolicy(
            ReasonedNumbers.Part(keys, "drafts", drafts => ImmutableArray.CreateRange(
                [.. ReadEndings(drafts, "read"), .. ReadEndings(drafts, "refused")], (string ending) => ending.ToLowerInvariant())),
            ReasonedNumbers.Part(keys, "limits", limits => new FileLimits(
                TimeSpan.FromSeconds(ReasonedNumbers.Number(limits, "seconds", MostSeconds)),
                TimeSpan.FromSeconds(ReasonedNumbers.Number(limits, "pdf-seconds", MostSeconds)),
                (long)(ReasonedNumbers.Number(limits, "megabytes", MostMegabytes) * 1e6))),
            ReasonedNumbers.Part(keys, "order", order => ImmutableArray.CreateRange(SignIds.All, id => ReadSign(order, id))));
        keys.Close();
        return policy;
    }

    private static ImmutableArray<string> ReadEndings(YamlKeys parent, string key) =>
        ReasonedNumbers.Reasoned(parent, key, keys => keys.FindTexts("endings"));

    private static TriageSign ReadSign(YamlKeys order, string id) => ReasonedNumbers.Reasoned(order, id, keys => new TriageSign(
        id,
        ReasonedNumbers.InRange(keys, keys.RequireNumber("points"), most: 100),
        (int)ReasonedNumbers.InRange(keys, keys.RequireWhole("most"), most: 100),
        keys.RequireText("says"),
        keys.RequireText("reason")));
}

/// <summary>What one file may cost before it is given up: time on the clock for all of it, and for the first try at a PDF;
/// memory, in bytes, of the process that reads it.</summary>
public sealed record FileLimits(TimeSpan Time, TimeSpan PdfTime, long Bytes);

/// <summary>The signs that <see cref="Triage"/> looks for, in the order in which they are told.</summary>
public static class SignIds
{
    public const string Unreadable = "unreadable";
    public const string NoScore = "no-score";
    public const string Blocks = "blocks";
    public const string Fell = "fell";
    public const string Nothing = "nothing";
    public const string Duties = "duties";
    public const string Claims = "claims";
    public const string Look = "look";

    public static ImmutableArray<string> All { get; } = [Unreadable, NoScore, Blocks, Fell, Nothing, Duties, Claims, Look];
}
