using System.Collections.Immutable;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Agreement;
using EcqAnalyzer.Engine.Comparing;
using EcqAnalyzer.Engine.Grading;
using EcqAnalyzer.Engine.Screening;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Csv;
using EcqAnalyzer.Formats.Grading;
using EcqAnalyzer.Formats.Tables;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Grading;

/// <summary>What a run of <c>ecq grade</c> was asked for.</summary>
internal sealed record GradingOrder(string Exercise, string Folder, string Results, string? Sheet, NamesInQuotes Names, Learning Learning)
{
    /// <summary>Who is to get a sheet without proposals; null where nobody is.</summary>
    public string? Marker { get; init; }

    public bool IsBlind => Names == NamesInQuotes.LeftOut;
}

/// <summary>Whether to learn from the grades that are decided.</summary>
internal enum Learning
{
    None,
    FromGrades,
}

/// <summary>
/// START HERE: one run of <c>ecq grade</c>. Drafts are read and judged, grades read back from the sheets, levels proposed, the
/// class summed up, and sheet, page, feedback and figures written. Nothing is written before all sheets were read without fault.
/// </summary>
internal sealed class GradingRun(Streams streams, Workbench workbench, GradingOrder order)
{
    private readonly DraftInput _input = new(streams, workbench);
    private readonly ImmutableArray<Diagnostic>.Builder _failed = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>Whether a draft, or a folder, could not be read.</summary>
    public bool HasFailed => _input.HasFailed || _failed.Count > 0;

    /// <summary>The class, and a line for each thing that was written.</summary>
    public (GradedClass Graded, ImmutableArray<string> Written) Run()
    {
        var file = new ExerciseFile(order.Exercise, workbench);
        var (exercise, learned) = file.Load();
        var (policy, summarizer, endings) = workbench.Rulebook.Load(LoadParts);
        var found = FindDrafts(endings);
        OutputFile.RefuseFolder(order.Results, order.Folder);
        OutputFile.CreateFolder(order.Results);
        var sheets = new SheetFolder(order.Results);
        var codes = Blinding.CodesOf(exercise.Id, found.Select(each => each.Participant));
        var nameOf = codes.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        var grades = sheets.Read(exercise, shown => nameOf.GetValueOrDefault(shown, shown));
        var analyses = Analyze(exercise, order.IsBlind ? [.. found.OrderBy(each => codes[each.Participant], StringComparer.Ordinal)] : found, codes);

        var graded = Grade(learned);
        if (order.Learning == Learning.FromGrades)
        {
            learned = new RubricLearner(policy).Learn(graded, Path.GetFileName(file.LearnedPath));
            file.Keep(learned);
            graded = Grade(learned);
        }

        graded = graded with
        {
            Failed = _failed.ToImmutable(),
            Learned = learned,
            Provenance = analyses.Select(each => each.Analysis.Provenance).FirstOrDefault(),
            Codes = order.IsBlind ? codes : ImmutableDictionary<string, string>.Empty,
        };
        return (graded, [.. Write(graded, sheets)]);

        GradedClass Grade(LearnedRubric? fit)
        {
            var proposer = new Proposer(policy, exercise, fit, order.Names);
            return summarizer.Summarize(
                exercise, [.. analyses.Select(each => proposer.Propose(each.Found.Participant, each.Found.Path, each.Analysis))], grades);
        }
    }

    private static GradingParts LoadParts(RulesFiles files, Faults faults)
    {
        var policy = GradingPolicy.Load(files, faults);
        var summarizer = new ClassSummarizer(policy, AgreementPolicy.Load(files, faults), ComparingPolicy.Load(files, faults));
        return new GradingParts(policy, summarizer, ScreeningPolicy.Load(files, faults).Endings);
    }

    private ImmutableArray<FoundDraft> FindDrafts(ImmutableArray<string> endings)
    {
        var drafts = FolderDrafts.Find(order.Folder, order.Results, endings);
        foreach (var fault in drafts.Faults)
        {
            _failed.Add(fault);
            streams.Error.WriteLine(fault);
        }

        return drafts.Found;
    }

    private List<(FoundDraft Found, Analysis Analysis)> Analyze(Exercise exercise, ImmutableArray<FoundDraft> found, ImmutableDictionary<string, string> codes)
    {
        var options = new AnalysisOptions(exercise.Framework.Id, exercise.Kind, exercise.Task.Ecq?.Id.Name);
        var analyses = new List<(FoundDraft, Analysis)>();
        foreach (var each in found)
        {
            if (_input.Read(each.Path) is { } draft)
            {
                analyses.Add((each, workbench.Pipeline.Analyze(draft, options)));
            }
            else
            {
                _failed.Add(_input.Faults[^1] with { File = order.IsBlind ? codes[each.Participant] : each.Path });
            }
        }

        return analyses;
    }

    private IEnumerable<string> Write(GradedClass graded, SheetFolder sheets)
    {
        var (sheet, movedTo) = sheets.Write(graded, order.Sheet ?? sheets.FindEnding() ?? ".xlsx");
        yield return $"{sheet}: the grade sheet{(movedTo is null ? "" : $"; the one that was there is kept as {movedTo}")}";
        if (order.Marker is { } marker)
        {
            yield return $"{sheets.WriteFor(graded, marker)}: the sheet of {marker}, without proposals; once it is there it is only read";
        }

        yield return $"{Put("class.html", stream => ClassPage.Write(graded, stream))}: the class report";
        yield return $"{Put("grades.json", stream => ClassJson.Write(graded, stream))}: everything, for other programs";
        yield return $"{Put("next-exercise.yaml", stream => ExerciseYaml.Write(ExerciseYaml.NextOf(graded), stream))}: a next exercise";
        if (order.IsBlind)
        {
            yield return $"{Put("key.csv", stream => CsvWriter.Write(stream, KeyOf(graded)))}: whose code is whose; keep it apart from the sheet";
        }

        var decided = graded.Drafts.Where(graded.Book.IsDecided).ToList();
        if (decided.Count > 0)
        {
            OutputFile.CreateFolder(Path.Combine(order.Results, "feedback"));
            foreach (var draft in decided)
            {
                Put(Path.Combine("feedback", $"{FileNameOf(graded.Show(draft.Participant))}.docx"), stream => FeedbackHandout.Write(graded, draft, stream));
            }

            yield return $"{Path.Combine(order.Results, "feedback")}: {Wording.Count(decided.Count, "document")} for participants";
        }
    }

    private string Put(string name, Action<Stream> write)
    {
        var path = Path.Combine(order.Results, name);
        OutputFile.Write(path, write);
        return path;
    }

    private static Table KeyOf(GradedClass graded) => new(
        "Key", [new("Code", 12), new("Participant", 40)], [.. graded.Codes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => ImmutableArray.Create<Cell>(pair.Value, pair.Key))]);

    /// <summary>A participant in a subfolder has its name in the file's; what no file may be called is left out.</summary>
    private static string FileNameOf(string participant) =>
        string.Concat(participant.Replace("/", " - ", StringComparison.Ordinal).Select(each => Path.GetInvalidFileNameChars().Contains(each) || "<>:\"|?*".Contains(each, StringComparison.Ordinal) ? '_' : each));

    private sealed record GradingParts(GradingPolicy Policy, ClassSummarizer Summarizer, ImmutableArray<string> Endings);
}
