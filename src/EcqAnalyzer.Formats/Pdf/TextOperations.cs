using UglyToad.PdfPig.Graphics.Operations;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>Tells drawing operations that matter for text from those that do not. Colours above all are left alone: a fault in
/// a colour space would cost the page.</summary>
internal static class TextOperations
{
    private const string Operations = "UglyToad.PdfPig.Graphics.Operations.";
    private static readonly Dictionary<Type, bool> Known = [];

    public static bool Matters(IGraphicsStateOperation operation)
    {
        var type = operation.GetType();
        if (!Known.TryGetValue(type, out var matters))
        {
            matters = Decide(type);
            Known[type] = matters;
        }

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
