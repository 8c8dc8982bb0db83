using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Word;

/// <summary>Why a Word file is refused. Each fault is one plain line: what is wrong, and what its owner can do.</summary>
public static class WordFaults
{
    public const string NotWord = "ECQ220";
    public const string Damaged = "ECQ221";
    public const string Protected = "ECQ222";
    public const string NoText = "ECQ223";
    public const string TooLarge = "ECQ224";
    public const string TooDeep = "ECQ225";
    public const string ForeignDeclaration = "ECQ226";
    public const string NoComments = "ECQ227";

    internal static UnreadableDraftException IsNotWord(DraftSource source, string found) => Fault(source, NotWord,
        $"this is not a Word document: {found}; save it from Word as .docx");

    internal static UnreadableDraftException IsDamaged(DraftSource source, string what, Exception? inner = null) =>
        Fault(source, Damaged,
            $"the file is damaged ({what}); open it in Word, let it repair the file, and save it under a new name", inner);

    internal static UnreadableDraftException IsProtected(DraftSource source) => Fault(source, Protected,
        "the file is protected by a password; open it in Word, take the password away "
        + "(File, Info, Protect Document, Encrypt with Password, empty the box) and save it");

    internal static UnreadableDraftException HasNoText(DraftSource source, string found) => Fault(source, NoText,
        $"the document holds no text to judge{found}");

    internal static UnreadableDraftException IsTooLarge(DraftSource source, string limit) => Fault(source, TooLarge,
        $"the file unpacks to more than a draft can hold ({limit}); copy the text of the draft into a new document");

    internal static UnreadableDraftException IsTooDeep(DraftSource source) => Fault(source, TooDeep,
        $"the file nests its parts deeper than {ReadingLimits.XmlDepth} levels, which no word processor writes; "
        + "copy the text of the draft into a new document");

    internal static UnreadableDraftException TakesNoComments(DraftSource source, Exception inner) => Fault(source, NoComments,
        "the file can be read, but is too damaged to set comments into without changing more; open it in Word, let it repair "
        + "the file, and save it under a new name", inner);

    internal static UnreadableDraftException DeclaresEntities(DraftSource source, Exception inner) =>
        Fault(source, ForeignDeclaration,
            "the file holds a document type declaration, which Word documents may not have and which is not followed; "
            + "open it in Word and save it under a new name", inner);

    private static UnreadableDraftException Fault(
        DraftSource source, string code, string message, Exception? inner = null) =>
        new(new Diagnostic(code, source.Name, null, null, message), inner);
}
