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

    public CheckSet(ImmutableArray<Check> checks, RuleSet rules)
    {
        All = checks;
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

    /// <summary>Runs the checks for this kind of draft: the gravest findings first, else in the order of the checks and of the
    /// text.</summary>
    public ImmutableArray<Finding> Run(CheckedDraft draft, Analysis analysis)
    {
        draft.Begin(analysis);
        var isEssay = Essays?.IsMet(draft) == true;
        var findings = ImmutableArray.CreateBuilder<Finding>();
        for (var severity = Severity.Blocks; severity >= Severity.Advice; severity--)
        {
            foreach (var check in All)
            {
                var isAsked = isEssay ? check.IsForEssays : check.IsFor(analysis.Kind.Value, analysis.Framework.Value);
                if (check.Severity == severity && isAsked)
                {
                    AddFindings(check, draft, findings);
                }
            }
        }

        return findings.ToImmutable();
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
