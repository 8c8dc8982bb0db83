using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Corpus;

/// <summary>A narrative of the corpus as a draft, its sentences as given.</summary>
public static class Drafts
{
    public static Draft Of(GoldNarrative narrative)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>(narrative.Sentences.Length);
        var start = 0;
        foreach (var sentence in narrative.Sentences)
        {
            blocks.Add(new Block(new TextSpan(start, start + sentence.Text.Length), BlockKind.Sentence));
            start += sentence.Text.Length + 1;
        }

        return new Draft(
            new DraftFile(narrative.Id, "", DraftFormat.Given),
            string.Join('\n', narrative.Sentences.Select(sentence => sentence.Text)),
            blocks.MoveToImmutable(),
            SourceMap.Empty,
            new Extraction(null, []));
    }
}
