using System.Collections.Immutable;
using System.IO.Compression;

namespace EcqAnalyzer.Training;

/// <summary>A syntactic word of a treebank with its gold annotation; null where the treebank leaves it open.</summary>
public sealed record TreebankWord(string Form, string? Lemma, string? Pos, string Tag, string Relation, int Head, bool SpaceAfter)
{
    /// <summary>Morphology as written, "Mood=Ind|Tense=Past|VerbForm=Fin"; empty where the treebank leaves it open.</summary>
    public string Features { get; init; } = "";
}

/// <summary>A sentence of a treebank. <see cref="Surface"/> are the tokens as written: a word, or the words of a contraction
/// with the form that they have together.</summary>
public sealed record TreebankSentence(
    ImmutableArray<TreebankWord> Words,
    ImmutableArray<SurfaceToken> Surface,
    ImmutableArray<string> Comments,
    bool OpensParagraph)
{
    /// <summary>From a treebank of formal prose, to be learned from twice.</summary>
    public bool IsFormal { get; init; }
}

/// <summary>Words [<see cref="First"/>, <see cref="First"/> + <see cref="Count"/>) written as <see cref="Form"/>.</summary>
public sealed record SurfaceToken(string Form, int First, int Count, bool SpaceAfter);

/// <summary>Reads CoNLL-U, plain or packed with gzip. Ten columns; range lines are surface tokens; empty nodes are skipped.</summary>
public static class Treebank
{
    public static ImmutableArray<TreebankSentence> Load(string path)
    {
        using var file = File.OpenRead(path);
        return Load(file);
    }

    public static ImmutableArray<TreebankSentence> Load(Stream stream)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        memory.Position = 0;
        var isPacked = memory.Length > 2 && memory.GetBuffer() is [0x1F, 0x8B, ..];
        using var reader = new StreamReader(isPacked ? new GZipStream(memory, CompressionMode.Decompress) : memory);
        return [.. Read(reader)];
    }

    public static IEnumerable<TreebankSentence> Read(TextReader reader)
    {
        var sentence = new Builder();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0)
            {
                if (sentence.Finish() is { } finished)
                    yield return finished;
                sentence = new Builder();
            }
            else
            {
                sentence.Add(line, number);
            }
        }

        if (sentence.Finish() is { } last)
            yield return last;
    }

    private sealed class Builder
    {
        private readonly ImmutableArray<TreebankWord>.Builder _words = ImmutableArray.CreateBuilder<TreebankWord>();
        private readonly ImmutableArray<SurfaceToken>.Builder _surface = ImmutableArray.CreateBuilder<SurfaceToken>();
        private readonly ImmutableArray<string>.Builder _comments = ImmutableArray.CreateBuilder<string>();
        private bool _opensParagraph;
        private int _covered;

        public void Add(string line, int number)
        {
            if (line[0] == '#')
            {
                _comments.Add(line);
                _opensParagraph |= line.StartsWith("# newpar", StringComparison.Ordinal)
                    || line.StartsWith("# newdoc", StringComparison.Ordinal);
                return;
            }

            var columns = line.Split('\t');
            if (columns.Length != 10)
                throw new InvalidDataException($"not CoNLL-U: ten columns wanted, {columns.Length} found in line {number}");
            var spaceAfter = !columns[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
            var id = columns[0];
            if (id.Contains('.'))
                return;
            if (id.IndexOf('-') is > 0 and var hyphen)
            {
                var first = int.Parse(id.AsSpan(0, hyphen));
                _covered = int.Parse(id.AsSpan(hyphen + 1));
                _surface.Add(new SurfaceToken(columns[1], first - 1, _covered - first + 1, spaceAfter));
                return;
            }

            _words.Add(new TreebankWord(
                columns[1], Given(columns[2], columns[1]), Given(columns[3], ""), columns[4], columns[7],
                int.TryParse(columns[6], out var head) ? head : 0, spaceAfter)
            {
                Features = columns[5] == "_" ? "" : columns[5],
            });
            if (_words.Count > _covered)
                _surface.Add(new SurfaceToken(columns[1], _words.Count - 1, 1, spaceAfter));
        }

        public TreebankSentence? Finish() => _words.Count == 0
            ? null
            : new TreebankSentence(
                _words.ToImmutable(), _surface.ToImmutable(), _comments.ToImmutable(), _opensParagraph);

        private static string? Given(string column, string form) => column == "_" && form != "_" ? null : column;
    }
}
