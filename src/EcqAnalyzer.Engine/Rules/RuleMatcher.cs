using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Rules;

/// <summary>Finds the evidence of phrase rules in a document. Within a sentence matches come from the left, gaps as short as
/// they can be; matches of one rule do not overlap, and one that an <c>unless</c> pattern overlaps does not count. Can be
/// used from several threads.</summary>
public sealed class RuleMatcher : IEvidenceSource
{
    private readonly Vocabulary _vocabulary;
    private readonly ImmutableArray<Rule> _rules;
    private readonly RuleOrigin[] _origins;
    private readonly PatternProgram[] _programs;
    private readonly int[][] _rulesOf;
    private readonly int[][] _programsOf;
    private readonly RuleIndex _index;

    /// <summary>Working memory that nobody uses at the moment: it is large, and documents are many.</summary>
    private Run? _idle;

    public RuleMatcher(RuleSet set, IEnumerable<Rule> rules)
    {
        _vocabulary = set.Vocabulary;
        _rules = [.. rules];
        _origins = [.. _rules.Select(rule => new RuleOrigin(rule.Id))];
        var numbers = new Dictionary<PatternProgram, int>(ReferenceEqualityComparer.Instance);
        var programs = new List<PatternProgram>();
        var rulesOf = new List<List<int>>();
        _programsOf = new int[_rules.Length][];
        for (var rule = 0; rule < _rules.Length; rule++)
        {
            _programsOf[rule] = new int[_rules[rule].When.Length];
            for (var i = 0; i < _rules[rule].When.Length; i++)
            {
                if (!numbers.TryGetValue(_rules[rule].When[i], out var number))
                {
                    numbers.Add(_rules[rule].When[i], number = programs.Count);
                    programs.Add(_rules[rule].When[i]);
                    rulesOf.Add([]);
                }

                _programsOf[rule][i] = number;
                rulesOf[number].Add(rule);
            }
        }

        _programs = [.. programs];
        _rulesOf = [.. rulesOf.Select(list => list.ToArray())];
        _index = new RuleIndex(_vocabulary, _programs);
    }

    /// <summary>A matcher of the rules that judge: the stable ones.</summary>
    public static RuleMatcher OfStable(RuleSet set) => new(set, set.Rules.Where(rule => rule.Status == RuleStatus.Stable));

    /// <summary>A matcher of the rules that an evaluation looks at: stable ones and those on trial.</summary>
    public static RuleMatcher OfStableAndTrial(RuleSet set) =>
        new(set, set.Rules.Where(rule => rule.Status is RuleStatus.Stable or RuleStatus.Trial));

    /// <summary>Evidence in order of sentence, then of rule, then of place.</summary>
    public IEnumerable<Evidence> Find(Document document)
    {
        var run = Interlocked.Exchange(ref _idle, null) ?? new Run(this);
        foreach (var sentence in document.Sentences)
        {
            foreach (var (number, span) in run.Match(document.Draft.Text, sentence))
            {
                var rule = _rules[number];
                foreach (var label in rule.Labels)
                {
                    yield return new Evidence(label, sentence.Index, span, _origins[number], rule.Strength, rule.Why);
                }
            }
        }

        _idle = run;
    }

    /// <summary>One pass over a document, with its working memory.</summary>
    private sealed class Run(RuleMatcher matcher)
    {
        private readonly SentenceWords _words = new(matcher._vocabulary);
        private readonly RuleIndex.Scratch _scratch = new(matcher._programs.Length);
        private readonly RuleApplication _application = new();
        private readonly List<TokenRange> _found = [];

        /// <summary>By program: which of <see cref="_found"/> are its. Nothing between sentences.</summary>
        private readonly TokenRange[] _foundBy = new TokenRange[matcher._programs.Length];
        private readonly List<int> _matching = [];
        private readonly List<int> _touched = [];
        private readonly bool[] _isTouched = new bool[matcher._rules.Length];
        private readonly List<(int Rule, TextSpan Span)> _matches = [];

        public List<(int Rule, TextSpan Span)> Match(string text, Sentence sentence)
        {
            _matches.Clear();
            _touched.Clear();
            _found.Clear();
            _matching.Clear();
            _words.Fill(text, sentence);
            matcher._index.FindCandidates(_words, _scratch);
            foreach (var program in _scratch.Candidates)
            {
                var before = _found.Count;
                _application.Search.Find(
                    matcher._programs[program], _words, _scratch.FirstStart(program), _scratch.LastStart(program), _found);
                if (_found.Count > before)
                {
                    _foundBy[program] = new TokenRange(before, _found.Count);
                    _matching.Add(program);
                    Touch(matcher._rulesOf[program]);
                }
            }

            _touched.Sort();
            foreach (var rule in _touched)
            {
                _isTouched[rule] = false;
                Apply(rule);
            }

            foreach (var program in _matching)
            {
                _foundBy[program] = default;
            }

            return _matches;
        }

        private void Touch(int[] rules)
        {
            foreach (var rule in rules)
            {
                if (!_isTouched[rule])
                {
                    _isTouched[rule] = true;
                    _touched.Add(rule);
                }
            }
        }

        private void Apply(int rule)
        {
            _application.Begin();
            foreach (var program in matcher._programsOf[rule])
            {
                _application.Add(_found, _foundBy[program]);
            }

            foreach (var range in _application.Keep(matcher._rules[rule], _words))
            {
                _matches.Add((rule, _words.SpanOf(range)));
            }
        }
    }
}
