using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Classification;

/// <summary>Says in the draft's own words what weighed most in a judgement of the classifier: the words under the features that
/// spoke for it most, as they stand in the text.</summary>
internal static class WeightiestWords
{
    private const int Most = 3;
    private const int LongestRun = 5;

    /// <param name="model">The model that judged.</param>
    /// <param name="features">The features of the sentence, which the model scored last.</param>
    /// <param name="of">The class that is explained.</param>
    /// <param name="against">Another class that it is told apart from; itself where there is none.</param>
    /// <param name="at">The sentence.</param>
    public static ImmutableArray<WeighedWords> Find(LinearModel model, FeatureList features, int of, int against, Sentence at)
    {
        Span<int> best = stackalloc int[Most];
        Span<float> gains = stackalloc float[Most];
        best.Fill(-1);
        for (var i = 0; i < features.Count; i++)
        {
            var (from, to) = features.TokensOf(i);
            if (to <= from || to - from > LongestRun)
            {
                continue;
            }

            var gain = (model.WeightOf(features, i, of) - (against == of ? 0 : model.WeightOf(features, i, against))) * features.Values[i];
            Keep(best, gains, i, gain, features);
        }

        var found = ImmutableArray.CreateBuilder<WeighedWords>(Most);
        for (var place = 0; place < Most; place++)
        {
            if (best[place] >= 0 && SpanOf(best[place], features, at) is { IsEmpty: false } span && !HasSpan(found, span))
            {
                found.Add(new WeighedWords(span, gains[place]));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Keeps the greatest, one for each stretch of words.</summary>
    private static void Keep(Span<int> best, Span<float> gains, int feature, float gain, FeatureList features)
    {
        var (from, to) = features.TokensOf(feature);
        for (var place = 0; place < Most; place++)
        {
            if (best[place] >= 0)
            {
                var (otherFrom, otherTo) = features.TokensOf(best[place]);
                if (from < otherTo && otherFrom < to && gains[place] >= gain)
                {
                    return;
                }
            }

            if (gain > gains[place])
            {
                for (var later = Most - 1; later > place; later--)
                {
                    (best[later], gains[later]) = (best[later - 1], gains[later - 1]);
                }

                (best[place], gains[place]) = (feature, gain);
                return;
            }
        }
    }

    public static string Tell(ImmutableArray<WeighedWords> words, string text)
    {
        var told = "";
        foreach (var word in words)
        {
            var quoted = $"'{text[word.Span.Start..word.Span.End]}'";
            told = told.Contains(quoted) ? told : told.Length == 0 ? quoted : $"{told}, {quoted}";
        }

        return told.Length == 0 ? "learned from labelled sentences" : $"learned from labelled sentences; here above all {told}";
    }

    /// <summary>Empty where the feature stands for no words of the sentence.</summary>
    private static TextSpan SpanOf(int feature, FeatureList features, Sentence at)
    {
        var (from, to) = features.TokensOf(feature);
        return from < at.Tokens.Length
            ? new TextSpan(at.Tokens[from].Span.Start, at.Tokens[Math.Min(to, at.Tokens.Length) - 1].Span.End)
            : default;
    }

    private static bool HasSpan(ImmutableArray<WeighedWords>.Builder found, TextSpan span)
    {
        foreach (var word in found)
        {
            if (word.Span.Start == span.Start && word.Span.End == span.End)
            {
                return true;
            }
        }

        return false;
    }
}
