using EcqAnalyzer.Formats.Word;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Formats.Word;

/// <summary>Real and malformed documents that others wrote, where they are at hand.</summary>
public sealed class WordSharedTests
{
    [Fact]
    public void Every_real_document_gives_text_or_one_line()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Shared("documents", "docx")))
        {
            TryRead(File.ReadAllBytes(file));
        }
    }

    [Theory]
    [InlineData("apache-protected_agile.docx", WordFaults.Protected)]
    [InlineData("apache-bug53475-password-is-pass.docx", WordFaults.Protected)]
    [InlineData("apache-externalentityintext.docx", WordFaults.ForeignDeclaration)]
    [InlineData("apache-stress012.docx", WordFaults.NoText)]
    [InlineData("apache-stress025.docx", WordFaults.NotWord)]
    public void A_document_that_holds_no_text_to_read_is_refused_for_that_reason(string file, string code) =>
        Assert.Equal(code, WordFile.Refused(File.ReadAllBytes(Repository.Shared("documents", "docx", file))).Code);

    [Theory]
    [InlineData("shayhill-renamed_document_xml.docx")]
    [InlineData("dotnet-invaliddocprops.docx")]
    [InlineData("dotnet-invaliddocpropsct.docx")]
    [InlineData("apache-opccompliance_derivedpartnamefail.docx")]
    [InlineData("mwilliamson-strict-format.docx")]
    [InlineData("mwilliamson-utf8-bom.docx")]
    [InlineData("apache-truncated62886.docx")]
    public void A_document_with_a_fault_that_costs_no_text_is_read(string file) =>
        Assert.NotEmpty(WordFile.Read(File.ReadAllBytes(Repository.Shared("documents", "docx", file))).Blocks);

    internal static Draft? TryRead(byte[] bytes)
    {
        try
        {
            return WordFile.Read(bytes);
        }
        catch (UnreadableDraftException refusal)
        {
            Assert.DoesNotContain('\n', refusal.Diagnostic.ToString());
            return null;
        }
    }
}
