namespace EcqAnalyzer.Cli;

/// <summary>What standard output can show, and how wide.</summary>
public sealed record ConsoleTraits(int Width, bool HasColor, bool HasUnicode)
{
    private const int UsualWidth = 80;

    /// <summary>Somebody sees it at once: no pipe and no file.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>A pipe or a file: 80 columns, no colour.</summary>
    public static ConsoleTraits Pipe { get; } = new(UsualWidth, HasColor: false, HasUnicode: true);

    public static ConsoleTraits OfProcess()
    {
        var isTerminal = !Console.IsOutputRedirected;
        return Of(Environment.GetEnvironmentVariable, isTerminal, isTerminal ? TerminalWidth : () => UsualWidth);
    }

    /// <summary>As people expect of a program: NO_COLOR, CLICOLOR_FORCE, TERM=dumb, COLUMNS and the locale's character set
    /// count; nothing but a terminal gets colours unasked.</summary>
    public static ConsoleTraits Of(Func<string, string?> environment, bool isTerminal, Func<int> terminalWidth)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(terminalWidth);
        var isDumb = environment("TERM") == "dumb";
        var hasColor = (isTerminal && !isDumb) || environment("CLICOLOR_FORCE") is { Length: > 0 } and not "0";
        var width = int.TryParse(environment("COLUMNS"), out var columns) && columns > 0 ? columns : terminalWidth();
        return new ConsoleTraits(
            width > 0 ? width : UsualWidth,
            hasColor && string.IsNullOrEmpty(environment("NO_COLOR")),
            !isDumb && IsUnicode(environment))
        {
            IsTerminal = isTerminal,
        };
    }

    /// <summary>A locale that is not set at all says nothing about the terminal, and every terminal of today takes UTF-8;
    /// one that names another character set asks for ASCII.</summary>
    private static bool IsUnicode(Func<string, string?> environment)
    {
        string?[] locales = [environment("LC_ALL"), environment("LC_CTYPE"), environment("LANG")];
        var locale = locales.FirstOrDefault(name => !string.IsNullOrEmpty(name));
        return locale is null
            || locale.Contains("UTF-8", StringComparison.OrdinalIgnoreCase)
            || locale.Contains("UTF8", StringComparison.OrdinalIgnoreCase);
    }

    private static int TerminalWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return UsualWidth;
        }
    }
}
