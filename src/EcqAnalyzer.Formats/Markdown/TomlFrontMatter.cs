namespace EcqAnalyzer.Formats.Markdown;

/// <summary>Settings at the top of a file between two lines "+++", as some programs that make sites of Markdown have them. Those between
/// "---" Markdig knows.</summary>
internal static class TomlFrontMatter
{
    private const string Fence = "+++";

    /// <summary>How far they reach, both fences included; 0 where there are none, or where prose stands between the fences.</summary>
    public static int Length(string text)
    {
        if (!text.StartsWith(Fence, StringComparison.Ordinal))
        {
            return 0;
        }

        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            var line = text.AsSpan(start, end - start).TrimEnd();
            var isFence = line.SequenceEqual(Fence);
            if (isFence && start > 0)
            {
                return end;
            }

            if (!isFence && (start == 0 || !IsSetting(line)))
            {
                return 0;
            }

            start = end + 1;
        }

        return 0;
    }

    /// <summary>A key and its value, a table's name, a comment, or more lines of a value.</summary>
    private static bool IsSetting(ReadOnlySpan<char> line)
    {
        var key = line.IndexOf('=');
        return line.IsEmpty || line[0] is ' ' or '\t' or '#' or '[' or ']' or '"' or '\''
            || (key > 0 && !line[..key].Trim().Contains(' '));
    }
}
