using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace EcqAnalyzer.Tests.Formats.Word.Writing;

/// <summary>What the validator of the Open XML SDK says of new Word documents.</summary>
internal static class Handouts
{
    public static List<string> Faults(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath} {fault.Description}")];
    }
}
