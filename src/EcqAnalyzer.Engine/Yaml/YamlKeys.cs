using System.Collections.Immutable;
using System.Globalization;

namespace EcqAnalyzer.Engine.Yaml;

/// <summary>
/// Reads the keys of one map and notes every fault with its place. A loader asks for each key it knows, then calls
/// <see cref="Close"/>, which reports the keys nobody asked for. Where a required key is missing or of the wrong kind a
/// stand-in comes back (empty text, zero) so that the loader can go on and find the other faults: what it makes is
/// never used, since the faults stop the run.
/// </summary>
public sealed class YamlKeys
{
    private readonly YamlMap _map;
    private readonly List<string> _asked = [];

    public YamlKeys(YamlMap map, Faults faults)
    {
        _map = map;
        Faults = faults;
    }

    public Faults Faults { get; }

    public YamlPlace Place => _map.Place;

    /// <summary>The keys in the order of the file, for maps whose keys are names that the file's writer chose.</summary>
    public ImmutableArray<YamlEntry> Entries => _map.Entries;

    /// <summary>The value as keys, or null with a fault where it is not a map.</summary>
    public static YamlKeys? Of(YamlValue value, Faults faults, string what)
    {
        if (value is YamlMap map)
        {
            return new YamlKeys(map, faults);
        }

        faults.Add(YamlFaults.WrongKind, value.Place, $"{what} is written as keys with values, each on its own line");
        return null;
    }

    public YamlValue? Find(string key)
    {
        _asked.Add(key);
        return _map.Find(key) is { } value && value is not YamlScalar { Text: "", IsPlain: true } ? value : null;
    }

    public YamlScalar? FindScalar(string key) => Find(key) is { } value ? AsScalar(value, "", key) : null;

    public YamlScalar RequireScalar(string key)
    {
        if (Find(key) is { } value)
        {
            return AsScalar(value, "", key) ?? new YamlScalar(value.Place, "", IsPlain: false);
        }

        Faults.Add(YamlFaults.MissingKey, Place, $"'{key}' is missing here");
        return new YamlScalar(Place, "", IsPlain: false);
    }

    public string? FindText(string key) => FindScalar(key)?.Text;

    public string RequireText(string key) => RequireScalar(key).Text;

    public double? FindNumber(string key) => FindScalar(key) is { } scalar ? AsNumber(scalar, key) : null;

    public double RequireNumber(string key) => RequireScalar(key) is { Text.Length: > 0 } scalar ? AsNumber(scalar, key) : 0;

    public int? FindWhole(string key) => FindScalar(key) is { } scalar ? AsWhole(scalar, key) : null;

    public int RequireWhole(string key) => RequireScalar(key) is { Text.Length: > 0 } scalar ? AsWhole(scalar, key) : 0;

    /// <summary>true or false; false where the key is absent.</summary>
    public bool FindFlag(string key)
    {
        var scalar = FindScalar(key);
        if (scalar is not null && scalar.Text is not ("true" or "false"))
        {
            Faults.Add(YamlFaults.WrongKind, scalar.Place, $"'{key}' is true or false, not '{scalar.Text}'");
        }

        return scalar?.Text == "true";
    }

    /// <summary>The text where it is one of <paramref name="choices"/>; else a fault and the first of them.</summary>
    public string RequireOneOf(string key, params IReadOnlyCollection<string> choices) =>
        RequireScalar(key) is { Text.Length: > 0 } scalar ? AsOneOf(scalar, key, choices) : choices.First();

    public string? FindOneOf(string key, params IReadOnlyCollection<string> choices) =>
        FindScalar(key) is { } scalar ? AsOneOf(scalar, key, choices) : null;

    /// <summary>A list of texts; empty where the key is absent.</summary>
    public ImmutableArray<YamlScalar> FindScalars(string key)
    {
        var items = FindItems(key);
        var scalars = ImmutableArray.CreateBuilder<YamlScalar>(items.Length);
        foreach (var item in items)
        {
            if (AsScalar(item, "an entry of ", key) is { } scalar)
            {
                scalars.Add(scalar);
            }
        }

        return scalars.ToImmutable();
    }

    public ImmutableArray<string> FindTexts(string key) => ImmutableArray.CreateRange(FindScalars(key), scalar => scalar.Text);

    public YamlKeys? FindKeys(string key) => Find(key) is { } value ? Of(value, Faults, $"'{key}'") : null;

    /// <summary>A list of maps; empty where the key is absent.</summary>
    public ImmutableArray<YamlKeys> FindKeyLists(string key)
    {
        var items = FindItems(key);
        var lists = ImmutableArray.CreateBuilder<YamlKeys>(items.Length);
        var what = $"an entry of '{key}'";
        foreach (var item in items)
        {
            if (Of(item, Faults, what) is { } keys)
            {
                lists.Add(keys);
            }
        }

        return lists.ToImmutable();
    }

    public ImmutableArray<YamlKeys> RequireKeyLists(string key)
    {
        if (Find(key) is null)
        {
            Faults.Add(YamlFaults.MissingKey, Place, $"'{key}' is missing here");
        }

        return FindKeyLists(key);
    }

    /// <summary>Reports the keys that were not asked for.</summary>
    public void Close()
    {
        foreach (var entry in _map.Entries)
        {
            if (!_asked.Contains(entry.Key))
            {
                var open = _asked.Where(key => _map.Find(key) is null).ToArray();
                Faults.Add(YamlFaults.UnknownKey, entry.Place, $"unknown key '{entry.Key}'{Spelling.Hint(entry.Key, open)}");
            }
        }
    }

    private ImmutableArray<YamlValue> FindItems(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlList list:
                return list.Items;
            case var other:
                Faults.Add(YamlFaults.WrongKind, other.Place, $"'{key}' is a list: each entry on a line of its own after '- '");
                return [];
        }
    }

    /// <summary>What it is called in a fault is put together only where there is one: rules hold thousands of scalars.</summary>
    private YamlScalar? AsScalar(YamlValue value, string before, string key)
    {
        if (value is YamlScalar scalar)
        {
            return scalar;
        }

        var found = value is YamlList ? "a list" : "keys (text with ': ' in it needs quotes)";
        Faults.Add(YamlFaults.WrongKind, value.Place, $"{before}'{key}' is text, not {found}");
        return null;
    }

    private double AsNumber(YamlScalar scalar, string key)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (double.TryParse(scalar.Text, Style, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Faults.Add(YamlFaults.WrongKind, scalar.Place, $"'{key}' is a number, not '{scalar.Text}'");
        return 0;
    }

    private int AsWhole(YamlScalar scalar, string key)
    {
        if (int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Faults.Add(YamlFaults.WrongKind, scalar.Place, $"'{key}' is a whole number, not '{scalar.Text}'");
        return 0;
    }

    private string AsOneOf(YamlScalar scalar, string key, IReadOnlyCollection<string> choices)
    {
        if (choices.Contains(scalar.Text))
        {
            return scalar.Text;
        }

        var hint = Spelling.FindNearest(scalar.Text, choices) is { } nearest
            ? $"did you mean '{nearest}'?"
            : $"it is one of: {string.Join(", ", choices)}";
        Faults.Add(YamlFaults.UnknownValue, scalar.Place, $"'{key}' cannot be '{scalar.Text}'; {hint}");
        return choices.First();
    }
}
