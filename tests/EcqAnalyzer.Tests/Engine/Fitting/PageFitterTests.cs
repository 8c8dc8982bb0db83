using EcqAnalyzer.Engine.Fitting;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Fitting;

public sealed class PageFitterTests
{
    private static readonly Analysis Resume = TestEngine.Analyze(new(Framework: "opm-2006", Kind: DraftKind.Resume), StoryBooks.Resume);

    [Fact]
    public void Heads_dates_and_education_stay_and_bullets_are_chosen_from()
    {
        var (lines, _) = LineFinder.Find(Resume.Document, 90);

        Assert.Equal(StoryBooks.Resume.Where(line => line.StartsWith("- ")).Select(line => line[2..]), lines.Select(line => line.Span.Of(Resume.Document.Draft.Text).ToString()));
    }

    [Fact]
    public void Of_a_paragraph_each_sentence_is_a_line_and_shares_its_rows()
    {
        var document = TestEngine.Analyze(new(), StoryBooks.Permit).Document;

        var (lines, all) = LineFinder.Find(document, 80);

        Assert.Equal(5, lines.Length);
        Assert.All(lines, line => Assert.Single(line.Sentences));
        Assert.True(lines.Sum(line => line.Size) <= all - 2 * 80);
        Assert.Equal(0, all % 80);
    }

    [Fact]
    public void What_fits_whole_has_nothing_to_drop()
    {
        var fit = Fit(Resume, 3);

        Assert.True(fit.FitsWhole);
        Assert.All(fit.Lines, line => Assert.True(line.IsKept));
        Assert.All(fit.Competencies, each => Assert.Equal((each.WholeRung, each.WholeStrength), (each.KeptRung, each.KeptStrength)));
    }

    [Fact]
    public void Strengths_of_the_whole_are_those_of_a_check() => Assert.Equal(
        Resume.Competencies.Select(score => (score.Competency, score.Rung, score.Accomplishment)),
        Fit(Resume, 1).Competencies.Select(each => (each.Competency, each.WholeRung, each.WholeStrength)));

    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(12)]
    public void What_is_kept_fits_and_shows_most(int rows)
    {
        var fit = FitInRows(Resume, rows);

        Assert.True(fit.Kept <= fit.Allowed);
        Assert.Equal(0, fit.Doubt);
        Assert.Contains(fit.Lines, line => !line.IsKept);
        Assert.Equal(BestOfAll(fit), fit.Competencies.Sum(each => each.KeptStrength), 0.25 * fit.Competencies.Length);
    }

    /// <summary>Struck from the draft and read anew, it shows what was said.</summary>
    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    public void A_draft_cut_as_told_shows_what_was_told(int rows)
    {
        var fit = FitInRows(Resume, rows);
        var dropped = fit.Lines.Where(line => !line.IsKept).Select(line => "- " + line.Span.Of(Resume.Document.Draft.Text).ToString()).ToList();

        var cut = TestEngine.Analyze(new(Framework: "opm-2006", Kind: DraftKind.Resume), [.. StoryBooks.Resume.Where(line => !dropped.Contains(line))]);

        Assert.NotEmpty(dropped);
        Assert.Equal(
            cut.Competencies.Select(score => (score.Competency, score.Rung, score.Accomplishment)),
            fit.Competencies.Select(each => (each.Competency, each.KeptRung, each.KeptStrength)));
    }

    [Fact]
    public void A_line_says_what_dropping_it_loses()
    {
        var fit = FitInRows(Resume, 12);
        var kept = fit.Lines.Where(line => line.IsKept && line.Points > 0).ToList();

        Assert.NotEmpty(kept);
        Assert.Contains(kept, line => line.Loses.Any());
        Assert.All(kept, line => Assert.All(line.Falls, fall => Assert.Equal(
            fit.Competencies.First(each => each.Competency == fall.Competency).KeptStrength, fall.From)));
        Assert.All(fit.Lines.Where(line => !line.IsKept), line => Assert.All(line.Falls, fall => Assert.Equal(
            fit.Competencies.First(each => each.Competency == fall.Competency).KeptStrength, fall.To)));
    }

    [Fact]
    public void Where_not_even_the_heads_fit_nothing_is_promised() => Assert.True(FitInRows(Resume, 3).IsHopeless);

    /// <summary>Of lines that show no competency more, what came of a kept deed stays before a duty.</summary>
    [Fact]
    public void The_rest_of_a_page_goes_to_outcomes_before_duties()
    {
        var fit = FitInRows(Resume, 14);
        var duty = fit.Lines.First(line => line.Span.Of(Resume.Document.Draft.Text).StartsWith("Responsible"));

        Assert.False(duty.IsKept);
    }

    [Fact]
    public void A_plain_text_is_measured_on_the_page_that_its_framework_names()
    {
        var room = new RoomFinder(StoryBooks.Policy.Page).Find(TestEngine.Analyze(new(Framework: "opm-2025", Kind: DraftKind.Resume), StoryBooks.Resume));
        var usual = new RoomFinder(StoryBooks.Policy.Page).Find(Resume);

        Assert.Contains("margins of 0.5 inches in 10 point", room.Reason);
        Assert.Contains("margins of 1 inches in 11 point", usual.Reason);
        Assert.True(room.Size > usual.Size);
    }

    [Fact]
    public void A_page_of_two_holds_what_its_first_page_holds()
    {
        var draft = Resume.Document.Draft;
        var paged = Resume with
        {
            Document = Resume.Document with
            {
                Draft = draft with
                {
                    Blocks = [.. Enumerable.Range(0, 40).Select(i => new Block(new TextSpan(0, 10), BlockKind.Paragraph, 0, i < 30 ? 1 : 2))],
                    Extraction = new Extraction(2, []) { Setup = new PageSetup(new PageSize(612, 792), new Margins(72, 72, 72, 72), [new FontUse("Arial", 11, 900)]) },
                },
            },
        };

        var room = new RoomFinder(StoryBooks.Policy.Page).Find(paged);

        Assert.Equal((30, "its first page holds so much"), (room.Rows, room.Reason));
    }

    private static PageFit Fit(Analysis analysis, int pages) => new PageFitter(StoryBooks.Policy, Support.Scoring.Policy).Fit(analysis, 0, pages);

    /// <summary>On a page of so many rows of 90 characters.</summary>
    private static PageFit FitInRows(Analysis analysis, int rows)
    {
        var page = StoryBooks.Policy.Page with { Character = 1, FontSize = 1, Row = 1, Used = 1, Margin = 1, Width = 92, Height = rows + 2 };
        return new PageFitter(StoryBooks.Policy with { Page = page }, Support.Scoring.Policy).Fit(analysis, 0, 1);
    }

    private static double BestOfAll(PageFit fit)
    {
        var best = 0.0;
        var whole = new StruckDraft(Support.Scoring.Policy, Resume, []);
        for (var choice = 0; choice < 1 << fit.Lines.Length; choice++)
        {
            var dropped = fit.Lines.Where((_, i) => (choice & (1 << i)) == 0).ToList();
            if (fit.Fixed + fit.Lines.Sum(line => line.Size) - dropped.Sum(line => line.Size) <= fit.Allowed)
            {
                var kept = whole.Without(dropped.SelectMany(line => line.Sentences));
                best = Math.Max(best, Resume.Competencies.Sum(score => kept.StrengthOf(score.Competency)));
            }
        }

        return best;
    }
}
