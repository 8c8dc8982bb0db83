using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Terminal;

/// <summary>Under a framework that is vocabulary only: which of its languages the draft speaks, with some of the words. No bars and
/// no rungs, since nothing is scored.</summary>
internal static class LanguagePart
{
    private const int MostQuoted = 6;

    public static void Write(Page page, Analysis analysis)
    {
        var framework = analysis.Framework.Value;
        page.Title("The language it speaks");
        if (analysis.Languages.IsEmpty)
        {
            page.Wrapped(2, "  ", $"Too few words of {framework.Name} stand in the draft to name one.");
        }

        var text = analysis.Document.Draft.Text;
        foreach (var language in analysis.Languages)
        {
            var quoted = language.Places.Select(place => page.Quote(page.Printed(place.Of(text)))).Distinct().Take(MostQuoted);
            var competency = framework.FindCompetency(language.Of.Name);
            page.Wrapped(
                4,
                new Ink($"  {competency?.Name}", Tint.Strong),
                $"{page.Dash} {competency?.Definition} {language.Places.Length} places, such as {string.Join(", ", quoted)}.");
        }

        page.Blank();
        page.Wrapped(2, "  ", new Ink(
            $"{framework.Name} serve here as words to talk with. They tell how the text sounds, are no score, and say nothing about "
            + "the person who wrote it.", Tint.Faint));
    }
}
