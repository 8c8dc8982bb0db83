using System.Collections.Immutable;

namespace EcqAnalyzer.Model;

/// <summary>A row of a table that somebody made in a spreadsheet: the line of the file on which it begins, from 1, and its fields
/// as text, without the white space around them.</summary>
public sealed record CsvRow(int Line, ImmutableArray<string> Fields);
