using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Draws the values of form fields and the notes typed onto a page: a person sees them, and the page's own drawing does
/// not hold them.</summary>
internal sealed class FieldAppearances(IPdfTokenScanner scanner)
{
    private const int Hidden = 2;
    private const int NoView = 32;
    private const int Password = 1 << 13;
    private const int MostLetters = 20_000;

    /// <summary>In points, where the field does not draw itself.</summary>
    private const double FieldLetters = 10;

    public void Draw(DictionaryToken page, PageDrawing drawing)
    {
        if (!page.TryGet(NameToken.Annots, out var token)
            || !DirectObjectFinder.TryGet<ArrayToken>(token, scanner, out var annotations))
        {
            return;
        }

        foreach (var item in annotations.Data)
        {
            try
            {
                DrawOne(item, drawing);
            }
            catch (Exception fault) when (fault is not (PageTooLargeException or OperationCanceledException or OutOfMemoryException))
            {
                drawing.CountFault();
            }
        }
    }

    private void DrawOne(IToken item, PageDrawing drawing)
    {
        if (!DirectObjectFinder.TryGet<DictionaryToken>(item, scanner, out var annotation)
            || Find<NameToken>(annotation, "Subtype") is not { Data: "Widget" or "FreeText" or "Stamp" }
            || IsHidden(annotation)
            || Rectangle(annotation, "Rect") is not { } target)
        {
            return;
        }

        if (FindAppearance(annotation) is not { } form)
        {
            if (Find<DictionaryToken>(annotation, "AP") is null && FindValue(annotation) is { } value)
            {
                drawing.DrawValue(value, target, Math.Min(FieldLetters, Math.Abs(target.Height)));
            }

            return;
        }

        var matrix = Matrix(form.StreamDictionary);
        var extent = matrix.Transform(Rectangle(form.StreamDictionary, "BBox") ?? target);
        var (left, bottom) = (Math.Min(extent.Left, extent.Right), Math.Min(extent.Bottom, extent.Top));
        var (width, height) = (Math.Abs(extent.Width), Math.Abs(extent.Height));
        var across = width == 0 ? 1 : Math.Abs(target.Width) / width;
        var up = height == 0 ? 1 : Math.Abs(target.Height) / height;
        drawing.DrawAppearance(form, TransformationMatrix.FromValues(
            across,
            0,
            0,
            up,
            Math.Min(target.Left, target.Right) - (left * across),
            Math.Min(target.Bottom, target.Top) - (bottom * up)));
    }

    /// <summary>What was filled into a text field or chosen from a list; null for a button, a password and an empty field.</summary>
    private string? FindValue(DictionaryToken field)
    {
        if (Inherited<NameToken>(field, "FT") is not { Data: "Tx" or "Ch" }
            || (Inherited<NumericToken>(field, "Ff") is { } flags && (flags.Int & Password) != 0))
        {
            return null;
        }

        var value = Inherited<StringToken>(field, "V")?.Data ?? Inherited<HexToken>(field, "V")?.Data;
        if (string.IsNullOrWhiteSpace(value) || value.Length > MostLetters)
        {
            return null;
        }

        return new string([.. value.Select(letter => letter is '\r' or '\n' || !char.IsControl(letter) ? letter : ' ')]);
    }

    /// <summary>Fields take from those above what they do not say themselves.</summary>
    private T? Inherited<T>(DictionaryToken field, string name)
        where T : class, IToken
    {
        for (var (at, depth) = (field, 0); at is not null && depth < ReadingLimits.PdfFormDepth; depth++)
        {
            if (Find<T>(at, name) is { } found)
            {
                return found;
            }

            at = Find<DictionaryToken>(at, "Parent");
        }

        return null;
    }

    private bool IsHidden(DictionaryToken annotation) =>
        Find<NumericToken>(annotation, "F") is { } flags && (flags.Int & (Hidden | NoView)) != 0;

    /// <summary>The normal appearance; of a tick box, the one of its present state.</summary>
    private StreamToken? FindAppearance(DictionaryToken annotation)
    {
        if (Find<DictionaryToken>(annotation, "AP") is not { } appearances)
        {
            return null;
        }

        if (Find<StreamToken>(appearances, "N") is { } stream)
        {
            return stream;
        }

        return Find<DictionaryToken>(appearances, "N") is { } states && Find<NameToken>(annotation, "AS") is { } state
            ? Find<StreamToken>(states, state.Data)
            : null;
    }

    private TransformationMatrix Matrix(DictionaryToken form) =>
        Numbers(form, "Matrix") is { Length: 6 } m
            ? TransformationMatrix.FromValues(m[0], m[1], m[2], m[3], m[4], m[5])
            : TransformationMatrix.Identity;

    private PdfRectangle? Rectangle(DictionaryToken dictionary, string name) =>
        Numbers(dictionary, name) is { Length: 4 } n
            ? new PdfRectangle(Math.Min(n[0], n[2]), Math.Min(n[1], n[3]), Math.Max(n[0], n[2]), Math.Max(n[1], n[3]))
            : null;

    private double[] Numbers(DictionaryToken dictionary, string name)
    {
        var numbers = new List<double>();
        foreach (var item in Find<ArrayToken>(dictionary, name)?.Data ?? [])
        {
            if (DirectObjectFinder.TryGet<NumericToken>(item, scanner, out var number))
            {
                numbers.Add(number.Double);
            }
        }

        return [.. numbers];
    }

    private T? Find<T>(DictionaryToken dictionary, string name)
        where T : class, IToken =>
        dictionary.TryGet(NameToken.Create(name), out var token) && DirectObjectFinder.TryGet<T>(token, scanner, out var found)
            ? found
            : null;
}
