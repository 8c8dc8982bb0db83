using System.Diagnostics;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Suggestions;

/// <summary>Puts a gap into words: what a reader misses, and the question. Each sort has two wordings, so that the second of a
/// kind does not read like a form letter.</summary>
public static class SuggestionWords
{
    public static (string Problem, string Question) For(Gap gap, Analysis analysis, int told)
    {
        var text = analysis.Document.Draft.Text;
        var span = gap.Sentence is { } sentence ? analysis.Statements[sentence].Sentence.Span : default;
        var quote = span.Length == 0 ? "" : gap.Sort == GapFinder.ActionWithoutResult ? Quote.OfEnd(text, span) : Quote.Of(text, span);
        var name = gap.Competency?.Name ?? "";
        var isFirst = told % 2 == 0;
        return gap.Sort switch
        {
            GapFinder.TechnicalAbsent or GapFinder.EcqAbsent => (OfEcq(gap.Ecq!, HoldsDeeds(analysis, gap.Ecq!), isFirst), gap.Competency!.Question),
            GapFinder.OwedAbsent => (OfAbsent(name, gap.Ecq!, isFirst), gap.Competency!.Question),
            GapFinder.DutyOnly => (
                isFirst
                    ? $"{name} shows only as a standing duty: {quote}."
                    : $"From {quote} a reader learns what the post asks in {name}, not what you did with it.",
                isFirst
                    ? $"Which one occasion comes to mind, and how did it end? {gap.Competency!.Question}"
                    : $"When was this hardest, what did you do that time, and what changed? {gap.Competency!.Question}"),
            GapFinder.ClaimOnly => (
                isFirst ? $"{name} is claimed and not shown: {quote}." : $"{quote} names {name}; no deed stands behind it.",
                gap.Competency!.Question),
            GapFinder.ActionWithoutResult => (
                isFirst ? $"The story stops at the deed: {quote}." : $"{quote} leaves open what came of it.",
                isFirst
                    ? "What was different afterwards, for whom, and how do you know?"
                    : "What happened next: was it adopted, kept, repeated, recognized?"),
            GapFinder.ResultWithoutMeasure => (
                isFirst ? $"The outcome has no measure: {quote}." : $"{quote} says that something came of it, not how much.",
                isFirst
                    ? "How many, how much or how soon, and compared with what before?"
                    : "Which figure, date, award or adopted decision would let a stranger check it?"),
            GapFinder.OwnPart => (
                isFirst ? $"Whose deed it was stays open: {quote}." : $"In {quote} your own part cannot be seen.",
                isFirst
                    ? "What did you yourself decide, start or carry in this?"
                    : "What would not have happened without you?"),
            GapFinder.Scope => (
                isFirst ? $"How far it reached is not said: {quote}." : $"A reader from another agency cannot tell how large this was: {quote}.",
                isFirst
                    ? "How many people, offices or sites, or how much money, did it touch?"
                    : "Did it stay within your unit, or did it change a program or the whole organization?"),
            GapFinder.StoryWithoutChallenge => (
                isFirst ? $"The story that begins {quote} does not say what was wrong." : $"Before {quote} a reader does not know what was at stake.",
                isFirst
                    ? "What was the problem, how large was it, and who stood in the way?"
                    : "What would have happened had nobody acted, and by when?"),
            GapFinder.Belief => (
                isFirst ? $"A reader cannot check this: {quote}." : $"{quote} says what you think of yourself or of leadership.",
                isFirst
                    ? "Which deed of yours, told here or not yet, would let somebody else come to that view?"
                    : "When was it put to the test, and what did you do?"),
            GapFinder.DutyLine => (
                isFirst ? $"Every holder of the post could write this: {quote}." : $"{quote} says what the post asks.",
                isFirst
                    ? "What did you do in it once that somebody else would not have done, and what changed?"
                    : "Which case was the hardest, and how did you settle it?"),
            _ => throw new UnreachableException(gap.Sort),
        };
    }

    /// <summary>Of one competency, as a technical qualification has, nothing is left to list.</summary>
    private static string OfEcq(Ecq ecq, bool holdsDeeds, bool isFirst)
    {
        var names = ecq.Competencies.Length == 1 ? "" : $": no {string.Join(", no ", ecq.Competencies.Select(competency => competency.Name))}";
        if (holdsDeeds)
        {
            return isFirst
                ? $"Deeds stand under {ecq.Name}, and none was recognized as showing it{names}."
                : $"None of what is told under {ecq.Name} was recognized as showing it{names}.";
        }

        return isFirst ? $"Nothing in the draft shows {ecq.Name}{names}." : $"Of {ecq.Name} a reader finds nothing{names}.";
    }

    /// <summary>Whether a deed or a result is told under a heading of the ECQ.</summary>
    private static bool HoldsDeeds(Analysis analysis, Ecq ecq) => analysis.Document.Sections
        .Where(section => section.Ecq == ecq.Id)
        .SelectMany(section => section.Sentences)
        .Any(sentence => analysis.Statements[sentence.Index].Type is StatementType.Action or StatementType.Result);

    /// <summary>An ECQ that is called like its competency is not named beside it.</summary>
    private static string OfAbsent(string name, Ecq ecq, bool isFirst)
    {
        var isSaid = ecq.Name.Contains(name, StringComparison.Ordinal);
        return isFirst
            ? $"Nothing in the draft shows {name}{(isSaid ? "" : $", which belongs to {ecq.Name}")}."
            : $"{name} is missing{(isSaid ? "" : $" under {ecq.Name}")}.";
    }
}
