using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>A check as an entry of <c>rules/checks/</c> gives it: what to look at, in which kinds of draft, how much it
/// matters and who says so.</summary>
public sealed record Check(
    string Id, Severity Severity, ImmutableArray<DraftKind> Kinds, string Message, string Source, ICheckKind Kind)
{
    public bool IsFor(DraftKind kind)
    {
        foreach (var each in Kinds)
        {
            if (each == kind)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A way of checking a whole draft, set up with the numbers or phrases of one check.</summary>
public interface ICheckKind
{
    /// <summary>What it finds: each with a place, or none for the whole draft, and words for <c>{0}</c> in the message.</summary>
    IEnumerable<CheckHit> Find(Analysis analysis);
}

public sealed record CheckHit(TextSpan? Span, string Words);
