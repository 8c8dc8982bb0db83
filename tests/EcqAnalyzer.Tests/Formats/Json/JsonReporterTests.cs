using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using EcqAnalyzer.Formats.Json;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Formats.Json;

public sealed class JsonReporterTests
{
    [Fact]
    public void The_report_as_json() => Snapshot.Match("reports/sample.json", Render(SampleAnalysis.Create()));

    [Fact]
    public async Task A_report_is_what_the_schema_says()
    {
        Assert.Empty(await CheckSchema.FindFaults(Render(SampleAnalysis.Create())));
        Assert.Empty(await CheckSchema.FindFaults(Render(SampleAnalysis.Ungradable())));
    }

    [Theory]
    [InlineData("sentences")]
    [InlineData("gradable")]
    [InlineData("extraction")]
    [InlineData("schemaVersion")]
    public async Task A_report_without_one_of_its_keys_is_against_the_schema(string key)
    {
        var report = JsonNode.Parse(Render(SampleAnalysis.Create()))!.AsObject();
        report.Remove(key);

        Assert.NotEmpty(await CheckSchema.FindFaults(report.ToJsonString()));
    }

    [Fact]
    public async Task Values_that_cannot_be_are_against_the_schema()
    {
        Assert.NotEmpty(await Spoiled(report => report["scores"]!["competencies"]![0]!["rung"] = 6));
        Assert.NotEmpty(await Spoiled(report => report["scores"]!["competencies"]![0]!["duty"] = 101));
        Assert.NotEmpty(await Spoiled(report => report["scores"]!["competencies"]![0]!["interval"] = new JsonArray(1)));
        Assert.NotEmpty(await Spoiled(report => report["sentences"]![0]!["type"] = "boast"));
        Assert.NotEmpty(await Spoiled(report => report["sentences"]![0]!["level"] = "galaxy"));
        Assert.NotEmpty(await Spoiled(report => report["kind"]!["id"] = "poem"));
        Assert.NotEmpty(await Spoiled(report => report["file"]!["sha256"] = "none"));
        Assert.NotEmpty(await Spoiled(report => report["gradable"] = new JsonObject { ["status"] = "too-short" }));
        Assert.NotEmpty(await Spoiled(report => report["extra"] = 1));
    }

    [Fact]
    public void The_same_analysis_gives_the_same_bytes() =>
        Assert.Equal(Render(SampleAnalysis.Create()), Render(SampleAnalysis.Create()));

    [Fact]
    public void Start_and_length_cut_the_sentence_out_of_the_text()
    {
        var report = JsonNode.Parse(Render(SampleAnalysis.Create()))!;
        var text = report["text"]!.GetValue<string>();

        Assert.All(report["sentences"]!.AsArray(), sentence => Assert.Equal(
            sentence!["text"]!.GetValue<string>(),
            text.Substring(sentence["start"]!.GetValue<int>(), sentence["length"]!.GetValue<int>())));
    }

    [Fact]
    public void Printed_shares_add_up_to_the_printed_strength()
    {
        foreach (var score in JsonNode.Parse(Render(SampleAnalysis.Create()))!["scores"]!["competencies"]!.AsArray())
        {
            decimal Sum(string side) => score!["evidence"]!.AsArray()
                .Where(share => share!["side"]!.GetValue<string>() == side)
                .Sum(share => share!["share"]!.GetValue<decimal>());
            Assert.Equal(score!["accomplishment"]!.GetValue<decimal>(), Sum("accomplishment"));
            Assert.Equal(score["duty"]!.GetValue<decimal>(), Sum("duty"));
        }
    }

    [Fact]
    public void Printed_types_add_up_to_one() => Gen.Double[0.001, 1].Array[6].Sample(weights =>
    {
        var sum = weights.Sum();
        var types = new StatementTypes(
            weights[0] / sum, weights[1] / sum, weights[2] / sum, weights[3] / sum, weights[4] / sum, weights[5] / sum);
        return Rounding.Types(types).Sum() == 1m && Rounding.Types(types).All(part => part is >= 0 and <= 1);
    });

    [Fact]
    public void The_likeliest_type_stays_the_largest_number() =>
        Assert.Equal([0.334m, 0.333m, 0.333m, 0m, 0m, 0m], Rounding.Types(new StatementTypes(1 / 3d, 1 / 3d, 1 / 3d, 0, 0, 0)));

    private static Task<IReadOnlyList<string>> Spoiled(Action<JsonObject> spoil)
    {
        var report = JsonNode.Parse(Render(SampleAnalysis.Create()))!.AsObject();
        spoil(report);
        return CheckSchema.FindFaults(report.ToJsonString());
    }

    private static string Render(Analysis analysis)
    {
        using var stream = new MemoryStream();
        new JsonReporter().Write(analysis, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
