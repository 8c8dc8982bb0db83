namespace EcqAnalyzer.Tests.Cli.Commands;

/// <summary>An edit of the sample <c>leading-people.txt</c>, with the sentences before and after it, several joined by a
/// bar.</summary>
internal sealed record KnownEdit(string Kind, string Old, string New)
{
    private const string Union = "The union had filed 14 grievances, most of them about overtime.";
    private const string Learned = "I learned from this that I have to ask how a number was reached before I praise it.";
    private const string Arrived = "When I arrived, the Duluth office was failing the widows and retirees it serves.";
    private const string Arrived2 = "When I arrived in March 2020, the Duluth office was failing the widows and retirees it serves.";
    private const string Desk = "I moved my desk to Duluth for ten weeks.";
    private const string Bakery = "I rented a room above a bakery so that I would be there for both shifts.";
    private const string Promoted = "from which nobody had been promoted in ten years.";
    private const string Boards = "Two other boards have asked for the curriculum, and one has adopted it.";
    private const string Timely = "Ensure that EEO complaints are addressed in a timely manner.";
    private const string Chair = "Chair the monthly meeting of the four office managers.";
    private const string Summary = "In summary, I am a proven leader who values diversity, builds strong teams and inspires others to do their best.";

    public static KnownEdit[] All { get; } =
    [
        new("edited", "I oversee 212 employees in four regional offices and a payroll of $19 million.",
            "I oversee 240 employees in five regional offices and a payroll of $22 million."),
        new("edited", Arrived, Arrived2),
        new("edited", "I then dissolved the two units and formed five mixed teams of intake clerks and adjudicators, each of which follows a family’s claim from the first letter to the first check.",
            "I then dissolved the two units and formed six mixed teams of intake clerks and adjudicators, each of which follows a family’s claim from the first letter to the first check."),
        new("edited", "Growing the next supervisors", "Growing the next generation of supervisors"),
        new("edited", "She finished six weeks early.", "She finished six weeks early and $40,000 under budget."),
        new("edited", "Responsible for approving leave, telework and training requests.",
            "Approved 900 leave, telework and training requests in 2023."),
        new("edited", "We worked hard to improve communication among the offices, and morale improved significantly.",
            "We worked hard to improve communication among the offices, and morale rose from 52 to 70."),
        new("split", "Nine of its 41 examiners had quit in eight months, the oldest claim had waited 19 months, and its two senior supervisors were no longer on speaking terms.",
            "Nine of its 41 examiners had quit in eight months, and the oldest claim had waited 19 months. | Its two senior supervisors were no longer on speaking terms."),
        new("split", "I removed the degree requirement that had kept our contact center staff from applying, most of whom are bilingual and know our customers better than anyone.",
            "I removed the degree requirement that had kept our contact center staff from applying. | Most of them are bilingual and know our customers better than anyone."),
        new("merged", "Within nine months the oldest claim in Duluth was 74 days old. | Twelve of the 14 grievances were withdrawn.",
            "Within nine months the oldest claim in Duluth was 74 days old, and twelve of the 14 grievances were withdrawn."),
        new("merged", "We then reopened 312 cases. | I asked every office for volunteers and set up a peer review in which each office checks a sample of another’s closed cases once a month, and the new manager and I rewrote the targets so that they count what is decided correctly and not what is closed.",
            "We then reopened 312 cases, and I asked every office for volunteers and set up a peer review in which each office checks a sample of another’s closed cases once a month, and the new manager and I rewrote the targets so that they count what is decided correctly and not what is closed."),
        new("moved", Union, Union),
        new("moved", Learned, Learned),
        new("added", "", Bakery),
        new("added", "", Boards),
        new("added", "", Chair),
        new("gone", "I believe that people are the most important asset of any organization, and I have always had strong interpersonal skills.", ""),
        new("gone", "They rewrote two of the rules and signed.", ""),
        new("gone", "Serve on the Board’s diversity council and its labor-management forum.", ""),
        new("gone", Summary, ""),
    ];

    /// <summary>The text with all twenty made.</summary>
    public static string MakeAll(string text)
    {
        text = Replace(text, $" {Union}", "");
        text = Replace(text, $"{Learned}\n\n", "");
        foreach (var edit in All.Where(edit => edit.Kind is "edited" or "split" or "merged"))
        {
            text = Replace(text, edit.Old.Replace(" | ", " "), edit.New.Replace(" | ", " "));
        }

        text = Replace(text, Arrived2, $"{Union} {Arrived2}");
        text = Replace(text, Desk, $"{Desk} {Bakery}");
        text = Replace(text, Promoted, $"{Promoted}\n\n{Boards}");
        text = Replace(text, Timely, $"{Timely}\n- {Chair}");
        text = Replace(text, Summary, Learned);
        text = Replace(text, "- Serve on the Board’s diversity council and its labor-management forum.\n", "");
        return All.Where(edit => edit.Kind == "gone" && edit.Old != Summary && !edit.Old.StartsWith("Serve"))
            .Aggregate(text, (whole, edit) => Replace(whole, $" {edit.Old}", ""));
    }

    private static string Replace(string text, string old, string with)
    {
        Assert.Contains(old, text);
        return text.Replace(old, with);
    }
}
