using System.Globalization;
using System.Text;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Grading;

/// <summary>An exercise as a file to start from: every key that an exercise may have, each with a word on what it is for.</summary>
public static class ExerciseYaml
{
    public static void Write(Exercise exercise, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(Encoding.UTF8.GetBytes(Text(exercise)));
    }

    /// <summary>A next exercise for the class.</summary>
    public static Exercise NextOf(GradedClass graded)
    {
        ArgumentNullException.ThrowIfNull(graded);
        var (exercise, next) = (graded.Exercise, graded.Summary.Next);
        return exercise with
        {
            Title = next.Task,
            Task = exercise.Task with { Ecq = null, Competencies = next.Competencies, Stories = 1 },
        };
    }

    private static string Text(Exercise exercise)
    {
        var (task, framework) = (exercise.Task, exercise.Framework);
        var competencies = string.Join("", task.Competencies.Select(competency => $"    - {competency.Id.Name}\n"));
        return string.Create(CultureInfo.InvariantCulture, $"""
            # An exercise of `ecq grade`: ecq grade THIS-FILE FOLDER -o RESULTS
            title: {Quoted(exercise.Title)}
            framework: {framework.Id}
            # resume, story, narrative, record or duties; leave it out for drafts of any kind
            {(exercise.Kind is { } kind ? $"kind: {Wording.Id(kind)}" : "# kind: story")}

            asks:
              # an ECQ of the framework, with all its competencies; or only the competencies named below
              {(task.Ecq is { } ecq ? $"ecq: {ecq.Id.Name}" : "# ecq: leading-people")}
            {(task.Ecq is null ? $"  competencies:\n{competencies}" : $"  # competencies:\n{competencies.Replace("    - ", "  #   - ", StringComparison.Ordinal)}")}  parts: [{string.Join(", ", task.Parts.Select(Wording.Id))}]
              stories: {task.Stories}
              # words of the whole draft; either may be left out
              words: {Words(task)}

            # narrative is the program's own rubric; write your own criteria here as rules/rubrics/narrative.yaml does
            rubric: {(exercise.Rubric.Id == Rubric.Own ? "narrative" : exercise.Rubric.Id)}
            # weights: {"{evidence: 1, story: 2, form: 1}"}
            # who grades beside you; each gets columns of the grade sheet
            # markers: [Ann, Ben]

            """).ReplaceLineEndings("\n");
    }

    private static string Words(ExerciseTask task) => (task.LeastWords, task.MostWords) switch
    {
        (null, null) => "{least: 150, most: 500}",
        ({ } least, null) => $"{{least: {least}}}",
        (null, { } most) => $"{{most: {most}}}",
        ({ } least, { } most) => $"{{least: {least}, most: {most}}}",
    };

    private static string Quoted(string text) =>
        $"\"{SafeText.Line(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
