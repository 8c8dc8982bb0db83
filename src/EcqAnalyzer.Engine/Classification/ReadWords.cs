using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Classification;

/// <summary>What the table of words knows of a sentence's tokens, looked up once for all features. Filled again for each
/// sentence.</summary>
public sealed class ReadWords(WordTable table)
{
    private int[] _rows = new int[128];
    private byte[] _classes = new byte[128];

    public WordTable Table => table;

    public Sentence Sentence { get; private set; } = null!;

    public string Text { get; private set; } = "";

    public int Count => Sentence.Tokens.Length;

    /// <summary>The token's row in the table, by its form and else by its dictionary form; -1 without one.</summary>
    public int RowOf(int token) => _rows[token];

    /// <summary>The dictionary class of a noun or verb; 0 for anything else.</summary>
    public int ClassOf(int token) => _classes[token];

    public ReadOnlySpan<char> FormOf(int token) => Sentence.Tokens[token].Span.Of(Text);

    public void Fill(string text, Sentence sentence)
    {
        (Text, Sentence) = (text, sentence);
        if (_rows.Length < Count)
        {
            _rows = new int[Count * 2];
            _classes = new byte[Count * 2];
        }

        for (var i = 0; i < Count; i++)
        {
            var token = sentence.Tokens[i];
            var form = token.Span.Of(text);
            var row = table.Find(form);
            var lemma = form.SequenceEqual(token.Lemma) ? row : table.Find(token.Lemma);
            _rows[i] = row >= 0 ? row : lemma;
            _classes[i] = (byte)(lemma < 0 ? 0 : token.Pos switch
            {
                "VERB" or "AUX" => table.VerbClassOf(lemma),
                "NOUN" or "PROPN" => table.NounClassOf(lemma),
                _ => 0,
            });
        }
    }

    /// <summary>The class of a lemma as a verb; 0 where the table has none.</summary>
    public int VerbClass(int token)
    {
        var row = table.Find(Sentence.Tokens[token].Lemma);
        return row < 0 ? 0 : table.VerbClassOf(row);
    }

    /// <summary>I, we, my, our: the writer. These are one word to the classifier, so that "we" for "I" changes nothing but
    /// what the scoring makes of the person.</summary>
    public bool IsWriter(int token) =>
        Sentence.Tokens[token].Tag is "PRP" or "PRP$" && FormOf(token) is "I" or "i" or "we" or "We" or "my" or "My" or "our" or "Our" or "me" or "us"
            or "myself" or "ourselves" or "mine" or "ours" or "WE" or "MY" or "OUR";
}
