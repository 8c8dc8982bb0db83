using EcqAnalyzer.Formats.Terminal;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Stories;

/// <summary>Which story should serve which ECQ, with what each gives and what it would cost to leave it out; what the plan loses; and
/// deeds that are told twice.</summary>
internal sealed class ServingText(Page page, StoriesView view)
{
    private const int Indent = 7;

    private readonly string _arrow = page.HasUnicode ? "→" : "->";

    public void Write()
    {
        if (view.Book.Plan is not { } plan)
        {
            return;
        }

        page.Title("Which story for which ECQ");
        page.Wrapped(2, "  ", $"{StoriesView.Rule(plan)} {StoriesView.Reached(plan)}");
        foreach (var ecq in plan.Ecqs)
        {
            WriteEcq(ecq);
        }

        WriteFundamental(plan);
        WriteLost(plan);
        WriteSame();
    }

    private void WriteEcq(ServedEcq served)
    {
        var shown = served.Competencies.Count(each => each.IsShown);
        page.Blank();
        page.Wrapped(2, new Ink(view.EcqOf(served.Ecq).Name, Tint.Strong), new Ink(
            $"{page.Dash} {shown} of {served.Competencies.Length} shown, {StoriesView.Points(served.Points)}", Tint.Faint));
        foreach (var serving in served.Stories)
        {
            var story = view.Book.Stories[serving.Story];
            WriteStory(serving.Story);
            var gives = served.Competencies
                .Select(each => story.Find(each.Competency)).OfType<ShownByStory>()
                .Select(each => $"{view.Name(each.Competency)} {Wording.Whole(each.Strength)} (rung {(int)each.Rung})");
            page.Wrapped(Indent, "", new Ink(string.Join(", ", gives), Tint.Accomplishment));
            page.Wrapped(Indent, "", new Ink($"without it, the best plan has {view.Price(serving.Price, _arrow)}", Tint.Faint));
        }

        if (served.Stories.IsEmpty)
        {
            page.Wrapped(Indent, "", new Ink(StoriesView.WhyUnserved(served), Tint.Trouble));
        }

        if (served.Unbound > served.Points)
        {
            page.Wrapped(Indent, "", new Ink(
                $"alone it would have {view.Labels(served.Alone)}, {StoriesView.Points(served.Unbound - served.Points)} more", Tint.Faint));
        }
    }

    private void WriteStory(int story)
    {
        var told = view.Book.Stories[story];
        page.Wrapped(
            Indent,
            new Ink($"  {view.Label(story)}", Tint.Strong),
            page.Quote(Quoting.FirstWords(page, view.DraftOf(told), told.Story.Span)),
            new Ink(view.PlaceOf(told.Draft, told.Story.Span), Tint.Faint));
    }

    private void WriteFundamental(StoryPlan plan)
    {
        var shown = plan.Fundamental.Where(each => each.IsShown).Select(each => $"{view.Name(each.Competency)} {Wording.Whole(each.Strength)}").ToList();
        if (shown.Count > 0)
        {
            page.Blank();
            page.Wrapped(2, new Ink("Over all of them", Tint.Strong), $"{page.Dash} fundamental competencies, wherever told: {string.Join(", ", shown)}.");
        }
    }

    private void WriteLost(StoryPlan plan)
    {
        page.Title("What is lost");
        var none = view.ShownByNone();
        page.Wrapped(4, new Ink("  Recognized in no story:", Tint.Trouble), none.Count == 0 ? "nothing is missing." : $"{string.Join(", ", none)}.");
        var elsewhere = view.ShownElsewhere().Select(each => $"{view.Name(each.Competency)} ({view.Labels(each.ShownBy.Take(3))})").ToList();
        if (elsewhere.Count > 0)
        {
            page.Wrapped(4, new Ink("  Shown", Tint.Duty), new Ink("only by stories that serve another ECQ or none:", Tint.Duty), $"{string.Join(", ", elsewhere)}.");
        }

        if (plan.LeftOut.IsEmpty)
        {
            return;
        }

        page.Wrapped(2, "", "Left out, the dearest last; the price is what the best plan with it has less:");
        foreach (var left in plan.LeftOut.Where(left => left.Price is not null).OrderBy(left => left.Price!.Points))
        {
            WriteStory(left.Story);
            var twin = left.SameAs is { } same ? $"tells the deed of {view.Label(same)}; " : "";
            page.Wrapped(Indent, "", new Ink($"{twin}{view.Price(left.Price!, _arrow)}", Tint.Faint));
        }

        var idle = plan.LeftOut.Where(left => left.Price is null).Select(left => left.Story).ToList();
        if (idle.Count > 0)
        {
            page.Wrapped(4, "  Nothing", $"that an ECQ asks for was recognized in {view.Labels(idle)}.");
        }
    }

    private void WriteSame()
    {
        if (view.Book.Same.IsEmpty)
        {
            return;
        }

        page.Title("Told twice");
        foreach (var again in view.Book.Same.GroupBy(same => same.First))
        {
            WriteStory(again.Key);
            page.Wrapped(Indent, "", $"again in {string.Join(", ", again.Select(same => $"{view.Label(same.Second)} ({Wording.Whole(100 * same.Shared)} % of the shorter one's words)"))}");
            foreach (var (same, first, second) in again.SelectMany(same => view.Numbers(same).Select(pair => (same, pair.First, pair.Second))))
            {
                page.Wrapped(Indent, "", new Ink(
                    page.Printed($"{view.Label(same.First)} says {first}, {view.Label(same.Second)} says {second}: is it the same count?"), Tint.Trouble));
            }
        }
    }
}
