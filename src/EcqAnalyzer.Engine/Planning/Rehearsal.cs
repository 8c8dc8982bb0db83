using System.Collections.Immutable;
using EcqAnalyzer.Engine.Frameworks;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Planning;

/// <summary>Evidence to gather, what to practice and to seek, and questions to rehearse for each competency, of
/// <c>rules/uses/rehearsal.yaml</c>. A competency of another framework has those of the first one there that it continues.</summary>
public sealed class Rehearsal
{
    public const string FileName = "uses/rehearsal.yaml";
    private const int FewestQuestions = 2;

    private readonly Dictionary<CompetencyId, Rehearsed> _all = [];
    private readonly ImmutableArray<Framework> _frameworks;
    private readonly CrosswalkFinder _crosswalks;

    private Rehearsal(ImmutableArray<Framework> frameworks) => (_frameworks, _crosswalks) = (frameworks, new CrosswalkFinder(frameworks));

    public static Rehearsal Load(RulesFiles files, ImmutableArray<Framework> frameworks, Faults faults)
    {
        var rehearsal = new Rehearsal(frameworks);
        var keys = ReasonedNumbers.Open(files, FileName, faults);
        if (keys.FindKeys("competencies") is { } competencies)
        {
            foreach (var entry in competencies.Entries)
            {
                rehearsal.Add(competencies, entry.Key);
            }

            competencies.Close();
        }

        keys.Close();
        return rehearsal;
    }

    public Rehearsed? Find(CompetencyId id)
    {
        if (_all.TryGetValue(id, out var own))
        {
            return own;
        }

        var from = _frameworks.FirstOrDefault(framework => framework.Id == id.Framework);
        foreach (var home in from is null ? [] : _all.Keys.Select(each => each.Framework).Distinct())
        {
            var to = _frameworks.First(framework => framework.Id == home);
            var row = _crosswalks.Find(from!, to).Rows.FirstOrDefault(each => each.From.Id == id);
            foreach (var link in row?.Links ?? [])
            {
                if (_all.TryGetValue(link.To.Id, out var taken))
                {
                    return taken;
                }
            }
        }

        return null;
    }

    private void Add(YamlKeys competencies, string id)
    {
        ReasonedNumbers.Part(competencies, id, keys =>
        {
            var known = _frameworks.SelectMany(framework => framework.OwnEcqs).SelectMany(ecq => ecq.Competencies).Select(each => each.Id.ToString()).ToList();
            if (!known.Contains(id))
            {
                keys.Faults.Add(PlanFaults.UnknownCompetency, keys.Place, $"there is no competency '{id}'{Spelling.Hint(id, known)}");
            }

            var rehearsed = Rehearsed.Read(keys) with { Questions = keys.FindTexts("ask") };
            if (rehearsed.Questions.Length < FewestQuestions || rehearsed.Questions.Any(question => !question.EndsWith('?')))
            {
                keys.Faults.Add(PlanFaults.NoQuestions, keys.Place, $"'ask' has {FewestQuestions} questions at least, each of which ends in a question mark");
            }

            var parts = id.Split('/', 2);
            return _all[new CompetencyId(parts[0], parts[^1])] = rehearsed;
        });
    }
}

/// <summary>What shows a competency, as a noun phrase; how to practice it in present work, as what is to be done; an assignment that
/// calls for it, as a noun phrase; and questions to answer aloud.</summary>
public sealed record Rehearsed(string Evidence, string Practice, string Assignment, ImmutableArray<string> Questions)
{
    /// <summary>All but the questions.</summary>
    internal static Rehearsed Read(YamlKeys keys) => new(keys.RequireText("evidence"), keys.RequireText("practice"), keys.RequireText("assignment"), []);
}
