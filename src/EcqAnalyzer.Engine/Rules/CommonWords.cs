namespace EcqAnalyzer.Engine.Rules;

/// <summary>How often the commonest words are met, as they stand or as a lemma, beside all others, so that a pattern is looked up by its
/// rarest words. Counted in the narratives of <c>corpus/</c> but those that the benchmark of rules measures with, in powers of
/// two: any other word is taken to be met some forty times in a million.</summary>
internal static class CommonWords
{
    private static readonly Dictionary<string, int> Times = Make(
        (2048, "the"),
        (1024, ". , and"),
        (512, "be of a in to i"),
        (256, "have for that with on was it"),
        (128, "we - had at year by they is not one two 's from do which were"),
        (64, "as : what been would them my you are an day office each who about three people $ work years go "
            + "has our state ; first this all four ask take out come time every"),
        (32, "before no so since did there when ? service up ) its their days ( director asked staff report "
            + "other month week write program own after county make million me than he could use plan five "
            + "will say six tell agency n't over employee nine percent call give she board new keep change or "
            + "us officer under department where know get eleven see without same can lead review took some "
            + "manager came now chief good hour more went find budget employees put team how"),
        (16, "am system open center order through pay move down second made within school hold those position "
            + "line member months last most then bring 'd case run district back close your set cost public "
            + "group because record any committee told ten award like into meeting question 've both "
            + "management leave ' hours part number sign also building end found if but half page her family "
            + "person meet answer want night weeks next place operation think contract long states division "
            + "look request wrote follow seven need serve name small his may present third fund send include "
            + "result rule closed council deputy supervisor training moved federal start annual thing city "
            + "data field used old law read general rate unit letter list test engineer regional should off "
            + "offices got members sit lose project said health 3 executive nobody learn only between "
            + "operations begin home job prepare build responsible thirty % 2 branch counties eight file child "
            + "held hire morning paper until shift"));

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
