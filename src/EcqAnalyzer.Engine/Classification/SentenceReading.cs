using System.Collections.Immutable;
using EcqAnalyzer.Engine.Encoders;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Classification;

/// <summary>One sentence after the other through the classifier, with the working memory for it. What it says of a sentence
/// holds until the next is read. Not for several threads at once.</summary>
public sealed class SentenceReading(JudgeModel model, WordTable words, EncoderModel encoder)
{
    private readonly SentenceInputs _inputs = new(words);
    private readonly int[] _classes = MixedInputs.ClassesOf(model.Competencies, encoder);
    private readonly float[] _types = new float[6];
    private readonly float[] _shown = new float[model.Competencies.Length];
    private readonly float[] _mixed = new float[Math.Max(MixedInputs.Types, MixedInputs.SharedShown + model.Competencies.Length)];

    /// <summary>Probabilities of the six types, in their order.</summary>
    public ReadOnlySpan<float> Types => _types;

    /// <summary>Probabilities of the model's competencies, in their order.</summary>
    public ReadOnlySpan<float> Shown => _shown;

    /// <summary>The likeliest type.</summary>
    public StatementType Top { get; private set; }

    public void Read(string text, Sentence sentence, EncodedSentence encoded)
    {
        _inputs.ReadTypes(text, sentence);
        model.Types.Score(_inputs.Vectors, _inputs.Features, _types);
        LinearModel.SoftMax(_types);
        _inputs.ReadTopics(model.Prototypes, _types);
        model.Shown.Score(_inputs.Topics, _inputs.Features, _shown);
        MixTypes(encoded);
        MixShown(encoded);
    }

    /// <summary>The words that spoke most for the likeliest type, and not for the next, in the sentence read last.</summary>
    public ImmutableArray<WeighedWords> WordsOfTop(Sentence sentence, EncodedSentence encoded, string text)
    {
        var (top, second) = ((int)Top, ((int)Top + 1) % _types.Length);
        for (var type = 0; type < _types.Length; type++)
        {
            second = type != top && _types[type] > _types[second] ? type : second;
        }

        return WeightiestWords.Find(encoded, top, second, sentence, text);
    }

    /// <summary>The words that spoke most for a competency in the sentence read last.</summary>
    public ImmutableArray<WeighedWords> WordsOfShown(int competency, Sentence sentence, EncodedSentence encoded, string text) =>
        _classes[competency] < 0 ? [] : WeightiestWords.Find(encoded, _classes[competency], null, sentence, text);

    private void MixTypes(EncodedSentence encoded)
    {
        MixedInputs.WriteTypes(_types, encoded, _mixed);
        model.TypeMix.Score(_mixed.AsSpan(0, MixedInputs.Types), null, _types);
        LinearModel.SoftMax(_types);
        var top = 0;
        for (var type = 1; type < _types.Length; type++)
        {
            top = _types[type] > _types[top] ? type : top;
        }

        Top = (StatementType)top;
    }

    private void MixShown(EncodedSentence encoded)
    {
        var inputs = _mixed.AsSpan(0, MixedInputs.SharedShown + _shown.Length);
        Span<float> score = stackalloc float[1];
        for (var i = 0; i < _shown.Length; i++)
        {
            if (_classes[i] >= 0)
            {
                MixedInputs.WriteShown(_shown[i], encoded.Scores[_classes[i]], i, inputs);
                model.ShownMix.Score(inputs, null, score);
                _shown[i] = score[0];
            }

            _shown[i] = LinearModel.Sigmoid(_shown[i]);
        }
    }
}
