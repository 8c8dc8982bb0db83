using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Word;
using EcqAnalyzer.Formats.Word.Comments;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Formats.Word.Comments;

/// <summary>Sets comments into Word files, and looks at them by other means than the program's.</summary>
internal static class Commented
{
    private static readonly XNamespace W = WordFile.Transitional;
    private static readonly XNamespace W15 = "http://schemas.microsoft.com/office/word/2012/wordml";

    public static MarginNote Note(TextSpan span, string key = "check") => new($"{key} {span}", span, ["Says something.", "And asks?"]);

    /// <summary>A note on the first place of some words.</summary>
    public static MarginNote On(Draft draft, string words)
    {
        var at = draft.Text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{words}' does not stand in the draft");
        return new MarginNote($"check {words}", new TextSpan(at, at + words.Length), [$"About {words}.", "Which?"]);
    }

    public static byte[] Set(byte[] bytes, params MarginNote[] notes)
    {
        var source = new DraftSource("draft.docx", bytes);
        var draft = new WordReader().Read(source, default);
        using var package = WordPackage.Open(source);
        var result = new MemoryStream();
        new CommentedDocument(package, source, draft).Write([.. notes], result);
        return result.ToArray();
    }

    public static byte[] SetOn(byte[] bytes, params string[] words)
    {
        var draft = WordFile.Read(bytes);
        return Set(bytes, [.. words.Select(each => On(draft, each))]);
    }

    public static XDocument Xml(byte[] bytes, string part = "word/document.xml")
    {
        using var xml = XmlReader.Create(new StringReader(Text(bytes, part)), new XmlReaderSettings { CheckCharacters = false });
        return XDocument.Load(xml, LoadOptions.PreserveWhitespace);
    }

    public static string Text(byte[] bytes, string part = "word/document.xml") => Encoding.UTF8.GetString(Part(bytes, part)!);

    public static byte[]? Part(byte[] bytes, string part)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var stream = zip.GetEntry(part)?.Open();
        if (stream is null)
        {
            return null;
        }

        var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    /// <summary>The comments of a file in the order of their marks.</summary>
    public static List<SeenComment> See(byte[] bytes)
    {
        if (Part(bytes, "word/comments.xml") is null)
        {
            return [];
        }

        var all = Xml(bytes, "word/comments.xml").Root!.Elements().ToDictionary(comment => (string)comment.Attribute(W + "id")!);
        var done = Part(bytes, "word/commentsExtended.xml") is null ? [] : Xml(bytes, "word/commentsExtended.xml").Root!.Elements()
            .ToDictionary(each => (string)each.Attribute(W15 + "paraId")!, each => (string?)each.Attribute(W15 + "done") == "1");
        var (seen, referred) = (new List<SeenComment>(), 0);
        var open = new Dictionary<string, StringBuilder>();
        foreach (var element in Xml(bytes).Descendants())
        {
            var id = (string?)element.Attribute(W + "id") ?? "";
            switch (element.Name.LocalName)
            {
                case "commentRangeStart":
                    open.Add(id, new StringBuilder());
                    break;
                case "commentRangeEnd":
                    var paragraphs = all[id].Elements(W + "p").ToList();
                    var last = paragraphs[^1].Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "paraId")?.Value ?? "";
                    seen.Add(new SeenComment(
                        id, (string)all[id].Attribute(W + "author")!, open[id].ToString(),
                        string.Join('\n', paragraphs.Select(each => each.Value)), last, done.GetValueOrDefault(last)));
                    open.Remove(id);
                    break;
                case "commentReference" when (string?)all[id].Attribute(W + "author") == "EcqAnalyzer":
                    Assert.Equal(id, seen[^1].Id);
                    referred++;
                    break;
                default:
                    Append(open.Values, element);
                    break;
            }
        }

        Assert.Empty(open);
        Assert.Equal(referred, seen.Count(comment => comment.Author == "EcqAnalyzer"));
        return seen;
    }

    private static void Append(IEnumerable<StringBuilder> open, XElement element)
    {
        var vocabulary = WordNames.Of(element.Name.NamespaceName);
        if (WordRuns.IsText(vocabulary, element.Name.LocalName))
        {
            foreach (var text in open)
            {
                text.Append(element.Value.Replace('\n', ' ').Replace('\r', ' '));
            }
        }
        else if (vocabulary == Vocabulary.Word)
        {
            using var reader = element.CreateReader();
            reader.MoveToContent();
            var character = WordRuns.CharacterOf(reader);
            foreach (var text in open)
            {
                text.Append(character);
            }
        }
    }
}

/// <summary>A comment as it stands in a file: the words between its marks, and what it says.</summary>
internal sealed record SeenComment(string Id, string Author, string Words, string Says, string ParagraphId, bool IsDone)
{
    /// <summary>It stands right around its words, and does not quote them.</summary>
    public bool IsExact => !Says.StartsWith("On \u201c", StringComparison.Ordinal);
}
