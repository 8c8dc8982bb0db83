namespace EcqAnalyzer.Engine.Yaml;

/// <summary>The form of ids in YAML files: <c>lower-kebab-case</c>.</summary>
public static class Kebab
{
    public static bool IsId(ReadOnlySpan<char> text)
    {
        var isAfterSign = true;
        foreach (var sign in text)
        {
            if (!char.IsAsciiLetterLower(sign) && !char.IsAsciiDigit(sign) && (sign != '-' || isAfterSign))
            {
                return false;
            }

            isAfterSign = sign == '-';
        }

        return !isAfterSign;
    }

    /// <summary>Ids joined with dots, at least two: <c>leading-people.team.led</c>.</summary>
    public static bool IsDottedId(string text)
    {
        var parts = text.Split('.');
        return parts.Length >= 2 && Array.TrueForAll(parts, part => IsId(part));
    }
}
