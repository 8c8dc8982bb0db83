namespace EcqAnalyzer.Engine.Language;

/// <summary>Whether a verb lost an e before -ed or -ing: manag(ed), but open(ed). Spelling decides most; for the rest the
/// endings that verbs in -e have are listed by their last letter.</summary>
internal static class DroppedE
{
    public static bool After(ReadOnlySpan<char> stem)
    {
        if (stem.Length < 2)
            return false;
        var (last, before) = (stem[^1], stem[^2]);
        return last switch
        {
            'v' or 'c' => true,
            'u' => true,
            'z' => before != 't',
            's' => !(stem.EndsWith("ocus") || stem.EndsWith("bias") || stem.EndsWith("anvas") || stem.EndsWith("onus")),
            'g' => AfterG(stem, before),
            'l' when !IsVowel(before) => before is not ('r' or 'w' or 'l' or 'y') || stem.EndsWith("styl"),
            'r' when !IsVowel(before) => before is not ('r' or 'y'),
            't' when before == 's' => stem.EndsWith("past") || stem.EndsWith("tast") || stem is "wast" or "hast" or "bast",
            'h' => stem.EndsWith("breath") || stem.EndsWith("cloth") || stem.EndsWith("sooth") || stem.EndsWith("loath")
                || stem.EndsWith("cach"),
            'w' or 'x' or 'y' or 'i' or 'o' or 'a' or 'e' => stem is "ow" or "aw",
            _ when !IsVowel(before) => false,
            // Two vowels before the consonant: treat, aid, need; not those after q or g (require, guide), nor creat-.
            _ when stem.Length > 2 && IsVowel(stem[^3]) && !IsGlide(stem) => stem.EndsWith("creat") || stem.EndsWith("iat")
                || stem.EndsWith("uat") || stem.EndsWith("eolat"),
            _ => Syllables(stem) == 1 || AfterVowel(stem, last),
        };
    }

    public static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    public static int Syllables(ReadOnlySpan<char> word)
    {
        var count = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (IsVowel(word[i]) && (i == 0 || !IsVowel(word[i - 1])))
                count++;
        }

        return count;
    }

    private static bool IsGlide(ReadOnlySpan<char> stem) =>
        stem.Length > 3 && stem[^3] == 'u' && (stem[^4] == 'q' || (stem[^4] == 'g' && stem[^2] == 'i'));

    private static bool AfterG(ReadOnlySpan<char> stem, char before) => before switch
    {
        'n' => stem.EndsWith("rang") && stem.Length > 4 || stem.EndsWith("chang") || stem.EndsWith("leng") || stem.EndsWith("veng")
            || stem.EndsWith("fring") || stem.EndsWith("ping") && stem.EndsWith("imping") || stem.EndsWith("loung")
            || stem.EndsWith("plung") || stem.EndsWith("hing") || stem is "rang",
        'a' or 'd' or 'r' or 'l' or 'e' or 'i' => true,
        _ => false,
    };

    private static bool AfterVowel(ReadOnlySpan<char> stem, char last) => last switch
    {
        't' => AfterT(stem),
        'r' => stem.EndsWith("ir") || stem.EndsWith("ur") || stem.EndsWith("ar") || Any(stem, "stor", "plor", "scor", "gnor", "dor")
            || Any(stem, "adher", "coher", "rfer", "sever", "inher"),
        'n' => Any(stem, "min", "fin", "lin", "bin", "vin", "chin", "clin", "quin", "gin") && !stem.EndsWith("rgin")
            || Any(stem, "ven", "pon", "phon", "condon", "zon") && !Any(stem, "iven", "weapon", "wapon", "aven", "coupon")
            || stem.EndsWith("un"),
        'd' => Any(stem, "ad", "id", "od", "ud", "ced", "sed", "ped"),
        'm' => Any(stem, "am", "im", "com", "sum", "um") && !Any(stem, "victim", "program"),
        'l' => Any(stem, "pil", "cil", "fil", "sol", "jol", "dul", "rul", "cul", "sul", "cal", "hal") && !Any(stem, "pencil", "council"),
        'p' => Any(stem, "cap", "hap", "cop", "yp", "ip", "up"),
        'k' => true,
        'b' => stem.EndsWith("ib") || stem.EndsWith("ob"),
        'f' => false,
        _ => false,
    };

    private static bool AfterT(ReadOnlySpan<char> stem) =>
        (stem.EndsWith("at") && !Any(stem, "format", "combat"))
        || stem.EndsWith("ut") && !Any(stem, "output", "input", "debut")
        || Any(stem, "mot", "not", "quot", "vot", "plet", "pet", "let") && !Any(stem, "rpet", "umpet", "illet", "ullet", "allet")
        || Any(stem, "vit", "excit", "recit", "incit", "nit", "pedit", "writ", "dit") && !Any(stem, "onit", "edit", "audit", "credit")
        || Any(stem, "xpedit", "tradit");

    private static bool Any(ReadOnlySpan<char> stem, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (stem.EndsWith(ending))
                return true;
        }

        return false;
    }
}
