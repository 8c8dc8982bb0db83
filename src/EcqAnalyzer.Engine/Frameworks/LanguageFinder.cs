using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Frameworks;

/// <summary>Which languages of a vocabulary a draft speaks most.</summary>
internal static class LanguageFinder
{
    /// <summary>Fewer words than this are chance.</summary>
    private const int FewestWords = 3;

    /// <summary>The second is named only where it is at least half as frequent as the first.</summary>
    private const double ShareOfFirst = 0.5;

    public static ImmutableArray<SpokenLanguage> Find(Framework framework, ImmutableArray<Evidence> evidence)
    {
        var spoken = new List<SpokenLanguage>();
        foreach (var competency in framework.Competencies)
        {
            var places = ImmutableArray.CreateBuilder<TextSpan>();
            foreach (var each in evidence)
            {
                if (each.Label is CompetencyLabel label && label.Competency == competency.Id && each.Origin is RuleOrigin)
                {
                    places.Add(each.Span);
                }
            }

            if (places.Count >= FewestWords)
            {
                spoken.Add(new SpokenLanguage(competency.Id, places.ToImmutable()));
            }
        }

        var ranked = spoken.OrderByDescending(language => language.Places.Length).Take(2).ToArray();
        return [.. ranked.Where(language => language.Places.Length >= ShareOfFirst * ranked[0].Places.Length)];
    }
}
