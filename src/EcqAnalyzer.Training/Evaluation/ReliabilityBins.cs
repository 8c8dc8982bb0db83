namespace EcqAnalyzer.Training.Evaluation;

/// <summary>Ten bins of probability, [0, 0.1) to [0.9, 1]: how sure the program was in each, and how often it was
/// right.</summary>
public sealed class ReliabilityBins
{
    public const int Bins = 10;

    private readonly double[] _sure = new double[Bins];
    private readonly int[] _right = new int[Bins];
    private readonly int[] _count = new int[Bins];

    public int Total => _count.Sum();

    public int Count(int bin) => _count[bin];

    /// <summary>The mean probability; null in an empty bin.</summary>
    public double? Said(int bin) => _count[bin] == 0 ? null : _sure[bin] / _count[bin];

    /// <summary>The share that was right; null in an empty bin.</summary>
    public double? Right(int bin) => _count[bin] == 0 ? null : _right[bin] / (double)_count[bin];

    public void Add(double probability, bool isRight)
    {
        var bin = Math.Min(Bins - 1, (int)(Bins * probability));
        _sure[bin] += probability;
        _right[bin] += isRight ? 1 : 0;
        _count[bin]++;
    }

    public void Add(ReliabilityBins other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var bin = 0; bin < Bins; bin++)
        {
            _sure[bin] += other._sure[bin];
            _right[bin] += other._right[bin];
            _count[bin] += other._count[bin];
        }
    }

    /// <summary>The expected calibration error: how far the mean probability is from the share that was right, bin by bin, by
    /// how many fell into each; null where there is nothing.</summary>
    public double? CalibrationError
    {
        get
        {
            var off = 0.0;
            for (var bin = 0; bin < Bins; bin++)
            {
                off += Math.Abs(_sure[bin] - _right[bin]);
            }

            return Total == 0 ? null : off / Total;
        }
    }
}
