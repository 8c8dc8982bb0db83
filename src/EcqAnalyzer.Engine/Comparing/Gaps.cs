namespace EcqAnalyzer.Engine.Comparing;

/// <summary>The sentences without a partner, by where they stand: between the same two sentences that stayed.</summary>
internal sealed class Gaps
{
    private readonly int[] _ofOld;
    private readonly int[] _ofNew;
    private readonly Gap[] _gaps;

    private Gaps(int[] ofOld, int[] ofNew, Gap[] gaps) => (_ofOld, _ofNew, _gaps) = (ofOld, ofNew, gaps);

    /// <summary>In order; those in which nothing is left on either side are among them.</summary>
    public IReadOnlyList<Gap> All => _gaps;

    public IEnumerable<int> FreeOld => _gaps.SelectMany(gap => gap.Old);

    public IEnumerable<int> FreeNew => _gaps.SelectMany(gap => gap.New);

    public static Gaps Of(SentencePairing pairing, int old, int @new)
    {
        var steady = pairing.FindSteady();
        var (ofOld, ofNew) = (new int[old], new int[@new]);
        var gaps = new List<Gap> { new([], []) };
        for (var i = 0; i < old; i++)
        {
            if (steady[i])
            {
                gaps.Add(new Gap([], []));
            }
            else if (pairing.NewOf[i] < 0)
            {
                gaps[^1].Old.Add(i);
            }

            ofOld[i] = gaps.Count - 1;
        }

        var at = 0;
        for (var j = 0; j < @new; j++)
        {
            var partner = pairing.OldOf[j];
            if (partner >= 0 && steady[partner])
            {
                at = ofOld[partner];
            }
            else if (partner < 0)
            {
                gaps[at].New.Add(j);
            }

            ofNew[j] = at;
        }

        return new Gaps(ofOld, ofNew, [.. gaps]);
    }

    public bool AreInOne(int old, int @new) => _ofOld[old] == _ofNew[@new];

    public sealed record Gap(List<int> Old, List<int> New);
}
