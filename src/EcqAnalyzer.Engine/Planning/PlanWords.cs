using System.Text.RegularExpressions;
using EcqAnalyzer.Engine.Suggestions;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Planning;

/// <summary>Fills the holes of the templates in <c>rules/uses/plan.yaml</c> for one gap.</summary>
internal sealed partial class PlanWords(PlanPolicy policy, Rehearsal rehearsal, Analysis analysis)
{
    /// <summary>Everything that a template may ask for.</summary>
    public static string[] Holes { get; } = ["competency", "ecq", "quote", "question", "practice", "assignment", "shown", "aim"];

    public static IEnumerable<string> HolesOf(string template) => Hole().Matches(template).Select(match => match.Groups["name"].Value);

    public Rehearsed RehearsedFor(Competency competency) => rehearsal.Find(competency.Id) ?? policy.Usual with { Questions = [competency.Question] };

    public string Fill(string template, PlannedGap gap, Level? shown) => Hole().Replace(template, match => match.Groups["name"].Value switch
    {
        "competency" => gap.Competency.Name,
        "ecq" => gap.Ecq.Name,
        "quote" => gap.Sentence is { } sentence ? Quote.Of(analysis.Document.Draft.Text, analysis.Document.Sentences[sentence].Span) : gap.Competency.Name,
        "question" => QuestionOf(gap.Competency),
        "practice" => RehearsedFor(gap.Competency).Practice,
        "assignment" => RehearsedFor(gap.Competency).Assignment,
        "shown" => policy.LevelNames[(int)(shown ?? Level.Self)],
        _ => policy.LevelNames[(int)gap.Aim],
    });

    private string QuestionOf(Competency competency) =>
        competency.Question.Length > 0 ? competency.Question : RehearsedFor(competency).Questions[0];

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}", RegexOptions.None, 1000)]
    private static partial Regex Hole();
}
