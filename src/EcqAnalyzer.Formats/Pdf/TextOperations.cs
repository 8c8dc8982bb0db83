using UglyToad.PdfPig.Graphics.Operations;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Tells drawing operations that matter for text from those that do not. Colours above all are left alone: a fault in
/// a colour space would cost the page.</summary>
internal static class TextOperations
{
    private const string Operations = "UglyToad.PdfPig.Graphics.Operations.";
    private static readonly HashSet<Type> Mattering = [];
    private static readonly HashSet<Type> Others = [];

    public static bool Matters(IGraphicsStateOperation operation)
    {
        var type = operation.GetType();
        if (Mattering.Contains(type))
        {
            return true;
        }

        if (Others.Contains(type))
        {
            return false;
        }

        var matters = Decide(type);
        (matters ? Mattering : Others).Add(type);
        return matters;
    }

    private static bool Decide(Type type)
    {
        if (type == typeof(InvokeNamedXObject))
        {
            return true;
        }

        var name = type.Namespace ?? "";
        var kind = name.StartsWith(Operations, StringComparison.Ordinal) ? name[Operations.Length..] : "";
        return kind is "TextShowing" or "TextState" or "TextPositioning" or "TextObjects" or "SpecialGraphicsState"
            or "MarkedContent" or "PathConstruction" or "PathPainting" or "ClippingPaths" or "InlineImages";
    }
}
