namespace EcqAnalyzer.Engine.Language;

/// <summary>Faces made of signs, as mails and posts have them: <c>:)</c>, <c>;-)</c>, <c>=(</c>, <c>:D</c>, <c>^_^</c>.</summary>
internal static class Smileys
{
    /// <summary>The length of the face that <paramref name="chunk"/>, a stretch between spaces, begins with, if no letter or digit
    /// comes after it; else 0.</summary>
    public static int LengthAt(ReadOnlySpan<char> chunk)
    {
        var length = chunk switch
        {
            ['^', '_', '^', ..] => 3,
            [':' or ';' or '=', '-' or '\'', ')' or '(' or 'D' or 'P', ..] => 3,
            [':' or ';' or '=', ')' or '(' or 'D' or 'P', ..] => 2,
            ['(', ':' or ';'] => 2,
            _ => 0,
        };
        return length > 0 && HasLetter(chunk[length..]) ? 0 : length;
    }

    private static bool HasLetter(ReadOnlySpan<char> rest)
    {
        foreach (var c in rest)
        {
            if (char.IsLetterOrDigit(c))
                return true;
        }

        return false;
    }
}
