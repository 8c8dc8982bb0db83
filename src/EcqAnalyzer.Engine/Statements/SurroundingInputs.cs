using System.Collections.Immutable;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Statements;

/// <summary>What the sentences around one, and the draft as a whole, say of its type: the same sentence is a setting before the
/// first deed and an outcome after the last. The trainer and the product make it by the same code.</summary>
public sealed class SurroundingInputs
{
    private const int Looks = 11;

    /// <summary>In a draft of so many sentences their surroundings count by half.</summary>
    private const double HalfTrust = 4;
    private const int Neighbours = 4;

    /// <summary>In a draft of so many sentences its look counts by half: shares of few sentences say little.</summary>
    private const float HalfLook = 5;

    /// <summary>From so many sentences of a type on, one more of them before or after changes nothing.</summary>
    private const double MostTold = 4;

    /// <summary>Own types; those of two sentences before and two after, with a mark where there is none; how much of each type
    /// was told before and is still to come; place in the draft; its look. The draft's kind is left out: it is guessed from the
    /// same look, and a wrong guess misleads.</summary>
    public const int Count = 6 + (Neighbours * 7) + (2 * 6) + 4 + 5 + Looks;

    private static readonly int[] Offsets = [-1, 1, -2, 2];

    private readonly StatementTypes[] _own;
    private readonly ImmutableArray<Place> _places;
    private readonly double[][] _before;
    private readonly float[] _looks = new float[Looks];

    public SurroundingInputs(Document document, ImmutableArray<Place> places, StatementTypes[] own)
    {
        (_own, _places) = (own, places);
        _before = AddUp(own);
        Look(document);
    }

    /// <summary>How far the surroundings are to be trusted, from 0 to 1.</summary>
    public double Trust => _own.Length / (_own.Length + HalfTrust);

    /// <summary>Fills <paramref name="into"/>, which has <see cref="Count"/> places.</summary>
    public void Write(int sentence, Span<float> into)
    {
        into.Clear();
        var at = 0;
        for (var type = 0; type < 6; type++)
        {
            into[at++] = (float)Math.Log(Math.Max(1e-4, _own[sentence][(StatementType)type]));
        }

        foreach (var offset in Offsets)
        {
            at = WriteNeighbour(sentence + offset, into, at);
        }

        at = WriteTold(sentence, into, at);
        into[at++] = _own.Length < 2 ? 0 : (float)sentence / (_own.Length - 1);
        into[at++] = sentence == 0 ? 1 : 0;
        into[at++] = sentence == _own.Length - 1 ? 1 : 0;
        into[at++] = Math.Min(1, _own.Length / 40f);
        into[at + (int)_places[sentence]] = 1;
        _looks.CopyTo(into[(at + 5)..]);
    }

    /// <summary>How many sentences of each type stand before each sentence, by their probabilities, and at the end how many
    /// there are.</summary>
    private static double[][] AddUp(StatementTypes[] own)
    {
        var sums = new double[own.Length + 1][];
        sums[0] = new double[6];
        for (var i = 0; i < own.Length; i++)
        {
            sums[i + 1] = [.. sums[i]];
            for (var type = 0; type < 6; type++)
            {
                sums[i + 1][type] += own[i][(StatementType)type];
            }
        }

        return sums;
    }

    private int WriteTold(int sentence, Span<float> into, int at)
    {
        for (var type = 0; type < 6; type++)
        {
            var after = _before[_own.Length][type] - _before[sentence + 1][type];
            into[at + type] = (float)(Math.Min(_before[sentence][type], MostTold) / MostTold);
            into[at + 6 + type] = (float)(Math.Min(after, MostTold) / MostTold);
        }

        return at + 12;
    }

    private int WriteNeighbour(int neighbour, Span<float> into, int at)
    {
        if (neighbour < 0 || neighbour >= _own.Length)
        {
            into[at + 6] = 1;
            return at + 7;
        }

        for (var type = 0; type < 6; type++)
        {
            into[at + type] = (float)_own[neighbour][(StatementType)type];
        }

        return at + 7;
    }

    /// <summary>Shares of the draft's sentences by who is spoken of and how.</summary>
    private void Look(Document document)
    {
        var words = 0;
        foreach (var sentence in document.Sentences)
        {
            var clause = sentence.Clause;
            _looks[0] += clause.SubjectKind == SubjectKind.Dropped ? 1 : 0;
            _looks[1] += clause.SubjectKind == SubjectKind.I ? 1 : 0;
            _looks[2] += clause.SubjectKind == SubjectKind.We ? 1 : 0;
            _looks[3] += clause.SubjectKind == SubjectKind.Person ? 1 : 0;
            _looks[4] += clause.SubjectKind == SubjectKind.You ? 1 : 0;
            _looks[5] += clause.Tense == Tense.Past ? 1 : 0;
            _looks[6] += clause.Tense == Tense.Present ? 1 : 0;
            _looks[7] += clause.HasVerb ? 0 : 1;
            _looks[8] += clause.Modality != Modality.None || clause.Tense == Tense.Future ? 1 : 0;
            _looks[9] += clause.Form == ClauseForm.Question ? 1 : 0;
            words += sentence.Tokens.Length;
        }

        for (var look = 0; look < Looks - 1; look++)
        {
            _looks[look] /= _own.Length + HalfLook;
        }

        _looks[10] = words / (20f * (_own.Length + HalfLook));
    }
}
