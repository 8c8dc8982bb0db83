using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Scoring;

public sealed class ScoringPolicyLoaderTests
{
    private static readonly string Real = File.ReadAllText(Repository.Path("rules", "scoring.yaml"));

    [Fact]
    public void The_numbers_of_the_repository_load_without_a_fault()
    {
        Assert.Empty(FaultsOf(Real));
    }

    [Theory]
    [InlineData("weak: {value: 0.35,", "weak: {value: 1.35,", "ECQ421")]
    [InlineData("reason: \"A hint:", "reasons: \"A hint:", "ECQ101")]
    [InlineData("reason: \"More often right than wrong by itself.\"", "reason: yes", "ECQ422")]
    [InlineData("value: {challenge: 0.08, context: 0.28,", "value: {challenge: 0.2, context: 0.28,", "ECQ423")]
    [InlineData("before-deed: {action: 0.55,", "before-deed: {actions: 0.55,", "ECQ101")]
    public void A_fault_is_reported_by_its_code(string good, string bad, string code)
    {
        Assert.Contains(good, Real);
        Assert.Contains(FaultsOf(Real.Replace(good, bad)), diagnostic => diagnostic.Code == code && diagnostic.Line > 1);
    }

    [Fact]
    public void A_missing_file_is_a_fault()
    {
        var faults = new Faults();
        ScoringPolicyLoader.Load(new RulesFiles([]), faults);
        Assert.Contains(faults.Found, diagnostic => diagnostic.Code == "ECQ420");
    }

    private static IReadOnlyList<EcqAnalyzer.Model.Diagnostic> FaultsOf(string yaml)
    {
        var faults = new Faults();
        ScoringPolicyLoader.Load(Written.Files((ScoringPolicyLoader.FileName, yaml)), faults);
        return faults.Found;
    }
}
