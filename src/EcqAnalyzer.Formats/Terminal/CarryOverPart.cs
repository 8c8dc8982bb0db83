using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Terminal;

/// <summary>What a draft written under the headings of one framework keeps when it is read under another, and what has no
/// home there.</summary>
internal static class CarryOverPart
{
    public static void Write(Page page, Analysis analysis)
    {
        if (analysis.CarryOver is not { } carryOver)
        {
            return;
        }

        var words = new CarryOverWords(carryOver);
        page.Title(words.Title);
        page.Wrapped(2, "  ", words.Opening);
        WriteGroup(page, "Carries over", Tint.Accomplishment, words.Whole);
        WriteGroup(page, "Carries over in part", Tint.Duty, words.InPart);
        WriteGroup(page, "Has no home here", Tint.Trouble, words.Homeless);
    }

    private static void WriteGroup(Page page, string title, Tint tint, string list)
    {
        if (list.Length > 0)
        {
            page.Wrapped(4, new Ink($"  {title}:", tint), list);
        }
    }
}
