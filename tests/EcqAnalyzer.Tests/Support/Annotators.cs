using System.Collections.Immutable;
using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Support;

/// <summary>The annotator with the committed model, and drafts to give it.</summary>
internal static class Annotators
{
    private static readonly Lazy<LanguageModel> LoadedModel = new(() =>
    {
        using var stream = File.OpenRead(Repository.Path("models", "annotator", "annotator.bin"));
        return LanguageModel.Load(stream);
    });

    private static readonly Lazy<Annotator> Loaded = new(() => new Annotator(LoadedModel.Value));

    public static Annotator Committed => Loaded.Value;

    /// <summary>The committed model, for an annotator that has met no text yet.</summary>
    public static LanguageModel Model => LoadedModel.Value;

    public static Draft DraftOf(params (BlockKind Kind, string Text)[] blocks)
    {
        var text = string.Join('\n', blocks.Select(block => block.Text));
        var spans = ImmutableArray.CreateBuilder<Block>();
        var start = 0;
        foreach (var (kind, content) in blocks)
        {
            spans.Add(new Block(new TextSpan(start, start + content.Length), kind));
            start += content.Length + 1;
        }

        return new Draft(
            new DraftFile("given", "", DraftFormat.Given), text, spans.ToImmutable(), SourceMap.Empty, new Extraction(null, []));
    }

    /// <summary>The sentences of a paragraph, as text.</summary>
    public static string[] Sentences(string text, BlockKind kind = BlockKind.Paragraph) =>
        [.. Committed.Annotate(DraftOf((kind, text))).Select(sentence => sentence.Span.Of(text).ToString())];

    /// <summary>The tokens of a paragraph, with what <paramref name="show"/> says of each, separated by spaces.</summary>
    public static string Tokens(string text, Func<string, Token, string> show) =>
        string.Join(' ', Committed.Annotate(DraftOf((BlockKind.ListItem, text)))
            .SelectMany(sentence => sentence.Tokens)
            .Select(token => show(token.Span.Of(text).ToString(), token)));
}
