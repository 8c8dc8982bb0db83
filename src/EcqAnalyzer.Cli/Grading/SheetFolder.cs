using System.Collections.Immutable;
using System.Security.Cryptography;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Csv;
using EcqAnalyzer.Formats.Grading;
using EcqAnalyzer.Formats.Xlsx;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Grading;

/// <summary>
/// The grade sheets of a folder of results: <c>grades.xlsx</c> or <c>grades.csv</c>, which every run writes anew with all that was
/// decided, and <c>grades-NAME.xlsx</c> or <c>.csv</c>, which belong to their markers and are only read. A sheet that somebody
/// saved is moved to <c>kept/</c> before a new one takes its place.
/// </summary>
internal sealed class SheetFolder(string folder)
{
    public const string GivenTwice = "ECQ473";

    private const string Main = "grades";
    private const string Kept = "kept";

    private static readonly string[] Endings = [".xlsx", ".csv"];

    /// <summary>All grades, of whomever. <paramref name="nameOf"/> turns what stands in a sheet, perhaps a code, into a
    /// participant. Throws <see cref="FaultyFilesException"/> with every fault of every sheet.</summary>
    public ImmutableArray<Grade> Read(Exercise exercise, Func<string, string> nameOf)
    {
        var (grades, faults) = (new List<Grade>(), new List<Diagnostic>());
        foreach (var path in Sheets())
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var isMain = name == Main;
            var reading = GradeSheetReader.Read(exercise, path, Load(path), isMain ? Markers.Trainer : name[(Main.Length + 1)..], isMain);
            grades.AddRange(reading.Grades.Select(grade => grade with { Participant = nameOf(grade.Participant) }));
            faults.AddRange(reading.Faults);
        }

        var kept = Once(AsNamed(grades, exercise), faults);
        return faults.Count > 0 ? throw new FaultyFilesException(faults) : kept;
    }

    /// <summary>Writes the main sheet, unless the one that is there says the same. The path, and where the old one was moved to;
    /// null where it was not.</summary>
    public (string Path, string? MovedTo) Write(GradedClass graded, string ending)
    {
        var path = Path.Combine(folder, Main + ending);
        var written = Render(graded, path, ending);
        var olds = Endings.Select(each => Path.Combine(folder, Main + each)).Where(File.Exists).ToList();
        if (olds is [var only] && only == path && SaysTheSame(path, written))
        {
            return (path, null);
        }

        string? movedTo = null;
        foreach (var old in olds)
        {
            movedTo = Keep(old);
            if (old != path)
            {
                File.Delete(old);
            }
        }

        OutputFile.Write(path, stream => stream.Write(written.Bytes.Span));
        return (path, movedTo);
    }

    /// <summary>A sheet for a marker to grade in; his own is never touched. The path.</summary>
    public string WriteFor(GradedClass graded, string marker)
    {
        var path = Path.Combine(folder, $"{Main}-{marker}.xlsx");
        if (!File.Exists(path))
        {
            OutputFile.Write(path, stream => XlsxWriter.Write(stream, GradeSheet.WorkbookOfMarker(graded)));
        }

        return path;
    }

    /// <summary>The ending that the sheet of an earlier run has; null where there is none.</summary>
    public string? FindEnding() => Array.Find(Endings, ending => File.Exists(Path.Combine(folder, Main + ending)));

    private IEnumerable<string> Sheets() => !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, $"{Main}*")
        .Where(path => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
        .Where(path => Path.GetFileNameWithoutExtension(path) is { } name && (name == Main || (name.StartsWith($"{Main}-", StringComparison.Ordinal) && name.Length > Main.Length + 1)))
        .Order(StringComparer.Ordinal);

    private static DraftSource Load(string path)
    {
        try
        {
            return DraftSource.Load(path);
        }
        catch (UnreadableDraftException fault)
        {
            throw new FaultyFilesException([fault.Diagnostic with { File = path }]);
        }
    }

    /// <summary>Ann, ann and ANN are one marker, spelled as the exercise does, else as the first sheet.</summary>
    private static List<Grade> AsNamed(List<Grade> grades, Exercise exercise)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in exercise.Markers.Prepend(Markers.Trainer).Concat(grades.Select(grade => grade.Marker)))
        {
            names.TryAdd(name, name);
        }

        return grades.ConvertAll(grade => grade with { Marker = names[grade.Marker] });
    }

    /// <summary>One grade for each criterion, draft and marker. Where two sheets give two, nobody but their writer knows which
    /// one is meant.</summary>
    private static ImmutableArray<Grade> Once(List<Grade> grades, List<Diagnostic> faults)
    {
        var once = ImmutableArray.CreateBuilder<Grade>();
        foreach (var group in grades.GroupBy(grade => (grade.Participant, grade.Criterion, grade.Marker)))
        {
            var given = group.Where(grade => grade.Level is not null).DistinctBy(grade => grade.Level).ToList();
            if (given.Count > 1)
            {
                faults.Add(new Diagnostic(
                    GivenTwice, given[1].Sheet, given[1].Row, 1,
                    $"{group.Key.Marker} gives {given[1].Level} here and {given[0].Level} in row {given[0].Row} of {given[0].Sheet}: clear one of the two"));
            }

            once.Add(given.FirstOrDefault(group.First()));
        }

        return once.ToImmutable();
    }

    private static DraftSource Render(GradedClass graded, string path, string ending)
    {
        using var bytes = new MemoryStream();
        if (ending == ".csv")
        {
            CsvWriter.Write(bytes, GradeSheet.Of(graded));
        }
        else
        {
            XlsxWriter.Write(bytes, GradeSheet.WorkbookOf(graded));
        }

        return new DraftSource(Path.GetFileName(path), bytes.ToArray());
    }

    private static bool SaysTheSame(string path, DraftSource written)
    {
        try
        {
            return Texts(Load(path)).SequenceEqual(Texts(written), StringComparer.Ordinal);
        }
        catch (Exception fault) when (fault is UnreadableDraftException or FaultyFilesException)
        {
            return false;
        }

        static IEnumerable<string> Texts(DraftSource source) =>
            GradeSheetReader.RowsOf(source).SelectMany(rows => rows.Select(row => string.Join('\u001f', row.Fields).TrimEnd('\u001f')));
    }

    /// <summary>A copy named by its content, so that no two are one file and none is kept twice.</summary>
    private string Keep(string old)
    {
        var bytes = File.ReadAllBytes(old);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..8];
        var kept = Path.Combine(folder, Kept, $"{Main}-{hash}{Path.GetExtension(old)}");
        OutputFile.CreateFolder(Path.Combine(folder, Kept));
        OutputFile.Write(kept, stream => stream.Write(bytes));
        return kept;
    }
}
