using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Word.Comments;

/// <summary>A comment to be: what it is about, by which the next run knows it again; the words it stands beside; and what it
/// says, a paragraph each.</summary>
internal sealed record MarginNote(string Key, TextSpan Span, ImmutableArray<string> Paragraphs);

/// <summary>
/// Chooses which findings and suggestions stand beside their words: the gravest and the most worthwhile first, until a page
/// has its fill. What has no place, and what found none, is told in one comment at the end.
/// </summary>
internal sealed class MarginNotes
{
    private readonly Analysis _analysis;
    private readonly MarginLimits _limits;
    private readonly Draft _draft;
    private readonly Places _places;
    private readonly bool _hasPages;
    private readonly Dictionary<int, int> _onPage = [];
    private readonly Dictionary<string, int> _ofCheckOnPage = [];
    private readonly Dictionary<string, int> _ofKey = [];
    private readonly List<MarginNote> _beside = [];
    private readonly List<Remark> _rest = [];

    private MarginNotes(Analysis analysis, MarginLimits limits)
    {
        (_analysis, _limits, _draft) = (analysis, limits, analysis.Document.Draft);
        _places = new Places(_draft);
        _hasPages = _draft.Blocks.Any(block => block.Page is not null);
    }

    /// <summary>The notes in the order of their places, the closing one last. <paramref name="apart"/> are things to say about
    /// the file itself.</summary>
    public static List<MarginNote> Choose(Analysis analysis, MarginLimits limits, IEnumerable<string> apart)
    {
        var notes = new MarginNotes(analysis, limits);
        foreach (var remark in notes.Remarks().OrderBy(remark => remark.Rank))
        {
            notes.Take(remark);
        }

        return [.. notes._beside.OrderBy(note => note.Span), .. notes.Closing(apart)];
    }

    private IEnumerable<Remark> Remarks()
    {
        foreach (var suggestion in _analysis.Suggestions)
        {
            var name = suggestion.Competency is { } id ? _analysis.Framework.Value.FindCompetency(id.Name)?.Name : null;
            var problem = name is null || suggestion.Problem.Contains(name, StringComparison.Ordinal)
                ? suggestion.Problem
                : $"{name}: {suggestion.Problem}";
            yield return new Remark(1, $"{suggestion.Sort} {suggestion.Competency?.Name}", PlaceOf(suggestion), [problem, suggestion.Question]);
        }

        foreach (var finding in _analysis.Findings)
        {
            var rank = finding.Severity switch
            {
                Severity.Blocks => 0,
                Severity.Weakens => 2,
                _ => 3,
            };
            yield return new Remark(rank, finding.Check, finding.Span is { } span ? Words(span) : null, [finding.Message]);
        }
    }

    /// <summary>The sentence, or the heading under which the answer belongs.</summary>
    private TextSpan? PlaceOf(Suggestion suggestion)
    {
        if (suggestion.Sentence is { } sentence)
        {
            return Words(_analysis.Document.Sentences[sentence].Span);
        }

        var ecq = suggestion.Competency is { } id ? _analysis.Framework.Value.FindEcqOf(id)?.Id : null;
        var section = ecq is null ? null : _analysis.Document.Sections.FirstOrDefault(each => each.Ecq == ecq);
        return section is null || section.Sentences.IsEmpty ? null : Words(section.Sentences[0].Span);
    }

    /// <summary>A stretch of one block, without white space at its ends.</summary>
    private TextSpan? Words(TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(_draft.Text[start]))
        {
            start++;
        }

        foreach (var block in _draft.Blocks)
        {
            if (block.Span.Contains(start))
            {
                end = Math.Min(end, block.Span.End);
                break;
            }
        }

        while (end > start && char.IsWhiteSpace(_draft.Text[end - 1]))
        {
            end--;
        }

        return start < end ? new TextSpan(start, end) : null;
    }

    private void Take(Remark remark)
    {
        if (remark.Span is not { } span)
        {
            _rest.Add(remark);
            return;
        }

        var page = _places.FindPage(span) ?? (_hasPages ? 0 : span.Start / _limits.PageCharacters);
        var (onPage, ofCheck) = (_onPage.GetValueOrDefault(page), $"{page} {remark.Id}");
        var soMany = _ofCheckOnPage.GetValueOrDefault(ofCheck);
        if (onPage >= _limits.PerPage || soMany >= _limits.OfOneCheckPerPage)
        {
            _rest.Add(remark);
            return;
        }

        (_onPage[page], _ofCheckOnPage[ofCheck]) = (onPage + 1, soMany + 1);
        _beside.Add(new MarginNote(KeyOf(remark.Id, span), span, remark.Paragraphs));
    }

    /// <summary>The same remark on the same words keeps its key, wherever in the draft they move to.</summary>
    private string KeyOf(string id, TextSpan span)
    {
        var words = string.Join(' ', _draft.Text[span.Start..span.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var key = $"{id}\0{words}";
        var before = _ofKey.GetValueOrDefault(key);
        _ofKey[key] = before + 1;
        return before == 0 ? key : $"{key}\0{before}";
    }

    private IEnumerable<MarginNote> Closing(IEnumerable<string> apart)
    {
        if (LastWords() is not { } span)
        {
            yield break;
        }

        var paragraphs = ClosingNote.Write(_analysis, _limits, _rest, _places, apart);
        yield return new MarginNote($"closing\0{string.Join('\0', paragraphs)}", span, paragraphs);
    }

    /// <summary>The last paragraph of the body.</summary>
    private TextSpan? LastWords()
    {
        for (var i = _draft.Blocks.Length - 1; i >= 0; i--)
        {
            var block = _draft.Blocks[i];
            if (block.Kind is not (BlockKind.Note or BlockKind.Box or BlockKind.PageFurniture) && Words(block.Span) is { } words)
            {
                return words;
            }
        }

        return _draft.Blocks.IsEmpty ? null : Words(_draft.Blocks[0].Span);
    }
}

/// <summary>A finding or suggestion: the lower its rank, the sooner it is told; its id is that of the check or the sort of
/// advice.</summary>
internal sealed record Remark(int Rank, string Id, TextSpan? Span, ImmutableArray<string> Paragraphs);
