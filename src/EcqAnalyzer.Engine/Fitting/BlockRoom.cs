using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Fitting;

/// <summary>The room that a block takes on a page.</summary>
internal static class BlockRoom
{
    /// <summary>What the indent and the sign of a bullet take of each of its rows, in characters.</summary>
    private const int Indent = 4;

    /// <summary>Whole rows; what stands beside others, as cells of a table do, still takes one.</summary>
    public static int RowsOf(Block block, int characters)
    {
        var row = Math.Max(1, block.Kind == BlockKind.ListItem ? characters - Indent : characters);
        return Math.Max(1, (block.Span.Length + row - 1) / row);
    }
}
