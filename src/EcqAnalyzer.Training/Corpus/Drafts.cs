using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Corpus;

/// <summary>A narrative of the corpus as a draft, its sentences as given.</summary>
public static class Drafts
{
    public static Draft Of(GoldNarrative narrative) => Of(narrative.Id, [.. narrative.Sentences.Select(sentence => sentence.Text)]);

    public static Draft Of(string id, ImmutableArray<string> sentences)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>(sentences.Length);
        var start = 0;
        foreach (var sentence in sentences)
        {
            blocks.Add(new Block(new TextSpan(start, start + sentence.Length), BlockKind.Sentence));
            start += sentence.Length + 1;
        }

        return new Draft(
            new DraftFile(id, "", DraftFormat.Given), string.Join('\n', sentences), blocks.MoveToImmutable(), SourceMap.Empty, new Extraction(null, []));
    }
}
