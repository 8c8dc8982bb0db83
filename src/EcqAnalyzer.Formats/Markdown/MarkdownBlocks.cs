using EcqAnalyzer.Model;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Block = Markdig.Syntax.Block;

namespace EcqAnalyzer.Formats.Markdown;

/// <summary>
/// Walks Markdig's tree and writes the draft's blocks. Signs of markup leave no trace but the kind of the block; what
/// the author did not mean to be read (front matter, comments, pictures' descriptions) is kept apart and counted. The
/// depth of the tree is bounded by Markdig's limit of nesting, so the walk may recurse.
/// </summary>
internal sealed class MarkdownBlocks(string text, DraftBuilder builder)
{
    private readonly MarkdownText _text = new(text, builder);
    private readonly List<string> _frontMatter = [];
    private BlockKind? _kind;
    private TextSpan? _number;
    private int _listDepth = -1;

    /// <param name="document">The tree.</param>
    /// <param name="settings">Front matter that the tree does not hold; may be empty.</param>
    /// <param name="cancellation">Looked at between blocks.</param>
    public void Add(MarkdownDocument document, string settings, CancellationToken cancellation)
    {
        if (settings.Length > 0)
        {
            _frontMatter.Add(settings);
        }

        foreach (var block in document)
        {
            cancellation.ThrowIfCancellationRequested();
            Add(block);
        }

        builder.EndBlock();
        if (_frontMatter.Count > 0)
        {
            const string message = "The settings at the top of the file (front matter) were kept apart.";
            builder.Note("front-matter", ExtractionGrade.Apart, 1, message, [.. _frontMatter]);
        }

        _text.Note();
    }

    private void Add(Block block)
    {
        switch (block)
        {
            case YamlFrontMatterBlock matter:
                AddFrontMatter(matter);
                break;
            case LinkReferenceDefinitionGroup definitions:
                AddUnlikelyDefinitions(definitions);
                break;
            case HeadingBlock heading:
                AddLeaf(heading, BlockKind.Heading, heading.Level);
                break;
            case HtmlBlock html:
                _text.AppendHtml(html.Span, _kind ?? BlockKind.Paragraph);
                break;
            case CodeBlock code:
                AddLines(code);
                break;
            case LeafBlock leaf:
                AddLeaf(leaf, _kind ?? BlockKind.Paragraph, _kind == BlockKind.ListItem ? _listDepth : 0);
                break;
            case ListBlock list:
                AddList(list);
                break;
            case Table table:
                AddTable(table);
                break;
            case FootnoteGroup notes:
                AddNotes(notes);
                break;
            case ContainerBlock container:
                AddChildren(container);
                break;
        }
    }

    private void AddChildren(ContainerBlock container)
    {
        foreach (var child in container)
        {
            Add(child);
        }
    }

    private void AddLeaf(LeafBlock leaf, BlockKind kind, int level)
    {
        builder.BeginBlock(kind, level);
        _text.Begin();
        if (_number is { } number)
        {
            _text.AppendSource(number.Start, number.End);
            _text.AppendSpace();
            _number = null;
        }

        if (leaf.Inline is { } inline)
        {
            _text.Append(inline, leaf is ParagraphBlock ? LooseBlocks(leaf, kind, level) : []);
        }

        builder.EndBlock();
    }

    private List<LooseBlock> LooseBlocks(LeafBlock paragraph, BlockKind kind, int level)
    {
        var span = new TextSpan(paragraph.Span.Start, Math.Min(paragraph.Span.End + 1, text.Length));
        return kind is BlockKind.Paragraph or BlockKind.ListItem && span.Length > 0
            ? LooseLines.Find(text, span, new LooseBlock(kind, level, span.Start, span.Start))
            : [];
    }

    private void AddLines(LeafBlock code)
    {
        builder.BeginBlock(BlockKind.Paragraph);
        _text.Begin();
        for (var i = 0; i < code.Lines.Count; i++)
        {
            var line = code.Lines.Lines[i];
            _text.AppendSource(line.Position, line.Position + line.Slice.Length);
            _text.AppendBreak();
        }

        builder.EndBlock();
    }

    /// <summary>The first paragraph of an item is the item; what follows in it is prose below it.</summary>
    private void AddList(ListBlock list)
    {
        var outer = _kind;
        _listDepth++;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            _kind = BlockKind.ListItem;
            _number = list.IsOrdered ? NumberOf(item) : null;
            foreach (var child in item)
            {
                Add(child);
                (_kind, _number) = (null, null);
            }
        }

        _listDepth--;
        _kind = outer == BlockKind.ListItem ? null : outer;
    }

    /// <summary>Bullets leave the text, the numbers of a list stay in it: people refer to them.</summary>
    private TextSpan? NumberOf(ListItemBlock item)
    {
        var start = item.Span.Start;
        var length = text.AsSpan(start).IndexOfAny(' ', '\t', '\n');
        return length is > 0 and <= 11 ? new TextSpan(start, start + length) : null;
    }

    private void AddTable(Table table)
    {
        var row = 0;
        foreach (var cells in table.OfType<TableRow>())
        {
            foreach (var cell in cells.OfType<TableCell>())
            {
                foreach (var leaf in cell.OfType<LeafBlock>())
                {
                    AddLeaf(leaf, BlockKind.TableCell, row);
                }
            }

            row++;
        }
    }

    private void AddNotes(ContainerBlock notes)
    {
        _kind = BlockKind.Note;
        AddChildren(notes);
        _kind = null;
    }

    /// <summary>Prose between two dashed lines at the top of a file looks like front matter, but has no keys.</summary>
    private void AddFrontMatter(YamlFrontMatterBlock matter)
    {
        var lines = matter.Lines.Lines.Take(matter.Lines.Count).Select(line => line.Slice.ToString()).ToList();
        if (lines.TrueForAll(IsSetting))
        {
            _frontMatter.Add(string.Join('\n', lines));
            return;
        }

        foreach (var line in matter.Lines.Lines.Take(matter.Lines.Count))
        {
            builder.BeginBlock(BlockKind.Paragraph);
            _text.Begin();
            _text.AppendSource(line.Slice.Start, line.Slice.End + 1);
        }
    }

    private static bool IsSetting(string line)
    {
        var key = line.IndexOf(':', StringComparison.Ordinal);
        return line.Trim().Length == 0 || line[0] is ' ' or '\t' or '-' or '#'
            || (key > 0 && !line.AsSpan(0, key).Contains(' '));
    }

    /// <summary>"[Team]: rebuilt" is a link's target to Markdown, and would vanish. It is one only if it looks like an
    /// address. A footnote that nothing points at would vanish too.</summary>
    private void AddUnlikelyDefinitions(LinkReferenceDefinitionGroup definitions)
    {
        foreach (var definition in definitions.OfType<LinkReferenceDefinition>())
        {
            if (definition is FootnoteLinkReferenceDefinition { Footnote: { Links.Count: 0 } note })
            {
                AddNotes(note);
            }
            else if (definition is not FootnoteLinkReferenceDefinition
                && definition.Url is { } url && !url.AsSpan().ContainsAny("/.#@:"))
            {
                builder.BeginBlock(BlockKind.Paragraph);
                _text.Begin();
                _text.AppendSource(definition.Span.Start, definition.Span.End + 1);
            }
        }
    }
}
