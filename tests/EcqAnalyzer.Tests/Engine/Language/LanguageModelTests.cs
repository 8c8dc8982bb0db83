using CsCheck;
using EcqAnalyzer.Engine.Language;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Language;

public sealed class LanguageModelTests
{
    private static readonly byte[] Committed = File.ReadAllBytes(Repository.Path("models", "annotator", "annotator.bin"));

    [Fact]
    public void A_model_cut_short_is_a_fault_of_the_file()
    {
        Gen.Int[0, Committed.Length - 1].Sample(length =>
        {
            var fault = Assert.Throws<FaultyFilesException>(() => LanguageModel.Load(new MemoryStream(Committed[..length]), "cut.bin"));
            Assert.StartsWith("cut.bin: error ECQ301: ", Assert.Single(fault.Diagnostics).ToString());
        }, iter: 100);
    }

    [Fact]
    public void Something_else_is_a_fault_of_the_file()
    {
        Gen.Byte.Array[0, 400].Sample(bytes =>
            _ = Assert.Throws<FaultyFilesException>(() => LanguageModel.Load(new MemoryStream(bytes))), iter: 300);
    }
}
