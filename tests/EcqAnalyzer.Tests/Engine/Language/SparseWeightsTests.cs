using CsCheck;
using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Training;

namespace EcqAnalyzer.Tests.Engine.Language;

public sealed class SparseWeightsTests
{
    private static readonly Gen<(ulong Feature, int Right, int Wrong)[]> Lessons =
        Gen.Select(Gen.ULong[1, 40].Select(number => number * 0x9E3779B97F4A7C15), Gen.Int[0, 96], Gen.Int[0, 96]).Array[1, 600];

    [Fact]
    public void Every_feature_has_the_weights_that_were_learned_whether_for_few_classes_or_for_many()
    {
        Lessons.Sample(lessons =>
        {
            var learned = new Perceptron();
            learned.Count(lessons.Select(lesson => lesson.Feature).ToArray());
            learned.Fix(1);
            var rows = new int[1];
            foreach (var (feature, right, wrong) in lessons)
            {
                learned.Find([feature], rows);
                learned.Learn(rows, right, wrong);
            }

            var weights = new SparseWeights(LanguageModelWriter.Pack([learned], scale: 10, least: 1, bits: 3), 0);
            foreach (var (feature, row) in learned.Averages())
            {
                var expected = new short[SparseWeights.Room];
                foreach (var (tag, weight) in row)
                {
                    expected[tag] = (short)Math.Clamp(Math.Round(weight * 10), -127, 127);
                }

                Assert.Equal(expected, ScoresOf(weights, feature));
            }
        }, iter: 200);
    }

    private static short[] ScoresOf(SparseWeights weights, ulong feature)
    {
        var scores = new short[SparseWeights.Room];
        var sought = new Sought[1];
        weights.Add(sought.AsSpan(0, weights.Seek([feature], sought)), [feature], scores);
        return scores;
    }
}
