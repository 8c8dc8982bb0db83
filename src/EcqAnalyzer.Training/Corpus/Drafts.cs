using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Corpus;

/// <summary>A narrative of the corpus as a draft, its sentences as given.</summary>
public static class Drafts
{
    public static Draft Of(GoldNarrative narrative) =>
        Draft.OfSentences(narrative.Id, [.. narrative.Sentences.Select(sentence => sentence.Text)]);
}
