namespace EcqAnalyzer.Training.Corpus;

/// <summary>Codes of faults that only files of the corpus can have.</summary>
public static class CorpusFaults
{
    public const string NoNarratives = "ECQ310";
    public const string WrongFileName = "ECQ311";
    public const string SecondOfItsName = "ECQ312";
    public const string SecondOfItsWords = "ECQ313";
    public const string EmptySentence = "ECQ314";
    public const string NoSuchCompetency = "ECQ315";
    public const string TooMany = "ECQ316";
    public const string SaidTwice = "ECQ317";
    public const string ShownAndClaimed = "ECQ318";
    public const string NoSuchFramework = "ECQ319";
    public const string NoSuchEcq = "ECQ320";
    public const string NoRung = "ECQ321";
    public const string NoSuchNarrative = "ECQ322";
}
