namespace EcqAnalyzer.Engine.Rules;

/// <summary>Decides which of the places that a rule's patterns fit count: not those that an <c>unless</c> pattern overlaps, and
/// of overlapping ones the leftmost, of the pattern that stands first. One for each thread.</summary>
internal sealed class RuleApplication
{
    private readonly List<TokenRange> _fits = [];
    private readonly List<TokenRange> _vetoes = [];
    private readonly List<TokenRange> _kept = [];

    public PatternSearch Search { get; } = new();

    public void Begin() => _fits.Clear();

    /// <summary>Adds where one pattern fits, some of what was found; patterns in their order.</summary>
    public void Add(List<TokenRange> found, TokenRange its)
    {
        for (var i = its.Start; i < its.End; i++)
        {
            _fits.Add(found[i]);
        }
    }

    /// <summary>Runs every pattern of the rule, for those who have not done so with an index.</summary>
    public void AddAll(Rule rule, SentenceWords words)
    {
        foreach (var program in rule.When)
        {
            Search.Find(program, words, _fits);
        }
    }

    public List<TokenRange> Keep(Rule rule, SentenceWords words)
    {
        _kept.Clear();
        _vetoes.Clear();
        if (_fits.Count == 0)
        {
            return _kept;
        }

        SortByStart(_fits);
        FindVetoes(rule, words);
        var end = 0;
        foreach (var fit in _fits)
        {
            if (fit.Start >= end && !IsVetoed(fit))
            {
                _kept.Add(fit);
                end = fit.End;
            }
        }

        return _kept;
    }

    /// <summary>What begins behind the last fit overlaps none, and is not looked for.</summary>
    private void FindVetoes(Rule rule, SentenceWords words)
    {
        var last = 0;
        foreach (var fit in _fits)
        {
            last = Math.Max(last, fit.End - 1);
        }

        foreach (var unless in rule.Unless)
        {
            if (unless.MayFit(words))
            {
                Search.FindOverlapping(unless, words, last, _vetoes);
            }
        }
    }

    private bool IsVetoed(TokenRange fit)
    {
        foreach (var veto in _vetoes)
        {
            if (veto.Overlaps(fit))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Places that start alike stay in the order of their patterns. They are a few, and nearly in order.</summary>
    private static void SortByStart(List<TokenRange> fits)
    {
        for (var i = 1; i < fits.Count; i++)
        {
            var fit = fits[i];
            var at = i;
            for (; at > 0 && fits[at - 1].Start > fit.Start; at--)
            {
                fits[at] = fits[at - 1];
            }

            fits[at] = fit;
        }
    }
}
