using System.Globalization;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats;

/// <summary>The words and ids by which reports call the values of the model: the contract's ids where it has them.</summary>
public static class Wording
{
    /// <summary>"58 % sure"; empty where the user chose.</summary>
    public static string Sureness(double confidence) => confidence switch
    {
        >= 1 => "",
        <= 0 => "not told by the draft",
        _ => $"{Percent(confidence)} sure",
    };

    /// <summary>The same, to be put behind what was chosen: " (58 % sure)".</summary>
    public static string SureInBrackets(double confidence) => Sureness(confidence) is { Length: > 0 } sure ? $" ({sure})" : "";

    /// <summary>Of a probability from 0 to 1: "58 %".</summary>
    public static string Percent(double probability) => $"{Whole(probability * 100)} %";

    /// <summary>To the nearest whole number; halves are rounded away from 0.</summary>
    public static string Whole(double number) => Math.Round(number, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);

    /// <summary>At most two decimals, in which quarters are exact.</summary>
    public static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The same for what was gained or lost: "+1.5", "-2", "0".</summary>
    public static string Signed(double number) => number.ToString("+0.##;-0.##;0", CultureInfo.InvariantCulture);

    /// <summary>The strength on the side of accomplishments: a range in place of a number where evidence disagrees or is thin, since a
    /// number would promise too much.</summary>
    public static string Strength(CompetencyScore score, string dash)
    {
        ArgumentNullException.ThrowIfNull(score);
        return score.NeedsReader ? $"{Whole(score.Interval.Low)}{dash}{Whole(score.Interval.High)}" : Whole(score.Accomplishment);
    }

    public static string Id(StatementType type) => type switch
    {
        StatementType.Challenge => "challenge",
        StatementType.Context => "context",
        StatementType.Action => "action",
        StatementType.Result => "result",
        StatementType.Duty => "duty",
        _ => "other",
    };

    public static string Id(Person person) => person switch
    {
        Person.I => "i",
        Person.We => "we",
        Person.Other => "other",
        _ => "none",
    };

    public static string Id(MeasureKind kind) => kind switch
    {
        MeasureKind.Money => "money",
        MeasureKind.Percent => "percent",
        MeasureKind.Share => "share",
        MeasureKind.Factor => "factor",
        MeasureKind.Duration => "duration",
        MeasureKind.Date => "date",
        MeasureKind.Rank => "rank",
        MeasureKind.Headcount => "headcount",
        _ => "number",
    };

    public static string Id(MeasureSense sense) => sense switch
    {
        MeasureSense.Change => "change",
        MeasureSense.Saving => "saving",
        MeasureSense.Budget => "budget",
        MeasureSense.Size => "size",
        MeasureSense.Reached => "reached",
        MeasureSense.Aim => "aim",
        MeasureSense.Time => "time",
        MeasureSense.Moment => "moment",
        MeasureSense.Standing => "standing",
        _ => "amount",
    };

    public static string Id(Level level) => level switch
    {
        Level.Self => "self",
        Level.Projects => "projects",
        Level.People => "people",
        Level.Programs => "programs",
        _ => "organization",
    };

    public static string Id(DraftKind kind) => kind switch
    {
        DraftKind.Resume => "resume",
        DraftKind.Story => "story",
        DraftKind.Narrative => "narrative",
        DraftKind.Record => "record",
        _ => "duties",
    };

    public static DraftKind? FindKind(string id) => id switch
    {
        "resume" => DraftKind.Resume,
        "story" => DraftKind.Story,
        "narrative" => DraftKind.Narrative,
        "record" => DraftKind.Record,
        "duties" => DraftKind.Duties,
        _ => null,
    };

    public static string Id(Severity severity) => severity switch
    {
        Severity.Blocks => "blocks",
        Severity.Weakens => "weakens",
        _ => "advice",
    };

    public static string Id(GradableStatus status) => status switch
    {
        GradableStatus.Ok => "ok",
        GradableStatus.TooShort => "too-short",
        GradableStatus.Unreadable => "unreadable",
        _ => "off-topic",
    };

    public static string Id(Fit fit) => fit switch
    {
        Fit.Same => "same",
        Fit.Moved => "moved",
        _ => "partly",
    };

    public static string Id(Side side) => side == Side.Accomplishment ? "accomplishment" : "duty";

    public static string Id(ExtractionGrade grade) => grade switch
    {
        ExtractionGrade.Read => "read",
        ExtractionGrade.Apart => "apart",
        ExtractionGrade.Doubtful => "doubtful",
        _ => "untrusted",
    };

    public static string Id(SectionKind kind) => kind switch
    {
        SectionKind.Front => "front",
        SectionKind.Ecq => "ecq",
        SectionKind.Post => "post",
        SectionKind.Skills => "skills",
        SectionKind.Education => "education",
        _ => "other",
    };

    public static string Id(BlockKind kind) => kind switch
    {
        BlockKind.Paragraph => "paragraph",
        BlockKind.Heading => "heading",
        BlockKind.ListItem => "list-item",
        BlockKind.TableCell => "table-cell",
        BlockKind.Box => "box",
        BlockKind.Note => "note",
        BlockKind.Sentence => "sentence",
        _ => "page-furniture",
    };

    /// <summary>Null where there is no such kind of block.</summary>
    public static BlockKind? FindBlock(string? id)
    {
        for (var kind = BlockKind.Paragraph; kind <= BlockKind.PageFurniture; kind++)
        {
            if (Id(kind) == id)
            {
                return kind;
            }
        }

        return null;
    }

    public static string Id(ChangeKind kind) => kind switch
    {
        ChangeKind.Same => "same",
        ChangeKind.Moved => "moved",
        ChangeKind.Edited => "edited",
        ChangeKind.Split => "split",
        ChangeKind.Merged => "merged",
        ChangeKind.Added => "added",
        _ => "gone",
    };

    public static string Id(Fate fate) => fate switch
    {
        Fate.Met => "met",
        Fate.Stands => "stands",
        _ => "new",
    };

    public static string Id(JourneyStand stand) => stand switch
    {
        JourneyStand.NotShown => "not-shown",
        JourneyStand.NotTold => "not-told",
        JourneyStand.Below => "below",
        JourneyStand.At => "at",
        JourneyStand.Above => "above",
        _ => "off-map",
    };

    public static string Id(GapSort sort) => sort switch
    {
        GapSort.Absent => "absent",
        GapSort.Claimed => "claimed",
        GapSort.Duty => "duty",
        GapSort.Action => "action",
        GapSort.Result => "result",
        _ => "level",
    };

    public static string Id(Term term) => term switch
    {
        Term.Short => "short",
        Term.Medium => "medium",
        _ => "longer",
    };

    public static string Id(DraftFormat format) => format switch
    {
        DraftFormat.Text => "text",
        DraftFormat.Markdown => "markdown",
        DraftFormat.Word => "word",
        DraftFormat.Pdf => "pdf",
        _ => "given",
    };

    /// <summary>The format as one calls it in a sentence.</summary>
    public static string Name(DraftFormat format) => format switch
    {
        DraftFormat.Text => "plain text",
        DraftFormat.Markdown => "Markdown",
        DraftFormat.Word => "Word",
        DraftFormat.Pdf => "PDF",
        _ => "given text",
    };

    public static string Name(Rung rung) => rung switch
    {
        Rung.Absent => "absent",
        Rung.Claimed => "claimed",
        Rung.Duty => "duty",
        Rung.Action => "action",
        Rung.Result => "result",
        _ => "executive result",
    };

    /// <summary>"1 page", "2 pages".</summary>
    public static string Count(int count, string one, string? many = null) =>
        count == 1 ? $"1 {one}" : $"{count} {many ?? one + "s"}";
}
