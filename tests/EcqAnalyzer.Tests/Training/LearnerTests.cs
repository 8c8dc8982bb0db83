using EcqAnalyzer.Engine.Classification;
using EcqAnalyzer.Model;
using EcqAnalyzer.Training.Classification;

namespace EcqAnalyzer.Tests.Training;

public sealed class LearnerTests
{
    private const int Inputs = 3;

    [Fact]
    public void Our_scoring_of_exported_weights_is_that_of_the_trainer()
    {
        var (rows, features) = Written(new Random(7), 200);
        var (model, theirs) = Train(rows, features);
        var list = new FeatureList();
        Span<float> ours = stackalloc float[3];
        for (var i = 0; i < rows.Count; i++)
        {
            features[i].CopyTo(list);
            model.Score(rows[i], list, ours);
            LinearModel.SoftMax(ours);
            for (var of = 0; of < 3; of++)
            {
                Assert.Equal(theirs[i][of], ours[of], 1e-5);
            }
        }
    }

    [Fact]
    public void Our_scoring_of_yes_or_no_is_that_of_the_trainer()
    {
        var (inputs, features) = Written(new Random(5), 120);
        var rows = new Rows(Inputs, features, 1);
        var examples = inputs.Select((each, i) => rows.Of(each, features[i], i % 3 == 0 ? 1 : 0, 1)).ToList();
        var (weights, theirs) = new Learner(rows.Size).TrainYesNo(examples, 0.5f, examples);
        Assert.Equal(examples.Count, theirs.Length);
        Assert.True(theirs.Max() - theirs.Min() > 1);
        Assert.All(Enumerable.Range(0, theirs.Length), i => Assert.Equal(LinearScores.Of(weights, examples[i])[0], theirs[i], 1e-5));
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes()
    {
        var (rows, features) = Written(new Random(3), 60);

        Assert.Equal(Flat(rows, features).Bytes, Flat(rows, features).Bytes);
    }

    private static (LinearModel Model, float[][] Theirs) Train(List<float[]> inputs, List<HashedFeatures> features)
    {
        var (bytes, said) = Flat(inputs, features);
        return (JudgeModel.Load(bytes).Types, said);
    }

    private static (byte[] Bytes, float[][] Said) Flat(List<float[]> inputs, List<HashedFeatures> features)
    {
        var rows = new Rows(Inputs, features, 1);
        var examples = inputs.Select((each, i) => rows.Of(each, features[i], i % 3, 1)).ToList();
        var (weights, said) = new Learner(rows.Size).TrainAndSay(examples, 3, 0.5f);
        var flat = new FlatModel(weights, Inputs, rows.Hashes);
        var bytes = JudgeModelWriter.Write([new CompetencyId("test", "vision")], new float[WordTable.Dimensions], flat, flat, flat, flat, flat, flat, flat);
        return (bytes, said);
    }

    private static (List<float[]> Inputs, List<HashedFeatures> Features) Written(Random random, int count)
    {
        var (inputs, features) = (new List<float[]>(), new List<HashedFeatures>());
        for (var i = 0; i < count; i++)
        {
            inputs.Add([random.NextSingle(), (i % 3) - random.NextSingle(), 0]);
            var list = new FeatureList();
            for (var word = 0; word < 5; word++)
            {
                list.Add(FeatureKind.Lemma, (uint)random.Next(40), random.NextSingle());
            }

            features.Add(new HashedFeatures(list.Hashes.ToArray(), list.Values.ToArray()));
        }

        return (inputs, features);
    }
}
