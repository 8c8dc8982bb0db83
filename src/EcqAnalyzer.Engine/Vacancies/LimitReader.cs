using System.Collections.Immutable;
using System.Globalization;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Vacancies;

/// <summary>Finds the limits that an announcement states: pages, characters, fonts and their size, margins.</summary>
internal sealed class LimitReader(AnnouncementWords words)
{
    /// <summary>How far what is counted may stand from its number: "ten (10) single-spaced pages".</summary>
    private const int Reach = 5;

    private const int ReachOfEach = 7;

    private static readonly string[] Papers = ["resume", "résumé", "narrative", "statement", "essay", "response", "letter"];

    private static readonly string[] Numbers =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"];

    private readonly List<StatedLimit> _found = [];

    /// <summary>Of fonts and margins, in sentences that name no paper: "Font: 11 points or larger."</summary>
    private readonly List<StatedLimit> _ofAnyPaper = [];
    private readonly List<string> _unmeasured = [];

    public (ImmutableArray<StatedLimit> Limits, ImmutableArray<string> Unmeasured) Read(string text, ImmutableArray<Sentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            Read(text, sentence);
        }

        var only = _found.Count > 0 && _found.TrueForAll(limit => limit.Kind == DraftKind.Resume) ? DraftKind.Resume : DraftKind.Narrative;
        _found.AddRange(_ofAnyPaper.Select(limit => limit with { Kind = only }));
        return ([.. _found.GroupBy(limit => limit.Kind).Select(group => group.Aggregate(Join))], [.. _unmeasured.Distinct()]);
    }

    /// <summary>Announcements state a limit more than once; of two that differ the first counts.</summary>
    private static StatedLimit Join(StatedLimit first, StatedLimit next)
    {
        var joined = first with
        {
            Pages = first.Pages ?? next.Pages,
            Characters = first.Characters ?? next.Characters,
            FontSize = first.FontSize ?? next.FontSize,
            Margin = first.Margin ?? next.Margin,
            Fonts = first.Fonts.IsEmpty ? next.Fonts : first.Fonts,
        };
        return joined == first ? first : joined with { Sentence = $"{first.Sentence} {next.Sentence}" };
    }

    private void Read(string text, Sentence sentence)
    {
        var said = sentence.Span.Of(text).ToString().ReplaceLineEndings(" ").Trim();
        var lemmas = sentence.Tokens.Select(token => token.Lemma.ToLowerInvariant()).ToArray();
        var isLimiting = lemmas.Any(words.Limiting.Contains);
        var limit = new StatedLimit(lemmas.Contains("resume") || lemmas.Contains("résumé") ? DraftKind.Resume : DraftKind.Narrative, said);
        var known = limit;
        for (var i = 0; i < lemmas.Length; i++)
        {
            if (NumberAt(text, sentence, i) is not { } number || FindUnit(lemmas, i) is not { } unit)
            {
                continue;
            }

            limit = unit switch
            {
                "page" when isLimiting && number is >= 1 and <= 60 && IsEach(lemmas, i) => Unmeasured(limit, said),
                "page" when isLimiting && number is >= 1 and <= 60 => limit with { Pages = (int)number },
                "character" when isLimiting && number >= 200 => limit with { Characters = (int)number },
                "point" when number is >= 6 and <= 20 => limit with { FontSize = limit.FontSize is { } size ? Math.Min(size, number) : number },
                "inch" when lemmas.Contains("margin") && number is > 0 and <= 3 => limit with { Margin = number },
                _ => limit,
            };
        }

        if (lemmas.Contains("font") || lemmas.Contains("typeface") || limit.FontSize is not null)
        {
            limit = limit with { Fonts = [.. words.Fonts.Where(font => said.Contains(font, StringComparison.OrdinalIgnoreCase))] };
        }

        if (limit != known && (limit with { Fonts = [] } != known with { Fonts = [] } || !limit.Fonts.IsEmpty))
        {
            var namesPaper = lemmas.Any(Papers.Contains) || limit is not { Pages: null, Characters: null };
            (namesPaper ? _found : _ofAnyPaper).Add(limit);
        }
    }

    private StatedLimit Unmeasured(StatedLimit limit, string said)
    {
        _unmeasured.Add(said);
        return limit;
    }

    private bool IsEach(string[] lemmas, int at)
    {
        for (var i = Math.Max(0, at - ReachOfEach); i < Math.Min(lemmas.Length, at + ReachOfEach); i++)
        {
            if (words.Each.Contains(lemmas[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a number counts: a page, a character, a point or an inch, whichever stands first after it.</summary>
    private static string? FindUnit(string[] lemmas, int at)
    {
        for (var i = at + 1; i < lemmas.Length && i <= at + Reach; i++)
        {
            var unit = lemmas[i] switch
            {
                "page" or "pages" => "page",
                "character" or "characters" => "character",
                "point" or "pt" or "pt." or "points" => "point",
                "inch" or "inches" or "\"" or "”" => "inch",
                _ => null,
            };
            if (unit is not null)
            {
                return unit;
            }

            if (lemmas[i] is ";" or "." or "and" or "or")
            {
                return null;
            }
        }

        return null;
    }

    private static double? NumberAt(string text, Sentence sentence, int at)
    {
        var word = sentence.Tokens[at].Span.Of(text).ToString();
        var named = Array.IndexOf(Numbers, word.ToLowerInvariant());
        return named >= 0 ? named + 1
            : double.TryParse(word, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }
}
