using System.Collections.Immutable;

namespace EcqAnalyzer.Engine.Yaml;

/// <summary>A place in a YAML file; line and column count from 1. <see cref="File"/> is what diagnostics print, such as
/// <c>rules/types/duty.yaml</c>.</summary>
public readonly record struct YamlPlace(string File, int Line, int Column);

/// <summary>
/// A value as it stands in a YAML file. This is the one form in which every loader sees its data, whether it was read from
/// YAML by <see cref="YamlReader"/> or from the compiled file by <see cref="RulesArchive"/>: no loader knows the difference.
/// </summary>
public abstract record YamlValue(YamlPlace Place);

/// <summary>Text, a number or a flag: what it means is for the loader to say. <see cref="IsPlain"/> where it is written
/// without quotes and on one line; an empty plain scalar is a key without a value.</summary>
public sealed record YamlScalar(YamlPlace Place, string Text, bool IsPlain) : YamlValue(Place)
{
    /// <summary>The place of the character at <paramref name="offset"/> of the text. Exact for plain scalars; the beginning
    /// of the value for others, where escapes and folding make columns differ from offsets.</summary>
    public YamlPlace At(int offset) => IsPlain ? Place with { Column = Place.Column + offset } : Place;
}

public sealed record YamlList(YamlPlace Place, ImmutableArray<YamlValue> Items) : YamlValue(Place);

/// <summary>Keys with their values, in the order of the file, each key once.</summary>
public sealed record YamlMap(YamlPlace Place, ImmutableArray<YamlEntry> Entries) : YamlValue(Place)
{
    public YamlValue? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key == key)
            {
                return entry.Value;
            }
        }

        return null;
    }
}

public sealed record YamlEntry(string Key, YamlPlace Place, YamlValue Value);
