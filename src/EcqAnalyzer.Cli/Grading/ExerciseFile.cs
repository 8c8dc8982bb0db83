using System.Text;
using EcqAnalyzer.Engine.Grading;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Formats.Grading;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Cli.Grading;

/// <summary>An exercise on disk, and what was learned for it, in a file beside it.</summary>
internal sealed class ExerciseFile(string path, Workbench workbench)
{
    private const int UsualLeast = 150;
    private const int UsualMost = 500;

    public string LearnedPath => Path.ChangeExtension(path, null) + LearnedFile.Ending;

    /// <summary>Throws <see cref="FaultyFilesException"/> with every fault of the file, and of what was learned.</summary>
    public (Exercise Exercise, LearnedRubric? Learned) Load()
    {
        var faults = new Faults();
        var exercise = Read(path, faults) is { } root
            ? new ExerciseLoader(workbench.Rulebook.Files, workbench.Frameworks, faults).Load(root, Path.GetFileNameWithoutExtension(path))
            : null;
        faults.ThrowIfAny();
        var learned = File.Exists(LearnedPath) && Read(LearnedPath, faults) is { } kept
            ? LearnedFile.Load(kept, Path.GetFileName(LearnedPath), exercise!, faults)
            : null;
        faults.ThrowIfAny();
        return (exercise!, learned);
    }

    public void Keep(LearnedRubric learned) => OutputFile.Write(LearnedPath, stream =>
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        LearnedFile.Write(learned, writer);
    });

    /// <summary>Writes a first exercise: the ECQ on leading people of a framework, to be changed. Throws
    /// <see cref="UsageException"/> where the file is there already.</summary>
    public void Start(Framework framework)
    {
        if (File.Exists(path))
        {
            throw new UsageException($"{path} is there already: give another name, or delete it");
        }

        var ecq = framework.Ecqs.FirstOrDefault(ecq => ecq.Id.Name == "leading-people") ?? framework.Ecqs[0];
        StatementType[] parts = [StatementType.Challenge, StatementType.Context, StatementType.Action, StatementType.Result];
        var task = new ExerciseTask(ecq, ecq.Competencies, [.. parts], 1, UsualLeast, UsualMost);
        var exercise = new Exercise("", $"{ecq.Name}: one story", framework, DraftKind.Story, task, new Rubric("narrative", "", "", []));
        OutputFile.Write(path, stream => ExerciseYaml.Write(exercise, stream));
    }

    private static YamlValue? Read(string path, Faults faults)
    {
        if (!File.Exists(path))
        {
            throw new UsageException(Directory.Exists(path)
                ? $"{path} is a folder: the exercise comes first, then the folder with the drafts"
                : $"there is no exercise {path}; begin one with: ecq grade {path} --new");
        }

        return RulesFolder.Parse(new RulesSource(path, path, File.ReadAllBytes(path)), faults)?.Root;
    }
}
