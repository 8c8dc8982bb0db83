using System.Collections.Immutable;
using System.Globalization;
using EcqAnalyzer.Engine.Frameworks;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Planning;

/// <summary>
/// Makes a catalog of the rows of a user's table. The first row names the columns, in any order: competency and title must be
/// there, provider, level and hours may. A competency is written by its id or its name, of the draft's framework or of another
/// whose competency lives on in it. A row with a fault is left out and told with its line; without the two columns none is used.
/// </summary>
public sealed class CatalogLoader
{
    private static readonly string[] Columns = ["competency", "title", "provider", "level", "hours"];
    private static readonly string[] Required = ["competency", "title"];

    private readonly string _file;
    private readonly Framework _framework;
    private readonly Faults _faults;
    private readonly Dictionary<string, List<CompetencyId>> _competencies = new(StringComparer.OrdinalIgnoreCase);

    public CatalogLoader(string file, Framework framework, ImmutableArray<Framework> frameworks, Faults faults)
    {
        (_file, _framework, _faults) = (file, framework, faults);
        Learn(framework.Competencies, competency => [competency.Id]);
        var crosswalks = new CrosswalkFinder(frameworks);
        foreach (var other in frameworks.Where(other => other.Id != framework.Id && !other.IsVocabularyOnly))
        {
            var rows = crosswalks.Find(other, framework).Rows.ToDictionary(row => row.From.Id);
            Learn(other.Competencies, competency => rows[competency.Id].Links.Select(link => link.To.Id));
        }
    }

    public Catalog Load(string name, ImmutableArray<CsvRow> rows)
    {
        var (entries, skipped, elsewhere) = (ImmutableArray.CreateBuilder<CatalogEntry>(), 0, 0);
        if (ReadHead(rows) is { } columns)
        {
            foreach (var row in rows.Skip(1))
            {
                var found = ReadRow(row, columns);
                entries.AddRange(found ?? []);
                skipped += found is null ? 1 : 0;
                elsewhere += found is { IsEmpty: true } ? 1 : 0;
            }
        }

        return new Catalog(name, entries.ToImmutable(), skipped) { Elsewhere = elsewhere };
    }

    /// <summary>Ids and names, also with the framework before them; the first framework to have one keeps it.</summary>
    private void Learn(IEnumerable<Competency> competencies, Func<Competency, IEnumerable<CompetencyId>> home)
    {
        foreach (var competency in competencies)
        {
            var homes = home(competency).ToList();
            _competencies.TryAdd(competency.Id.ToString(), homes);
            _competencies.TryAdd(competency.Id.Name, homes);
            _competencies.TryAdd(competency.Name, homes);
        }
    }

    /// <summary>The number of each column by its name; null, with faults, where the table cannot be used.</summary>
    private Dictionary<string, int>? ReadHead(ImmutableArray<CsvRow> rows)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var head = rows.IsEmpty ? new CsvRow(1, []) : rows[0];
        for (var i = 0; i < head.Fields.Length; i++)
        {
            var column = head.Fields[i];
            if (column.Length > 0 && !Columns.Contains(column, StringComparer.OrdinalIgnoreCase))
            {
                Add(PlanFaults.UnknownColumn, head.Line, i, $"nothing is known of a column '{column}', and it is not used{Spelling.Hint(column.ToLowerInvariant(), Columns)}");
            }

            columns.TryAdd(column, i);
        }

        var missing = Required.Where(column => !columns.ContainsKey(column)).ToList();
        if (missing.Count > 0)
        {
            Add(PlanFaults.NoColumn, head.Line, 0, $"the first row names the columns, and {string.Join(" and ", missing.Select(column => $"'{column}'"))} {(missing.Count == 1 ? "is" : "are")} not among them; the catalog is not used");
        }

        return missing.Count > 0 ? null : columns;
    }

    /// <summary>An entry for each competency in which the row's lives on, which may be none; null, with a fault, where the row cannot
    /// be used.</summary>
    private ImmutableArray<CatalogEntry>? ReadRow(CsvRow row, Dictionary<string, int> columns)
    {
        string Field(string column) => columns.TryGetValue(column, out var at) && at < row.Fields.Length ? row.Fields[at] : "";
        bool Fault(string column, string code, string message)
        {
            Add(code, row.Line, columns[column], $"{message}; this row is left out");
            return true;
        }

        var (competency, title, level, hours) = (Field("competency"), Field("title"), Field("level"), Field("hours"));
        var (reach, length) = (ReadLevel(level), ReadHours(hours));
        var isFaulty = (title.Length == 0 && Fault("title", PlanFaults.MissingField, "the title is missing"))
            | (level.Length > 0 && reach is null && Fault(
                "level", PlanFaults.UnknownLevel, $"'{level}' is no level of the journey{Spelling.Hint(level.ToLowerInvariant(), PlanPolicy.LevelKeys)}"))
            | (hours.Length > 0 && length is null && Fault("hours", PlanFaults.NotHours, $"'{hours}' is no number of hours from 0 on, such as 24 or 7.5"));
        if (!_competencies.TryGetValue(competency, out var homes))
        {
            _ = competency.Length == 0
                ? Fault("competency", PlanFaults.MissingField, "the competency is missing")
                : Fault("competency", PlanFaults.UnknownCompetency, $"there is no competency '{competency}'{Nearest(competency)}");
            return null;
        }

        return isFaulty ? null : [.. homes.Select(home => new CatalogEntry(home, title, Field("provider"), reach, length, row.Line))];
    }

    private string Nearest(string competency)
    {
        var key = competency.ToLowerInvariant().Replace(' ', '-');
        return Spelling.FindNearest(key, _framework.Competencies.Select(each => each.Id.Name)) is { } nearest
            ? $"; did you mean '{nearest}'?"
            : $"; ecq frameworks show {_framework.Id} lists what there is";
    }

    private static Level? ReadLevel(string level)
    {
        var at = PlanPolicy.LevelKeys.IndexOf(level.ToLowerInvariant(), 0);
        return at < 0 ? null : (Level)at;
    }

    private static double? ReadHours(string hours) =>
        double.TryParse(hours, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void Add(string code, int line, int column, string message) => _faults.Add(new Diagnostic(code, _file, line, column + 1, message));
}
