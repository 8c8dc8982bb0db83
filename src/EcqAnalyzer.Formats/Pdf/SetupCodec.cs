using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Pdf;

/// <summary>The part of <see cref="DraftCodec"/> that carries how pages are set up.</summary>
internal static class SetupCodec
{
    private const int MostFonts = 10_000;

    public static void Write(BinaryWriter writer, Extraction extraction)
    {
        var setup = extraction.Setup ?? PageSetup.Unknown;
        writer.Write(extraction.Pictures);
        writer.Write(setup.Size is not null);
        writer.Write(setup.Size?.Width ?? 0);
        writer.Write(setup.Size?.Height ?? 0);
        writer.Write(setup.Margins is not null);
        writer.Write(setup.Margins?.Left ?? 0);
        writer.Write(setup.Margins?.Top ?? 0);
        writer.Write(setup.Margins?.Right ?? 0);
        writer.Write(setup.Margins?.Bottom ?? 0);
        var fonts = Math.Min(setup.Fonts.Length, MostFonts);
        writer.Write(fonts);
        for (var i = 0; i < fonts; i++)
        {
            writer.Write(setup.Fonts[i].Name);
            writer.Write(setup.Fonts[i].Size);
            writer.Write(setup.Fonts[i].Characters);
        }
    }

    /// <summary>Throws <see cref="FormatException"/> for what no setup can be.</summary>
    public static Extraction Read(BinaryReader reader, Extraction extraction)
    {
        var pictures = Whole(reader);
        var hasSize = reader.ReadBoolean();
        var size = new PageSize(Points(reader), Points(reader));
        var hasMargins = reader.ReadBoolean();
        var margins = new Margins(Points(reader), Points(reader), Points(reader), Points(reader));
        var fonts = ImmutableArray.CreateBuilder<FontUse>();
        for (var left = Math.Min(Whole(reader), MostFonts); left > 0; left--)
        {
            fonts.Add(new FontUse(reader.ReadString(), Points(reader), Whole(reader)));
        }

        return extraction with
        {
            Pictures = pictures,
            Setup = new PageSetup(hasSize ? size : null, hasMargins ? margins : null, fonts.ToImmutable()),
        };
    }

    private static int Whole(BinaryReader reader) => reader.ReadInt32() is >= 0 and var number ? number : throw NoSetup();

    private static double Points(BinaryReader reader) =>
        reader.ReadDouble() is var points && double.IsFinite(points) && points >= 0 ? points : throw NoSetup();

    private static FormatException NoSetup() => new("This is no page setup.");
}
