namespace EcqAnalyzer.Engine.Rules;

/// <summary>How often the commonest words are met beside all others, so that a pattern is looked up by its rarest words. Counted
/// in the narratives of <c>corpus/</c>: beyond these a word is met some forty times in a million, whatever its length.</summary>
internal static class CommonWords
{
    private static readonly Dictionary<string, int> Times = Make(
        (250, "the . , and of a in to i for that on with be was ' it - have had at by"),
        (75, "is we two one from which were as not what been year them an are each three my who would has about you people they first four"),
        (35, "all office our out no every since before this its there so when day time state up their ask asked he she than do did five over staff "
            + "after own work six director percent could me or if but his her into through make take"));

    /// <summary>1 for a word of no note.</summary>
    public static int CommonnessOf(string word) => Times.GetValueOrDefault(word, 1);

    private static Dictionary<string, int> Make(params (int Times, string Words)[] tiers)
    {
        var times = new Dictionary<string, int>();
        foreach (var tier in tiers)
        {
            foreach (var word in tier.Words.Split(' '))
            {
                times.Add(word, tier.Times);
            }
        }

        return times;
    }
}
