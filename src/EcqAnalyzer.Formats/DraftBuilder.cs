using System.Collections.Immutable;
using System.Text;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats;

/// <summary>
/// Builds a <see cref="Draft"/> block by block, so that every reader keeps the same promises: blocks in order with one line
/// feed between them, no empty block, and a source run for every character that the author wrote.
/// </summary>
public sealed class DraftBuilder
{
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
    private readonly ImmutableArray<SourceRun>.Builder _runs = ImmutableArray.CreateBuilder<SourceRun>();
    private readonly ImmutableArray<ExtractionNote>.Builder _notes = ImmutableArray.CreateBuilder<ExtractionNote>();
    private int _blockStart = -1;

    /// <summary>How the pages are set up, where the format has pages.</summary>
    public PageSetup? Setup { get; set; }

    public int Pictures { get; set; }

    private (BlockKind Kind, int Level, int? Page) _open;

    /// <summary>UTF-16 units so far, the line feeds between blocks included.</summary>
    public int Length => _text.Length;

    public int BlockCount => _blocks.Count;

    public void BeginBlock(BlockKind kind, int level = 0, int? page = null)
    {
        EndBlock();
        _blockStart = _text.Length == 0 ? 0 : _text.Length + 1;
        _open = (kind, level, page);
    }

    /// <summary>Adds text to the open block. A null anchor marks what the reader added itself.</summary>
    public void Append(ReadOnlySpan<char> text, SourceAnchor? anchor)
    {
        if (_blockStart < 0)
        {
            throw new InvalidOperationException("Text belongs in a block: call BeginBlock first.");
        }

        if (text.IsEmpty)
        {
            return;
        }

        if (_text.Length > 0 && _text.Length < _blockStart)
        {
            _text.Append('\n');
        }

        var start = _text.Length;
        _text.Append(text);
        if (anchor is not null)
        {
            _runs.Add(new SourceRun(new TextSpan(start, _text.Length), anchor));
        }
    }

    /// <summary>Closes the open block, if any. A block to which nothing was added leaves no trace.</summary>
    public void EndBlock()
    {
        if (_blockStart >= 0 && _text.Length > _blockStart)
        {
            _blocks.Add(new Block(new TextSpan(_blockStart, _text.Length), _open.Kind, _open.Level, _open.Page));
        }

        _blockStart = -1;
    }

    public void Note(string what, ExtractionGrade grade, int count, string message, ImmutableArray<string> apart = default) =>
        _notes.Add(new ExtractionNote(what, grade, count, message, apart.IsDefault ? [] : apart));

    public Draft Build(DraftSource source, DraftFormat format, int? pages)
    {
        EndBlock();
        return new Draft(
            new DraftFile(source.Name, source.Hash, format),
            _text.ToString(),
            _blocks.ToImmutable(),
            new SourceMap(_runs.ToImmutable()),
            new Extraction(pages, _notes.ToImmutable()) { Setup = Setup, Pictures = Pictures });
    }
}
