using System.Text;

namespace EcqAnalyzer.Formats.Recognition;

/// <summary>
/// Microsoft's compound files: what Office wrote before 2007, and the wrapper of today's documents with a password.
/// Which it is follows from the names in its directory. Directory entries stand at multiples of 128 bytes and begin
/// with the name in UTF-16, so looking there finds them without following chains of sectors that a damaged file may
/// have tied into loops.
/// </summary>
internal static class CompoundFile
{
    private const string OpenInWord = "open it in Word and save it as a Word document (.docx)";

    private static readonly (string Stream, ForeignFile File)[] _kinds =
    [
        ("EncryptedPackage", new(
            "a document with a password",
            "open it in Word, take the password off (File, Info, Protect Document, Encrypt with Password: " +
            "leave it empty) and save")),
        ("WordDocument", new("a Word document in the old format (.doc)", OpenInWord)),
        ("Workbook", new("an Excel workbook in the old format (.xls)", ForeignFile.PutIntoWord)),
        ("Book", new("an Excel workbook in the old format (.xls)", ForeignFile.PutIntoWord)),
        ("PowerPoint Document", new("a PowerPoint file in the old format (.ppt)", ForeignFile.PutIntoWord)),
        ("__properties_version1.0", new(
            "an Outlook message (.msg)", "save the draft that is attached to it, and name that file")),
    ];

    private static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Null where this is no compound file.</summary>
    public static ForeignFile? Recognize(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(Signature))
        {
            return null;
        }

        foreach (var (stream, file) in _kinds)
        {
            if (HasEntry(bytes, Encoding.Unicode.GetBytes(stream + "\0")))
            {
                return file;
            }
        }

        return new ForeignFile("a file of an old Office program", ForeignFile.SaveAsDocx);
    }

    private static bool HasEntry(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name)
    {
        for (var at = 512; at + name.Length <= bytes.Length; at += 128)
        {
            if (bytes[at..].StartsWith(name))
            {
                return true;
            }
        }

        return false;
    }
}
