using EcqAnalyzer.Cli;

namespace EcqAnalyzer.Tests.Cli;

public sealed class ConsoleTraitsTests
{
    [Theory]
    [InlineData("", true, true, true, 120)]
    [InlineData("", false, false, true, 120)]
    [InlineData("NO_COLOR=1", true, false, true, 120)]
    [InlineData("NO_COLOR=", true, true, true, 120)]
    [InlineData("CLICOLOR_FORCE=1", false, true, true, 120)]
    [InlineData("CLICOLOR_FORCE=1 NO_COLOR=1", false, false, true, 120)]
    [InlineData("TERM=dumb", true, false, false, 120)]
    [InlineData("COLUMNS=64", true, true, true, 64)]
    [InlineData("COLUMNS=wide", true, true, true, 120)]
    [InlineData("LANG=en_US.UTF-8", true, true, true, 120)]
    [InlineData("LC_ALL=C LANG=en_US.UTF-8", true, true, false, 120)]
    [InlineData("LANG=de_DE.ISO-8859-1", true, true, false, 120)]
    public void Colour_width_and_signs_are_what_people_expect(
        string environment, bool isTerminal, bool hasColor, bool hasUnicode, int width)
    {
        var variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ToDictionary(pair => pair.Split('=')[0], pair => pair.Split('=')[1]);

        var traits = ConsoleTraits.Of(name => variables.GetValueOrDefault(name), isTerminal, () => 120);

        Assert.Equal(new ConsoleTraits(width, hasColor, hasUnicode) { IsTerminal = isTerminal }, traits);
    }
}
