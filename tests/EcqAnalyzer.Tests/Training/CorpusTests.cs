using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;
using EcqAnalyzer.Training.Corpus;

namespace EcqAnalyzer.Tests.Training;

public sealed class CorpusTests
{
    private const string Narrative = """
        id: aa-001
        kind: ecq
        framework: opm-2006
        ecq: leading-change
        quality: mixed
        setting: a seed bank
        sentences:
          - text: "In 2011 I found that nine of our forty freezers had never been opened."
            type: action
            also: [result]
            competencies: [problem-solving, accountability]
            person: i
            measured: true
            level: projects
            second: {type: challenge, competencies: [problem-solving]}
            settled: {type: challenge, competencies: [accountability, problem-solving]}
          - text: "I am known as a leader of vision."
            type: other
            claimed: [vision]
            person: i
        ratings:
          problem-solving: 3
        """;

    [Fact]
    public void The_corpus_of_the_repository_has_no_faults()
    {
        var narratives = new GoldLoader(new Workbench().Frameworks).Load(Repository.Path("corpus", "narratives"), "corpus/narratives");

        Assert.True(narratives.Length >= 357);
        Assert.All(Enum.GetValues<CorpusPart>(), part => Assert.Contains(narratives, narrative => narrative.Part == part));
    }

    [Fact]
    public void A_narrative_says_what_its_file_says()
    {
        var (narratives, faults) = Load(("aa-001.yaml", Narrative));

        Assert.Empty(faults);
        var narrative = Assert.Single(narratives);
        Assert.Equal(("aa-001", "ecq", "leading-change"), (narrative.Id, narrative.Kind, narrative.Ecq));
        Assert.Equal(["opm-2006"], narrative.Labelled);
        var sentence = narrative.Sentences[0];
        Assert.Equal((StatementType.Challenge, Person.I, true, Level.Projects), (sentence.Type, sentence.Person, sentence.Measured, sentence.Level));
        Assert.Equal([StatementType.Result], sentence.Also);
        Assert.Equal(["opm-2006/accountability", "opm-2006/problem-solving"], sentence.Shown.Select(id => id.ToString()));
        Assert.Equal([StatementType.Action, StatementType.Challenge], sentence.Readings.Select(reading => reading.Type));
        Assert.Equal("opm-2006/problem-solving", Assert.Single(sentence.Readings[1].Shown).ToString());
        Assert.False(sentence.IsDisputed(new CompetencyId("opm-2006", "problem-solving")));
        Assert.True(sentence.IsDisputed(new CompetencyId("opm-2006", "accountability")));
        Assert.Empty(narrative.Sentences[1].Readings);
        Assert.Equal(new GoldRating(new CompetencyId("opm-2006", "problem-solving"), Rung.Action), Assert.Single(narrative.Ratings));
    }

    [Theory]
    [InlineData("type: action", "type: deed", 9, YamlFaults.UnknownValue)]
    [InlineData("problem-solving, accountability]", "problem-solvin]", 11, CorpusFaults.NoSuchCompetency)]
    [InlineData("problem-solving, accountability]", "vision, vision]", 11, CorpusFaults.SaidTwice)]
    [InlineData("accountability]", "accountability, vision, resilience]", 11, CorpusFaults.TooMany)]
    [InlineData("also: [result]", "also: [action]", 10, CorpusFaults.SaidTwice)]
    [InlineData("second: {type: challenge", "second: {type: deed", 15, YamlFaults.UnknownValue)]
    [InlineData("settled: {type: challenge", "settled: {type: deed", 16, YamlFaults.UnknownValue)]
    [InlineData("competencies: [problem-solving]}", "competencies: [vison]}", 15, CorpusFaults.NoSuchCompetency)]
    [InlineData("problem-solving: 3", "problem-solving: 6", 22, CorpusFaults.NoRung)]
    [InlineData("framework: opm-2006", "framework: opm-2007", 3, CorpusFaults.NoSuchFramework)]
    [InlineData("ecq: leading-change", "ecq: rule-of-law", 4, CorpusFaults.NoSuchEcq)]
    [InlineData("id: aa-001", "id: aa-002", 1, CorpusFaults.WrongFileName)]
    [InlineData("claimed: [vision]", "claimd: [vision]", 19, YamlFaults.UnknownKey)]
    public void A_fault_is_told_with_its_line(string right, string wrong, int line, string code)
    {
        var (_, faults) = Load(("aa-001.yaml", Narrative.Replace(right, wrong)));

        var fault = Assert.Single(faults, fault => fault.Code == code);
        Assert.Equal(("gold/aa-001.yaml", line), (fault.File, fault.Line));
    }

    [Fact]
    public void A_sentence_does_not_stand_in_two_narratives()
    {
        var (_, faults) = Load(("aa-001.yaml", Narrative), ("aa-002.yaml", Narrative.Replace("aa-001", "aa-002")));

        Assert.Equal([8, 17], faults.Where(fault => fault.Code == CorpusFaults.SecondOfItsWords).Select(fault => fault.Line!.Value));
    }

    [Fact]
    public void The_2025_labels_of_an_older_draft_are_known_only_where_its_file_says_so()
    {
        var (narratives, _) = Load(
            ("aa-001.yaml", Narrative),
            ("aa-002.yaml", $"labelled: [opm-2006, opm-2025]\n{Other("aa-002", "opm-2006")}"),
            ("aa-003.yaml", Other("aa-003", "opm-2025")));

        Assert.Equal([false, true, true], narratives.Select(narrative => narrative.Knows("opm-2025")));
    }

    [Fact]
    public void A_part_is_the_one_that_the_list_names_and_else_comes_from_the_id_alone()
    {
        var ids = Enumerable.Range(0, 400).Select(i => $"zz-{i:000}").ToArray();
        var byHash = ids.Select(CorpusParts.ByHash.Of).ToArray();

        Assert.InRange(byHash.Count(part => part == CorpusPart.Test), 30, 90);
        Assert.InRange(byHash.Count(part => part == CorpusPart.Dev), 30, 90);
        var (narratives, faults) = Load(("aa-001.yaml", Narrative), ("parts.yaml", "dev: [aa-001]\ntest: [aa-009]"));
        Assert.Equal(CorpusPart.Dev, Assert.Single(narratives).Part);
        Assert.Equal(CorpusFaults.NoSuchNarrative, Assert.Single(faults).Code);
    }

    private static string Other(string id, string framework) => $"""
        id: {id}
        kind: resume
        framework: {framework}
        ecq: null
        quality: weak
        setting: a ferry
        sentences:
          - text: "Deck officer ({id})"
            type: other
            person: none
        """;

    private static (IReadOnlyList<GoldNarrative> Narratives, IReadOnlyList<Diagnostic> Faults) Load(params (string Name, string Yaml)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("ecq-gold");
        try
        {
            foreach (var (name, yaml) in files)
            {
                File.WriteAllText(Path.Combine(folder.FullName, name), yaml);
            }

            var faults = new Faults();
            return (new GoldLoader(new Workbench().Frameworks).Load(folder.FullName, "gold", faults), faults.Found);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
