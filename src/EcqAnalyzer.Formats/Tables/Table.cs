using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Tables;

/// <summary>Rows under named columns, for formats that hold tables. Every row has a cell for each column.</summary>
public sealed record Table(string Name, ImmutableArray<Column> Columns, ImmutableArray<ImmutableArray<Cell>> Rows);

/// <summary>A column; <paramref name="Width"/> is in characters. Long text wraps.</summary>
public sealed record Column(string Title, double Width)
{
    /// <summary>Somebody is to write here: a workbook shows the cells of such a column in another colour.</summary>
    public bool IsForInput { get; init; }

    /// <summary>What may be written there, each short and without a comma; empty for anything.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];
}

/// <summary>A number stays a number and text stays text, whatever it looks like.</summary>
public abstract record Cell
{
    public static implicit operator Cell(string? text) => new TextCell(SafeText.Of(text));

    public static implicit operator Cell(int number) => new NumberCell(number, NumberForm.Plain);

    public static implicit operator Cell(double number) => new NumberCell(number, NumberForm.Plain);

    public static Cell Probability(double probability) => new NumberCell(Math.Round(probability, 3), NumberForm.Percent);

    /// <summary>A step of the evidence ladder, in the colours of the page; empty where there is none.</summary>
    public static Cell Of(Rung? rung) => rung is { } known ? new NumberCell((int)known, NumberForm.Rung) : "";

    public static Cell Of(int? number) => number is { } known ? known : "";
}

public sealed record TextCell(string Text) : Cell;

public sealed record NumberCell(double Number, NumberForm Form) : Cell;

public enum NumberForm
{
    /// <summary>At most two decimals.</summary>
    Plain,

    /// <summary>0.84 shown as 84 %.</summary>
    Percent,

    /// <summary>0 to 5, from words to deeds.</summary>
    Rung,
}
