using System.Collections.Immutable;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>A sentence that is judged otherwise than before. <see cref="Text"/> is null where its words are not shown.</summary>
public sealed record ChangedSentence(string At, string Gold, SentenceJudgement Before, SentenceJudgement Now, string? Text);

/// <summary>What moved since an earlier report on the same texts.</summary>
public static class Comparison
{
    public const int MostSentences = 50;

    /// <summary>Less is printed alike.</summary>
    private const double Least = 0.0005;

    public static void Write(EarlierReport before, JudgementReport now, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(output);
        JudgementText.Heading(output, $"What moved since {before.Name}");
        if ((before.Set, before.Framework) != (now.About.Set, now.About.Framework))
        {
            JudgementText.Says(output, $"Not to be compared: that report was on {before.Set} under {before.Framework}.");
            return;
        }

        WriteFigures(before, now, output);
        WriteSentences(Changed(before, now), output);
    }

    /// <summary>In the order of the texts. Sentences of a gold file are named and not shown: whoever reads them would begin to
    /// write rules for them.</summary>
    public static ImmutableArray<ChangedSentence> Changed(EarlierReport before, JudgementReport now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        var old = before.Judged.GroupBy(sentence => sentence.At).ToDictionary(group => group.Key, group => group.First());
        var gold = now.Judged.SelectMany(text => text.Sentences);
        return
        [
            .. SentenceJudgement.Of(now).Zip(gold)
                .Where(pair => old.TryGetValue(pair.First.At, out var was) && was.ToString() != pair.First.ToString())
                .Select(pair => new ChangedSentence(
                    pair.First.At,
                    JudgementText.TypeName((int)pair.Second.Gold.Label.Type),
                    old[pair.First.At],
                    pair.First,
                    pair.Second.Gold.Label.Marks is null ? null : pair.Second.Gold.Text)),
        ];
    }

    private static void WriteFigures(EarlierReport before, JudgementReport now, TextWriter output)
    {
        var moved = 0;
        foreach (var figure in now.Figures.Concat(now.Competencies))
        {
            if (before.Figures.FirstOrDefault(each => each.Id == figure.Id) is { Value: { } was } && figure.Value is { } value && Math.Abs(value - was) >= Least)
            {
                output.WriteLine($"  {figure.Name,-48} {was,7:0.000} -> {value:0.000}   {value - was:+0.000;-0.000}");
                moved++;
            }
        }

        JudgementText.Says(output, moved == 0
            ? "No figure moved."
            : "A move that is small beside the figure's interval may be chance.");
    }

    private static void WriteSentences(ImmutableArray<ChangedSentence> changed, TextWriter output)
    {
        JudgementText.Heading(output, $"Sentences judged otherwise: {changed.Length}");
        foreach (var sentence in changed.Take(MostSentences))
        {
            output.WriteLine($"  {sentence.At}: {sentence.Before} -> {sentence.Now} (labelled {sentence.Gold})");
            if (sentence.Text is { } text)
            {
                output.WriteLine($"      {text}");
            }
        }

        if (changed.Length > MostSentences)
        {
            JudgementText.Says(output, $"And {changed.Length - MostSentences} more.");
        }
    }
}
