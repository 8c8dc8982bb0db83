using System.Text;
using System.Text.RegularExpressions;

namespace EcqAnalyzer.Formats.Word.Comments;

/// <summary>The words that a comment is about, as the first and the last character of them in the runs of the main part.</summary>
internal sealed record CommentRange(TracedRun From, int FromOffset, TracedRun To, int ToOffset);

/// <summary>
/// Sets the marks of comments into the XML of a part. A run is split where words begin or end within it: it is closed and
/// opened again, with the same attributes and properties, and no character of its text is touched. Where a run cannot be
/// split, the marks are set around it.
/// </summary>
internal sealed partial class CommentAnchors(XmlText text, string prefix, string declaration)
{
    private const string Space = " xml:space=\"preserve\"";

    private const int MostChanges = 2_000_000_000;

    private readonly SortedDictionary<int, Cut> _cuts = [];
    private readonly Dictionary<TracedPiece, List<int>> _cutsOfPiece = [];
    private int? _nextChange;

    /// <summary>Comments come in the order in which their marks are to stand where they meet.</summary>
    public void Add(CommentRange range, int id)
    {
        CutBefore(range.From, range.FromOffset).Starts.Append(Mark("commentRangeStart", id));
        CutAfter(range.To, range.ToOffset).Ends.Append(Mark("commentRangeEnd", id))
            .Append($"<{prefix}:r{declaration}>").Append(Mark("commentReference", id, isWithin: true)).Append($"</{prefix}:r>");
    }

    public List<Splice> ToSplices()
    {
        var splices = new List<Splice>();
        foreach (var (at, cut) in _cuts)
        {
            var marks = cut.Ends.ToString() + cut.Starts;
            if (cut.Piece is null)
            {
                splices.Add(new Splice(at, at, cut.Run is { } run ? CloseAndOpen(run, marks) : marks));
            }
        }

        foreach (var (piece, offsets) in _cutsOfPiece)
        {
            splices.AddRange(SplitText(piece, offsets));
        }

        return splices;
    }

    private string Mark(string name, int id, bool isWithin = false) =>
        $"<{prefix}:{name}{(isWithin ? "" : declaration)} {prefix}:id=\"{id}\"/>";

    private Cut CutBefore(TracedRun run, int offset)
    {
        var piece = run.IsExact ? run.FindPiece(offset) : null;
        var within = piece is null || offset == piece.Offset ? null : CutWithin(run, piece, offset);
        return within ?? ((piece?.Child ?? run.Child) is { IsFirst: false } child
            ? At(child.Place.Start, child.Run)
            : At(run.Around.Start, null));
    }

    private Cut CutAfter(TracedRun run, int offset)
    {
        var piece = run.IsExact ? run.FindPiece(offset) : null;
        var within = piece is null || offset == piece.Offset + piece.Length - 1 ? null : CutWithin(run, piece, offset + 1);
        return within ?? ((piece?.Child ?? run.Child) is { IsLast: false } child
            ? At(child.Place.End, child.Run)
            : At(run.Around.End, null));
    }

    /// <summary>A cut before a character within a piece of text; null where the text is not written plainly enough.</summary>
    private Cut? CutWithin(TracedRun run, TracedPiece piece, int offset)
    {
        if (!piece.IsText || TextPlaces.Of(text, piece.Place) is not { } places
            || places.Count != piece.Length || places.IsWithinPair(offset - piece.Offset))
        {
            return null;
        }

        if (!_cutsOfPiece.TryGetValue(piece, out var offsets))
        {
            _cutsOfPiece.Add(piece, offsets = []);
        }

        var index = offset - piece.Offset;
        if (!offsets.Contains(index))
        {
            offsets.Add(index);
        }

        var cut = At(places.At(index), run.Level);
        cut.Piece = piece;
        return cut;
    }

    private Cut At(int position, WordTrace.Level? run)
    {
        if (!_cuts.TryGetValue(position, out var cut))
        {
            _cuts.Add(position, cut = new Cut(run));
        }

        return cut;
    }

    private string CloseAndOpen(WordTrace.Level run, string marks)
    {
        var start = run.Place.Start;
        var properties = run.Properties is { } place ? ChangeId().Replace(text.Text[place.Start..place.End], FreshId) : "";
        return $"</{text.NameAt(start)}>{marks}{text.Text[start..text.EndOfTag(start)]}{properties}";
    }

    /// <summary>A tracked change of properties has an id, and in the second half of the run it needs another.</summary>
    private string FreshId(Match match)
    {
        _nextChange ??= 1 + ChangeId().Matches(text.Text)
            .Select(each => int.TryParse(each.Groups["id"].ValueSpan, out var id) && id < MostChanges ? id : 0).DefaultIfEmpty().Max();
        return $"{match.Groups["name"].Value}\"{_nextChange++}\"";
    }

    /// <summary>
    /// Splits one text element. White space at either end of a text that is not marked to be preserved shows nothing on the
    /// page: it must stay unmarked, in an element of its own, where its neighbours come to need the mark.
    /// </summary>
    private IEnumerable<Splice> SplitText(TracedPiece piece, List<int> offsets)
    {
        var places = TextPlaces.Of(text, piece.Place)!;
        var (start, end) = (piece.Place.Start, text.EndOfTag(piece.Place.Start));
        var tag = text.Text[start..end];
        var close = $"</{text.NameAt(start)}>";
        var isKept = TextPlaces.IsPreserved(tag);
        var (first, last) = isKept ? (0, places.Count) : places.Core;
        var isNeeded = !isKept && offsets.Exists(at => at > first && at < last && places.HasSpaceBeside(at));
        var marked = isNeeded ? tag.Insert(tag.Length - 1, Space) : tag;
        string Tag(int at) => at >= first && at < last ? marked : tag;

        foreach (var at in offsets)
        {
            var cut = _cuts[places.At(at)];
            var reopened = CloseAndOpen(cut.Run!, cut.Ends.ToString() + cut.Starts);
            yield return new Splice(places.At(at), places.At(at), close + reopened + Tag(at));
        }

        if (isNeeded)
        {
            if (first == 0)
            {
                yield return new Splice(end - 1, end - 1, Space);
            }

            foreach (var at in (int[])[first, last])
            {
                if (at > 0 && at < places.Count && !offsets.Contains(at))
                {
                    yield return new Splice(places.At(at), places.At(at), close + Tag(at));
                }
            }
        }
    }

    [GeneratedRegex("""(?<name>:id\s*=\s*)["'](?<id>\d+)["']""", RegexOptions.None, 10_000)]
    private static partial Regex ChangeId();

    /// <summary>A place where marks stand, and the run that must be closed and opened for them.</summary>
    private sealed class Cut(WordTrace.Level? run)
    {
        public WordTrace.Level? Run { get; } = run;

        public TracedPiece? Piece { get; set; }

        public StringBuilder Ends { get; } = new();

        public StringBuilder Starts { get; } = new();
    }
}
