using EcqAnalyzer.Engine;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;
using Judging = EcqAnalyzer.Tests.Support.Scoring;

namespace EcqAnalyzer.Tests.Engine.Scoring;

public sealed class GradableJudgeTests
{
    private const string News =
        "The river rose again on Monday and covered the lower road. Nobody was hurt. The water is brown and cold. "
        + "Rain is expected until Friday, and the hills are soaked. A bakery on Mill Street was closed. The cats had moved upstairs. "
        + "It smells of mud in every house. The church bell is silent. Some say it was worse in the spring of the big snow.";

    private const string Spanish =
        "Dirigí un equipo de doce analistas durante la fusión de dos oficinas regionales y reduje el tiempo de espera un cuarenta por ciento. "
        + "Negocié con el sindicato un acuerdo sobre horarios que todavía está vigente hoy en todas las oficinas de nuestra región.";

    [Fact]
    public void Given_sentences_may_be_few_and_a_draft_may_not()
    {
        var given = TestEngine.AnalyzeGiven(AnalysisOptions.Auto, "I led the merger of two offices.");
        var draft = TestEngine.Analyze(AnalysisOptions.Auto, "I led the merger of two offices.");

        Assert.Equal((GradableStatus.Ok, GradableStatus.TooShort), (given.Gradable.Status, draft.Gradable.Status));
        Assert.NotEmpty(given.Competencies);
        Assert.Empty(draft.Competencies);
    }

    private static readonly string[] Fragments =
    [
        "Branch Chief, Harbor Service, Savannah, GA", "2017 - present", "- 45 FTE, $12M budget", "- hiring, budget, training, union contracts",
        "- new berth system: wait time down 60%", "- reorganized 5 units, saved $800K/yr", "- storm plan, tested twice", "- dredging lead, 400 moorings, zero injuries",
        "- data migration, dashboards", "- state testimony, media interviews",
    ];

    [Fact]
    public void Fragments_without_function_words_are_English_all_the_same() =>
        Assert.Equal(GradableStatus.Ok, TestEngine.Analyze(AnalysisOptions.Auto, Fragments).Gradable.Status);

    [Fact]
    public void A_list_of_results_under_headings_of_a_resume_is_about_work()
    {
        var analysis = TestEngine.Analyze(
            AnalysisOptions.Auto,
            "# Selected achievements", "$14M saved. Three contracts ended.", "New grant system; 2,100 users; live in 9 months.", "Backlog: 18,000 to 400 cases.",
            "# Responsibilities", "Budget formulation and execution, $60M", "Labor relations", "Supervision of 45 FTE", "Privacy Act, records");

        Assert.Equal((GradableStatus.Ok, DraftKind.Resume), (analysis.Gradable.Status, analysis.Kind.Value));
    }

    [Fact]
    public void Fragments_in_another_language_are_off_topic()
    {
        var gradable = TestEngine.Analyze(
            AnalysisOptions.Auto,
            "Referatsleiter, Hafenamt, Bremen", "2017 - 2022", "- 45 Mitarbeiter, Haushalt von zwölf Millionen", "- neues Buchungssystem eingeführt, Wartezeit deutlich gesenkt",
            "- fünf Abteilungen zusammengelegt und dabei jährlich gespart", "- Verhandlungen mit dem Personalrat über flexible Arbeitszeiten",
            "- mehrere Schulungen für neue Lotsen entwickelt", "- bei der Sturmflut den Einsatz geleitet").Gradable;

        Assert.Equal(GradableStatus.OffTopic, gradable.Status);
        Assert.Contains("English", gradable.Reason);
    }

    [Fact]
    public void Another_language_is_off_topic_and_the_reason_says_so()
    {
        var gradable = TestEngine.Analyze(AnalysisOptions.Auto, Spanish).Gradable;

        Assert.Equal(GradableStatus.OffTopic, gradable.Status);
        Assert.Contains("English", gradable.Reason);
    }

    [Fact]
    public void Figures_and_signs_are_unreadable() =>
        Assert.Equal(
            GradableStatus.Unreadable,
            TestEngine.Analyze(AnalysisOptions.Auto, string.Concat(Enumerable.Repeat("a1 2,345.00 | 9,876.00 % ---- ", 30))).Gradable.Status);

    [Fact]
    public void What_a_reader_does_not_trust_is_unreadable_with_its_reason()
    {
        var document = TestEngine.Analyze(AnalysisOptions.Auto, News).Document;
        var extraction = new Extraction(1, [new ExtractionNote("damaged-text", ExtractionGrade.Untrusted, 1, "The text of page 1 cannot be trusted.", [])]);

        var gradable = GradableJudge.Judge(document with { Draft = document.Draft with { Extraction = extraction } }, [], Judging.Policy.Gradable);

        Assert.Equal(new Gradable(GradableStatus.Unreadable, "The text of page 1 cannot be trusted."), gradable);
    }

    [Fact]
    public void Text_about_nobody_s_work_is_off_topic()
    {
        var document = TestEngine.Analyze(AnalysisOptions.Auto, News).Document;

        Assert.Equal(GradableStatus.OffTopic, GradableJudge.Judge(document, [], Judging.Policy.Gradable).Status);
    }
}
