using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Terminal;

/// <summary>The draft from its first sentence to its last, each with its type at the margin and below it what was found.</summary>
internal static class TaggedPart
{
    private const int Margin = 18;

    public static void Write(Page page, Analysis analysis)
    {
        page.Title("The draft with its tags");
        var storyStarts = analysis.Stories
            .Where(story => story.Statements.Length > 0)
            .Select((story, index) => (First: story.Statements[0], Number: index + 1))
            .ToLookup(start => start.First, start => start.Number);
        foreach (var section in analysis.Document.Sections)
        {
            page.Blank();
            if (section.Heading.Length > 0)
            {
                page.Wrapped(2, new Ink(page.Printed(section.Heading), Tint.Strong));
            }

            foreach (var sentence in section.Sentences)
            {
                foreach (var number in storyStarts[sentence.Index])
                {
                    page.Line(new Ink($"  story {number}", Tint.Heading));
                }

                var statement = analysis.Statements[sentence.Index];
                if (!statement.IsHeading)
                {
                    WriteStatement(page, analysis, statement);
                }
                else if (!IsOfHeading(section, sentence))
                {
                    page.Wrapped(2, "  ", new Ink(page.Printed(sentence.Span.Of(analysis.Document.Draft.Text)), Tint.Strong));
                }
            }
        }
    }

    /// <summary>Whether a sentence is a piece of its section's heading, which stands there already.</summary>
    private static bool IsOfHeading(Section section, Sentence sentence) =>
        sentence.Span.Start < section.Sentences[0].Span.Start + section.Heading.Length;

    private static void WriteStatement(Page page, Analysis analysis, Statement statement)
    {
        var percent = Wording.Percent(statement.Types[statement.Type]);
        var tint = statement.Type switch
        {
            StatementType.Action or StatementType.Result => Tint.Accomplishment,
            StatementType.Duty => Tint.Duty,
            _ => Tint.Faint,
        };
        var margin = $"  {Wording.Id(statement.Type),-9} {percent,5}";
        page.Wrapped(
            Margin, new Ink(margin, tint), page.Printed(statement.Sentence.Span.Of(analysis.Document.Draft.Text)));
        var tags = Tags(analysis.Framework.Value, statement).ToList();
        if (tags.Count > 0)
        {
            page.Wrapped(Margin + 2, new string(' ', Margin + 2), new Ink(
                string.Join($" {page.Dot} ", tags), Tint.Faint));
        }
    }

    private static IEnumerable<string> Tags(Framework framework, Statement statement)
    {
        foreach (var shown in statement.Shown)
        {
            yield return $"{Summary.Name(framework, shown.Competency)} {Wording.Percent(shown.Probability)}";
        }

        foreach (var claimed in statement.Claimed)
        {
            yield return $"claims {Summary.Name(framework, claimed)}";
        }

        if (statement.Measured)
        {
            yield return "measured";
        }

        if (statement.Person is Person.I or Person.We)
        {
            yield return statement.Person == Person.I ? "I" : "we";
        }

        if (statement.Level is { } level)
        {
            yield return $"level: {Wording.Id(level)}";
        }
    }
}
