using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Screening;

/// <summary>What the overview says in the same words as a page and as a workbook.</summary>
internal static class OverviewWords
{
    public const string EcqRung =
        "An ECQ stands on the rung that at least half of its competencies reach, in the client's latest draft that addresses it.";

    public static string Why(ClientPicture client) => client.Reasons.IsEmpty
        ? "nothing speaks for opening this client before others"
        : string.Join("; ", client.Reasons.Select(reason => $"{reason.Text} (+{Wording.Number(reason.Points)})"));

    /// <summary>"7 of 15 shown, then 9 of 15"; empty where there is one state only.</summary>
    public static string Trend(ClientPicture client) => client.Trend.IsEmpty
        ? ""
        : string.Join(", then ", client.Trend.Select((point, index) => $"{point.Shown} of {point.Of}{(index == 0 ? " shown" : "")}"));

    public static string Status(GradableStatus? status) => status switch
    {
        null => "not read",
        GradableStatus.Ok => "given",
        { } other => Wording.Id(other),
    };

    public static string EcqName(Framework framework, string ecq) => framework.Ecqs.FirstOrDefault(each => each.Id.Name == ecq)?.Name ?? ecq;

    public static string Name(Framework framework, string competency) => framework.FindCompetency(competency)?.Name ?? competency;

    /// <summary>What the fewest show first; of equals what most only name.</summary>
    public static IEnumerable<CompetencyGap> GapsFirst(Cohort cohort) =>
        cohort.Competencies.OrderBy(gap => gap.Of == 0 ? 1 : (double)gap.Shown / gap.Of).ThenByDescending(gap => gap.Said);
}
