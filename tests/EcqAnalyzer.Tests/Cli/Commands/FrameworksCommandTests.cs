using EcqAnalyzer.Cli;

namespace EcqAnalyzer.Tests.Cli.Commands;

public sealed class FrameworksCommandTests
{
    [Fact]
    public void List_names_every_framework_with_its_status()
    {
        var run = EcqRun.Of("frameworks", "list");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("    1 ECQ, 7 competencies, ", run.Out, StringComparison.Ordinal);
        foreach (var id in new[]
        {
            "opm-2025", "opm-2024", "opm-2006", "opm-1997", "canada-klc-2015", "canada-klc-2005", "ontario-olf", "action-logics",
            "leadership-journey",
        })
        {
            Assert.Contains($"{id}  ", run.Out, StringComparison.Ordinal);
        }

        Assert.Contains("superseded by opm-2025", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_of_1997_numbers_the_key_characteristics()
    {
        var run = EcqRun.Of("frameworks", "show", "opm-1997");

        Assert.Contains("    5. Builds commitment, team spirit, pride", run.Out, StringComparison.Ordinal);
        Assert.Contains("(not verified)", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Crosswalk_tells_where_each_competency_went()
    {
        var run = EcqRun.Of("frameworks", "crosswalk", "opm-2006", "opm-2025");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Matches(@"(?m)^  Creativity and Innovation +Innovation \(Achieving Results\)$", run.Out);
        Assert.Matches(@"(?m)^  Partnering +-$", run.Out);
        Assert.Contains("Continues nothing of opm-2006: Operational Mindset.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_framework_is_wrong_usage_with_a_hint()
    {
        var run = EcqRun.Of("frameworks", "crosswalk", "opm-2006", "opm-2052");

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("did you mean 'opm-2025'?", run.Error, StringComparison.Ordinal);
    }
}
