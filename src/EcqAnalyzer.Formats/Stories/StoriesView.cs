using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Stories;

/// <summary>A book of stories with what every report of it asks: labels, names, places, quotes, and sentences on plans and prices in
/// the same words. With several drafts a story is called by the letter of its draft and its number there: B3.</summary>
internal sealed class StoriesView(StoryBook book)
{
    public const string HowRead =
        "Each story is read as if the draft held nothing else: the rung and the strength, of 100, with which it shows a competency.";

    private readonly ImmutableArray<Places> _places = [.. book.Drafts.Select(draft => new Places(draft.Document.Draft))];

    public StoryBook Book => book;

    public Framework Framework => book.Framework.Value;

    /// <summary>The letter of a draft; after Z comes AA.</summary>
    public static string Letter(int draft) => draft < 26 ? ((char)('A' + draft)).ToString() : Letter(draft / 26 - 1) + Letter(draft % 26);

    public string Label(int story)
    {
        var told = book.Stories[story];
        var number = 1;
        for (var before = story - 1; before >= 0 && book.Stories[before].Draft == told.Draft; before--)
        {
            number++;
        }

        return book.Drafts.Length == 1 ? $"{number}" : $"{Letter(told.Draft)}{number}";
    }

    public string Labels(IEnumerable<int> stories) => string.Join(", ", stories.Select(Label));

    public string Name(CompetencyId id) => Summary.Name(Framework, id);

    public Ecq EcqOf(EcqId id) => Framework.Ecqs.First(ecq => ecq.Id == id);

    public Draft DraftOf(ToldStory story) => book.Drafts[story.Draft].Document.Draft;

    public TextSpan SpanOf(ToldStory story, int sentence) => book.Drafts[story.Draft].Document.Sentences[sentence].Span;

    public string FirstWords(ToldStory story) => FirstWords(story.Draft, story.Story.Span);

    public string FirstWords(int draft, TextSpan span) => SafeText.FirstWords(span.Of(book.Drafts[draft].Document.Draft.Text));

    public string PlaceOf(int draft, TextSpan span) => _places[draft].Describe(span);

    /// <summary>"A resume of 24 stories", or why none of its stories is taken in.</summary>
    public string Told(int draft)
    {
        var analysis = book.Drafts[draft];
        return analysis.Gradable.Status != GradableStatus.Ok
            ? $"no score, so its stories are left out: {Summary.NoScore(analysis.Gradable.Status)} {analysis.Gradable.Reason}"
            : $"{Wording.Id(analysis.Kind.Value)}, {Wording.Count(book.Stories.Count(story => story.Draft == draft), "story", "stories")}";
    }

    /// <summary>ECQ under which it stands, words, reach, age: what tells a story apart.</summary>
    public IEnumerable<string> Traits(ToldStory story)
    {
        if (story.Under is { } under)
        {
            yield return $"under {EcqOf(under).Name}";
        }

        yield return Wording.Count(story.Words, "word");
        yield return story.Level is { } level ? $"reach: {Wording.Id(level)}" : "reach not told";
        yield return story.Year is not { } year ? "no year told" : AgeOf(year) is { } age ? $"{year}, {age}" : $"{year}";
    }

    /// <summary>"challenge, action in 3 sentences, result".</summary>
    public static string Told(ToldStory story)
    {
        var told = story.Parts.Where(part => !part.Sentences.IsEmpty)
            .Select(part => $"{Wording.Id(part.Type)}{(part.Sentences.Length > 1 ? $" in {part.Sentences.Length} sentences" : "")}").ToList();
        return told.Count == 0 ? "none of the four parts is clear" : string.Join(", ", told);
    }

    /// <summary>"context or result"; empty where nothing is missing.</summary>
    public static string Missing(ToldStory story)
    {
        var missing = story.Parts.Where(part => part.Sentences.IsEmpty).Select(part => Wording.Id(part.Type)).ToList();
        return missing.Count == story.Parts.Length ? "" : string.Join(" or ", missing);
    }

    /// <summary>The numbers of its measured results, in the draft's words, each once; empty where none is told.</summary>
    public List<string> Numbers(ToldStory story) =>
    [
        .. story.Measured.SelectMany(result => result.Numbers)
            .Select(span => SafeText.Line(span.Of(DraftOf(story).Text))).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>What a plan without the story, or with it, has less: "34 points less: Partnering 62 → 18".</summary>
    public string Price(PlanPrice price, string arrow)
    {
        var ecqs = price.Ecqs > 0 ? $"{Wording.Count(price.Ecqs, "ECQ")} without a story; " : "";
        var points = price.Points <= 0 ? "as much" : $"{Points(price.Points)} less";
        var moves = string.Join(", ", price.Moves.Where(move => Wording.Whole(move.From) != Wording.Whole(move.To)).Take(3).Select(move => Move(move, arrow)));
        return $"{ecqs}{points}{(moves.Length == 0 ? "" : $": {moves}")}";
    }

    public string Move(StrengthMove move, string arrow) => $"{Name(move.Competency)} {Wording.Whole(move.From)} {arrow} {Wording.Whole(move.To)}";

    /// <summary>"from 61 to 19 days" here and "from 60 to 19 days" there, in the drafts' own words.</summary>
    public IEnumerable<(string First, string Second)> Numbers(SameStory same) => same.Numbers.Select(pair => (
        SafeText.Line(pair.First.Of(DraftOf(book.Stories[same.First]).Text)), SafeText.Line(pair.Second.Of(DraftOf(book.Stories[same.Second]).Text))));

    /// <summary>Competencies of the framework that no story of any draft shows by an action or more.</summary>
    public List<string> ShownByNone() =>
        [.. book.Competencies.Where(each => !book.Stories.Any(story => story.Find(each.Id) is not null)).Select(each => each.Name)];

    /// <summary>Competencies of ECQs that only stories show which do not serve their ECQ.</summary>
    public IEnumerable<PlannedCompetency> ShownElsewhere() =>
        book.Plan?.Ecqs.SelectMany(ecq => ecq.Competencies).Where(each => !each.IsShown && !each.ShownBy.IsEmpty) ?? [];

    /// <summary>Null where no story names a year.</summary>
    public string? Ages => book.Today is { } today && book.Stories.Any(story => story.Year is not null)
        ? $"Years are counted back from {today}, {(book.IsTodayAsked ? "as you asked" : "the newest that the drafts look back on; --as-of names another")}."
        : null;

    public string WhyNone => Framework.IsVocabularyOnly ? "Under this framework nothing is scored: try another with --framework."
        : book.Drafts.All(draft => draft.Gradable.Status != GradableStatus.Ok) ? "No draft has a score."
        : "Nothing in the drafts was recognized as telling what you did in one instance.";

    public static string WhyUnserved(ServedEcq served) => served.Competencies.All(each => each.ShownBy.IsEmpty)
        ? "none of its competencies was recognized in a story"
        : "every story that shows a competency of it is needed elsewhere";

    /// <summary>What the plan is, and that there is no better.</summary>
    public static string Rule(StoryPlan plan) =>
        $"At most {Wording.Count(plan.MostPerEcq, "story", "stories")} for an ECQ, none twice: no other plan does better.";

    /// <summary>"612 of 1500 points; 640 if a story might serve several ECQs."</summary>
    public static string Reached(StoryPlan plan) =>
        $"It reaches {Wording.Whole(plan.Points)} of {plan.Most} points, 100 for each competency of an ECQ"
        + (plan.Unbound > plan.Points ? $"; {Wording.Whole(plan.Unbound)} would be reached if a story might be told under several ECQs." : "; no story is missed elsewhere.");

    /// <summary>What is asked of the pages and what the draft takes.</summary>
    public static string Pages(PageFit fit) =>
        $"The draft takes about {Rows(fit, fit.Needed)}; {Wording.Count(fit.Pages, "page")} of it {(fit.Pages == 1 ? "holds" : "hold")} {Rows(fit, fit.Allowed)} "
        + $"({fit.Room.Rows} rows of {fit.Room.Characters} characters a page: {fit.Room.Reason}).";

    /// <summary>What comes of it.</summary>
    public string Verdict(PageFit fit)
    {
        if (fit.FitsWhole)
        {
            return "All of it fits: nothing has to go.";
        }

        if (fit.IsHopeless)
        {
            return $"Headings, employers, dates, skills and education alone take {Rows(fit, fit.Fixed)}: there is no choice of lines that fits.";
        }

        var lost = fit.Competencies.Where(each => each.IsLost).Select(each => Name(each.Competency)).ToList();
        return $"{fit.Lines.Count(line => !line.IsKept)} of {Wording.Count(fit.Lines.Length, "line")} have to go. All lines show {Wording.Whole(fit.Competencies.Sum(each => each.WholeStrength))} points, "
            + $"those kept {Wording.Whole(fit.Competencies.Sum(each => each.KeptStrength))}. {(lost.Count == 0 ? "No competency is lost." : $"Lost: {string.Join(", ", lost)}.")} "
            + (fit.Doubt == 0 ? "No other choice of lines shows more." : $"Another choice might show more, but by no more than {Wording.Number(fit.Doubt)} points: the search was stopped.");
    }

    /// <summary>Null where the framework sets no limit for such a draft, or keeps it.</summary>
    public string? LimitOf(PageFit fit)
    {
        var pages = Framework.Limits.Where(limits => limits.Kind == book.Drafts[fit.Draft].Kind.Value).Min(limits => limits.Pages);
        return fit.Pages > pages ? $"{Framework.Id} allows {Wording.Count(pages.Value, "page")}: try --fit {pages}." : null;
    }

    /// <summary>"dropping it loses Civic-Mindedness, Accountability 52 → 40"; empty where nothing was recognized that it
    /// adds.</summary>
    public string Worth(DraftLine line, string arrow)
    {
        var loses = line.Loses.Select(Name).ToList();
        string?[] parts =
        [
            loses.Count == 0 ? null : $"{(line.IsKept ? "dropping it loses" : "with it goes")} {string.Join(", ", loses)}",
            .. line.Steps.Where(step => !step.IsLost).Select(step => $"{Name(step.Competency)} rung {(int)step.From} {arrow} {(int)step.To}"),
            .. line.Falls.Where(fall => !line.Loses.Contains(fall.Competency)).Take(3).Select(fall => Move(fall, arrow)),
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    /// <summary>Whether a line adds anything that can be told.</summary>
    public static bool IsWorthSomething(DraftLine line) => line.Points > 0 || !line.Steps.IsEmpty;

    /// <summary>A word of care where sentences lean on one another; null for a resume.</summary>
    public string? Care(PageFit fit) => book.Drafts[fit.Draft].Kind.Value is DraftKind.Narrative or DraftKind.Story or DraftKind.Record
        ? "This is no resume: here a sentence leans on the one before it. Read aloud what is left before you cut."
        : null;

    public static string Rows(PageFit fit, int size) => Wording.Count((int)Math.Round(fit.Room.RowsOf(size), MidpointRounding.AwayFromZero), "row");

    public static string Points(double points) => points == 1 ? "1 point" : $"{Wording.Number(points)} points";

    private string? AgeOf(int year) => (book.Today - year) switch
    {
        null or < 0 => null,
        0 => "this year",
        1 => "1 year back",
        var years => $"{years} years back",
    };
}
