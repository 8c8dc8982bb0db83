namespace EcqAnalyzer.Engine.Language;

/// <summary>What one run of the annotator writes into, and what it has found out about words; kept for the next run.</summary>
internal sealed class AnnotatorTables(LanguageModel model)
{
    public Tokenizer Tokenizer { get; } = new();

    public Segmenter Segmenter { get; } = new(model.Ends);

    public WordCache Known { get; } = new(model.Lexicon, model.Words);

    public Tagger Tagger { get; } = new(model.Tags, model.Lexicon, model.FirstWeights, model.Weights);

    public LemmaCache Lemmas { get; } = new(new Lemmatizer(model.Lemmas), model.Tags);

    public List<int> Ends { get; } = [];

    public Word[] Words { get; private set; } = new Word[128];

    public byte[] Tags { get; private set; } = new byte[128];

    public byte[] FirstTags { get; private set; } = new byte[128];

    public byte[] Finite { get; private set; } = new byte[128];

    public void Reserve(int count)
    {
        if (count <= Words.Length)
            return;
        Words = new Word[count * 2];
        Tags = new byte[count * 2];
        FirstTags = new byte[count * 2];
        Finite = new byte[count * 2];
    }
}
