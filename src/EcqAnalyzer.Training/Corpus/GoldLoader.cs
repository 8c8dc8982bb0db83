using System.Collections.Immutable;
using System.Text;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Corpus;

/// <summary>
/// START HERE: reads and checks a corpus folder: every .yaml file below it is a narrative, but for <c>parts.yaml</c> at its
/// top. All faults of all files come out at once, each with file, line and column; a corpus with faults is not used.
/// </summary>
public sealed class GoldLoader(ImmutableArray<Framework> frameworks)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly HashSet<string> _ids = [];
    private readonly Dictionary<string, YamlPlace> _words = [];

    /// <summary>The narratives of <paramref name="folder"/> in ordinal order of id. <paramref name="shownAs"/> is how faults
    /// call the folder. Throws <see cref="FaultyFilesException"/>.</summary>
    public ImmutableArray<GoldNarrative> Load(string folder, string shownAs)
    {
        var faults = new Faults();
        var narratives = Load(folder, shownAs, faults);
        faults.ThrowIfAny();
        return narratives;
    }

    public ImmutableArray<GoldNarrative> Load(string folder, string shownAs, Faults faults)
    {
        var paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories) : [];
        Array.Sort(paths, StringComparer.Ordinal);
        var partsPath = Path.Combine(folder, CorpusParts.FileName);
        var parts = File.Exists(partsPath) && ReadYaml(partsPath, folder, shownAs, faults) is { } root
            ? CorpusParts.Read(root, faults)
            : CorpusParts.ByHash;
        var narratives = paths
            .Where(path => path != partsPath)
            .Select(path => Load(path, folder, shownAs, parts, faults))
            .OfType<GoldNarrative>()
            .OrderBy(narrative => narrative.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        if (narratives.IsEmpty && !faults.Any)
        {
            faults.Add(new Diagnostic(CorpusFaults.NoNarratives, shownAs, null, null, "no narrative (.yaml) stands below this folder"));
        }

        parts.Check(narratives.Select(narrative => narrative.Id), faults);
        return narratives;
    }

    private GoldNarrative? Load(string path, string folder, string shownAs, CorpusParts parts, Faults faults)
    {
        if (ReadYaml(path, folder, shownAs, faults) is not { } root || YamlKeys.Of(root, faults, "a narrative") is not { } keys)
        {
            return null;
        }

        var narrative = new NarrativeReader(frameworks, faults).Read(keys, parts);
        if (narrative.Id != Path.GetFileNameWithoutExtension(path))
        {
            faults.Add(CorpusFaults.WrongFileName, root.Place, $"the file of narrative '{narrative.Id}' is named {narrative.Id}.yaml");
        }

        if (!_ids.Add(narrative.Id))
        {
            faults.Add(CorpusFaults.SecondOfItsName, root.Place, $"there is another narrative '{narrative.Id}'");
        }

        CheckWords(narrative, root.Place.File, faults);
        return narrative;
    }

    /// <summary>The same long sentence in two narratives would stand in train and test at once.</summary>
    private void CheckWords(GoldNarrative narrative, string file, Faults faults)
    {
        const int Few = 6;
        foreach (var sentence in narrative.Sentences)
        {
            var place = new YamlPlace(file, sentence.Line, 1);
            if (sentence.Text.Split(' ').Length >= Few && !_words.TryAdd(sentence.Text, place) && _words[sentence.Text].File != file)
            {
                faults.Add(
                    CorpusFaults.SecondOfItsWords,
                    place,
                    $"this sentence stands in {_words[sentence.Text].File}, line {_words[sentence.Text].Line} too; each is written once");
            }
        }
    }

    private static YamlValue? ReadYaml(string path, string folder, string shownAs, Faults faults)
    {
        var below = Path.GetRelativePath(folder, path).Replace('\\', '/');
        var name = $"{shownAs.Replace('\\', '/').TrimEnd('/')}/{below}";
        try
        {
            return YamlReader.Read(name, File.ReadAllText(path, Utf8), faults);
        }
        catch (DecoderFallbackException)
        {
            faults.Add(YamlFaults.NotYaml, new YamlPlace(name, 1, 1), "not UTF-8; save the file with that encoding");
            return null;
        }
    }
}
