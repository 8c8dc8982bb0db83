using EcqAnalyzer.Engine.Classification;
using EcqAnalyzer.Engine.Scoring;

namespace EcqAnalyzer.Engine.Statements;

/// <summary>What the learned fusion is given of a sentence: what the classifier says and what the rules say, each by itself.
/// The trainer and the product make it by the same code.</summary>
public static class FusionInputs
{
    /// <summary>The logarithm of the classifier's probability of each type, the strength of the rules for each type, and the
    /// place.</summary>
    public const int Types = 6 + 6 + 5;

    /// <summary>For competencies, before the strength of rules by competency: the classifier's log odds as a line with bends, the
    /// strength of the rules, and whether they speak.</summary>
    public const int SharedShown = 4 + 2;

    /// <summary>Odds of four to one, as a logarithm: what is likelier is seldom as much likelier as a line would have it.</summary>
    private const float Likely = 1.386f;

    /// <summary>The most that rules may say: beyond it one more of them says nothing.</summary>
    private const double Most = 0.985;

    /// <param name="said">What the classifier says, type by type.</param>
    /// <param name="ruled">What the rules say, type by type; 0 where they are silent.</param>
    /// <param name="place">Where the sentence stands.</param>
    /// <param name="into">Has <see cref="Types"/> places.</param>
    public static void WriteTypes(ReadOnlySpan<double> said, ReadOnlySpan<double> ruled, Place place, Span<float> into)
    {
        into.Clear();
        for (var type = 0; type < 6; type++)
        {
            into[type] = (float)Math.Log(Math.Max(LinearModel.LeastProbability, said[type]));
            into[6 + type] = StrengthOf(ruled[type]);
        }

        into[12 + (int)place] = 1;
    }

    /// <param name="said">What the classifier says for the competency.</param>
    /// <param name="ruled">What the rules say for it.</param>
    /// <param name="number">The number of the competency in the model; -1 for one that it does not know.</param>
    /// <param name="into">Has <see cref="SharedShown"/> places and one for each of the model's competencies.</param>
    public static void WriteShown(double said, double ruled, int number, Span<float> into)
    {
        into.Clear();
        var probability = Math.Clamp(said, 0.01, 0.99);
        var odds = (float)Math.Log(probability / (1 - probability));
        into[0] = odds;
        into[1] = Math.Min(odds, -Likely);
        into[2] = Math.Max(odds, 0);
        into[3] = Math.Max(odds, Likely);
        into[4] = StrengthOf(ruled);
        into[5] = ruled > 0 ? 1 : 0;
        if (number >= 0)
        {
            into[SharedShown + number] = StrengthOf(ruled);
        }
    }

    /// <summary>Evidence that combines as 1 - product of (1 - weight) adds up on this scale.</summary>
    private static float StrengthOf(double ruled) => (float)-Math.Log(1 - Math.Min(Most, ruled));
}
