using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Yaml;

public sealed class YamlKeysTests
{
    [Fact]
    public void An_unknown_key_is_reported_where_it_stands_with_what_was_meant()
    {
        Assert.Equal(
            ["rules/test.yaml(2,1): error ECQ101: unknown key 'wieght'; did you mean 'weight'?"],
            FaultsOf("id: a\nwieght: strong\n", keys => _ = (keys.RequireText("id"), keys.FindText("weight"))));
    }

    [Fact]
    public void A_missing_key_is_reported_at_the_map_that_lacks_it()
    {
        Assert.Equal(
            ["rules/test.yaml(1,1): error ECQ103: 'id' is missing here"],
            FaultsOf("weight: strong\n", keys => _ = (keys.RequireText("id"), keys.FindText("weight"))));
    }

    [Fact]
    public void A_key_without_a_value_is_a_missing_key()
    {
        Assert.Contains("'id' is missing", FaultsOf("id:\n", keys => keys.RequireText("id")).Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x: [1]\n", "'x' is text, not a list")]
    [InlineData("x: {a: 1}\n", "'x' is text, not keys")]
    public void A_text_that_is_something_else_is_a_fault(string yaml, string expected) =>
        Assert.Contains(expected, FaultsOf(yaml, keys => keys.FindText("x")).Single(), StringComparison.Ordinal);

    [Theory]
    [InlineData("x: much\n", "'x' is a number, not 'much'")]
    [InlineData("x: 1,5\n", "'x' is a number, not '1,5'")]
    public void A_number_that_is_none_is_a_fault(string yaml, string expected) =>
        Assert.Contains(expected, FaultsOf(yaml, keys => keys.FindNumber("x")).Single(), StringComparison.Ordinal);

    [Fact]
    public void A_value_outside_the_choices_names_the_nearest()
    {
        Assert.Equal(
            ["rules/test.yaml(1,9): error ECQ105: 'status' cannot be 'stabel'; did you mean 'stable'?"],
            FaultsOf("status: stabel\n", keys => keys.RequireOneOf("status", "draft", "trial", "stable")));
    }

    [Fact]
    public void All_faults_of_a_map_come_in_one_run()
    {
        var found = FaultsOf("nmae: a\nsize: big\n", keys => _ = (keys.RequireText("name"), keys.FindWhole("size")));

        Assert.Equal(3, found.Length);
    }

    private static string[] FaultsOf(string yaml, Action<YamlKeys> read)
    {
        var faults = new Faults();
        var keys = YamlKeys.Of(Written.Value(yaml), faults, "the file")!;
        read(keys);
        keys.Close();
        return [.. faults.Found.Select(fault => fault.ToString())];
    }
}
