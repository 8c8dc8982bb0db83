using System.Collections.Immutable;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Formats;

/// <summary>Analyses made by hand, for tests of reports: a draft of two pages under a small framework of its own, with
/// something of everything that a report has to show.</summary>
internal static class SampleAnalysis
{
    private static readonly (string Text, BlockKind Kind, int Page, StatementTypes Types)[] Lines =
    [
        ("Leading People", BlockKind.Heading, 1, Types(other: 1)),
        ("When I took over the permit office, four of its ten posts stood empty and the union had filed a grievance.",
            BlockKind.Paragraph, 1, Types(challenge: 0.81, context: 0.19)),
        ("I rebuilt the team of 10 around two crews, paired every new clerk with a senior one, and met the union each Friday.",
            BlockKind.Paragraph, 1, Types(action: 0.94, result: 0.06)),
        ("Within nine months turnover fell from 31 to 8 percent, and the agency adopted our schedule in all six regions.",
            BlockKind.Paragraph, 1, Types(action: 0.08, result: 0.92)),
        ("Responsible for coaching and developing a staff of 24 across three divisions.",
            BlockKind.ListItem, 2, Types(duty: 0.97, action: 0.03)),
        ("I am a resilient leader who values diversity.", BlockKind.ListItem, 2, Types(other: 0.7, duty: 0.3)),
        ("Mediated a dispute between the inspectors “and” the 審査 desk.", BlockKind.ListItem, 2, Types(action: 0.55, other: 0.45)),
    ];

    public static Framework Framework { get; } = new(
        "sample-2020",
        "Sample Qualifications of 2020",
        "current",
        "made for tests",
        [
            CreateEcq("leading-people", "Leading People", "Team Building", "Developing Others", "Conflict Management",
                "Leveraging Diversity"),
            CreateEcq("results", "Results Driven", "Accountability", "Knowledge of the American System of Government"),
            CreateEcq("coalitions", "Building Coalitions", "Partnering", "Political Savvy"),
        ],
        [])
    {
        WithoutRules = [Id("partnering"), Id("political-savvy"), Id("accountability")],
    };

    private static ImmutableArray<Measure> MeasuresOf(string text, TextSpan sentence)
    {
        const string Change = "from 31 to 8 percent";
        return text.IndexOf(Change, sentence.Start, sentence.Length, StringComparison.Ordinal) is >= 0 and var at
            ?
            [
                new Measure(new TextSpan(at, at + Change.Length), MeasureKind.Percent, 8, "percent", MeasureSense.Change)
                {
                    From = 31,
                    Direction = Direction.Down,
                },
            ]
            : [];
    }

    public static Analysis Create()
    {
        var draft = CreateDraft();
        var sentences = draft.Blocks
            .Select((block, index) => new Sentence(index, block.Span, block.Kind, [new Token(block.Span, "", "X", "X")])
            {
                Measures = MeasuresOf(draft.Text, block.Span),
            })
            .ToImmutableArray();
        var document = new Document(
            draft,
            [new Section(new TextSpan(0, draft.Text.Length), SectionKind.Ecq, "Leading People", Framework.Ecqs[0].Id, null, sentences)]);
        return new Analysis(
            document,
            new Choice<Framework>(Framework, "One of its headings stands in the draft.", 0.9),
            new Choice<DraftKind>(DraftKind.Narrative, "You said so.", 1),
            [],
            [.. sentences.Select(CreateStatement)],
            [new Story(new TextSpan(sentences[1].Span.Start, sentences[3].Span.End), [1, 2, 3])],
            CreateScores(),
            [
                new EcqScore(Framework.Ecqs[0].Id, 24.25, 13.5, 2, 4),
                new EcqScore(Framework.Ecqs[1].Id, 0, 0, 0, 1),
            ],
            CreateFindings(sentences),
            CreateSuggestions(),
            new Gradable(GradableStatus.Ok, null),
            new Provenance("0.0.1", [new Hashed("rules/scoring.yaml", new string('a', 64))]));
    }

    public static Analysis Ungradable() => Create() with
    {
        Competencies = [],
        Ecqs = [],
        Suggestions = [],
        Findings = [],
        Gradable = new Gradable(GradableStatus.TooShort, "It has 7 sentences, and 8 are needed."),
    };

    private static Draft CreateDraft()
    {
        var builder = new DraftBuilder();
        foreach (var (text, kind, page, _) in Lines)
        {
            builder.BeginBlock(kind, 0, page);
            builder.Append(text, new WordAnchor("word/document.xml", 0, 0));
        }

        builder.Note("tracked-insertions", ExtractionGrade.Read, 2, "Two tracked insertions were read as accepted.");
        builder.Note("comments", ExtractionGrade.Apart, 1, "One comment was kept apart.", ["Say more here."]);
        builder.Note("pictures", ExtractionGrade.Doubtful, 1, "One picture was not read.");
        return builder.Build(new DraftSource("permit-office.docx", new byte[] { 1, 2, 3 }), DraftFormat.Word, 2);
    }

    private static Statement CreateStatement(Sentence sentence)
    {
        var types = Lines[sentence.Index].Types;
        return sentence.Index switch
        {
            2 => new Statement(
                sentence, types, [new Shown(Id("team-building"), 0.8765, ["people.team.rebuilt"])], [], Person.I, false, Level.People),
            3 => new Statement(sentence, types, [new Shown(Id("team-building"), 0.61, [])], [], Person.None, true, Level.Organization),
            4 => new Statement(
                sentence, types, [new Shown(Id("developing-others"), 0.7, ["people.develop.coach"])], [], Person.None, false, Level.People),
            5 => new Statement(sentence, types, [], [Id("leveraging-diversity")], Person.I, false, null),
            6 => new Statement(
                sentence, types, [new Shown(Id("conflict-management"), 0.5, [])], [], Person.None, false, null),
            _ => new Statement(sentence, types, [], [], Person.None, false, null) { IsHeading = Lines[sentence.Index].Kind == BlockKind.Heading },
        };
    }

    private static ImmutableArray<CompetencyScore> CreateScores() =>
    [
        new CompetencyScore(
            Id("team-building"), Rung.ExecutiveResult, 71.25, 0, new Interval(60, 80), false, Level.Organization,
            [new Share(2, Side.Accomplishment, 46.5, 35.25, "action 0.94; says I"), new Share(3, Side.Accomplishment, 24.75, 46.5, "result 0.92; measured")]),
        new CompetencyScore(
            Id("developing-others"), Rung.Duty, 0, 54, new Interval(0, 5), false, null, [new Share(4, Side.Duty, 54, 0, "duty 0.97")]),
        new CompetencyScore(
            Id("conflict-management"), Rung.Action, 25.75, 0, new Interval(8.25, 51.5), true, null,
            [new Share(6, Side.Accomplishment, 25.75, 0, "action 0.55")]),
        new CompetencyScore(Id("leveraging-diversity"), Rung.Claimed, 0, 0, new Interval(0, 0), false, null, []),
        new CompetencyScore(
            Id("knowledge-of-the-american-system-of-government"), Rung.Absent, 0, 0, new Interval(0, 0), false, null, []),
    ];

    private static ImmutableArray<Finding> CreateFindings(ImmutableArray<Sentence> sentences) =>
    [
        new Finding("voice.belief", Severity.Advice, sentences[5].Span, "This says what you are, and not what you did."),
        new Finding("format.length", Severity.Blocks, null, "The draft is over the limit of 1 page."),
        .. Enumerable.Range(1, 5).Select(i => new Finding(
            "content.unmeasured", Severity.Weakens, sentences[i].Span, "No number says how much.")),
    ];

    private static ImmutableArray<Suggestion> CreateSuggestions() =>
    [
        new Suggestion(Id("developing-others"), 4, 9, "This is told as a duty.", "Whom did you develop, and what do they do today?"),
        new Suggestion(Id("conflict-management"), 6, 3, "The dispute has no end here.", "What did both sides agree to, and does it still hold?"),
        new Suggestion(null, null, 1, "No challenge is named in the last part.", "What stood in the way?"),
    ];

    private static Ecq CreateEcq(string id, string name, params string[] competencies) => new(
        new EcqId("sample-2020", id), name, "", false, [],
        [.. competencies.Select(c => new Competency(Id(c.ToLowerInvariant().Replace(' ', '-')), c, "", ""))]);

    private static CompetencyId Id(string name) => new("sample-2020", name);

    private static StatementTypes Types(
        double challenge = 0, double context = 0, double action = 0, double result = 0, double duty = 0, double other = 0) =>
        new(challenge, context, action, result, duty, other);
}
