using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Classification;

/// <summary>One sentence after the other through the classifier, with the working memory for it. What it says of a sentence
/// holds until the next is read. Not for several threads at once.</summary>
public sealed class SentenceReading(JudgeModel model, WordTable words)
{
    private readonly SentenceInputs _inputs = new(words);
    private readonly float[] _types = new float[6];
    private readonly float[] _shown = new float[model.Competencies.Length];

    /// <summary>Probabilities of the six types, in their order.</summary>
    public ReadOnlySpan<float> Types => _types;

    /// <summary>Probabilities of the model's competencies, in their order.</summary>
    public ReadOnlySpan<float> Shown => _shown;

    public SentenceInputs Inputs => _inputs;

    /// <summary>The likeliest type, and why.</summary>
    public StatementType Top { get; private set; }

    /// <summary>The words that spoke most for the likeliest type.</summary>
    public ImmutableArray<WeighedWords> WordsOfTop { get; private set; } = [];

    public void Read(string text, Sentence sentence)
    {
        _inputs.ReadTypes(text, sentence);
        model.Types.Score(_inputs.Vectors, _inputs.Features, _types);
        LinearModel.SoftMax(_types);
        ExplainTop(sentence);
        _inputs.ReadTopics(model.Prototypes, _types);
        model.Shown.Score(_inputs.Topics, _inputs.Features, _shown);
        for (var i = 0; i < _shown.Length; i++)
        {
            _shown[i] = LinearModel.Sigmoid(_shown[i]);
        }
    }

    /// <summary>The words that spoke most for a competency in the sentence read last.</summary>
    public ImmutableArray<WeighedWords> WordsOfShown(int competency, Sentence sentence) =>
        WeightiestWords.Find(model.Shown, _inputs.Features, competency, competency, sentence);

    private void ExplainTop(Sentence sentence)
    {
        var (top, second) = (0, 1);
        for (var type = 1; type < _types.Length; type++)
        {
            if (_types[type] > _types[top])
            {
                (top, second) = (type, top);
            }
            else if (second == top || _types[type] > _types[second])
            {
                second = type;
            }
        }

        Top = (StatementType)top;
        WordsOfTop = WeightiestWords.Find(model.Types, _inputs.Features, top, second, sentence);
    }
}
