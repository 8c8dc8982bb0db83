using System.Collections.Immutable;

namespace EcqAnalyzer.Training;

/// <summary>A folder of treebanks as <c>ecq train --annotator --treebanks</c> wants it: ewt/, gum/, masc/ and pud/.</summary>
public sealed class TreebankFolder(string path)
{
    /// <summary>Sentences with every column, for training: also those of EWT by which choices were made, once they are made.</summary>
    public IReadOnlyList<TreebankSentence> Train() => [.. TrainWithoutDevelopment(), .. Load("ewt", "en_ewt-dev")];

    /// <summary>The same without those, to make further choices by them.</summary>
    public IReadOnlyList<TreebankSentence> TrainWithoutDevelopment() =>
    [
        .. Load("ewt", "en_ewt-train"),
        .. Load("gum", "en_gum-open-train").Select(sentence => sentence with { IsFormal = true }),
    ];

    /// <summary>Sentences with tags only, for training.</summary>
    public IReadOnlyList<TreebankSentence> TrainTagsOnly() => Load("masc", "en_masc-ptb");

    /// <summary>What is measured on, by the name it has in the table.</summary>
    public IEnumerable<(string Name, IReadOnlyList<TreebankSentence> Sentences)> Tests()
    {
        yield return ("EWT test", Load("ewt", "en_ewt-test"));
        yield return ("GUM dev+test", [.. Load("gum", "en_gum-open-dev"), .. Load("gum", "en_gum-open-test")]);
        yield return ("PUD", Load("pud", "en_pud-test"));
    }

    /// <summary>What choices are made on, so that the tests stay unseen.</summary>
    public IEnumerable<(string Name, IReadOnlyList<TreebankSentence> Sentences)> Development()
    {
        yield return ("EWT dev", Load("ewt", "en_ewt-dev"));
        yield return ("GUM dev", Load("gum", "en_gum-open-dev"));
    }

    private ImmutableArray<TreebankSentence> Load(string folder, string name) =>
        Treebank.Load(Path.Combine(path, folder, name + ".conllu.gz"));
}
