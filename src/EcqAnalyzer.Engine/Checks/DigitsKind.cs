using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Numbers of a certain shape, each 9 standing for any digit: 999-99-9999. The number itself is not repeated in the
/// finding.</summary>
public sealed class DigitsKind(ImmutableArray<string> shapes) : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings)
    {
        var shapes = settings.Keys.FindTexts("shapes");
        if (shapes.IsEmpty)
        {
            settings.Keys.Faults.Add(CheckFaults.NothingToFind, settings.Keys.Place, "'shapes' lists the shapes to look for");
        }

        return new DigitsKind(shapes);
    }

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        foreach (var shape in shapes)
        {
            for (var start = 0; start + shape.Length <= draft.Text.Length; start++)
            {
                if (Fits(draft.Text, start, shape))
                {
                    yield return new CheckHit(new TextSpan(start, start + shape.Length), $"a number like {shape}");
                }
            }
        }
    }

    private static bool Fits(string text, int start, string shape)
    {
        var end = start + shape.Length;
        if ((start > 0 && char.IsLetterOrDigit(text[start - 1])) || (end < text.Length && char.IsLetterOrDigit(text[end])))
        {
            return false;
        }

        for (var i = 0; i < shape.Length; i++)
        {
            var sign = text[start + i];
            if (shape[i] == '9' ? !char.IsAsciiDigit(sign) : sign != shape[i])
            {
                return false;
            }
        }

        return true;
    }
}
