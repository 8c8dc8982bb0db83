using System.Collections.Immutable;
using System.Text.Json;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>
/// Reads labelled sentences from JSON Lines: <c>{"doc":"d1","kind":"bio","n":1,"text":"…","type":"action",
/// "competencies":["team-building"],"second":{"type":"result","competencies":[]}}</c>. Rows of one <c>doc</c> make one text, in
/// order of the file; <c>second</c> is another reader's, and may be left out in all rows. Other keys are passed over.
/// Competencies are those of one framework, by id or by name.
/// </summary>
public sealed class GoldFile(Framework framework)
{
    public const string BrokenLine = "ECQ330";

    private static readonly string[] Types = [.. Enum.GetNames<StatementType>().Select(name => name.ToLowerInvariant())];

    private readonly Faults _faults = new();

    /// <summary>Throws <see cref="FaultyFilesException"/> with every fault of the file.</summary>
    public ImmutableArray<MeasuredText> Read(TextReader lines, string name)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var texts = new List<(string Id, string Kind, List<MeasuredSentence> Sentences)>();
        var number = 0;
        while (lines.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                Add(texts, line, new YamlPlace(name, number, 1));
            }
        }

        _faults.ThrowIfAny();
        return
        [
            .. texts.Select(text => new MeasuredText(
                text.Id, text.Kind, null, null, [framework.Id], [.. text.Sentences], [])),
        ];
    }

    private void Add(List<(string Id, string Kind, List<MeasuredSentence> Sentences)> texts, string line, YamlPlace place)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            var id = row.GetProperty("doc").GetString() ?? "";
            var at = texts.FindIndex(text => text.Id == id);
            if (at < 0)
            {
                at = texts.Count;
                texts.Add((id, row.TryGetProperty("kind", out var kind) ? kind.GetString() ?? "" : "", []));
            }

            var text = row.GetProperty("text").GetString() ?? "";
            if (string.IsNullOrWhiteSpace(text))
            {
                _faults.Add(BrokenLine, place, "the sentence has no words");
            }

            var first = ReadReading(row, place);
            ImmutableArray<Reading> readings = row.TryGetProperty("second", out var second) ? [first, ReadReading(second, place)] : [];
            texts[at].Sentences.Add(new MeasuredSentence(row.GetProperty("n").GetInt32(), text.ReplaceLineEndings(" "), first, readings));
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            _faults.Add(BrokenLine, place, "a line is one JSON object with doc, n, text, type and competencies; see models/README.md");
        }
    }

    private Reading ReadReading(JsonElement row, YamlPlace place)
    {
        var said = row.GetProperty("type").GetString() ?? "";
        var type = Array.IndexOf(Types, said);
        if (type < 0)
        {
            _faults.Add(BrokenLine, place, $"'{said}' is no type; the types are {string.Join(", ", Types)}");
        }

        return new Reading(
            (StatementType)Math.Max(0, type),
            [],
            [.. row.GetProperty("competencies").EnumerateArray().Select(each => CompetencyOf(each.GetString() ?? "", place))]);
    }

    private CompetencyId CompetencyOf(string said, YamlPlace place)
    {
        var id = Kebab(said);
        if (framework.FindCompetency(id) is null)
        {
            var known = framework.Competencies.Select(competency => competency.Id.Name).ToArray();
            _faults.Add(BrokenLine, place, $"{framework.Id} has no competency '{said}'{Spelling.Hint(id, known)}");
        }

        return new CompetencyId(framework.Id, id);
    }

    /// <summary>"Influencing/Negotiating" is <c>influencing-negotiating</c>.</summary>
    private static string Kebab(string name) => string.Join(
        '-',
        new string([.. name.ToLowerInvariant().Select(sign => sign is >= 'a' and <= 'z' ? sign : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
