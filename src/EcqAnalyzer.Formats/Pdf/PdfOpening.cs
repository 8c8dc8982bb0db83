using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Fonts.SystemFonts;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>
/// Opens a PDF as the library does, part by part, but for one: it never asks for the fonts of the system. To know them, the
/// library reads the measures of its standard fonts 38 times over, which takes longer than the whole of a short draft, and for
/// each font that the file leaves out every font file of the machine. Where letters stand is told by the file, and a draft reads
/// alike on every machine. Its parts are hidden, so they are made by name; should a later version have others, its own way of
/// opening is taken, and a test says so.
/// </summary>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = Whole)]
[UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Whole)]
[UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Whole)]
internal static class PdfOpening
{
    private const string Whole = "The library is kept whole where the program is compiled to machine code.";

    private const BindingFlags Any =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static PdfDocument Open(byte[] bytes, ParsingOptions options)
    {
        try
        {
            return OpenByParts(bytes, options);
        }
        catch (MissingMemberException)
        {
            return PdfDocument.Open(bytes, options);
        }
    }

    internal static PdfDocument OpenByParts(byte[] bytes, ParsingOptions options)
    {
        options.Passwords = [""];
        var (isLenient, log) = (options.UseLenientParsing, options.Logger);
        var input = new MemoryInputBytes(bytes);
        var depth = new StackDepthGuard(options.MaxStackDepth);
        var scanner = new CoreTokenScanner(input, true, depth, ScannerScope.None, null, isLenient);
        var filters = New("Filters.FilterProviderWithLookup", DefaultFilterProvider.Instance);

        var version = Call("Parser.FileStructure.FileHeaderParser", "Parse", scanner, input, isLenient, log);
        var header = New("Parser.FileStructure.FileHeaderOffset", Get(version, "OffsetInFile"));
        var structure = Call("Parser.FileStructure.FirstPassParser", "Parse", header, input, scanner, filters, log);
        var found = Get(structure, "XrefOffsets");
        var searched = Get(structure, "BruteForceOffsets");
        var trailer = New(
            "CrossReference.TrailerDictionary",
            Get(structure, "Trailer") ?? throw new PdfDocumentFormatException("there is no trailer"),
            isLenient);

        var places = New("Tokenization.Scanner.ObjectLocationProvider", found, searched, input);
        var open = Get(TypeOf("Encryption.NoOpEncryptionHandler"), "Instance");
        var objects = New("Tokenization.Scanner.PdfTokenScanner", input, places, filters, open, header, options, depth);
        object?[] root = [trailer, isLenient, objects, null];
        var (reference, catalog) = ((IndirectReference, DictionaryToken))Call("Parser.PdfDocumentFactory", "ParseTrailer", root)!;
        var encryption = root[^1];
        if (encryption is not null)
        {
            var key = New("Encryption.EncryptionHandler", encryption, trailer, options.Passwords);
            CallOn(objects, "UpdateEncryptionHandler", key);
        }

        var resources = New(
            "Content.ResourceStore", objects, Fonts(objects, filters, depth, options), filters, options);
        var contents = new PageContentParser(ReflectionGraphicsStateOperationFactory.Instance, depth, isLenient);
        var pages = New("Parser.PageFactory", objects, resources, filters, contents, options);
        return (PdfDocument)New(
            "PdfDocument",
            input,
            version,
            Call("Parser.CatalogFactory", "Create", reference, catalog, objects, pages, log, isLenient),
            Call("Parser.DocumentInformationFactory", "Create", objects, trailer, isLenient),
            encryption,
            objects,
            filters,
            New("AcroForms.AcroFormFactory", objects, filters, searched ?? found),
            New("Outline.BookmarksProvider", log, objects),
            options,
            New("CrossReference.CrossReferenceTable", Get(structure, "Parts"), found, trailer),
            trailer);
    }

    private static object Fonts(object objects, object filters, StackDepthGuard depth, ParsingOptions options)
    {
        const string Handlers = "PdfFonts.Parser.Handlers.";
        var encodings = New("PdfFonts.Parser.EncodingReader", objects, options);
        var maps = New("PdfFonts.Cmap.CMapLocalCache", filters, objects, depth);
        var descendants = New("PdfFonts.Parser.Parts.CidFontFactory", options.Logger, objects, filters);
        var type1 = New($"{Handlers}Type1FontHandler", objects, filters, encodings, maps, depth, options.UseLenientParsing);
        return New(
            "PdfFonts.FontFactory",
            options.Logger,
            New($"{Handlers}Type0FontHandler", descendants, objects, maps, depth, options),
            New($"{Handlers}TrueTypeFontHandler", options.Logger, objects, filters, encodings, maps, new NoSystemFonts(), type1),
            type1,
            New($"{Handlers}Type3FontHandler", objects, encodings, maps));
    }

    private static Type TypeOf(string name) =>
        typeof(PdfDocument).Assembly.GetType($"UglyToad.PdfPig.{name}") ?? throw new MissingMemberException(name);

    private static object New(string type, params object?[] arguments)
    {
        var constructor = Array.Find(TypeOf(type).GetConstructors(Any), each => !each.IsStatic && Takes(each, arguments))
            ?? throw new MissingMemberException(type, "constructor");
        return constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    private static object? Call(string type, string method, params object?[] arguments) =>
        Find(TypeOf(type), method, arguments).Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    private static void CallOn(object of, string method, params object?[] arguments) =>
        Find(of.GetType(), method, arguments).Invoke(of, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    private static MethodInfo Find(Type type, string method, object?[] arguments) =>
        Array.Find(type.GetMethods(Any), each => each.Name == method && Takes(each, arguments))
            ?? throw new MissingMemberException(type.Name, method);

    private static object? Get(object? of, string member)
    {
        var type = of as Type ?? of!.GetType();
        return type.GetProperty(member, Any) is { } property ? property.GetValue(of)
            : type.GetField(member, Any) is { } field ? field.GetValue(null)
            : throw new MissingMemberException(type.Name, member);
    }

    /// <summary>Whether it takes as many, each of the right sort.</summary>
    private static bool Takes(MethodBase method, object?[] arguments)
    {
        var parameters = method.GetParameters();
        if (parameters.Length != arguments.Length)
        {
            return false;
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            if (arguments[i] is { } argument && !parameters[i].ParameterType.IsInstanceOfType(argument))
            {
                return false;
            }
        }

        return true;
    }

    private sealed class NoSystemFonts : ISystemFontFinder
    {
#nullable disable annotations // The library expects null for a font that it does not find, and does not say so.
        public TrueTypeFont GetTrueTypeFont(string name) => null;
#nullable restore annotations
    }
}
