using System.Security.Cryptography;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Training;

/// <summary>The committed models are those that their cards describe, and fit each other.</summary>
public sealed class ModelCardTests
{
    [Theory]
    [InlineData("judge", "sha256", "judge/judge.bin")]
    [InlineData("encoder", "sha256", "encoder/encoder.bin")]
    [InlineData("judge", "encoder", "encoder/encoder.bin")]
    public void A_card_names_the_file_beside_it(string card, string key, string file)
    {
        var line = File.ReadAllLines(Repository.Path("models", card, "card.yaml")).Single(line => line.StartsWith($"{key}: ", StringComparison.Ordinal));

        Assert.Equal($"{key}: {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Repository.Path("models", file))))}", line);
    }
}
