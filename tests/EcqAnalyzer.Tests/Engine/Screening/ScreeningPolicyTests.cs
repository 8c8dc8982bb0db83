using EcqAnalyzer.Engine.Screening;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Screening;

public sealed class ScreeningPolicyTests
{
    private static readonly string Sound = File.ReadAllText(Repository.Path("rules", "uses", "screen.yaml"));

    [Fact]
    public void Every_sign_has_points_words_and_a_reason()
    {
        Assert.Equal(SignIds.All, Cohorts.Policy.Signs.Select(sign => sign.Id));
        Assert.All(Cohorts.Policy.Signs, sign => Assert.True(sign is { Points: > 0, Most: > 0, Says.Length: > 5, Reason.Length: > 20 }));
        Assert.Contains(".docx", Cohorts.Policy.Endings);
        Assert.Contains(".doc", Cohorts.Policy.Endings);
    }

    [Theory]
    [InlineData("points: 60", "points: 600", "at most 100")]
    [InlineData("points: 60", "points: 0", "above 0")]
    [InlineData("seconds: {value: 60, reason: \"A ten", "seconds: {value: 60, raeson: \"A ten", "reason")]
    [InlineData("  fell:", "  fallen:", "fell")]
    public void A_fault_is_said(string sound, string faulty, string message)
    {
        var faults = new Faults();

        ScreeningPolicy.Load(Written.Files((ScreeningPolicy.FileName, Sound.Replace(sound, faulty))), faults);

        Assert.Contains(faults.InOrder(), fault => fault.Message.Contains(message, StringComparison.Ordinal));
    }
}
