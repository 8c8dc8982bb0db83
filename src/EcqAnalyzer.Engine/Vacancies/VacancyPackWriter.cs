using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace EcqAnalyzer.Engine.Vacancies;

/// <summary>
/// Writes the pack of a vacancy: a framework based on the one whose ECQs are asked for, with a part for each technical
/// qualification, its rules, and the limits that the announcement states. <c>ecq check --vacancy</c> needs nothing else.
/// </summary>
public sealed class VacancyPackWriter(string id, string source, Announcement announcement)
{
    private readonly StringBuilder _yaml = new();

    /// <summary>The pack with these phrases, by the number of their qualification.</summary>
    public string Write(string framework, IReadOnlyDictionary<int, ImmutableArray<Proposal>> phrases)
    {
        Line(0, $"# Made of {source} by: ecq rules new --from. Read it beside the announcement: texts and limits are its own,");
        Line(0, "# phrases are proposed from its words. Change what you like, then run: ecq rules test --rules THIS-FILE");
        Line(0, $"id: {id}");
        Line(0, $"name: {Quote(announcement.Title ?? id)}");
        Line(0, "status: vacancy");
        Line(0, $"source: {Quote(announcement.Number is { } number ? $"{number} ({source})" : source)}");
        Line(0, $"base: {framework}");
        WriteDates();
        WriteLimits();
        var silent = announcement.Qualifications.Where(each => !phrases.TryGetValue(each.Number, out var of) || of.IsEmpty).ToList();
        if (silent.Count > 0)
        {
            Line(0, $"without-rules: [{string.Join(", ", silent.Select(NameOf))}]");
        }

        Line(0, "ecqs:");
        foreach (var qualification in announcement.Qualifications)
        {
            Write(qualification, phrases.TryGetValue(qualification.Number, out var of) ? of : []);
        }

        return _yaml.ToString();
    }

    private void WriteDates()
    {
        if (announcement.Opens is null && announcement.Closes is null)
        {
            return;
        }

        Line(0, "dates:");
        WriteDate(announcement.Opens, "opens");
        WriteDate(announcement.Closes, "closes");
    }

    private void WriteDate(DateOnly? date, string what)
    {
        if (date is { } day)
        {
            Line(1, $"- {{date: {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, what: {what}}}");
        }
    }

    private void WriteLimits()
    {
        foreach (var said in announcement.Unmeasured)
        {
            Line(0, $"# Not checked, since pages of one answer cannot be told: {said}");
        }

        if (announcement.Limits.IsEmpty)
        {
            return;
        }

        Line(0, "limits:");
        foreach (var limit in announcement.Limits)
        {
            Line(1, $"- kind: {limit.Kind.ToString().ToLowerInvariant()}");
            WriteKey(2, "pages", limit.Pages);
            WriteKey(2, "characters-per-ecq", limit.Characters);
            WriteKey(2, "font-size", limit.FontSize);
            WriteKey(2, "margin", limit.Margin);
            if (!limit.Fonts.IsEmpty)
            {
                Line(2, $"fonts: [{string.Join(", ", limit.Fonts)}]");
            }

            Line(2, $"source: {Quote(limit.Sentence)}");
        }
    }

    private void Write(Qualification qualification, ImmutableArray<Proposal> phrases)
    {
        var (number, name) = (qualification.Number, NameOf(qualification));
        var title = $"Technical Qualification {number.ToString(CultureInfo.InvariantCulture)}";
        Line(1, $"- id: {name}");
        Line(2, $"name: {title}");
        Line(2, $"definition: {Quote(qualification.Text)}");
        Line(2, $"headings: [{string.Join(", ", HeadingsOf(qualification).Select(Quote))}]");
        Line(2, "competencies:");
        Line(3, $"- id: {name}");
        Line(4, $"name: {Quote(qualification.Title is { Length: <= 40 } short_ ? $"TQ {number}: {short_}" : $"TQ {number}")}");
        Line(4, $"definition: {Quote(qualification.Text)}");
        Line(4, $"question: {Quote($"Where did you do what {title} asks for, at what size, and what came of it?")}");
        if (phrases.IsEmpty)
        {
            return;
        }

        Line(4, "rules:");
        foreach (var phrase in phrases)
        {
            Write(phrase, $"{id}.{name}.{phrase.Id}", title);
        }
    }

    private void Write(Proposal phrase, string rule, string title)
    {
        var (verb, thing) = (phrase.Verb, phrase.Thing);
        Line(5, $"- id: {rule}");
        Line(6, $"title: {Quote(verb is null ? $"Names: {thing}" : $"Says: {verb} {thing}")}");
        Line(6, "status: stable");
        Line(6, "weight: moderate");
        Line(6, $"when: [{Quote(phrase.Pattern)}]");
        Line(6, $"why: {Quote($"{title} asks for this: {(verb is null ? thing : $"{verb} {thing}")}.")}");
        Line(6, "hits:");
        foreach (var hit in HitsOf(phrase))
        {
            Line(7, $"- {Quote(hit)}");
        }

        Line(6, "misses:");
        Line(7, $"- {Quote(verb is null ? $"Nobody asked about the {phrase.Last} of others." : $"They {verb} it to others.")}");
    }

    /// <summary>Sentences that any announcement's words fit into. They test the phrase and show nothing of anybody.</summary>
    private static IEnumerable<string> HitsOf(Proposal phrase) => phrase.Verb is { } verb
        ? [$"They asked me to <<{verb} the {phrase.Thing}>> last year.", $"We will <<{verb} their {phrase.Thing}>> next year."]
        : [$"The office wrote about the <<{phrase.Thing}>> last year.", $"We will speak about the <<{phrase.Thing}>> next year."];

    private static string NameOf(Qualification qualification) => $"tq-{qualification.Number.ToString(CultureInfo.InvariantCulture)}";

    private static IEnumerable<string> HeadingsOf(Qualification qualification)
    {
        var number = qualification.Number.ToString(CultureInfo.InvariantCulture);
        string[] labels = ["Technical Qualification", "Mandatory Technical Qualification", "Professional Technical Qualification", "TQ", "MTQ", "PTQ"];
        foreach (var label in labels)
        {
            yield return $"{label} {number}";
        }

        if (qualification.Title is { } title)
        {
            yield return title;
            yield return $"TQ {number} {title}";
            yield return $"Technical Qualification {number} {title}";
        }
    }

    private void WriteKey(int depth, string key, double? value)
    {
        if (value is { } number)
        {
            Line(depth, $"{key}: {number.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    /// <summary>Whole in double quotes, whatever stands in it.</summary>
    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var sign in text)
        {
            quoted.Append(sign switch { '"' => "\\\"", '\\' => "\\\\", _ when char.IsControl(sign) => " ", _ => sign.ToString() });
        }

        return quoted.Append('"').ToString();
    }

    private void Line(int depth, string text) => _yaml.Append(' ', 2 * depth).Append(text).Append('\n');
}
