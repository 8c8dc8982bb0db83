namespace EcqAnalyzer.Engine.Language;

/// <summary>Words written with a full stop that may not end a sentence.</summary>
internal enum Abbreviation
{
    None,

    /// <summary>Goes with what follows: <c>Dr. Lee</c>, <c>e.g. this</c>. Never ends a sentence before a capital.</summary>
    Leading,

    /// <summary>As <see cref="Leading"/>, but only before a number: <c>No. 5</c>, <c>Sec. 12</c>; otherwise a word like others.</summary>
    BeforeNumber,

    /// <summary>May stand anywhere: <c>Inc.</c>, <c>U.S.</c>, <c>p.m.</c>, <c>etc.</c></summary>
    Anywhere,

    /// <summary>A single capital: <c>John F. Smith</c>.</summary>
    Initial,
}

/// <summary>The abbreviations of government prose, and the forms that stand for themselves (<c>U.S.</c>, <c>Ph.D.</c>).</summary>
internal static class Abbreviations
{
    /// <summary>What <paramref name="word"/>, a word without its last full stop, is.</summary>
    public static Abbreviation Find(ReadOnlySpan<char> word)
    {
        if (word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I')
            return Abbreviation.Initial;
        if (word.Length is 0 or > 12)
            return Abbreviation.None;
        if (HasInnerStops(word))
            return word is "e.g" or "i.e" or "E.g" or "I.e" ? Abbreviation.Leading : Abbreviation.Anywhere;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return Listed(lower, char.IsUpper(word[0]));
    }

    private static Abbreviation Listed(ReadOnlySpan<char> word, bool isCapitalized) => word switch
    {
        "dr" or "drs" or "mr" or "mrs" or "ms" or "prof" or "hon" or "rev" or "messrs" or "st" or "sts" or "ft" or "mt" or "attn"
            or "gov" or "sen" or "rep" or "reps" or "sens" or "pres" or "amb" or "atty" or "supt"
            or "gen" or "lt" or "col" or "maj" or "capt" or "cmdr" or "cdr" or "sgt" or "adm" or "brig" or "cpl" or "pvt"
            when isCapitalized => Abbreviation.Leading,
        "vs" or "cf" or "eg" or "ie" or "viz" or "approx" or "incl" or "esp" or "ca" => Abbreviation.Leading,
        "no" or "nos" or "sec" or "secs" or "art" or "fig" or "figs" or "vol" or "vols" or "ch" or "pp" or "p" or "para"
            or "pt" or "app" or "tab" or "cl" or "eq" or "ext" or "tel" or "div" or "bk" or "pub" or "stat"
            => Abbreviation.BeforeNumber,
        "jan" or "feb" or "mar" or "apr" or "jun" or "jul" or "aug" or "sept" or "sep" or "oct" or "nov" or "dec"
            or "mon" or "tue" or "tues" or "wed" or "thu" or "thur" or "thurs" or "fri" or "sat" or "sun"
            when isCapitalized => Abbreviation.Anywhere,
        "inc" or "corp" or "co" or "ltd" or "llc" or "bros" or "jr" or "sr" or "esq" or "dept" or "depts" or "div" or "bldg"
            or "ave" or "blvd" or "rd" or "assoc" or "asst" or "admin" or "govt" or "univ" or "intl" or "natl"
            or "mgmt" or "mgr" or "dir" or "ret" or "exec"
            when isCapitalized => Abbreviation.Anywhere,
        "etc" or "al" or "ed" or "eds" or "hrs" or "hr" or "yr" or "yrs" or "mo" or "mos" or "wk" or "wks" or "min" or "mins"
            or "sq" or "lb" or "lbs" or "oz" or "est" or "rev" or "ret" or "dept" => Abbreviation.Anywhere,
        "ala" or "ariz" or "ark" or "calif" or "colo" or "conn" or "del" or "fla" or "ga" or "ill" or "ind" or "kan" or "ky"
            or "md" or "mich" or "minn" or "miss" or "mo" or "mont" or "neb" or "nev" or "okla" or "pa" or "tenn" or "tex"
            or "va" or "vt" or "wash" or "wis" or "wyo" or "phd" or "bsc" or "msc"
            when isCapitalized => Abbreviation.Anywhere,
        _ => Abbreviation.None,
    };

    /// <summary>Letters in groups of up to three with stops between: <c>U.S</c>, <c>Ph.D</c>, <c>a.m</c>, <c>M.P.A</c>.</summary>
    private static bool HasInnerStops(ReadOnlySpan<char> word)
    {
        var (group, stops) = (0, 0);
        foreach (var c in word)
        {
            if (c == '.')
            {
                if (group == 0)
                    return false;
                (group, stops) = (0, stops + 1);
            }
            else if (!char.IsLetter(c) || ++group > 3)
            {
                return false;
            }
        }

        return stops > 0 && group is > 0 and <= 2;
    }
}
