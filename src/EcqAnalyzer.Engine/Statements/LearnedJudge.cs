using System.Collections.Immutable;
using EcqAnalyzer.Engine.Classification;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Statements;

/// <summary>
/// Brings rules and classifier together as far as each was found right in the labelled texts. A sentence is read twice: alone,
/// by its own words and place, which is what scores are made of, since no other sentence can change it; and in its
/// surroundings, which is what a reader is shown.
/// </summary>
public sealed class LearnedJudge
{
    private readonly JudgeModel _model;
    private readonly EvidenceFuser _fuser;
    private readonly Dictionary<CompetencyId, int> _numbers = [];

    public LearnedJudge(JudgeModel model, EvidenceFuser fuser)
    {
        (_model, _fuser) = (model, fuser);
        for (var i = 0; i < model.Competencies.Length; i++)
        {
            _numbers.Add(model.Competencies[i], i);
        }
    }

    public StatementTypes TypesAlone(Place place, ImmutableArray<Evidence> evidence)
    {
        Span<double> said = stackalloc double[6];
        Span<double> ruled = stackalloc double[6];
        Split(evidence, said, ruled);
        Span<float> inputs = stackalloc float[FusionInputs.Types];
        FusionInputs.WriteTypes(said, ruled, place, inputs);
        return Score(_model.TypeFusion, inputs);
    }

    /// <summary>The sentence in its surroundings. These count the more, the more there are of them: the first of three sentences
    /// is not yet the opening of a story.</summary>
    /// <param name="surroundings">The draft's.</param>
    /// <param name="sentence">Which of its sentences.</param>
    /// <param name="alone">What the sentence is by itself.</param>
    public StatementTypes TypesAround(SurroundingInputs surroundings, int sentence, StatementTypes alone)
    {
        Span<float> inputs = stackalloc float[SurroundingInputs.Count];
        surroundings.Write(sentence, inputs);
        var around = Score(_model.Surroundings, inputs);
        Span<float> scores = stackalloc float[6];
        for (var type = 0; type < scores.Length; type++)
        {
            var of = (StatementType)type;
            scores[type] = (float)((surroundings.Trust * Math.Log(around[of])) + ((1 - surroundings.Trust) * Math.Log(alone[of])));
        }

        return ToTypes(scores);
    }

    /// <summary>How probably a sentence shows the competency, from all evidence on it. Of a competency that the model never
    /// learned, such as one of a user's own, its silence says nothing: then rules alone judge.</summary>
    public double Shows(CompetencyId competency, IEnumerable<Evidence> evidence)
    {
        var said = 0.0;
        var rules = new List<Evidence>();
        foreach (var each in evidence)
        {
            if (each.Origin is ModelOrigin)
            {
                said = Math.Max(said, each.Weight);
            }
            else
            {
                rules.Add(each);
            }
        }

        if (rules.Count > 0 && said == 0 && !_numbers.ContainsKey(competency))
        {
            return _fuser.Fuse(rules);
        }

        var inputs = new float[FusionInputs.SharedShown + _model.Competencies.Length];
        FusionInputs.WriteShown(said, _fuser.Fuse(rules), _numbers.TryGetValue(competency, out var number) ? number : -1, inputs);
        Span<float> score = stackalloc float[1];
        _model.ShownFusion.Score(inputs, null, score);
        return LinearModel.Sigmoid(score[0]);
    }

    /// <summary>What the classifier and the rules say of the types, each by itself.</summary>
    public void Split(ImmutableArray<Evidence> evidence, Span<double> said, Span<double> ruled)
    {
        for (var type = 0; type < said.Length; type++)
        {
            said[type] = 1.0 / 6;
        }

        var rules = new List<Evidence>?[6];
        foreach (var each in evidence)
        {
            if (each is { Label: TypeLabel label, Origin: ModelOrigin })
            {
                said[(int)label.Type] = each.Weight;
            }
            else if (each is { Label: TypeLabel of, Origin: RuleOrigin })
            {
                (rules[(int)of.Type] ??= []).Add(each);
            }
        }

        for (var type = 0; type < 6; type++)
        {
            ruled[type] = rules[type] is { } found ? _fuser.Fuse(found) : 0;
        }
    }

    private static StatementTypes Score(LinearModel model, ReadOnlySpan<float> inputs)
    {
        Span<float> scores = stackalloc float[6];
        model.Score(inputs, null, scores);
        return ToTypes(scores);
    }

    /// <summary>Probabilities that add up to 1, of scores on the scale of logarithms.</summary>
    private static StatementTypes ToTypes(ReadOnlySpan<float> scores)
    {
        Span<double> exact = stackalloc double[6];
        var sum = 0.0;
        for (var type = 0; type < 6; type++)
        {
            exact[type] = Math.Exp(scores[type]);
            sum += exact[type];
        }

        return new StatementTypes(exact[0] / sum, exact[1] / sum, exact[2] / sum, exact[3] / sum, exact[4] / sum, exact[5] / sum);
    }
}
