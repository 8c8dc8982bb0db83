using System.Collections.Immutable;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>
/// START HERE for the folder: every check, ready to run. What is here: <see cref="CheckLoader"/> makes a <see cref="Check"/> of each entry of
/// <c>rules/checks/</c>; its <see cref="ICheckKind"/>, one of <see cref="CheckKinds"/>, finds what is wrong in a
/// <see cref="CheckedDraft"/>; <see cref="CheckTester"/> runs the examples.
/// </summary>
public sealed class CheckSet
{
    private readonly Lazy<RuleMatcher> _matcher;
    private readonly List<Check> _inTurn;

    public CheckSet(ImmutableArray<Check> checks, RuleSet rules)
    {
        All = checks;
        _inTurn = InTurn(checks);
        _matcher = new Lazy<RuleMatcher>(() => new RuleMatcher(rules, PhrasesOf(checks)));
        foreach (var check in checks)
        {
            Essays ??= check.Kind as EssayKind;
        }
    }

    /// <summary>In order of file and of standing there.</summary>
    public ImmutableArray<Check> All { get; }

    /// <summary>What knows a set of short essays when it sees one; null where no check is about them.</summary>
    public EssayKind? Essays { get; }

    public CheckedDraft Look(Document document, AnalysisOptions options) => new(document, _matcher, options);

    /// <summary>Runs the checks for this kind of draft: the gravest findings first, of equals those that change how all else is to be
    /// read, else in the order of the checks and of the text.</summary>
    public ImmutableArray<Finding> Run(CheckedDraft draft, Analysis analysis)
    {
        draft.Begin(analysis);
        var isEssay = Essays?.IsMet(draft) == true;
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var check in _inTurn)
        {
            if (isEssay ? check.IsForEssays : check.IsFor(analysis.Kind.Value, analysis.Framework.Value))
            {
                AddFindings(check, draft, findings);
            }
        }

        return findings.ToImmutable();
    }

    /// <summary>In the order in which they run.</summary>
    private static List<Check> InTurn(ImmutableArray<Check> checks)
    {
        var inTurn = new List<Check>(checks.Length);
        for (var severity = Severity.Blocks; severity >= Severity.Advice; severity--)
        {
            AddThose(check => check.Severity == severity && check.IsAboutAll);
            AddThose(check => check.Severity == severity && !check.IsAboutAll);
        }

        return inTurn;

        void AddThose(Func<Check, bool> are)
        {
            foreach (var check in checks)
            {
                if (are(check))
                {
                    inTurn.Add(check);
                }
            }
        }
    }

    private static void AddFindings(Check check, CheckedDraft draft, ImmutableArray<Finding>.Builder findings)
    {
        foreach (var hit in check.Kind.Find(draft))
        {
            var message = check.Message.Replace("{0}", hit.Words, StringComparison.Ordinal);
            findings.Add(new Finding(check.Id, check.Severity, hit.Span, Capitalized(message)) { Words = hit.Words });
        }
    }

    private static string Capitalized(string message) =>
        message.Length > 0 && char.IsLower(message[0]) ? char.ToUpperInvariant(message[0]) + message[1..] : message;

    private static List<Rule> PhrasesOf(ImmutableArray<Check> checks)
    {
        var phrases = new List<Rule>();
        foreach (var check in checks)
        {
            phrases.AddRange(check.Kind.Phrases);
        }

        return phrases;
    }
}
