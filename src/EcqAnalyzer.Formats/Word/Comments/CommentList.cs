using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using System.Text;

namespace EcqAnalyzer.Formats.Word.Comments;

/// <summary>
/// The comments of a document: those that stand in it, of which ours are known by their author, and the new ones. A comment's
/// ids are made of what it is about, so that the next run knows it again. Nobody else's comment is touched, nor one of ours
/// that somebody answered or resolved.
/// </summary>
internal sealed class CommentList
{
    public const string Author = "EcqAnalyzer";
    private const string Initials = "ECQ";
    private const string Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
    private const string Word2012 = "http://schemas.microsoft.com/office/word/2012/wordml";
    private const string Word2016 = "http://schemas.microsoft.com/office/word/2016/wordml/cid";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    private readonly string _word;
    private readonly PackagePart _comments;
    private readonly PackagePart _extended;
    private readonly PackagePart _ids;
    private readonly PackagePart _people;
    private readonly HashSet<string> _keptIds = [];
    private readonly HashSet<string> _keptTexts = [];
    private readonly HashSet<string> _usedIds = [];
    private int _next;

    public CommentList(PackageEdit package, string word)
    {
        _word = word;
        _comments = package.Part(PartKind.Comments(word == WordNames.StrictWord), Root("w", "comments", word));
        _extended = package.Part(PartKind.CommentsExtended, Root("w15", "commentsEx", Word2012));
        _ids = package.Part(PartKind.CommentsIds, Root("w16cid", "commentsIds", Word2016));
        _people = package.Part(PartKind.People, Root("w15", "people", Word2012));
        foreach (var entry in _comments.List.Entries)
        {
            Look(entry);
        }
    }

    /// <summary>The ids of the comments that go: their marks in the text must go too.</summary>
    public HashSet<string> Removed { get; } = [];

    /// <summary>Whether somebody answered or resolved this very comment before: it is not set again.</summary>
    public bool IsKept(string key, IReadOnlyList<string> paragraphs) =>
        _keptIds.Contains(Id(key, 'd')) || _keptTexts.Contains(string.Join('\n', paragraphs));

    /// <summary>Adds a comment and returns the id by which the text refers to it.</summary>
    public int Add(string key, IReadOnlyList<string> paragraphs)
    {
        var (durable, paragraph) = (Free(key, 'd'), Free(key, 'p'));
        _comments.List.Add(Comment(_next, paragraph, paragraphs));
        _extended.List.Add($"<w15:commentEx xmlns:w15=\"{Word2012}\" w15:paraId=\"{paragraph}\" w15:done=\"0\"/>");
        _ids.List.Add($"<w16cid:commentId xmlns:w16cid=\"{Word2016}\" w16cid:paraId=\"{paragraph}\" w16cid:durableId=\"{durable}\"/>");
        return _next++;
    }

    public void Write(PackageEdit package)
    {
        if (_comments.List.IsChanged && !_people.List.Entries.Exists(entry => entry.Find("author") == Author))
        {
            _people.List.Add(
                $"<w15:person xmlns:w15=\"{Word2012}\" w15:author=\"{Author}\"><w15:presenceInfo w15:providerId=\"None\" w15:userId=\"{Author}\"/></w15:person>");
        }

        foreach (var part in (PackagePart[])[_comments, _extended, _ids, _people])
        {
            package.Take(part);
        }
    }

    private static string Root(string prefix, string name, string ns)
    {
        // Programs older than a vocabulary go past it where it is called ignorable.
        var ignorable = prefix == "w" ? "w14" : prefix;
        var older = prefix == "w" ? $" xmlns:w14=\"{Word2010}\"" : "";
        return $"{Head}<{prefix}:{name} xmlns:mc=\"{Compatibility}\" xmlns:{prefix}=\"{ns}\"{older} mc:Ignorable=\"{ignorable}\"></{prefix}:{name}>";
    }

    private void Look(ListEntry comment)
    {
        var id = comment.Find("id") ?? "";
        var isOurs = comment.Name == "comment" && comment.Find("author") == Author && comment.Find("initials") == Initials;
        var extended = _extended.List.Entries.Find(entry => Is(entry, "paraId", comment.LastParagraph));
        var durable = _ids.List.Entries.Find(entry => Is(entry, "paraId", comment.LastParagraph));
        var isAnswered = comment.LastParagraph is not null
            && _extended.List.Entries.Exists(entry => Is(entry, "paraIdParent", comment.LastParagraph));
        if (isOurs && !isAnswered && extended?.Find("done") is not ("1" or "true"))
        {
            Removed.Add(id);
            Remove(_comments, comment);
            Remove(_extended, extended);
            Remove(_ids, durable);
            return;
        }

        _next = Math.Max(_next, int.TryParse(id, CultureInfo.InvariantCulture, out var number) ? number + 1 : 0);
        _usedIds.Add(comment.LastParagraph ?? "");
        if (isOurs)
        {
            _keptTexts.Add(comment.Text);
            _keptIds.Add(durable?.Find("durableId") ?? "");
        }
    }

    private static void Remove(PackagePart part, ListEntry? entry)
    {
        if (entry is not null)
        {
            part.List.Remove(entry);
        }
    }

    private static bool Is(ListEntry entry, string attribute, string? value) =>
        value is not null && string.Equals(entry.Find(attribute), value, StringComparison.OrdinalIgnoreCase);

    private string Comment(int id, string paragraphId, IReadOnlyList<string> paragraphs)
    {
        var xml = new StringBuilder(
            $"<w:comment xmlns:w=\"{_word}\" xmlns:w14=\"{Word2010}\" w:id=\"{id}\" w:author=\"{Author}\" w:initials=\"{Initials}\">");
        for (var i = 0; i < paragraphs.Count; i++)
        {
            xml.Append(i == paragraphs.Count - 1 ? $"<w:p w14:paraId=\"{paragraphId}\" w14:textId=\"77777777\">" : "<w:p>")
                .Append("<w:pPr><w:spacing w:before=\"0\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>")
                .Append(i == 0 ? "<w:r><w:annotationRef/></w:r>" : "")
                .Append("<w:r><w:rPr><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/></w:rPr><w:t xml:space=\"preserve\">")
                .Append(Escaped(paragraphs[i]))
                .Append("</w:t></w:r></w:p>");
        }

        return xml.Append("</w:comment>").ToString();
    }

    private string Free(string key, char use)
    {
        for (var number = 0; ; number++)
        {
            var id = Id(number == 0 ? key : $"{key}\0{number}", use);
            if (_usedIds.Add(id))
            {
                return id;
            }
        }
    }

    /// <summary>Eight hex digits below 80000000, as Word asks of its ids, made of a key.</summary>
    private static string Id(string key, char use)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{use}\0{key}"));
        var number = BitConverter.ToUInt32(hash) & 0x7FFFFFFF;
        return Math.Clamp(number, 1, 0x7FFFFFFE).ToString("X8", CultureInfo.InvariantCulture);
    }

    /// <summary>Without what XML cannot hold; a line's end is a space.</summary>
    private static string Escaped(string text) => SecurityElement.Escape(
        SafeText.Of(text.ReplaceLineEndings(" ").Replace('\t', ' ')).Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD'));
}
