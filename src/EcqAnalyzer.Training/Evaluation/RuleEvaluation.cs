using System.Collections.Immutable;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Training.Evaluation;

/// <summary>
/// START HERE for rules: runs all that are stable or on trial over labelled texts and counts, for each label of each rule, how
/// often it fires and how often the readers say so too.
/// </summary>
public sealed class RuleEvaluation(RuleSet set, ImmutableArray<Framework> frameworks, Func<Draft, Document> read)
{
    /// <summary>From here on two rules fire "nearly always" together.</summary>
    private const double NearlyAlways = 0.9;

    private readonly RuleMatcher _matcher = RuleMatcher.OfStableAndTrial(set);
    private readonly HashSet<string> _stable = [.. set.Rules.Where(rule => rule.Status == RuleStatus.Stable).Select(rule => rule.Id)];
    private readonly Dictionary<(string Rule, Label Label), List<int>> _firings = [];
    private readonly List<(MeasuredText Text, MeasuredSentence Sentence)> _sentences = [];

    public RuleReport Measure(string name, string engine, ImmutableArray<MeasuredText> texts)
    {
        foreach (var text in texts)
        {
            Run(text);
        }

        var rules = set.Rules
            .Where(rule => rule.Status is RuleStatus.Stable or RuleStatus.Trial)
            .SelectMany(rule => rule.Labels.Select(label => FiguresOf(rule, label)))
            .OrderBy(figures => figures.Standing)
            .ThenBy(figures => figures.Precision ?? 1)
            .ThenByDescending(figures => figures.Judged)
            .ThenBy(figures => figures.Rule.Id, StringComparer.Ordinal)
            .ThenBy(figures => figures.Label.ToString(), StringComparer.Ordinal);
        return new RuleReport(name, engine, texts.Length, _sentences.Count, [.. rules], [.. Coverage()]);
    }

    private void Run(MeasuredText text)
    {
        var document = read(text.ToDraft());
        foreach (var evidence in _matcher.Find(document))
        {
            var at = _sentences.Count + evidence.Sentence;
            var key = (evidence.Origin.Id, evidence.Label);
            if (!_firings.TryGetValue(key, out var fired))
            {
                _firings.Add(key, fired = []);
            }

            if (fired.Count == 0 || fired[^1] != at)
            {
                fired.Add(at);
            }
        }

        _sentences.AddRange(text.Sentences.Select(sentence => (text, sentence)));
    }

    private RuleFigures FiguresOf(Rule rule, Label label)
    {
        var fired = _firings.GetValueOrDefault((rule.Id, label)) ?? [];
        var verdicts = fired.Select(at => RuleVerdict.Of(label, _sentences[at].Text, _sentences[at].Sentence)).ToArray();
        return new RuleFigures(
            rule,
            label,
            fired.Count,
            verdicts.Count(verdict => verdict is not null),
            verdicts.Count(verdict => verdict == true),
            OverlapOf(rule, label, fired),
            label is TypeLabel ? ConflictOf(fired.Where((_, i) => verdicts[i] == false)) : null);
    }

    /// <summary>Of two rules that always fire together only the one that fires less is named, of equals the later. What only a
    /// rule on trial says too nobody else says: trial scores nothing.</summary>
    private RuleOverlap? OverlapOf(Rule rule, Label label, List<int> fired)
    {
        if (fired.Count < RuleFigures.Fewest)
        {
            return null;
        }

        RuleOverlap? most = null;
        foreach (var ((other, of), also) in _firings)
        {
            if (other == rule.Id || of != label || also.Count < fired.Count || (rule.Status == RuleStatus.Stable && !_stable.Contains(other))
                || (also.Count == fired.Count && string.CompareOrdinal(other, rule.Id) > 0))
            {
                continue;
            }

            var share = fired.Intersect(also).Count() / (double)fired.Count;
            if (share >= NearlyAlways && share > (most?.Share ?? 0))
            {
                most = new RuleOverlap(other, share);
            }
        }

        return most;
    }

    private RuleConflict? ConflictOf(IEnumerable<int> wrong)
    {
        var most = wrong.GroupBy(at => _sentences[at].Sentence.Label.Type).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).FirstOrDefault();
        return most is null ? null : new RuleConflict(most.Key, most.Count());
    }

    /// <summary>By all readers, and found through what a competency takes from those of other frameworks too, as in
    /// judging.</summary>
    private IEnumerable<LabelCoverage> Coverage()
    {
        foreach (var competency in frameworks.SelectMany(framework => framework.Competencies))
        {
            var labels = Enumerable.Range(0, _sentences.Count).Where(at => _sentences[at].Sentence.AllSay(reading => reading.Shown.Contains(competency.Id))).ToHashSet();
            if (labels.Count == 0)
            {
                continue;
            }

            var firings = _firings.Where(pair => pair.Key.Label is CompetencyLabel label
                && (label.Competency == competency.Id || competency.Takes.Contains(label.Competency))).ToArray();
            yield return new LabelCoverage(
                competency.Id,
                labels.Count,
                labels.Intersect(firings.Where(pair => _stable.Contains(pair.Key.Rule)).SelectMany(pair => pair.Value)).Count(),
                labels.Intersect(firings.SelectMany(pair => pair.Value)).Count());
        }
    }
}
