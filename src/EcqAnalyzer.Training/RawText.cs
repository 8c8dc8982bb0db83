using System.Collections.Immutable;
using System.Text;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training;

/// <summary>A treebank as running text: a draft with a block for every paragraph, and the gold spans of its sentences and
/// words.</summary>
internal sealed class RawText
{
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
    private int _blockStart;

    private RawText()
    {
    }

    public HashSet<TextSpan> Sentences { get; } = [];

    /// <summary>Spans of syntactic words; words of a contraction whose forms do not add up to what is written have none.</summary>
    public HashSet<TextSpan> Words { get; } = [];

    public int WordCount { get; private set; }

    public static (RawText Gold, Draft Draft) Of(IEnumerable<TreebankSentence> sentences)
    {
        var raw = new RawText();
        foreach (var sentence in sentences)
        {
            raw.Add(sentence);
        }

        raw.EndBlock();
        var file = new DraftFile("treebank", "", DraftFormat.Given);
        return (raw, new Draft(
            file, raw._text.ToString(), raw._blocks.ToImmutable(), SourceMap.Empty, new Extraction(null, [])));
    }

    private void Add(TreebankSentence sentence)
    {
        if (sentence.OpensParagraph)
            EndBlock();
        var start = _text.Length;
        var end = start;
        foreach (var token in sentence.Surface)
        {
            AddWords(sentence, token);
            _text.Append(token.Form);
            end = _text.Length;
            if (token.SpaceAfter)
                _text.Append(' ');
        }

        Sentences.Add(new TextSpan(start, end));
    }

    private void AddWords(TreebankSentence sentence, SurfaceToken token)
    {
        WordCount += token.Count;
        var words = sentence.Words.AsSpan().Slice(token.First, token.Count);
        var length = 0;
        foreach (var word in words)
        {
            length += word.Form.Length;
        }

        if (length != token.Form.Length)
            return;
        var position = _text.Length;
        foreach (var word in words)
        {
            Words.Add(new TextSpan(position, position + word.Form.Length));
            position += word.Form.Length;
        }
    }

    private void EndBlock()
    {
        if (_text.Length > _blockStart)
        {
            _blocks.Add(new Block(new TextSpan(_blockStart, _text.Length), BlockKind.Paragraph));
            _text.Append('\n');
        }

        _blockStart = _text.Length;
    }
}
