using System.Collections.Immutable;
using System.Globalization;
using EcqAnalyzer.Formats.Csv;
using EcqAnalyzer.Formats.Xlsx;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Grading;

/// <summary>What was read from a grade sheet: the grades, and every fault with its row and column.</summary>
public sealed record SheetReading(ImmutableArray<Grade> Grades, ImmutableArray<Diagnostic> Faults);

/// <summary>Reads grades back from a sheet, as our writer, Excel or LibreOffice saved it, workbook or CSV. Columns are found by
/// their titles. A sheet without them is a fault, and so is a grade that is no level; all faults are found in one run.</summary>
public sealed class GradeSheetReader(Exercise exercise, string file, string marker, bool isMain)
{
    public const string NoColumns = "ECQ471";
    public const string NoLevel = "ECQ472";

    private readonly ImmutableArray<Grade>.Builder _grades = ImmutableArray.CreateBuilder<Grade>();
    private readonly ImmutableArray<Diagnostic>.Builder _faults = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>Reads the sheet <paramref name="file"/>. Columns without a name are <paramref name="marker"/>'s.</summary>
    public static SheetReading Read(Exercise exercise, string file, DraftSource source, string marker, bool isMain)
    {
        var reader = new GradeSheetReader(exercise, file, marker, isMain);
        reader.Read(source);
        return new SheetReading(reader._grades.ToImmutable(), reader._faults.ToImmutable());
    }

    private void Read(DraftSource source)
    {
        try
        {
            var isFound = false;
            foreach (var sheet in RowsOf(source))
            {
                isFound |= ReadRows(sheet);
            }

            if (!isFound)
            {
                Fault(NoColumns, 1, 1, $"no row has the titles '{GradeSheet.Participant}', '{GradeSheet.Grade}' and '{GradeSheet.Id}': put them back above their columns, or move the file away and run again for a new sheet");
            }
        }
        catch (UnreadableDraftException fault)
        {
            _faults.Add(fault.Diagnostic with { File = file });
        }
    }

    /// <summary>The rows of every sheet of a workbook, or of a CSV file.</summary>
    public static IEnumerable<ImmutableArray<CsvRow>> RowsOf(DraftSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Bytes.Span is [(byte)'P', (byte)'K', ..] ? XlsxReader.Read(source).Select(sheet => sheet.Rows) : [CsvReader.Read(source)];
    }

    /// <summary>Whether the table is a sheet of grades.</summary>
    private bool ReadRows(ImmutableArray<CsvRow> rows)
    {
        var head = rows.FirstOrDefault(row => FindColumn(row, GradeSheet.Participant) >= 0 && FindColumn(row, GradeSheet.Id) >= 0);
        if (head is null)
        {
            return false;
        }

        var (participant, id) = (FindColumn(head, GradeSheet.Participant), FindColumn(head, GradeSheet.Id));
        var columns = FindMarkers(head);
        foreach (var row in rows.Where(row => row.Line > head.Line && At(row, participant).Length > 0))
        {
            foreach (var (name, grade, reason) in columns)
            {
                ReadGrade(row, At(row, participant), At(row, id), name, grade, reason);
            }
        }

        return columns.Count > 0;
    }

    private List<(string Marker, int Grade, int Reason)> FindMarkers(CsvRow head)
    {
        var found = new List<(string, int, int)>();
        for (var column = 0; column < head.Fields.Length; column++)
        {
            if (MarkerOf(At(head, column), GradeSheet.Grade) is { } name)
            {
                found.Add((name, column, Enumerable.Range(0, head.Fields.Length).FirstOrDefault(each => MarkerOf(At(head, each), GradeSheet.Reason) == name, -1)));
            }
        }

        return found;
    }

    /// <summary>Whose column a title heads: "Grade" is the sheet's own marker's, "Grade: Ann" Ann's; null for another title.</summary>
    private string? MarkerOf(string title, string what)
    {
        if (title.Equals(what, StringComparison.OrdinalIgnoreCase))
        {
            return marker;
        }

        return title.StartsWith($"{what}:", StringComparison.OrdinalIgnoreCase) && title[(what.Length + 1)..].Trim() is { Length: > 0 } name ? name : null;
    }

    private void ReadGrade(CsvRow row, string participant, string criterion, string name, int gradeColumn, int reasonColumn)
    {
        var said = At(row, gradeColumn);
        var reason = reasonColumn < 0 ? "" : At(row, reasonColumn);
        if (said.Length == 0 && reason.Length == 0)
        {
            return;
        }

        var levels = exercise.Rubric.Criteria.FirstOrDefault(each => each.Id == criterion)?.Levels ?? [];
        var level = said.Length == 0 ? null : LevelOf(said, levels);
        if (said.Length > 0 && level is null)
        {
            Fault(NoLevel, row.Line, gradeColumn + 1, $"'{said}' is no level of this criterion: write a whole number from 0 to {Math.Max(levels.Length, 1) - 1}, or leave the cell empty");
            return;
        }

        _grades.Add(new Grade(participant, criterion, name, level, reason, file, row.Line) { IsInMainSheet = isMain });
    }

    /// <summary>A level by its number or its name. Of a criterion that the rubric no longer has any number is kept.</summary>
    private static int? LevelOf(string said, ImmutableArray<RubricLevel> levels)
    {
        for (var level = 0; level < levels.Length; level++)
        {
            if (said.Equals(levels[level].Name, StringComparison.OrdinalIgnoreCase))
            {
                return level;
            }
        }

        return double.TryParse(said, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number == Math.Floor(number) && number >= 0 && (levels.IsEmpty ? number <= byte.MaxValue : number < levels.Length)
            ? (int)number
            : null;
    }

    private static int FindColumn(CsvRow head, string title) =>
        Enumerable.Range(0, head.Fields.Length).FirstOrDefault(column => At(head, column).Equals(title, StringComparison.OrdinalIgnoreCase), -1);

    /// <summary>The text of a cell; empty where there is none.</summary>
    private static string At(CsvRow row, int column) => column < row.Fields.Length ? CsvWriter.Unguarded(row.Fields[column].Trim()) : "";

    private void Fault(string code, int row, int column, string message) => _faults.Add(new Diagnostic(code, file, row, column, message));
}
