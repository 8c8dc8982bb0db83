using EcqAnalyzer.Engine.Sections;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Statements;

/// <summary>
/// What writers themselves call the parts of their stories: "RESULT" on a line of its own holds for the lines below it, up to the
/// next label or heading; "Result: ..." for its own paragraph. A writer may be wrong, so a label makes its part likelier and
/// decides nothing. One for each sentence, null where no label holds.
/// </summary>
internal static class LabelledParts
{
    public static StoryLabel?[] Of(Document document)
    {
        var parts = new StoryLabel?[document.Sentences.Length];
        var starts = new HashSet<int>();
        foreach (var section in document.Sections)
        {
            if (!NameParts(document, section))
            {
                continue;
            }

            if (starts.Count == 0)
            {
                AddStarts(document, starts);
            }

            var (open, isRunIn) = ((StoryLabel?)null, false);
            foreach (var sentence in section.Sentences)
            {
                var text = sentence.Span.Of(document.Draft.Text);
                var (label, length) = StoryLabels.Find(text);
                if (label is not (null or StoryLabel.Step))
                {
                    (open, isRunIn) = (label, !text[length..].IsWhiteSpace());
                }
                else if (label is null && (isRunIn ? starts.Contains(sentence.Span.Start) : Places.IsHeading(document, section, sentence)))
                {
                    open = null;
                }

                parts[sentence.Index] = open;
            }
        }

        return parts;
    }

    /// <summary>Whether labels of the section name the deed and another part: a lone "Results" or "Background" heads a list.</summary>
    public static bool NameParts(Document document, Section section)
    {
        var (deed, other) = (false, false);
        foreach (var sentence in section.Sentences)
        {
            var label = StoryLabels.Find(sentence.Span.Of(document.Draft.Text)).Label;
            deed |= label == StoryLabel.Action;
            other |= label is StoryLabel.Challenge or StoryLabel.Context or StoryLabel.Result;
        }

        return deed && other;
    }

    /// <summary>The types with the odds of what the label says taken so many times. What was wrong and where it was are told
    /// together as often as apart, so either label speaks for both.</summary>
    public static StatementTypes Lean(StatementTypes types, StoryLabel? label, double times)
    {
        var (setting, action, result) = label switch
        {
            StoryLabel.Challenge or StoryLabel.Context => (times, 1.0, 1.0),
            StoryLabel.Action => (1.0, times, 1.0),
            StoryLabel.Result => (1.0, 1.0, times),
            _ => (1.0, 1.0, 1.0),
        };
        if (setting == 1 && action == 1 && result == 1)
        {
            return types;
        }

        var sum = (setting * (types.Challenge + types.Context)) + (action * types.Action) + (result * types.Result) + types.Duty + types.Other;
        return new StatementTypes(
            setting * types.Challenge / sum, setting * types.Context / sum, action * types.Action / sum, result * types.Result / sum, types.Duty / sum,
            types.Other / sum);
    }

    private static void AddStarts(Document document, HashSet<int> starts)
    {
        foreach (var block in document.Draft.Blocks)
        {
            starts.Add(block.Span.Start);
        }
    }
}
