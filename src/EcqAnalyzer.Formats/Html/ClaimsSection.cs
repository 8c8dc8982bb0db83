using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Html;

/// <summary>Competencies that are only said to be there, with the sentences that say so.</summary>
internal static class ClaimsSection
{
    public static Markup Of(ReportView view)
    {
        var claims = view.Analysis.Statements
            .SelectMany(statement => statement.Claimed.Select(competency => (Competency: competency, Sentence: statement.Sentence.Index)))
            .GroupBy(claim => claim.Competency)
            .ToList();
        return claims.Count == 0 ? Markup.Empty : Markup.Of($"""
            <h2 id="claims-title">Claimed, and what stands behind it</h2>
            <p class="lead">To name a competency shows nothing. A claim is worth its place where a deed stands behind it.</p>
            <dl class="pairs">{claims.Select(claim => Markup.Of($"""
                <div><dt>{view.NameOf(claim.Key)}</dt><dd>{Behind(view, claim.Key)}<ul class="places">{claim.Select(each => Markup.Of($"<li>{view.Quote(each.Sentence)}</li>"))}</ul></dd></div>
                """))}</dl>
            """);
    }

    private static string Behind(ReportView view, CompetencyId competency)
    {
        var score = view.Analysis.Competencies.FirstOrDefault(score => score.Competency == competency);
        return score is null ? ""
            : score.Rung >= Rung.Action ? $"Also shown: rung {(int)score.Rung}, {Wording.Name(score.Rung)}."
            : "No deed shows it.";
    }
}
