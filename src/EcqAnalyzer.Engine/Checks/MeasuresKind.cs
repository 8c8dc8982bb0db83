using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Sorts of figure that a resume is expected to give and that stand nowhere in it: money, people led, change in
/// percent, time taken.</summary>
public sealed class MeasuresKind(int atMost) : ICheckKind
{
    private static readonly string[] Names =
        ["money managed or saved", "people led", "change in percent or times", "time taken or cut"];

    public static ICheckKind Read(CheckSettings settings) => new MeasuresKind(settings.Keys.RequireWhole("found-at-most"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        var found = new bool[Names.Length];
        foreach (var sentence in draft.Document.Sentences)
        {
            foreach (var measure in sentence.Measures)
            {
                if (FindSort(measure) is { } sort)
                {
                    found[sort] = true;
                }
            }
        }

        var missing = new List<string>();
        for (var i = 0; i < Names.Length; i++)
        {
            if (!found[i])
            {
                missing.Add(Names[i]);
            }
        }

        if (missing.Count > 0 && Names.Length - missing.Count <= atMost)
        {
            yield return new CheckHit(null, string.Join(", ", missing));
        }
    }

    private static int? FindSort(Measure measure) => measure.Kind switch
    {
        MeasureKind.Money => 0,
        MeasureKind.Headcount => 1,
        MeasureKind.Percent or MeasureKind.Share or MeasureKind.Factor => 2,
        MeasureKind.Duration => 3,
        _ => null,
    };
}
