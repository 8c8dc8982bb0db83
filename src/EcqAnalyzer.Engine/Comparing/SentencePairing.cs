namespace EcqAnalyzer.Engine.Comparing;

/// <summary>Which sentence of the new version each of the old became: one to one so far. <see cref="NewOf"/> and
/// <see cref="OldOf"/> are -1 where a sentence has no partner.</summary>
internal sealed class SentencePairing(int old, int @new)
{
    private readonly int[] _newOf = Filled(old);
    private readonly int[] _oldOf = Filled(@new);

    public ReadOnlySpan<int> NewOf => _newOf;

    public ReadOnlySpan<int> OldOf => _oldOf;

    public void Pair(int old, int @new) => (_newOf[old], _oldOf[@new]) = (@new, old);

    public bool AreFree(int old, int @new) => _newOf[old] < 0 && _oldOf[@new] < 0;

    /// <summary>For each old sentence whether it has a partner that stands where it stood, in order with the others.</summary>
    public bool[] FindSteady()
    {
        var paired = new List<int>();
        for (var i = 0; i < _newOf.Length; i++)
        {
            if (_newOf[i] >= 0)
            {
                paired.Add(i);
            }
        }

        var rises = LongestRise.Find(paired.ConvertAll(each => _newOf[each]));
        var steady = new bool[_newOf.Length];
        for (var i = 0; i < paired.Count; i++)
        {
            steady[paired[i]] = rises[i];
        }

        return steady;
    }

    private static int[] Filled(int length)
    {
        var numbers = new int[length];
        Array.Fill(numbers, -1);
        return numbers;
    }
}
