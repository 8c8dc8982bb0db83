using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Html;

/// <summary>A competency in one row: name, picture, numbers and rung; opened, its sentences, each with its share, what the
/// strength would be without it, and why. The script lights the sentences of the row opened last.</summary>
internal static class CompetencyRow
{
    public static Markup Of(ReportView view, CompetencyScore score) => Markup.Of($"""
        <details class="competency" id="c-{score.Competency.Name}" data-name="{view.NameOf(score.Competency)}">
        <summary>
        <span class="name">{view.NameOf(score.Competency)}{(score.NeedsReader ? Doubt : Markup.Empty)}</span>
        {HtmlCharts.Strengths(score.Accomplishment, score.Duty, score.Interval)}
        <span class="numbers"><span class="did"><span class="unseen">Accomplishments </span>{ReportView.Strength(score)}<span class="unseen">
        of 100, probably {Wording.Whole(score.Interval.Low)} to {Wording.Whole(score.Interval.High)}; duties </span></span>
        <span class="duty">{Wording.Whole(score.Duty)}<span class="unseen"> of 100; rung </span></span></span>
        <span class="rung">{HtmlCharts.Ladder(score.Rung)}<span>{(int)score.Rung} {Wording.Name(score.Rung)}</span></span>
        </summary>
        <div class="inside">
        {Definition(view, score)}
        {Side(view, score, Model.Side.Accomplishment)}
        {Side(view, score, Model.Side.Duty)}
        {Claims(view, score)}
        </div>
        </details>
        """);

    private static Markup Doubt => Markup.Of($""" <b class="doubt">look yourself</b>""");

    private static Markup Definition(ReportView view, CompetencyScore score) =>
        view.Framework.FindCompetency(score.Competency.Name)?.Definition is { Length: > 0 } definition
            ? Markup.Of($"""<p class="definition">{definition}</p>""")
            : Markup.Empty;

    private static Markup Side(ReportView view, CompetencyScore score, Side side)
    {
        var shares = score.Shares.Where(share => share.Side == side).ToList();
        if (shares.Count == 0)
        {
            return Markup.Empty;
        }

        var (title, strength) = side == Model.Side.Accomplishment
            ? ("What you did", score.Accomplishment)
            : ("What the post asks", score.Duty);
        return Markup.Of($"""
            <p class="shares-title"><b>{title}: {strength}</b> of 100, the sum of
            {Wording.Count(shares.Count, "share")}</p>
            <ol class="shares">{shares.Select(share => Row(view, share, strength))}</ol>
            """);
    }

    private static Markup Row(ReportView view, Share share, double strength) => Markup.Of($"""
        <li data-sentence="{share.Sentence}" data-side="{Wording.Id(share.Side)}" data-share="+{share.Points}" data-fall="{ReportView.Fall(strength, share.Without)}">
        <b class="share {(share.Side == Model.Side.Accomplishment ? "did" : "duty")}">+{share.Points}</b>
        <span>{view.Quote(share.Sentence)}
        <span class="without">without this sentence: {ReportView.Fall(strength, share.Without)}</span>
        <span class="why">{share.Why}</span></span></li>
        """);

    /// <summary>Where it is only named: nothing else would be there to look at.</summary>
    private static Markup Claims(ReportView view, CompetencyScore score)
    {
        var claims = view.Analysis.Statements.Where(statement => statement.Claimed.Contains(score.Competency)).ToList();
        return claims.Count == 0 ? Markup.Empty : Markup.Of($"""
            <p class="shares-title">Named or claimed, which shows nothing by itself:</p>
            <ul class="shares">{claims.Select(claim => Markup.Of($"""
                <li data-sentence="{claim.Sentence.Index}" data-side="claim" data-share="claim" data-fall=""><span></span><span>{view.Quote(claim.Sentence.Index)}</span></li>
                """))}</ul>
            """);
    }
}
