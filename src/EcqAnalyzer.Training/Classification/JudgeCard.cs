using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EcqAnalyzer.Model;
using EcqAnalyzer.Training.Corpus;

namespace EcqAnalyzer.Training.Classification;

/// <summary>How right listed competencies were, over all labels of a framework.</summary>
public sealed record ShownFigures(string Framework, int Right, int Gold, int Found)
{
    public double F1 => Figures.F1(Right, Gold, Found);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"F1 {F1:0.000}, precision {(double)Right / Math.Max(1, Found):0.000}, recall {(double)Right / Math.Max(1, Gold):0.000} ({Gold} labels)");
}

/// <summary>What stands beside a model for judging: what it was learned from, by hash, and how right the whole product is with
/// it on drafts that it did not learn from.</summary>
public static class JudgeCard
{
    /// <param name="model">The file.</param>
    /// <param name="encoder">The hash of the encoder beside which it was learned: with another it is worth nothing.</param>
    /// <param name="narratives">All that were given, those measured on too.</param>
    /// <param name="measured">Figures by name.</param>
    public static string Write(byte[] model, ContentHash encoder, ImmutableArray<GoldNarrative> narratives, IEnumerable<(string What, object Figures)> measured)
    {
        var card = new StringBuilder();
        card.Append("""
            # What judge.bin is: linear models, trained by ML.NET, of what a sentence does and which competencies it shows; how far these, the
            # encoder and the rules are each to be trusted; and what the sentences around say. Written by the trainer; do not edit.
            id: judge
            file: judge.bin
            made-by: ecq train --corpus corpus/narratives

            """.ReplaceLineEndings("\n"));
        card.Append(CultureInfo.InvariantCulture, $"sha256: {Convert.ToHexStringLower(SHA256.HashData(model))}\n");
        card.Append(CultureInfo.InvariantCulture, $"bytes: {model.Length}\n");
        card.Append(CultureInfo.InvariantCulture, $"encoder: {encoder.Hex}\n");
        card.Append("data:\n");
        card.Append(CultureInfo.InvariantCulture, $"  sha256: {HashOf(narratives)}\n");
        foreach (var part in narratives.GroupBy(narrative => narrative.Part).OrderBy(part => part.Key))
        {
            var use = part.Key == CorpusPart.Test ? "measured on only" : "learned from";
            card.Append(
                CultureInfo.InvariantCulture,
                $"  {part.Key.ToString().ToLowerInvariant()}: {{narratives: {part.Count()}, sentences: {part.Sum(each => each.Sentences.Length)}, use: {use}}}\n");
        }

        card.Append("measured-on-the-test-part:\n");
        foreach (var (what, figures) in measured)
        {
            card.Append(CultureInfo.InvariantCulture, $"  {what}: \"{figures}\"\n");
        }

        return card.ToString();
    }

    /// <summary>Over the words and labels, whatever the files look like.</summary>
    private static string HashOf(ImmutableArray<GoldNarrative> narratives)
    {
        var all = new StringBuilder();
        foreach (var narrative in narratives.OrderBy(narrative => narrative.Id, StringComparer.Ordinal))
        {
            all.Append(narrative.Id).Append('\t').Append(narrative.Part).Append('\n');
            foreach (var sentence in narrative.Sentences)
            {
                all.Append(sentence.Text).Append('\t').Append(sentence.Type).Append('\t').AppendJoin(',', sentence.Shown).Append('\n');
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }
}
