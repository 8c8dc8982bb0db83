using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Rules;

/// <summary>Why a sentence is tagged as it is, by its phrase rules.</summary>
public sealed record Explanation(
    ImmutableArray<FiredRule> Fired, ImmutableArray<VetoedRule> Vetoed, ImmutableArray<NearRule> Near);

public sealed record FiredRule(Rule Rule, ImmutableArray<TextSpan> Spans);

/// <summary>A rule that would have matched <see cref="Span"/>, had not <see cref="Unless"/> matched <see cref="UnlessSpan"/>.</summary>
public sealed record VetoedRule(Rule Rule, TextSpan Span, string Unless, TextSpan UnlessSpan);

/// <summary>A rule that nearly fired: the parts of one of its patterns that are in the sentence, those that are not, and, where
/// all are, the part that was not found in its place.</summary>
public sealed record NearRule(
    Rule Rule, string Pattern, ImmutableArray<string> Present, ImmutableArray<string> Missing, string? OutOfPlace);

/// <summary>Explains the verdict of rules on one sentence.</summary>
public sealed class RuleExplainer(RuleSet set)
{
    private const int MostNear = 5;

    /// <summary>How much of a pattern must be there for it to be called near. A tag says a quarter of what a word says, since
    /// every sentence has nouns and verbs.</summary>
    private const double NearEnough = 0.5;
    private const double WeightOfTag = 0.25;

    private readonly SentenceWords _words = new(set.Vocabulary);
    private readonly RuleApplication _application = new();

    public Explanation Explain(string text, Sentence sentence, IEnumerable<Rule> rules)
    {
        _words.Fill(text, sentence);
        var fired = ImmutableArray.CreateBuilder<FiredRule>();
        var vetoed = ImmutableArray.CreateBuilder<VetoedRule>();
        var near = new List<(double Nearness, double Weight, NearRule Rule)>();
        foreach (var rule in rules)
        {
            _application.Begin();
            _application.AddAll(rule, _words);
            var kept = _application.Keep(rule, _words);
            if (kept.Count > 0)
            {
                fired.Add(new FiredRule(rule, [.. kept.Select(_words.SpanOf)]));
            }
            else if (FindVeto(rule) is { } veto)
            {
                vetoed.Add(veto);
            }
            else if (FindNear(rule) is { } nearly)
            {
                near.Add(nearly);
            }
        }

        var nearest = near
            .OrderByDescending(candidate => candidate.Nearness)
            .ThenByDescending(candidate => candidate.Weight)
            .ThenBy(candidate => candidate.Rule.Rule.Id, StringComparer.Ordinal)
            .Take(MostNear)
            .Select(candidate => candidate.Rule);
        return new Explanation(fired.ToImmutable(), vetoed.ToImmutable(), [.. nearest]);
    }

    private VetoedRule? FindVeto(Rule rule)
    {
        var fits = new List<TokenRange>();
        foreach (var program in rule.When)
        {
            _application.Search.Find(program, _words, fits);
        }

        foreach (var unless in rule.Unless)
        {
            var vetoes = new List<TokenRange>();
            _application.Search.FindOverlapping(unless, _words, _words.Count - 1, vetoes);
            foreach (var fit in fits)
            {
                var veto = vetoes.Find(veto => veto.Overlaps(fit));
                if (veto != default)
                {
                    return new VetoedRule(rule, _words.SpanOf(fit), unless.Pattern.Text, _words.SpanOf(veto));
                }
            }
        }

        return null;
    }

    private (double Nearness, double Weight, NearRule Rule)? FindNear(Rule rule)
    {
        (double Nearness, double Weight, NearRule Rule)? best = null;
        foreach (var program in rule.When)
        {
            var parts = Parts(program.Pattern.Root).ToList();
            var (present, missing) = FindInOrder(parts);
            var weight = parts.Sum(Weight);
            var nearness = present.Sum(Weight) / Math.Max(weight, WeightOfTag);
            if (!present.Exists(HasWord) || nearness < NearEnough || nearness <= (best?.Nearness ?? 0))
            {
                continue;
            }

            best = (nearness, weight, new NearRule(
                rule,
                program.Pattern.Text,
                [.. present.Select(Text)],
                [.. missing.Select(Text)],
                missing.Count == 0 ? FindOutOfPlace(program) : null));
        }

        return best;
    }

    /// <summary>Which parts stand in the sentence one after the other, however far apart.</summary>
    private (List<PatternNode> Present, List<PatternNode> Missing) FindInOrder(List<PatternNode> parts)
    {
        var (present, missing, from) = (new List<PatternNode>(), new List<PatternNode>(), 0);
        foreach (var part in parts)
        {
            if (FindPart(part, from) is { } at)
            {
                present.Add(part);
                from = at + 1;
            }
            else
            {
                missing.Add(part);
            }
        }

        return (present, missing);
    }

    private int? FindPart(PatternNode part, int from)
    {
        switch (part)
        {
            case OneToken one:
                for (var at = from; at < _words.Count; at++)
                {
                    if (one.Test.Fits(_words, at))
                    {
                        return at;
                    }
                }

                return null;
            case Choice choice:
                return choice.Alternatives.Select(alternative => FindLastOf(alternative, from)).Where(at => at is not null).Min();
            default:
                return from;
        }
    }

    /// <summary>Where the last part of an alternative stands; null where any is missing.</summary>
    private int? FindLastOf(PatternNode alternative, int from)
    {
        int? last = from - 1;
        foreach (var part in Parts(alternative))
        {
            last = FindPart(part, last.Value + 1);
            if (last is null)
            {
                return null;
            }
        }

        return last;
    }

    /// <summary>What was looked for where the search that came furthest ended.</summary>
    private string? FindOutOfPlace(PatternProgram program)
    {
        var search = new PatternSearch();
        search.Find(program, _words, []);
        return program.Instructions[search.Furthest.Instruction].Token?.Text;
    }

    /// <summary>The parts that a match cannot do without, in order.</summary>
    private static IEnumerable<PatternNode> Parts(PatternNode node) => node switch
    {
        InOrder order => order.Parts.SelectMany(Parts),
        Repeat { IsNeeded: true } repeat => Parts(repeat.Part),
        OneToken { Test.IsNegated: false } or Choice => [node],
        _ => [],
    };

    private static double Weight(PatternNode part) => HasWord(part) ? 1 : WeightOfTag;

    private static bool HasWord(PatternNode part) => part switch
    {
        OneToken one => one.Test.AnyOf.All(condition => condition.Match != WordMatch.Any),
        Choice choice => choice.Alternatives.All(alternative => Parts(alternative).Any(HasWord)),
        _ => false,
    };

    private static string Text(PatternNode part) => part switch
    {
        OneToken one => one.Text,
        Choice choice => choice.Text,
        _ => "",
    };
}
