using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Word.Comments;

/// <summary>
/// A Word package that gets comments. Where Word takes none (in text boxes, foot- and endnotes, diagrams), the comment stands
/// at the place in the text to which that belongs, and quotes the words.
/// </summary>
internal sealed class CommentedDocument
{
    private const int LongestQuote = 70;
    private const string OwnPrefix = "ecq";

    private readonly WordPackage _package;
    private readonly DraftSource _source;
    private readonly Draft _draft;
    private readonly string _main;
    private readonly SourceRun[] _runs;

    public CommentedDocument(WordPackage package, DraftSource source, Draft draft)
    {
        (_package, _source, _draft) = (package, source, draft);
        _main = WordDocument.FindMain(package, source);
        _runs = [.. draft.Source.Runs.Where(IsInMain)];
    }

    /// <summary>What the owner of the file should know before using the copy.</summary>
    public List<string> RemarksOnFile()
    {
        var remarks = new List<string>();
        if (_package.PartNames.Any(name => name.StartsWith("_xmlsignatures/", StringComparison.OrdinalIgnoreCase)))
        {
            remarks.Add("The file is signed. The signature holds for the file without comments; Word calls it invalid in this copy.");
        }

        if (IsProtected())
        {
            remarks.Add("The file is protected against editing. The comments can be read; to answer or resolve them, stop the "
                + "protection in Word (Review, Restrict Editing).");
        }

        return remarks;
    }

    public void Write(List<MarginNote> notes, Stream stream)
    {
        var text = XmlText.TryDecode(_package.TryReadBytes(_main)!) ?? throw new InvalidDataException("The text is in another encoding.");
        var targets = notes.ConvertAll(note => TargetOf(note.Span));
        var trace = Trace(_main, text, targets);
        var places = targets.ConvertAll(target => target is null ? null : PlaceOf(target, trace));
        var edit = new PackageEdit(_package, _source, _main);
        var comments = new CommentList(edit, trace.Namespace);
        var anchors = trace.Prefix.Length > 0
            ? new CommentAnchors(text, trace.Prefix, "")
            : new CommentAnchors(text, OwnPrefix, $" xmlns:{OwnPrefix}=\"{trace.Namespace}\"");
        for (var i = 0; i < notes.Count; i++)
        {
            if (places[i] is { } place)
            {
                Add(notes[i], place, comments, anchors);
            }
        }

        comments.Write(edit);
        edit.Changed[_main] = text.With([.. anchors.ToSplices(), .. Removed(trace, comments)]);
        ZipCopy.Open(_source.Bytes).Write(stream, edit.Changed);
    }

    private void Add(MarginNote note, CommentPlace place, CommentList comments, CommentAnchors anchors)
    {
        var paragraphs = note.Paragraphs;
        if (place.Where is { } where)
        {
            paragraphs = paragraphs.SetItem(0, $"On \u201c{Quote(note.Span)}\u201d {where}: {paragraphs[0]}");
        }

        if (!comments.IsKept(note.Key, paragraphs))
        {
            anchors.Add(place.Range, comments.Add(note.Key, paragraphs));
        }
    }

    private static IEnumerable<Splice> Removed(WordTrace trace, CommentList comments) => trace.Marks
        .Where(mark => comments.Removed.Contains(mark.Id))
        .Select(mark => mark.Whole)
        .Distinct()
        .Select(place => new Splice(place.Start, place.End, ""));

    private bool IsInMain(SourceRun run) =>
        run.Anchor is WordAnchor anchor && anchor.Part.Equals(_main, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first and last character of a span in the runs of a part; null where nothing of the draft leads to the main
    /// part.</summary>
    private CommentTarget? TargetOf(TextSpan span)
    {
        SourceRun? first = null, last = null;
        foreach (var run in _draft.Source.Over(span))
        {
            if (run.Anchor is WordAnchor anchor && (first is null || anchor.Part == ((WordAnchor)first.Value.Anchor).Part))
            {
                first ??= run;
                last = run;
            }
        }

        if (first is { } from && last is { } to)
        {
            var start = Math.Max(span.Start, from.Span.Start) - from.Span.Start;
            var end = Math.Min(span.End, to.Span.End) - to.Span.Start;
            return new CommentTarget((WordAnchor)from.Anchor, start, (WordAnchor)to.Anchor, end - 1, Nearest(span));
        }

        return Nearest(span) is { } near ? new CommentTarget(near, 0, near, 0, near) { IsNear = true } : null;
    }

    /// <summary>The character of the main part that stands last before a place in the text, or first behind it.</summary>
    private WordAnchor? Nearest(TextSpan span)
    {
        var at = Array.FindLastIndex(_runs, run => run.Span.Start <= span.Start);
        if (_runs.Length == 0)
        {
            return null;
        }

        var run = _runs[Math.Max(0, at)];
        var anchor = (WordAnchor)run.Anchor;
        return at < 0 ? anchor : anchor with { Offset = anchor.Offset + run.Span.Length - 1 };
    }

    private WordTrace Trace(string part, XmlText text, IEnumerable<CommentTarget?> targets)
    {
        var wanted = new HashSet<int>();
        foreach (var anchor in targets.OfType<CommentTarget>().SelectMany(target => target.Anchors))
        {
            if (anchor.Part.Equals(part, StringComparison.OrdinalIgnoreCase))
            {
                wanted.Add(anchor.Run);
            }
        }

        var trace = new WordTrace(text, wanted);
        var settings = new WordWalkSettings(_source, WordStyles.Read(null), BlockKind.Paragraph);
        WordWalker.Trace(part, trace, settings, CancellationToken.None);
        return trace;
    }

    private CommentPlace? PlaceOf(CommentTarget target, WordTrace trace)
    {
        if (!target.From.Part.Equals(_main, StringComparison.OrdinalIgnoreCase))
        {
            return NoteReference(target, trace) is { } reference
                ? new CommentPlace(new CommentRange(reference, 0, reference, 0), "in this note")
                : Near(target, trace);
        }

        if (!trace.Runs.TryGetValue(target.From.Run, out var from) || !trace.Runs.TryGetValue(target.To.Run, out var to))
        {
            return null;
        }

        var first = target.From.Offset + target.FromIndex;
        var range = from.Around.Start > to.Around.Start
            ? new CommentRange(from, first, from, first)
            : new CommentRange(from, first, to, target.To.Offset + target.ToIndex);
        return new CommentPlace(range, from.IsExact && to.IsExact && !target.IsNear ? null : "here");
    }

    private static CommentPlace? Near(CommentTarget target, WordTrace trace) =>
        target.Near is { } near && trace.Runs.TryGetValue(near.Run, out var run)
            ? new CommentPlace(new CommentRange(run, near.Offset, run, near.Offset), "here")
            : null;

    /// <summary>The place in the text that refers to the note in which the words stand.</summary>
    private TracedRun? NoteReference(CommentTarget target, WordTrace trace)
    {
        if (_package.TryReadBytes(target.From.Part) is not { } bytes || XmlText.TryDecode(bytes) is not { } text)
        {
            return null;
        }

        var note = Trace(target.From.Part, text, [target]).Runs.GetValueOrDefault(target.From.Run)?.Note;
        return trace.References.GetValueOrDefault($"footnoteReference:{note}") is { } foot && IsFootnotes(target.From.Part)
            ? foot
            : trace.References.GetValueOrDefault($"endnoteReference:{note}");
    }

    private bool IsFootnotes(string part) => _package.RelationshipsOf(_main)
        .Exists(relationship => relationship.Kind == "footnotes" && relationship.Target.Equals(part, StringComparison.OrdinalIgnoreCase));

    private string Quote(TextSpan span)
    {
        var words = _draft.Text[span.Start..span.End].ReplaceLineEndings(" ");
        if (words.Length <= LongestQuote)
        {
            return words;
        }

        var cut = words.LastIndexOf(' ', LongestQuote);
        return words[..(cut > 0 ? cut : LongestQuote)] + " \u2026";
    }

    private bool IsProtected()
    {
        foreach (var relationship in _package.RelationshipsOf(_main))
        {
            if (relationship.Kind == "settings" && !relationship.IsExternal)
            {
                using var xml = _package.TryOpen(relationship.Target);
                while (xml is not null && xml.Read())
                {
                    if (xml.LocalName == "documentProtection" && xml.NodeType == System.Xml.XmlNodeType.Element)
                    {
                        return WordNames.Attribute(xml, "enforcement") is { } value && WordNames.IsOn(value)
                            && WordNames.Attribute(xml, "edit") is "readOnly" or "forms" or "trackedChanges" or "comments";
                    }
                }
            }
        }

        return false;
    }
}

/// <summary>The words of a comment in the runs that hold them, counted within their stretches of text; and the run of the main
/// part that is nearest, for words that stand in none.</summary>
internal sealed record CommentTarget(WordAnchor From, int FromIndex, WordAnchor To, int ToIndex, WordAnchor? Near)
{
    /// <summary>Nothing of the words stands in a run: they were made by the word processor.</summary>
    public bool IsNear { get; init; }

    public IEnumerable<WordAnchor> Anchors => Near is null ? [From, To] : [From, To, Near];
}

/// <summary>Where a comment goes; <see cref="Where"/> is null where that is exactly around its words.</summary>
internal sealed record CommentPlace(CommentRange Range, string? Where);
