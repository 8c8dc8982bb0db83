using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Sections;

/// <summary>Recognizes the headings of ECQs in the forms in which people write them: numbered, in capitals, with a letter
/// wrong. A heading that several frameworks share is one of each.</summary>
public sealed class HeadingMatcher
{
    /// <summary>Shorter headings must be spelled right: with a letter changed they are other words.</summary>
    private const int ShortestMisspelled = 9;

    private const int MostWords = 16;

    private static readonly HashSet<string> Numbering =
    [
        "ecq", "ecqs", "executive", "core", "qualification", "qualifications", "no", "number", "section", "part", "competency",
        "i", "ii", "iii", "iv", "v", "vi", "a", "b", "c", "d", "e",
    ];

    private static readonly HashSet<string> Trailing = ["continued", "cont", "narrative", "ecq", "qualification"];

    private readonly Dictionary<string, ImmutableArray<EcqId>> _byWords = [];

    public HeadingMatcher(ImmutableArray<Framework> frameworks)
    {
        foreach (var ecq in frameworks.SelectMany(framework => framework.Ecqs))
        {
            foreach (var heading in ecq.Headings.Append(ecq.Name))
            {
                Add(Spaced(LineWords.Plain(heading)), ecq.Id);
            }
        }

        foreach (var ecq in frameworks.SelectMany(framework => framework.Ecqs))
        {
            foreach (var heading in ecq.Headings.Append(ecq.Name))
            {
                var words = Spaced(LineWords.Plain(heading));
                if (Bare(words) is var bare && bare != words)
                {
                    AddBare(bare, ecq.Id);
                }
            }
        }
    }

    /// <summary>The ECQs, in order of framework and name, of which the text is a heading; empty where it is none.</summary>
    public ImmutableArray<EcqId> Find(ReadOnlySpan<char> text)
    {
        var words = Spaced(LineWords.Plain(text));
        if (words.Length == 0 || CountSpaces(words) >= MostWords)
        {
            return [];
        }

        return _byWords.TryGetValue(words, out var exact) || _byWords.TryGetValue(Bare(words), out exact) ? exact : FindMisspelled(Bare(words));
    }

    /// <summary>Finds the ECQ that an id or a heading names, for the ECQ under which a text is said to have stood.</summary>
    public ImmutableArray<EcqId> FindNamed(string name) =>
        [.. _byWords.Values.SelectMany(ids => ids).Where(id => id.Name == name).Concat(Find(name)).Distinct()];

    private ImmutableArray<EcqId> FindMisspelled(string words)
    {
        if (words.Length < ShortestMisspelled)
        {
            return [];
        }

        var found = new List<EcqId>();
        foreach (var heading in _byWords.Keys)
        {
            if (heading.Length >= ShortestMisspelled && IsOneLetterOff(words, heading))
            {
                found.AddRange(_byWords[heading]);
            }
        }

        return found.Count == 0
            ? []
            :
            [
                .. found
                    .Distinct()
                    .OrderBy(id => id.Framework, StringComparer.Ordinal)
                    .ThenBy(id => id.Name, StringComparer.Ordinal),
            ];
    }

    private static int CountSpaces(string words)
    {
        var count = 0;
        foreach (var c in words)
        {
            count += c == ' ' ? 1 : 0;
        }

        return count;
    }

    /// <summary>Headings that differ in their number alone, such as those of technical qualifications, are not told apart
    /// without it.</summary>
    private void AddBare(string words, EcqId ecq)
    {
        if (!_byWords.TryGetValue(words, out var known) || !known.Any(id => id.Framework == ecq.Framework && id != ecq))
        {
            Add(words, ecq);
        }
    }

    private void Add(string words, EcqId ecq)
    {
        if (words.Length == 0)
        {
            return;
        }

        if (!_byWords.TryGetValue(words, out var known))
        {
            _byWords.Add(words, [ecq]);
        }
        else if (!known.Contains(ecq))
        {
            _byWords[words] = known.Add(ecq);
        }
    }

    /// <summary>Puts a space between letters and digits: "ecq2" is "ecq 2".</summary>
    private static string Spaced(string words)
    {
        for (var i = words.Length - 1; i > 0; i--)
        {
            if (char.IsDigit(words[i]) && char.IsLetter(words[i - 1]))
            {
                words = words.Insert(i, " ");
            }
        }

        return words;
    }

    /// <summary>The words without numbering before and remarks after; all of them where nothing else would be left.</summary>
    private static string Bare(string words)
    {
        var all = words.Split(' ');
        var start = 0;
        while (start < all.Length && (Numbering.Contains(all[start]) || all[start].All(char.IsDigit)))
        {
            start++;
        }

        var end = all.Length;
        while (end > start && (Trailing.Contains(all[end - 1]) || all[end - 1].All(char.IsDigit)))
        {
            end--;
        }

        return end > start ? string.Join(' ', all[start..end]) : words;
    }

    /// <summary>One letter added, left out, changed, or exchanged with its neighbour.</summary>
    private static bool IsOneLetterOff(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (Math.Abs(left.Length - right.Length) > 1)
        {
            return false;
        }

        var start = 0;
        while (start < left.Length && start < right.Length && left[start] == right[start])
        {
            start++;
        }

        var leftRest = left[start..];
        var rightRest = right[start..];
        return leftRest.Length > 0 && rightRest.Length > 0 && leftRest[1..].SequenceEqual(rightRest[1..])
            || leftRest.Length > rightRest.Length && leftRest[1..].SequenceEqual(rightRest)
            || rightRest.Length > leftRest.Length && rightRest[1..].SequenceEqual(leftRest)
            || leftRest.Length > 1 && rightRest.Length > 1 && leftRest[0] == rightRest[1] && leftRest[1] == rightRest[0]
                && leftRest[2..].SequenceEqual(rightRest[2..]);
    }
}
