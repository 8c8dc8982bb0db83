using System.Collections.Immutable;
using EcqAnalyzer.Engine.Agreement;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>
/// Everything that figures are made of, as counts: those of a text, or of many, added up. Figures of texts drawn again and
/// again are then quick to make. Tables have a row for each label that counts and a column for each said by the program.
/// </summary>
public sealed class Tally
{
    public const int Types = 6;
    public const int Rungs = 6;

    public Tally(ImmutableArray<CompetencyId> competencies)
    {
        Competencies = competencies;
        Found = [.. competencies.Select(_ => new FoundCounts())];
    }

    public ImmutableArray<CompetencyId> Competencies { get; }

    public int[,] OfTypes { get; } = new int[Types, Types];

    /// <summary>Only sentences on whose type two readers agree.</summary>
    public int[,] OfAgreedTypes { get; } = new int[Types, Types];

    public int[,] OfRungs { get; } = new int[Rungs, Rungs];

    /// <summary>In the order of <see cref="Competencies"/>.</summary>
    public ImmutableArray<FoundCounts> Found { get; }

    /// <summary>How sure of the type, and how often right.</summary>
    public ReliabilityBins TypeBins { get; } = new();

    /// <summary>How sure of a competency that is called shown, and how often right; disputed ones are left out.</summary>
    public ReliabilityBins ShownBins { get; } = new();

    /// <summary>Competencies that a sentence only claims, by the label that counts.</summary>
    public ClaimCounts Claims { get; } = new();

    public int Sentences => CountTable.Sum(OfTypes);

    public static Tally Of(JudgedText judged, Framework framework)
    {
        ArgumentNullException.ThrowIfNull(judged);
        ArgumentNullException.ThrowIfNull(framework);
        var tally = new Tally([.. framework.Competencies.Select(competency => competency.Id)]);
        var isKnown = judged.Gold.Labelled.Contains(framework.Id);
        foreach (var sentence in judged.Sentences)
        {
            tally.AddType(sentence);
            if (isKnown)
            {
                tally.AddCompetencies(sentence);
                tally.AddClaims(sentence);
            }
        }

        foreach (var rating in judged.Gold.Ratings)
        {
            if (judged.Scores.FirstOrDefault(score => score.Competency == rating.Competency) is { } score)
            {
                tally.OfRungs[(int)rating.Rung, (int)score.Rung]++;
            }
        }

        return tally;
    }

    public Tally Add(Tally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        CountTable.Add(OfTypes, other.OfTypes);
        CountTable.Add(OfAgreedTypes, other.OfAgreedTypes);
        CountTable.Add(OfRungs, other.OfRungs);
        TypeBins.Add(other.TypeBins);
        ShownBins.Add(other.ShownBins);
        Claims.Add(other.Claims);
        for (var i = 0; i < Found.Length; i++)
        {
            Found[i].Add(other.Found[i]);
        }

        return this;
    }

    private void AddType(JudgedSentence sentence)
    {
        var (gold, said) = (sentence.Gold.Label.Type, sentence.Type);
        OfTypes[(int)gold, (int)said]++;
        if (sentence.Gold.Others.All(reading => reading.Type == gold))
        {
            OfAgreedTypes[(int)gold, (int)said]++;
        }

        TypeBins.Add(sentence.Probability, gold == said);
    }

    private void AddClaims(JudgedSentence sentence)
    {
        if (sentence.Claimed is not { } said || sentence.Gold.Label.Marks is not { } marks)
        {
            return;
        }

        foreach (var id in Competencies)
        {
            var (isSaid, isClaimed) = (said.Contains(id), marks.Claimed.Contains(id));
            Claims.Right += isSaid && isClaimed ? 1 : 0;
            Claims.Wrong += isSaid && !isClaimed ? 1 : 0;
            Claims.Missed += !isSaid && isClaimed ? 1 : 0;
        }
    }

    private void AddCompetencies(JudgedSentence sentence)
    {
        for (var i = 0; i < Competencies.Length; i++)
        {
            var id = Competencies[i];
            var shown = sentence.Shown.FirstOrDefault(each => each.Competency == id);
            var (isSaid, all, any) = (shown is not null, sentence.Gold.AllSay(Says), sentence.Gold.AnySays(Says));
            Found[i].Right += isSaid && all ? 1 : 0;
            Found[i].Missed += !isSaid && all ? 1 : 0;
            Found[i].Wrong += isSaid && !any ? 1 : 0;
            Found[i].LabelRight += isSaid && Says(sentence.Gold.Label) ? 1 : 0;
            Found[i].Labelled += Says(sentence.Gold.Label) ? 1 : 0;
            Found[i].Said += isSaid ? 1 : 0;
            if (shown is not null && all == any)
            {
                ShownBins.Add(shown.Probability, all);
            }

            bool Says(Reading reading) => reading.Shown.Contains(id);
        }
    }
}

/// <summary>How often a claim was found.</summary>
public sealed class ClaimCounts
{
    public int Right { get; set; }

    public int Wrong { get; set; }

    public int Missed { get; set; }

    public double? Precision => Right + Wrong == 0 ? null : Right / (double)(Right + Wrong);

    public double? Recall => Right + Missed == 0 ? null : Right / (double)(Right + Missed);

    public void Add(ClaimCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Right += other.Right;
        Wrong += other.Wrong;
        Missed += other.Missed;
    }
}

/// <summary>How often a competency was found. <see cref="Right"/>, <see cref="Missed"/> and <see cref="Wrong"/> go by what
/// readers agree on: shown by all, or by none; the others by what counts as right, the settled label or the first.</summary>
public sealed class FoundCounts
{
    public int Right { get; set; }

    public int Missed { get; set; }

    public int Wrong { get; set; }

    public int LabelRight { get; set; }

    public int Labelled { get; set; }

    public int Said { get; set; }

    public FoundCounts Add(FoundCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Right += other.Right;
        Missed += other.Missed;
        Wrong += other.Wrong;
        LabelRight += other.LabelRight;
        Labelled += other.Labelled;
        Said += other.Said;
        return this;
    }

    public double? Precision => Right + Wrong == 0 ? null : Right / (double)(Right + Wrong);

    public double? Recall => Right + Missed == 0 ? null : Right / (double)(Right + Missed);

    public double? F1 => Right + Wrong + Missed == 0 ? null : 2.0 * Right / (2 * Right + Wrong + Missed);

    public double? LabelF1 => Labelled + Said == 0 ? null : 2.0 * LabelRight / (Labelled + Said);
}
