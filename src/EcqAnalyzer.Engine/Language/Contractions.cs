namespace EcqAnalyzer.Engine.Language;

/// <summary>Where words run together are taken apart, as Penn does: do/n't, we/'ve, Bob/'s, can/not, 5/pm; also those that
/// forgot their apostrophe, where no other word is written so: did/nt, I/m.</summary>
internal static class Contractions
{
    /// <summary>The offset at which <paramref name="word"/> is split; 0 where it is not.</summary>
    public static int Split(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > Word.MaxLength)
            return 0;
        var last = word[^1];
        if (char.IsAsciiDigit(word[0]))
            return AfterDigits(word);
        return last switch
        {
            's' or 'S' or 'm' or 'M' or 'd' or 'D' or 'e' or 'E' or 'l' or 'L' or 't' or 'T' when HasApostrophe(word) =>
                AtApostrophe(word),
            _ => AtKnown(word),
        };
    }

    private static bool HasApostrophe(ReadOnlySpan<char> word) =>
        word.Length >= 3 && (Letters.IsApostrophe(word[^2]) || Letters.IsApostrophe(word[^3]));

    private static int AtApostrophe(ReadOnlySpan<char> word)
    {
        var letter = (char)(word[^1] | 0x20);
        if (Letters.IsApostrophe(word[^2]))
        {
            if (letter == 't')
                return word.Length > 3 && (word[^3] | 0x20) == 'n' ? word.Length - 3 : 0;
            return letter is 's' or 'm' or 'd' ? word.Length - 2 : 0;
        }

        return ((char)(word[^2] | 0x20), letter) is ('l', 'l') or ('r', 'e') or ('v', 'e') ? word.Length - 3 : 0;
    }

    private static int AtKnown(ReadOnlySpan<char> word)
    {
        if (word.Length > 8 || !EndsLikeKnown((char)(word[^2] | 0x20), (char)(word[^1] | 0x20)))
            return 0;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return lower switch
        {
            "cannot" or "gonna" or "gotta" or "wanna" or "outta" => 3,
            "dont" or "didnt" or "isnt" or "wasnt" or "cant" or "wont" or "doesnt" or "havent" or "hasnt" or "hadnt" or "arent"
                or "werent" or "couldnt" or "wouldnt" or "shouldnt" or "aint" => word.Length - 2,
            "im" or "ive" when word[1] == lower[1] => 1,
            "thats" or "whats" or "theres" or "hes" or "shes" when word[1] == lower[1] => word.Length - 1,
            "lets" when word[0] == 'L' => 3,
            "youre" or "theyre" or "youve" or "theyve" or "youll" or "theyll" => word.Length - 2,
            _ => 0,
        };
    }

    private static bool EndsLikeKnown(char first, char second) => second switch
    {
        't' => first is 'n' or 'o',
        'a' => first is 'n' or 't',
        's' => first is 't' or 'e',
        'm' => first == 'i',
        'e' => first is 'v' or 'r',
        'l' => first == 'l',
        _ => false,
    };

    /// <summary><c>5pm</c>, <c>7:30AM</c>; <c>5th</c> and <c>30K</c> stay whole.</summary>
    private static int AfterDigits(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || (word[^1] | 0x20) != 'm' || (word[^2] | 0x20) is not ('a' or 'p') || !char.IsAsciiDigit(word[^3]))
            return HasApostrophe(word) && word[^1] is not ('s' or 'S') ? AtApostrophe(word) : 0;
        return word.Length - 2;
    }
}
