using System.Diagnostics;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine;

/// <summary>The order of evidence, a total one: by its place in the text; what two sources find at one place stands by its origin,
/// then by its label, as labels are written.</summary>
internal static class EvidenceOrder
{
    public static int Compare(Evidence left, Evidence right)
    {
        var order = left.Sentence.CompareTo(right.Sentence);
        order = order != 0 ? order : left.Span.CompareTo(right.Span);
        order = order != 0 ? order : string.CompareOrdinal(left.Origin.Id, right.Origin.Id);
        order = order != 0 ? order : Compare(left.Label, right.Label);
        return order != 0 ? order : left.Weight.CompareTo(right.Weight);
    }

    /// <summary>The order of what <see cref="object.ToString"/> gives, without making it: a draft has thousands to compare.</summary>
    public static int Compare(Label left, Label right) => (left, right) switch
    {
        (ClaimLabel one, ClaimLabel other) => Compare(one.Competency, other.Competency),
        (CompetencyLabel one, CompetencyLabel other) => Compare(one.Competency, other.Competency),
        (LevelLabel one, LevelLabel other) => string.CompareOrdinal(NameOf(one.Level), NameOf(other.Level)),
        (MarkLabel one, MarkLabel other) => string.CompareOrdinal(one.Mark, other.Mark),
        (TypeLabel one, TypeLabel other) => string.CompareOrdinal(NameOf(one.Type), NameOf(other.Type)),
        _ => RankOf(left).CompareTo(RankOf(right)),
    };

    private static int RankOf(Label label) => label switch
    {
        ClaimLabel => 0,
        CompetencyLabel => 1,
        LevelLabel => 2,
        MarkLabel => 3,
        TypeLabel => 4,
        _ => throw new UnreachableException(),
    };

    /// <summary>As <c>framework/name</c>: where one framework's id begins another's, the slash behind it counts.</summary>
    private static int Compare(CompetencyId left, CompetencyId right)
    {
        if (left.Framework == right.Framework)
        {
            return string.CompareOrdinal(left.Name, right.Name);
        }

        var shorter = Math.Min(left.Framework.Length, right.Framework.Length);
        var order = string.CompareOrdinal(left.Framework, 0, right.Framework, 0, shorter);
        return order != 0 ? order
            : left.Framework.Length < right.Framework.Length ? '/'.CompareTo(right.Framework[shorter])
            : left.Framework[shorter].CompareTo('/');
    }

    private static string NameOf(StatementType type) => type switch
    {
        StatementType.Challenge => nameof(StatementType.Challenge),
        StatementType.Context => nameof(StatementType.Context),
        StatementType.Action => nameof(StatementType.Action),
        StatementType.Result => nameof(StatementType.Result),
        StatementType.Duty => nameof(StatementType.Duty),
        StatementType.Other => nameof(StatementType.Other),
        _ => throw new UnreachableException(),
    };

    private static string NameOf(Level level) => level switch
    {
        Level.Self => nameof(Level.Self),
        Level.Projects => nameof(Level.Projects),
        Level.People => nameof(Level.People),
        Level.Programs => nameof(Level.Programs),
        Level.Organization => nameof(Level.Organization),
        _ => throw new UnreachableException(),
    };
}
