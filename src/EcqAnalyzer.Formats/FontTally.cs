using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats;

/// <summary>Counts the characters of each font and size. Drafts use a handful, so a list will do.</summary>
internal sealed class FontTally
{
    private readonly List<FontCount> _counts = [];

    /// <summary>The count of one font and size, to be moved on by whoever draws or reads its characters.</summary>
    public FontCount Of(string name, double size)
    {
        foreach (var count in _counts)
        {
            if (count.Size.Equals(size) && count.Name == name)
            {
                return count;
            }
        }

        var first = new FontCount(name, size);
        _counts.Add(first);
        return first;
    }

    public void Add(FontTally other)
    {
        foreach (var count in other._counts)
        {
            Of(count.Name, count.Size).Characters += count.Characters;
        }
    }

    /// <summary>The font with the most characters first; of equals, in order of name and size.</summary>
    public ImmutableArray<FontUse> ToUses()
    {
        _counts.Sort((one, other) =>
        {
            var order = other.Characters.CompareTo(one.Characters);
            order = order != 0 ? order : string.CompareOrdinal(one.Name, other.Name);
            return order != 0 ? order : one.Size.CompareTo(other.Size);
        });
        var uses = ImmutableArray.CreateBuilder<FontUse>(_counts.Count);
        foreach (var count in _counts)
        {
            if (count.Characters > 0)
            {
                uses.Add(new FontUse(count.Name, count.Size, count.Characters));
            }
        }

        return uses.ToImmutable();
    }
}

internal sealed class FontCount(string name, double size)
{
    public string Name { get; } = name;

    public double Size { get; } = size;

    public int Characters { get; set; }
}
