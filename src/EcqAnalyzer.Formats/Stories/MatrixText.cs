using EcqAnalyzer.Formats.Terminal;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Stories;

/// <summary>Story by competency: in each cell the rung. Columns are numbered within their ECQ and named below; what does not fit
/// beside one another stands in a further table.</summary>
internal static class MatrixText
{
    private const int LabelWidth = 6;

    public static void Write(Page page, StoriesView view)
    {
        if (view.Book.Stories.IsEmpty)
        {
            return;
        }

        page.Title("Story by competency");
        page.Wrapped(2, "  ", new Ink("3 an action shows it, 4 a result that it led to, 5 a measured result of wide reach.", Tint.Faint));
        var looked = view.Book.Competencies.Select(each => each.Id).ToHashSet();
        var groups = view.Framework.Ecqs
            .Select(ecq => new Group(ecq.Name, [.. ecq.Competencies.Where(each => looked.Contains(each.Id))]))
            .Where(group => group.Competencies.Count > 0)
            .ToList();
        while (groups.Count > 0)
        {
            var fitting = CountFitting(groups, page.Width);
            WriteTable(page, view, groups.Take(fitting).ToList());
            groups.RemoveRange(0, fitting);
        }
    }

    private static int CountFitting(List<Group> groups, int width)
    {
        var (count, used) = (0, LabelWidth);
        while (count < groups.Count && (count == 0 || used + groups[count].Width <= width))
        {
            used += groups[count++].Width;
        }

        return count;
    }

    private static void WriteTable(Page page, StoriesView view, List<Group> groups)
    {
        page.Blank();
        page.Line([new string(' ', LabelWidth), .. groups.Select(group => new Ink(group.Short.PadRight(group.Width), Tint.Strong))]);
        page.Line([new string(' ', LabelWidth), .. groups.Select(group => new Ink(group.Numbers, Tint.Faint))]);
        for (var story = 0; story < view.Book.Stories.Length; story++)
        {
            var told = view.Book.Stories[story];
            page.Line([new Ink($"  {view.Label(story)}".PadRight(LabelWidth), Tint.Strong), .. groups.SelectMany(group => Cells(page, told, group))]);
        }

        foreach (var group in groups)
        {
            page.Wrapped(LabelWidth, new Ink($"  {group.Short}", Tint.Strong), new Ink(
                string.Join(", ", group.Competencies.Select((each, i) => $"{i + 1} {each.Name}")), Tint.Faint));
        }
    }

    private static IEnumerable<Ink> Cells(Page page, ToldStory story, Group group)
    {
        foreach (var competency in group.Competencies)
        {
            yield return story.Find(competency.Id) is { } shown
                ? new Ink($"{(int)shown.Rung}", Tint.Accomplishment)
                : new Ink(page.Dot, Tint.Faint);
            yield return new string(' ', group.CellWidth - 1);
        }

        yield return new string(' ', group.Width - group.CellWidth * group.Competencies.Count);
    }

    /// <summary>The competencies of an ECQ; called by the capitals of its name.</summary>
    private sealed record Group(string Name, List<Competency> Competencies)
    {
        public string Short { get; } = string.Concat(Name.Where(char.IsUpper).Take(5));

        public int CellWidth => Competencies.Count > 9 ? 3 : 2;

        public int Width => Math.Max(CellWidth * Competencies.Count, Short.Length + 1) + 1;

        public string Numbers => string.Concat(Enumerable.Range(1, Competencies.Count).Select(number => $"{number}".PadRight(CellWidth))).PadRight(Width);
    }
}
