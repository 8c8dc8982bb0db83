using EcqAnalyzer.Engine.Checks;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Engine.Checks;

public sealed class PageLimitsTests
{
    [Theory]
    [InlineData(1, "the left margin is 0.5 inches, and 1 is asked for")]
    [InlineData(1.5, "the left margin is 0.5 inches, and 1.5 are asked for")]
    public void A_narrow_margin_is_told_beside_the_one_asked_for(double asked, string said) => Assert.Equal(
        said,
        PageLimits.FindMargin(
            new PageSetup(null, new Margins(36, 144, 144, 144), []), new Limits(DraftKind.Narrative, null, null, "test") { Margin = asked }));
}
