using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Yaml;

public sealed class YamlReaderTests
{
    [Fact]
    public void Every_value_knows_its_line_and_column()
    {
        var value = Written.Value("name: Duty\nrules:\n  - id: a\n    when: [x, \"y z\"]\n");

        Assert.Equal(
            "1,1:{1,1:name=1,7:'Duty' 2,1:rules=3,3:[3,5:{3,5:id=3,9:'a' 4,5:when=4,11:[4,12:'x' 4,15:~'y z']}]}",
            Written.Render(value));
    }

    [Theory]
    [InlineData("a: 1\nb: [1, 2\n", "ECQ100")]
    [InlineData("a: &x 1\n", "anchor")]
    [InlineData("a: *x\n", "alias")]
    [InlineData("a: !x 1\n", "tag")]
    [InlineData("a: 1\n---\nb: 1\n", "second document")]
    [InlineData("? [a, b]\n: 1\n", "a key is text")]
    [InlineData("", "empty")]
    [InlineData("a: 1\nb: 2\na: 3\n", "rules/test.yaml(3,1): error ECQ102: 'a' stands here already, in line 1")]
    public void What_cannot_be_used_is_a_fault(string yaml, string expected)
    {
        var faults = new Faults();
        YamlReader.Read("rules/test.yaml", yaml, faults);

        Assert.Contains(expected, string.Join('\n', faults.Found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    [InlineData('-')]
    public void Deep_nesting_is_refused(char sign)
    {
        var faults = new Faults();
        var yaml = sign == '-'
            ? string.Concat(Enumerable.Range(0, 100).Select(i => new string(' ', i) + "-\n"))
            : new string(sign, 20_000);
        YamlReader.Read("rules/test.yaml", yaml, faults);

        Assert.NotEmpty(faults.Found);
    }

    [Fact]
    public void A_file_without_end_is_refused_unread()
    {
        var faults = new Faults();

        Assert.Null(YamlReader.Read("rules/test.yaml", new string('a', YamlReader.LongestFile + 1), faults));
        Assert.Contains("ECQ106", faults.Found[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_inside_a_plain_value_counts_from_its_beginning()
    {
        var map = (YamlMap)Written.Value("when: lead the team\nwhy: 'quoted'\n");

        Assert.Equal(12, ((YamlScalar)map.Find("when")!).At(5).Column);
        Assert.Equal(6, ((YamlScalar)map.Find("why")!).At(5).Column);
    }
}
