using CsCheck;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Yaml;

public sealed class RulesArchiveTests
{
    private const string Pack = """
        type: duty
        rules:
          - id: types.duty.responsible
            when:
              - responsible for
            hits:
              - I am <<responsible for>> the budget.
            why: "It says: a standing duty."
        """;

    [Fact]
    public void What_is_read_back_is_what_was_written_without_the_examples()
    {
        var files = Written.Files(("types/duty.yaml", Pack), ("scoring.yaml", "weights: {weak: 0.35}\n"));
        var read = RulesArchive.Read(RulesArchive.Write(files));

        Assert.Equal(["scoring.yaml", "types/duty.yaml"], read.All.Select(file => file.Path));
        Assert.Equal(files.All.Select(file => file.Sha256), read.All.Select(file => file.Sha256));
        Assert.Equal(
            Written.Render(Written.Value(Pack)).Replace(
                " 6,5:hits=7,7:[7,9:'I am <<responsible for>> the budget.']", "", StringComparison.Ordinal),
            Written.Render(read.Find("types/duty.yaml")!.Root));
        Assert.Equal("rules/types/duty.yaml", read.Find("types/duty.yaml")!.Root.Place.File);
    }

    [Fact]
    public void The_same_rules_give_the_same_bytes()
    {
        var (a, b) = (("a.yaml", "x: 1\n"), ("b.yaml", "y: 2\n"));

        Assert.Equal(RulesArchive.Write(Written.Files(a, b)), RulesArchive.Write(Written.Files(b, a)));
    }

    [Fact]
    public void Damaged_bytes_are_refused_and_nothing_worse()
    {
        var whole = RulesArchive.Write(Written.Files(("types/duty.yaml", Pack)));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, whole.Length]).Sample((at, value, length) =>
        {
            byte[] damaged = [.. whole];
            damaged[at] = value;
            Array.Resize(ref damaged, length);
            try
            {
                _ = RulesArchive.Read(damaged).All.Select(file => file.Root).Count();
            }
            catch (InvalidDataException)
            {
                // Refused: as it should be.
            }
        });
    }
}
